// The whole programme on paper: all days, no navigation.
import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { Button, Page } from '#app/ui/index.ts'
import type { ProgrammePage } from '../queries/find-programme.server.ts'
import { SlotItem } from './SlotItem.tsx'
import { capital } from './words.ts'

export function PrintedProgramme({ page, made }: { page: ProgrammePage; made: Date }) {
  const [scripts, setScripts] = useState(false)
  useEffect(() => setScripts(true), [])
  const { pocket } = page
  const days = page.days.filter((day) => page.slots.some((slot) => slot.day === day))
  return (
    <Page width="read">
      <div className="sl-stack">
        <p className="sl-row sl-no-print">
          <Link to={`/visits/${page.visitId}/programme`}>{m.programme_cancel()}</Link>
          {scripts ? (
            <Button size="small" onClick={() => window.print()}>
              {m.programme_print_now()}
            </Button>
          ) : null}
        </p>
        <h1 lang={page.language}>{page.title}</h1>
        <p>{[pocket.hostUnit, ...pocket.coordinators.map((name) => `${name}, ${m.programme_coordinator()}`)].join(' · ')}</p>
        {pocket.practicalities ? (
          <p lang={pocket.language} className="sl-slot__notes">
            {pocket.practicalities}
          </p>
        ) : null}
      </div>
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{capital(formatDay(day))}</h2>
          {page.slots
            .filter((slot) => slot.day === day)
            .map((slot) => (
              <SlotItem key={slot.id} slot={slot} goals={page.goals} works={page.works} moment="ahead" plain />
            ))}
        </section>
      ))}
      <p className="sl-meta">{m.programme_print_made({ time: formatInstant(made, page.timeZone) })}</p>
    </Page>
  )
}
