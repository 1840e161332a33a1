import { formatList, formatWeekday } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, NextStep as NextStepFrame } from '#app/ui/index.ts'
import type { VisitPage } from '../queries/visit-page.server.ts'
import type { NextStep } from '../rules/next-step.ts'
import { stepWords } from './step-words.ts'

/** The one next step on a visit's overview. Waiting looks the same, without the person's name and with a quieter button. */
export function NextStepCard({ page, step, name }: { page: VisitPage; step: NextStep; name: string }) {
  const words = stepWords(step.kind, otherName(page))
  const base = `/visits/${page.visit.id}`
  const to = step.section ? `${base}/${step.section}` : '/offers'
  const handOver = step.needs && page.me.coordinates && step.section !== 'rules' && step.section !== 'room'
  const returnTo = returnPath(page)
  return (
    <NextStepFrame
      id="now"
      eyebrow={step.needs ? m.visits_step_eyebrow({ name: firstName(name) }) : m.visits_step_eyebrow_wait()}
      title={words.title}
      action={
        <ButtonLink to={to} variant={step.needs ? 'primary' : 'secondary'}>
          {words.button}
        </ButtonLink>
      }
      quiet={
        handOver ? (
          <ButtonLink to={`${base}/people`} variant="quiet">
            {m.visits_people_hand_over()}
          </ButtonLink>
        ) : returnTo ? (
          <ButtonLink to={returnTo} variant="quiet">
            {m.visits_plan_return()}
          </ButtonLink>
        ) : null
      }
    >
      <p>
        {words.why} {step.dueOn ? m.visits_step_due({ day: formatWeekday(step.dueOn) }) : null}
      </p>
    </NextStepFrame>
  )
}

/** Where the hosts ask for a visit to those who were their guests, once the days are over. */
function returnPath({ visit, me, guests }: VisitPage): string | undefined {
  const home = guests.find((guest) => guest.unitId)?.unitId
  const isAfter = ['summarised', 'followed_up', 'closed'].includes(visit.status)
  return isAfter && me.coordinates === 'host' && home ? `/visits/new?host=${home}&return-of=${visit.id}` : undefined
}

/** The units across the table, as the sentences name them. */
/** The other side's name, as the sentences of this side say it. */
export function otherName({ me, host, guests }: Pick<VisitPage, 'me' | 'host' | 'guests'>): string {
  return me.side === 'host' ? formatList(guests.map((guest) => guest.name)) : host.name
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
