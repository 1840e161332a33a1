// What needs me, this week, my visits: the first page after signing in.
import { CalendarIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDay, formatList, formatWeekday } from '#app/i18n/format.ts'
import { addDays, type Day, dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  Card,
  Checklist,
  Columns,
  EmptyState,
  NextStep,
  Page,
  PageHead,
  Pair,
  Section,
  Todo,
} from '#app/ui/index.ts'
import type { WeekEntry, WeekKind } from '../queries/this-week.server.ts'
import type { VisitCard } from '../queries/visit-cards.server.ts'
import type { StepKind } from '../rules/next-step.ts'
import type { Side } from '../rules/words.ts'
import { firstName } from './NextStepCard.tsx'
import { stepWords } from './step-words.ts'
import { VisitCardItem } from './VisitCards.tsx'

/** One thing that waits for the person, in whatever room it is done. */
type NeedThere = {
  visitId: string
  title: string
  language: string
  hostName: string
  guestNames: string[]
  kind: StepKind
  side: Side
  dueOn: Day | null
  path: string
}

type Props = {
  name: string
  now: Date
  needs: readonly NeedThere[]
  week: readonly WeekEntry[]
  cards: readonly VisitCard[]
  /** Visits that the reader's units have hosted. */
  hosted: number
  /** What they have given with them. */
  given: ReactNode
  /** What waits on learning paths: how many things, and the things. */
  walks: { count: number; list: ReactNode }
}

export function Home({ name, now, needs, week, cards, hosted, given, walks }: Props) {
  const [first, ...others] = needs
  const today = dayAt(now, HOME_ZONE)
  const waiting = needs.length + walks.count
  const count = waiting > 0 ? m.visits_home_needs({ count: waiting }) : m.visits_home_needs_none()
  return (
    <Page>
      <PageHead title={greeting(now, firstName(name))} lead={`${sentenceCase(formatDay(today))}. ${count}`} />
      <Columns
        label={m.visits_home_mine()}
        side={
          <>
            {given}
            <MyVisits cards={cards} hosted={hosted} />
          </>
        }
      >
        {first ? <BeginHere need={first} faces={facesIn(cards, first)} /> : null}
        {others.length > 0 ? (
          <Section id="also" title={m.visits_home_also()}>
            {others.map((need) => (
              <OtherNeed key={`${need.visitId} ${need.kind}`} need={need} faces={facesIn(cards, need)} />
            ))}
          </Section>
        ) : null}
        {walks.list}
        <Section id="week" title={m.visits_home_week()}>
          <ThisWeek week={week} today={today} />
        </Section>
      </Columns>
    </Page>
  )
}

function greeting(now: Date, name: string): string {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: HOME_ZONE }).format(now))
  if (hour < 10 && hour >= 4) return m.visits_home_morning({ name })
  return hour >= 17 || hour < 4 ? m.visits_home_evening({ name }) : m.visits_home_day({ name })
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

function otherOf(need: NeedThere): string {
  return need.side === 'host' ? formatList(need.guestNames) : need.hostName
}

type FacesOf = { host: string; guest: string }

function facesIn(cards: readonly VisitCard[], need: NeedThere): FacesOf {
  const card = cards.find((each) => each.id === need.visitId)
  return { host: card?.hostPerson ?? need.hostName, guest: card?.guestPerson ?? need.guestNames[0] ?? '' }
}

function Faces({ faces }: { faces: FacesOf }) {
  return <Pair host={{ name: faces.host }} guest={{ name: faces.guest }} />
}

function BeginHere({ need, faces }: { need: NeedThere; faces: FacesOf }) {
  const words = stepWords(need.kind, otherOf(need))
  return (
    <NextStep
      id="first"
      eyebrow={m.visits_home_start()}
      pair={<Faces faces={faces} />}
      title={words.title}
      action={<ButtonLink to={need.path}>{words.button}</ButtonLink>}
      note={need.dueOn ? m.visits_left_by({ day: formatWeekday(need.dueOn) }) : undefined}
    >
      <p>
        {words.why}{' '}
        <Link to={`/visits/${need.visitId}`} lang={need.language}>
          {need.title}
        </Link>
      </p>
    </NextStep>
  )
}

function OtherNeed({ need, faces }: { need: NeedThere; faces: FacesOf }) {
  const words = stepWords(need.kind, otherOf(need))
  return (
    <Todo
      faces={<Faces faces={faces} />}
      title={words.title}
      note={
        <>
          <span lang={need.language}>{need.title}</span>. {words.why}
        </>
      }
      action={
        <ButtonLink to={need.path} variant="secondary" size="small" about={need.title}>
          {words.button}
        </ButtonLink>
      }
    />
  )
}

const weekWords: Record<WeekKind, () => string> = {
  begins: m.visits_home_week_begins,
  ends: m.visits_home_week_ends,
  due: m.visits_home_week_due,
  follow_up: m.visits_home_week_follow_up,
  summary: m.visits_home_week_summary,
}

function ThisWeek({ week, today }: { week: readonly WeekEntry[]; today: Day }) {
  if (week.length === 0) return <p className="sl-meta">{m.visits_home_week_none()}</p>
  return (
    <Card>
      <Checklist
        items={week.map((entry) => ({
          id: `${entry.visitId} ${entry.kind} ${entry.day}`,
          icon: <CalendarIcon aria-hidden />,
          label: (
            <>
              <strong>{dayWords(entry.day, today)}</strong> {weekWords[entry.kind]()} ·{' '}
              <Link to={`/visits/${entry.visitId}`} lang={entry.language}>
                {entry.title}
              </Link>
            </>
          ),
        }))}
      />
    </Card>
  )
}

function dayWords(day: Day, today: Day): string {
  if (day === today) return m.visits_today()
  return day === addDays(today, 1) ? m.visits_tomorrow() : sentenceCase(formatWeekday(day))
}

function MyVisits({ cards, hosted }: Pick<Props, 'cards' | 'hosted'>) {
  const asGuest = cards.some((card) => card.side === 'guest')
  return (
    <>
      {cards.length > 0 ? (
        <Section id="mine" title={m.visits_home_mine()} action={<Link to="/visits">{m.visits_home_all()}</Link>}>
          <div className="sl-stack">
            {cards.slice(0, 6).map((card) => (
              <VisitCardItem key={card.id} card={card} />
            ))}
          </div>
        </Section>
      ) : null}
      {asGuest ? null : (
        <EmptyState
          id="none"
          title={m.visits_home_none_title()}
          glyph="asked"
          action={
            <ButtonLink to="/offers" variant="secondary">
              {m.visits_list_find()}
            </ButtonLink>
          }
        >
          <p>{hosted > 0 ? m.visits_home_none_hosted({ count: hosted }) : m.visits_home_none_text()}</p>
        </EmptyState>
      )}
    </>
  )
}
