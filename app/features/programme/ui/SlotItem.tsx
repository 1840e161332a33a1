// One slot of a day: time beside title, place, people, and the goal it serves.
import { ClockIcon, LocationPinIcon, PersonIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import type { Goal, ImprovementWork } from '#app/features/preparation/words.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip, Chips, Concerning, StatusChip, ThreadIcon } from '#app/ui/index.ts'
import type { PlannedSlot } from '../queries/find-programme.server.ts'
import type { SlotMoment } from '../rules.ts'
import { clockRange, duration, kindName } from './words.ts'

type Props = {
  slot: PlannedSlot
  goals: readonly Goal[]
  works: readonly ImprovementWork[]
  moment: SlotMoment
  /** Minutes left of what goes on, until what comes next; undefined for all others. */
  minutes?: number | undefined
  isNext?: boolean
  /** On paper: no links. */
  plain?: boolean
}

export function SlotItem({ slot, goals, works, moment, minutes, isNext, plain }: Props) {
  const look =
    moment === 'now' ? ' sl-slot--now' : moment === 'done' ? ' sl-slot--done' : slot.kind === 'meal' ? ' sl-slot--break' : ''
  const served = goals.filter((goal) => slot.goalIds.includes(goal.id))
  const work = works.find((each) => each.id === slot.improvementWorkId)
  return (
    <article className={`sl-slot${look}`} id={`slot-${slot.id}`} aria-labelledby={`slot-${slot.id}-title`}>
      <p className="sl-slot__time">
        <time dateTime={`${slot.day}T${slot.startsAt}`}>{clockRange(slot)}</time>
        {isNext && minutes ? <span className="sl-meta">{m.programme_next_in({ time: duration(minutes) })}</span> : null}
      </p>
      <div className={moment === 'now' ? 'sl-stack' : 'sl-stack-s'}>
        {moment === 'now' ? (
          <Chip tone="now" icon={<ClockIcon aria-hidden />}>
            {minutes ? m.programme_minutes_left({ count: minutes }) : m.programme_now()}
          </Chip>
        ) : null}
        <h3 id={`slot-${slot.id}-title`} lang={slot.language}>
          {slot.title}
        </h3>
        {slot.kind === 'meal' && moment !== 'done' ? null : (
          <Chips>
            {moment === 'done' ? <StatusChip status="met">{m.programme_done()}</StatusChip> : null}
            {slot.kind === 'meal' ? null : <Chip tone="quiet">{kindName(slot.kind)}</Chip>}
          </Chips>
        )}
        {slot.notes ? (
          <p className="sl-slot__notes" lang={slot.language}>
            {slot.notes}
          </p>
        ) : null}
        {slot.place ? (
          <p className="sl-slot__fact">
            <LocationPinIcon className="sl-icon" aria-hidden />
            <span lang={slot.language}>{slot.place}</span>
          </p>
        ) : null}
        {slot.hostName ? (
          <p className="sl-slot__fact">
            <PersonIcon className="sl-icon" aria-hidden />
            <span>{m.programme_with_host({ name: slot.hostName })}</span>
          </p>
        ) : null}
        {served.map((goal) => (
          <p className="sl-serves" key={goal.id}>
            <ThreadIcon />
            <span>
              {m.programme_for_goal({ name: goal.authorName })}{' '}
              <span lang={goal.language}>{quoted(goal.text, goal.language)}</span>
            </span>
          </p>
        ))}
        {work ? (
          <p className="sl-serves">
            <ThreadIcon />
            <span>
              {m.programme_presents()} <span lang={work.language}>{work.title}</span>
            </span>
          </p>
        ) : null}
        {plain ? null : <Beside slot={slot} />}
        {slot.mayChange && !plain ? (
          <p>
            <Link to={`/visits/${slot.visitId}/programme/${slot.id}`}>
              {m.programme_edit()}
              <Concerning text={slot.title} lang={slot.language} />
            </Link>
          </p>
        ) : null}
      </div>
    </article>
  )
}

function Beside({ slot }: { slot: PlannedSlot }) {
  return slot.beside.map((other) => {
    const words = other.sameHost ? m.programme_beside_same({ name: slot.hostName ?? '' }) : m.programme_beside()
    const link = (
      <Link to={`#slot-${other.id}`} lang={other.language}>
        {other.title}
      </Link>
    )
    if (other.sameHost) {
      return (
        <div className="sl-row" key={other.id}>
          <StatusChip status="unsure">{words}</StatusChip>
          {link}
        </div>
      )
    }
    return (
      <p className="sl-meta" key={other.id}>
        {words} {link}
      </p>
    )
  })
}

/** In the quotation marks of the language it was written in. */
function quoted(text: string, language: string): string {
  if (['nb', 'nn', 'no', 'da', 'se'].includes(language)) return `«${text}»`
  return language === 'sv' || language === 'fi' ? `”${text}”` : `“${text}”`
}
