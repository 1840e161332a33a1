import { Link } from '@remix-run/react'
import { nowAndNext, turnAfter } from '#app/features/programme/rules.ts'
import type { Slot } from '#app/features/programme/words.ts'
import { formatWeekday } from '#app/i18n/format.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { CardSection, Chip } from '#app/ui/index.ts'
import { useNow } from '#app/ui/useNow.ts'

type Props = { visitId: string; slots: readonly Slot[]; made: Date; zone: string }

/** Where we are in the programme, beside what is being written; an open page moves on with the clock. */
export function NowAndNext({ visitId, slots, made, zone }: Props) {
  useLive(roomOf.visit(visitId), ['programme'])
  const { now, next } = nowAndNext(
    slots,
    useNow(made, (from) => turnAfter(slots, from, zone)),
    zone,
  )
  return (
    <CardSection id="now-and-next" title={m.blogs_room_now()}>
      {now.map((slot) => (
        <div key={slot.id} className="sl-stack-s">
          <Chip tone="now">{m.blogs_room_now_slot({ time: slot.endsAt })}</Chip>
          <SlotLines slot={slot} />
        </div>
      ))}
      {next.map((slot) => (
        <div key={slot.id} className="sl-stack-s">
          <p className="sl-meta">
            {m.blogs_room_next_slot()}: {formatWeekday(slot.day)} {slot.startsAt}–{slot.endsAt}
          </p>
          <SlotLines slot={slot} />
        </div>
      ))}
      {now.length + next.length === 0 ? <p>{m.blogs_room_no_slots()}</p> : null}
      <p>
        <Link to={`/visits/${visitId}/programme`}>{m.blogs_room_programme()}</Link>
      </p>
    </CardSection>
  )
}

function SlotLines({ slot }: { slot: Slot }) {
  return (
    <>
      <h3 lang={slot.language}>{slot.title}</h3>
      {slot.place ? (
        <p className="sl-meta" lang={slot.language}>
          {slot.place}
        </p>
      ) : null}
    </>
  )
}
