import { Link } from '@remix-run/react'
import type { Slot } from '#app/features/programme/words.ts'
import { formatWeekday } from '#app/i18n/format.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { CardSection, Chip } from '#app/ui/index.ts'

/** Where we are in the programme, beside what is being written. */
export function NowAndNext({ visitId, now, next }: { visitId: string; now: readonly Slot[]; next: readonly Slot[] }) {
  useLive(roomOf.visit(visitId), ['programme'])
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
