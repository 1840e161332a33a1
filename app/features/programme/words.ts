// The nouns of the programme room. Table columns take their lists from here, so imports are relative and pure.

export const slotKinds = ['show', 'shadow', 'dialogue', 'guest_presents', 'meal', 'other'] as const
export type SlotKind = (typeof slotKinds)[number]

/** One point of the programme. */
export type Slot = {
  id: string
  visitId: string
  day: string
  /** 'HH:MM' on the wall clock of the visit's zone; `endsAt` is later the same day. */
  startsAt: string
  endsAt: string
  kind: SlotKind
  title: string
  place: string
  notes: string
  /** BCP 47 of title, place and notes. */
  language: string
  hostParticipantId: string | null
  goalIds: string[]
  improvementWorkId: string | null
  /** Grows with every change. */
  version: number
}
