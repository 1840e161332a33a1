// How times, kinds and waiting are said.
import { formatWeekday } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Slot, SlotKind } from '../words.ts'

const kindNames: Record<SlotKind, () => string> = {
  show: m.programme_kind_show,
  shadow: m.programme_kind_shadow,
  dialogue: m.programme_kind_dialogue,
  guest_presents: m.programme_kind_guest_presents,
  meal: m.programme_kind_meal,
  other: m.programme_kind_other,
}

export function kindName(kind: SlotKind): string {
  return kindNames[kind]()
}

/** '08:15' as the reader writes it: 8.15 in Swedish and Norwegian, 08:15 in English. */
export function clock(time: string): string {
  return getLocale() === 'en' ? time : time.replace(/^0/, '').replace(':', '.')
}

export function clockRange(slot: Pick<Slot, 'startsAt' | 'endsAt'>): string {
  return `${clock(slot.startsAt)}–${clock(slot.endsAt)}`
}

/** Minutes in words: "1 tim 35 min". */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours > 0 ? m.programme_hours({ count: hours }) : '', rest > 0 ? m.programme_minutes({ count: rest }) : '']
  return parts.filter(Boolean).join(' ')
}

/** The places in the programme of one goal or one improvement work: "onsdag 3 feb. 10.30", title, address. */
export function takenUpBy(slots: readonly Slot[], id: string): { when: string; title: string; lang: string; to: string }[] {
  return slots
    .filter((slot) => slot.goalIds.includes(id) || slot.improvementWorkId === id)
    .map((slot) => ({
      when: `${formatWeekday(slot.day)} ${clock(slot.startsAt)}`,
      title: slot.title,
      lang: slot.language,
      to: `/visits/${slot.visitId}/programme?day=${slot.day}#slot-${slot.id}`,
    }))
}

/** A sentence's or heading's first letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
