// The room's closed words in the reader's language.

import { m } from '#app/paraglide/messages.js'
import type { GlyphShape } from '#app/ui/index.ts'
import type { Warning } from '../guard.ts'
import type { Author, Meeting, PostCard } from '../views.ts'
import type { PostPhase, Visibility } from '../words.ts'

const phases: Record<PostPhase, { name: () => string; glyph: GlyphShape }> = {
  before: { name: m.blogs_phase_before, glyph: 'preparing' },
  during: { name: m.blogs_phase_during, glyph: 'underway' },
  after: { name: m.blogs_phase_after, glyph: 'parting' },
}

export function phaseName(phase: PostPhase): string {
  return phases[phase].name()
}

export function phaseGlyph(phase: PostPhase): GlyphShape {
  return phases[phase].glyph
}

const visibilityNames: Record<Visibility, { name: () => string; help: () => string }> = {
  participants: { name: m.blogs_visibility_participants, help: m.blogs_visibility_participants_help },
  unit: { name: m.blogs_visibility_unit, help: m.blogs_visibility_unit_help },
  everyone: { name: m.blogs_visibility_everyone, help: m.blogs_visibility_everyone_help },
}

export function visibilityName(visibility: Visibility): string {
  return visibilityNames[visibility].name()
}

export function visibilityHelp(visibility: Visibility): string {
  return visibilityNames[visibility].help()
}

const warningNames = {
  identity_number: m.blogs_warning_identity_number,
  phone: m.blogs_warning_phone,
  birth: m.blogs_warning_birth,
  age_place_time: m.blogs_warning_age_place_time,
} as const

export function warningName({ kind }: Warning): string {
  return warningNames[kind]()
}

/** "Samira, undersköterska", or what stands where a name was withdrawn. */
export function authorName({ author, kind }: Pick<PostCard, 'author'> & { kind?: PostCard['kind'] }): string {
  if (kind === 'summary') return m.blogs_by_both()
  return author.name ?? m.blogs_name_withdrawn()
}

/** "undersköterska · värd, Tallbacken": what is known, in that order. */
export function authorAbout(author: Author): string {
  const side = author.side === 'host' ? m.blogs_side_host() : author.side === 'guest' ? m.blogs_side_guest() : ''
  return [author.profession, [side, author.organisation].filter(Boolean).join(', ')].filter(Boolean).join(' · ')
}

/** "Nordvik och Rosslea hos Tallbacken" */
export function meetingName(meeting: Meeting, list: (items: readonly string[]) => string): string {
  return meeting.guests.length > 0 ? m.blogs_meeting({ guests: list(meeting.guests), host: meeting.host }) : meeting.host
}
