// The programme page: switch between days, the day's slots, and what is not right yet with a link that repairs it.
import { CalendarIcon, PlusIcon, PrinterSmallIcon } from '@navikt/aksel-icons'
import { Form, Link } from '@remix-run/react'
import { formatDay, formatShortWeekday } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Columns, EmptyState, Notice, SubmitButton, TabSwitch } from '#app/ui/index.ts'
import { useNow } from '#app/ui/useNow.ts'
import type { ProgrammePage } from '../queries/find-programme.server.ts'
import { dayToShow, minutesLeftOf, momentOf, nowAndNext, turnAfter } from '../rules.ts'
import { ProgrammeSide } from './ProgrammeSide.tsx'
import { SlotItem } from './SlotItem.tsx'
import { capital } from './words.ts'

type Props = { page: ProgrammePage; made: Date; askedDay: string | null; done: string | null }

export function ProgrammeRoom({ page, made, askedDay, done }: Props) {
  useLive(roomOf.visit(page.visitId), ['programme', 'preparation', 'visit'])
  const now = useNow(made, (from) => turnAfter(page.slots, from, page.timeZone))
  const today = dayAt(now, page.timeZone)
  const day = dayToShow(page.days, askedDay, today)
  const base = `/visits/${page.visitId}/programme`
  return (
    <div className="sl-stack-l">
      <div className="sl-stack">
        <div className="sl-row sl-row--between">
          <h2>{m.programme_title()}</h2>
          <Tools page={page} />
        </div>
        <Done done={done} />
        <Shift page={page} />
        {day ? (
          <TabSwitch
            label={m.programme_days()}
            current="date"
            items={page.days.map((each) => ({
              to: `${base}?day=${each}`,
              label: capital(formatShortWeekday(each)),
              note: each === today ? m.programme_today() : slotsOn(page, each),
              current: each === day,
            }))}
          />
        ) : null}
      </div>
      {day ? (
        <Columns label={m.programme_pocket()} side={<ProgrammeSide page={page} day={day} />}>
          <DaySlots page={page} day={day} now={now} />
          <Outside page={page} />
        </Columns>
      ) : (
        <EmptyState
          id="no-days"
          title={m.programme_no_days_title()}
          glyph="dialogue"
          action={
            <ButtonLink variant="secondary" to={`/visits/${page.visitId}/dates`}>
              {m.programme_to_days()}
            </ButtonLink>
          }
        >
          <p>{m.programme_no_days()}</p>
        </EmptyState>
      )}
    </div>
  )
}

function Tools({ page }: { page: ProgrammePage }) {
  const base = `/visits/${page.visitId}/programme`
  if (page.days.length === 0) return null
  return (
    <div className="sl-row">
      {page.may.follow ? (
        <ButtonLink variant="secondary" size="small" to={`${base}/calendar`} icon={<CalendarIcon aria-hidden />}>
          {m.programme_to_calendar()}
        </ButtonLink>
      ) : null}
      <ButtonLink variant="secondary" size="small" to={`${base}/print`} icon={<PrinterSmallIcon aria-hidden />}>
        {m.programme_print()}
      </ButtonLink>
    </div>
  )
}

function DaySlots({ page, day, now }: { page: ProgrammePage; day: string; now: Date }) {
  const slots = page.slots.filter((slot) => slot.day === day)
  const around = nowAndNext(page.slots, now, page.timeZone)
  const isNext = (id: string) => around.next.some((slot) => slot.id === id)
  const isToday = day === dayAt(now, page.timeZone)
  const adds = page.may.kinds.length > 0
  const base = `/visits/${page.visitId}/programme`
  return (
    <section aria-labelledby="day" className="sl-stack">
      <h3 id="day" className="sl-programme__day">
        {capital(formatDay(day))}
      </h3>
      {slots.length === 0 ? (
        <EmptyState id="empty-day" title={m.programme_empty_title()} level={3}>
          <p>{adds ? m.programme_empty_plan() : m.programme_empty_wait()}</p>
        </EmptyState>
      ) : (
        <div>
          {slots.map((slot) => {
            const moment = momentOf(slot, now, page.timeZone)
            const next = isToday && isNext(slot.id)
            const minutes = next ? around.minutesUntil : minutesLeftOf(slot, now, page.timeZone)
            return <SlotItem key={slot.id} {...{ slot, moment, minutes, isNext: next, goals: page.goals, works: page.works }} />
          })}
        </div>
      )}
      {adds ? (
        <div>
          <ButtonLink
            to={`${base}/new?day=${day}`}
            variant={slots.length === 0 && page.may.kinds.length > 1 ? 'primary' : 'secondary'}
            icon={<PlusIcon aria-hidden />}
          >
            {page.may.kinds.length === 1 ? m.programme_add_guest() : m.programme_add()}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  )
}

function Outside({ page }: { page: ProgrammePage }) {
  if (page.outside.length === 0) return null
  return (
    <section aria-labelledby="outside" className="sl-card sl-stack">
      <h3 id="outside">{m.programme_outside_title()}</h3>
      {page.may.move ? <p>{m.programme_outside_help()}</p> : null}
      <ul>
        {page.outside.map((slot) => (
          <li key={slot.id}>
            {formatShortWeekday(slot.day)},{' '}
            {slot.mayChange ? (
              <Link to={`/visits/${page.visitId}/programme/${slot.id}`} lang={slot.language}>
                {slot.title}
              </Link>
            ) : (
              <span lang={slot.language}>{slot.title}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Shift({ page }: { page: ProgrammePage }) {
  if (page.shift === 0 || !page.may.move) return null
  const count = Math.abs(page.shift)
  return (
    <Notice tone="warning">
      <h3>{m.programme_shift_title()}</h3>
      <p>{page.shift > 0 ? m.programme_shift_later({ count }) : m.programme_shift_earlier({ count })}</p>
      <Form method="post" action={`/visits/${page.visitId}/programme/move`} className="sl-row">
        <SubmitButton variant="secondary" name="keep" value="no">
          {m.programme_shift_yes()}
        </SubmitButton>
        <SubmitButton variant="quiet" name="keep" value="yes">
          {m.programme_shift_no()}
        </SubmitButton>
      </Form>
    </Notice>
  )
}

const doneWords: Record<string, () => string> = {
  added: m.programme_done_added,
  changed: m.programme_done_changed,
  removed: m.programme_done_removed,
  moved: m.programme_done_moved,
  kept: m.programme_done_kept,
  overtaken: m.programme_conflict_remove,
}

function Done({ done }: { done: string | null }) {
  const words = done ? doneWords[done] : undefined
  if (!words) return null
  return (
    <Notice tone={done === 'overtaken' ? 'warning' : 'success'} announce>
      <p>{words()}</p>
    </Notice>
  )
}

function slotsOn(page: ProgrammePage, day: string): string {
  const count = page.slots.filter((slot) => slot.day === day).length
  return count === 0 ? m.programme_slots_none() : m.programme_slots({ count })
}
