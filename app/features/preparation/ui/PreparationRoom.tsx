// The preparation page: what stands open for this reader now – waiting, filling in, reading and answering.
import { formatList } from '#app/i18n/format.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive, usePresence } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ButtonLink, EmptyState, Faces, SubmitButton } from '#app/ui/index.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import { LeftBehind } from './LeftBehind.tsx'
import { PreparationForm } from './PreparationForm.tsx'
import { PreparationReading } from './PreparationReading.tsx'
import { Proposals } from './Proposals.tsx'
import type { Returned } from './returned.ts'
import { Done, LateActions, Standing } from './Standing.tsx'

type Props = {
  page: PreparationPage
  me: { id: string; name: string }
  language: string
  returned: Returned
  asked: { missing: boolean; add: 'goal' | 'work' | 'person' | null; done: string | null }
}

export function PreparationRoom({ page, me, language, returned, asked }: Props) {
  useLive(roomOf.visit(page.visitId), ['preparation', 'people'])
  const fillsIn = page.may.write && page.state === 'open'
  const writesGoals = page.side === 'host' && page.ownState === 'open'
  const shared = { page, me, language, returned, mode: 'save' as const, showMissing: asked.missing, blank: asked.add }
  return (
    <div className="sl-stack-l sl-prep__page">
      <div className="sl-stack">
        <h2>{m.preparation_title()}</h2>
        <p className="sl-lead">{page.side === 'host' ? m.preparation_lead_host() : m.preparation_lead()}</p>
        <Done done={asked.done} page={page} />
        <Standing page={page} />
        {fillsIn ? <Together page={page} /> : null}
      </div>
      {page.state === 'waiting' ? <Waiting page={page} /> : null}
      {fillsIn ? (
        <PreparationForm
          {...shared}
          sections={page.form.sections.filter((section) => section.side === 'guest')}
          buttons={<Buttons page={page} />}
        >
          <HostGoals page={page} />
        </PreparationForm>
      ) : null}
      {page.state !== 'waiting' && !fillsIn ? (
        <>
          {page.may.write ? <LeftBehind page={page} me={me} proposed={asked.done === 'proposed'} /> : null}
          <LateActions page={page} showMissing={asked.missing} />
          <Proposals page={page} />
          <PreparationReading
            page={page}
            ownGoals={
              writesGoals ? (
                <PreparationForm
                  {...shared}
                  showMissing={false}
                  inline
                  sections={page.form.sections.filter((section) => section.side === 'host')}
                  buttons={
                    <SubmitButton variant="secondary" formAction="?stay">
                      {m.preparation_save()}
                    </SubmitButton>
                  }
                />
              ) : undefined
            }
          />
        </>
      ) : null}
    </div>
  )
}

function Buttons({ page }: { page: PreparationPage }) {
  return (
    <>
      <SubmitButton variant="quiet" formAction="?later">
        {m.preparation_save_later()}
      </SubmitButton>
      <SubmitButton formAction="?send">{m.preparation_send_to({ unit: page.hostUnit })}</SubmitButton>
    </>
  )
}

function Waiting({ page }: { page: PreparationPage }) {
  return (
    <EmptyState
      id="waiting"
      title={m.preparation_waiting_title()}
      glyph="dialogue"
      action={
        <ButtonLink variant="secondary" to={`/visits/${page.visitId}/dates`}>
          {m.preparation_waiting_link()}
        </ButtonLink>
      }
    >
      <p>{m.preparation_waiting()}</p>
    </EmptyState>
  )
}

/** Who of the group is here right now; a plain sentence for everybody else and without scripts. */
function Together({ page }: { page: PreparationPage }) {
  const present = usePresence(roomOf.visit(page.visitId))
  const guests = (present ?? []).filter((person) => person.side === 'guest')
  if (guests.length < 2) return <p>{m.preparation_here_alone()}</p>
  return (
    <Faces people={guests.map((person) => ({ ...person, side: 'guest' as const }))}>
      {m.preparation_here({ names: formatList(guests.map((person) => person.name)) })}
    </Faces>
  )
}

/** What the hosts hope to learn, shown where the guests write their own goals. */
function HostGoals({ page }: { page: PreparationPage }) {
  const theirs = page.goals.filter((goal) => goal.side === 'host')
  if (theirs.length === 0) return null
  return (
    <aside className="sl-card sl-card--quiet sl-stack" aria-labelledby="host-goals">
      <h3 id="host-goals">{page.form.sections.find((section) => section.side === 'host')?.title[getLocale()]}</h3>
      {theirs.map((goal) => (
        <div key={goal.id}>
          <p className="sl-voice" lang={goal.language}>
            {goal.text}
          </p>
          <p className="sl-meta">{goal.authorName}</p>
        </div>
      ))}
    </aside>
  )
}
