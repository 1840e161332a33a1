// How times, kinds and waiting are said.
import { formatClock } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
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

export function clockRange(slot: Pick<Slot, 'startsAt' | 'endsAt'>): string {
  return `${formatClock(slot.startsAt)}–${formatClock(slot.endsAt)}`
}

/** Minutes in words: "1 tim 35 min". */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours > 0 ? m.programme_hours({ count: hours }) : '', rest > 0 ? m.programme_minutes({ count: rest }) : '']
  return parts.filter(Boolean).join(' ')
}

/** A sentence's or heading's first letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
