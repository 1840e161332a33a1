// The top of every page of a visit: who meets whom, when, and where on the thread it stands.
import { Link, useLocation } from '@remix-run/react'
import { formatDay, formatList, formatMonth, formatShortRange, formatThreadDay } from '#app/i18n/format.ts'
import { dayAt, daysBetween } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { PageHead, Pair, SectionNav, Thread, ThreadEnd } from '#app/ui/index.ts'
import type { Ending, VisitPage } from '../queries/visit-page.server.ts'
import { rangeOf } from '../rules/dates.ts'
import type { ThreadDays } from '../rules/thread.ts'
import { trailOf } from './crumbs.ts'
import { navSections } from './sections.ts'
import { formName, pairSentence, rangeWords, sectionName, statusName } from './words.ts'

/** `now`: the instant the page was made for, so that server and browser say the same. */
export function VisitHead({ page, now }: { page: VisitPage; now: Date }) {
  const { visit, host, guests } = page
  const range = rangeOf(visit)
  const faces = facesOf(page)
  const trail = trailOf(useLocation().pathname, visit.id)
  return (
    <PageHead
      title={visit.title}
      lang={visit.language}
      pair={<Pair large host={{ name: faces.host }} guest={{ name: faces.guest }} />}
      crumbs={[
        { label: m.visits_title(), to: '/visits' },
        { label: visit.title, lang: visit.language, ...(trail.length > 0 ? { to: `/visits/${visit.id}` } : {}) },
        ...trail,
      ]}
      facts={[
        range ? rangeWords(range) : m.visits_no_days(),
        formName(visit.form),
        m.visits_guests({ count: visit.groupSize }),
      ]}
      lead={pairSentence(
        visit,
        host.name,
        guests.map((guest) => guest.name),
      )}
    >
      <div className="sl-visit-thread">
        {page.ending ? <EndingSentence ending={page.ending} zone={visit.timeZone} /> : <VisitThread page={page} now={now} />}
      </div>
      <VisitNav page={page} />
    </PageHead>
  )
}

/** Who stands for each side on the pair of faces. */
export function facesOf({ people, host, guests }: Pick<VisitPage, 'people' | 'host' | 'guests'>): {
  host: string
  guest: string
} {
  return {
    host: people.find((person) => person.side === 'host')?.name ?? host.name,
    guest: people.find((person) => person.side === 'guest')?.name ?? guests[0]?.name ?? '',
  }
}

function VisitThread({ page: { visit, thread }, now }: { page: VisitPage; now: Date }) {
  const steps = thread.map(({ status, state, days }) => ({
    key: status,
    label: statusName(status, visit.direction),
    state,
    date: state === 'now' ? m.visits_now() : days ? threadDate(days) : undefined,
  }))
  return <Thread steps={steps} note={noteOf(visit, dayAt(now, visit.timeZone))} />
}

function threadDate(days: ThreadDays): string {
  if (days.kind === 'day') return formatThreadDay(days.day)
  if (days.kind === 'range') return formatShortRange(days.from, days.to)
  return formatList(days.days.map(formatMonth))
}

function noteOf(visit: VisitPage['visit'], today: string): string | null {
  const { startsOn, endsOn, status } = visit
  if (!startsOn || !endsOn) return null
  if (status === 'under_way') {
    return m.visits_note_day_of({ day: daysBetween(startsOn, today) + 1, days: daysBetween(startsOn, endsOn) + 1 })
  }
  const left = daysBetween(today, startsOn)
  if (left === 0) return m.visits_note_today()
  return left > 0 ? m.visits_note_in_days({ count: left }) : null
}

function EndingSentence({ ending, zone }: { ending: Ending; zone: string }) {
  return (
    <ThreadEnd>
      <p>
        <strong>{endingWords(ending, formatDay(dayAt(ending.at, zone)))}</strong>
      </p>
      {ending.reason ? <p className="sl-voice">{ending.reason}</p> : null}
      {ending.referrals.length > 0 ? (
        <p>
          {m.visits_end_referrals()}{' '}
          {ending.referrals.map((unit, index) => (
            <span key={unit.id}>
              {index > 0 ? ', ' : null}
              <Link to={`/units/${unit.id}`}>{unit.name}</Link>
            </span>
          ))}
        </p>
      ) : null}
    </ThreadEnd>
  )
}

function endingWords({ status, who }: Ending, day: string): string {
  if (!who) return m.visits_end_withdrawn_clock({ day })
  if (status === 'declined') return m.visits_end_declined({ who, day })
  return status === 'withdrawn' ? m.visits_end_withdrawn({ who, day }) : m.visits_end_cancelled({ who, day })
}

function VisitNav({ page }: { page: VisitPage }) {
  const base = `/visits/${page.visit.id}`
  const sections = navSections(page.visit, page.me.inside)
  const items = sections.map((section) => ({ to: `${base}/${section}`, label: sectionName(section) }))
  return <SectionNav label={m.visits_nav()} items={[{ to: base, label: m.visits_section_overview(), end: true }, ...items]} />
}
