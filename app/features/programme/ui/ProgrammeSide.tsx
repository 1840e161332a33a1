// Beside the day: what to have in the pocket, and goals and works that have no place yet, each with a link that gives them one.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { CardSection, Concerning, StatusChip } from '#app/ui/index.ts'
import type { ProgrammePage } from '../queries/find-programme.server.ts'

export function ProgrammeSide({ page, day }: { page: ProgrammePage; day: string }) {
  const { pocket, unserved, unpresented } = page
  const add = `/visits/${page.visitId}/programme/new?day=${day}`
  const plans = page.may.kinds.length > 1
  const presents = page.may.kinds.includes('guest_presents')
  return (
    <>
      {unserved.length > 0 ? (
        <section className="sl-stack" aria-labelledby="unserved">
          <h2 id="unserved">{m.programme_unserved_title()}</h2>
          <p>
            <StatusChip status="unsure">{m.programme_unserved({ count: unserved.length })}</StatusChip>
          </p>
          {unserved.map((goal) => (
            <div key={goal.id} className="sl-stack-s">
              <p className="sl-voice" lang={goal.language}>
                {goal.text}
              </p>
              <p className="sl-meta">{goal.authorName}</p>
              {plans ? (
                <p>
                  <Link to={`${add}&goal=${goal.id}`}>
                    {m.programme_repair_goal()}
                    <Concerning text={goal.text} lang={goal.language} />
                  </Link>
                </p>
              ) : null}
            </div>
          ))}
        </section>
      ) : null}
      {unpresented.length > 0 ? (
        <section className="sl-stack" aria-labelledby="unpresented">
          <h2 id="unpresented">{m.programme_unpresented_title()}</h2>
          <p>
            <StatusChip status="unsure">{m.programme_unpresented({ count: unpresented.length })}</StatusChip>
          </p>
          {unpresented.map((work) => (
            <div key={work.id} className="sl-stack-s">
              <p className="sl-voice" lang={work.language}>
                {work.title}
              </p>
              {presents ? (
                <p>
                  <Link to={`${add}&work=${work.id}`}>
                    {m.programme_repair_goal()}
                    <Concerning text={work.title} lang={work.language} />
                  </Link>
                </p>
              ) : null}
            </div>
          ))}
        </section>
      ) : null}
      <CardSection id="pocket" title={m.programme_pocket()}>
        {pocket.coordinators.map((name) => (
          <p key={name}>
            <strong>{name}</strong>, {m.programme_coordinator()}
          </p>
        ))}
        {pocket.practicalities ? (
          <p lang={pocket.language} className="sl-slot__notes">
            {pocket.practicalities}
          </p>
        ) : null}
        {pocket.meetingUrl ? (
          <p>
            <a href={pocket.meetingUrl}>{m.programme_meeting()}</a>
          </p>
        ) : null}
        <p className="sl-meta">{m.programme_zone({ zone: placeOf(page.timeZone) })}</p>
      </CardSection>
    </>
  )
}

/** 'Europe/Stockholm' → 'Stockholm'. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
