// What one browser has typed, field by field, until the server has it. Pure: the law is that a typed text is only let go when
// it is saved, or when its writer chose the other one.

/** What stands on the server. */
export type Standing = { text: string; version: string }

export type Draft = {
  text: string
  /** The version that `text` began from. */
  base: string
  /** clean: as on the server · dirty: typed, not sent · sending · conflict: somebody else wrote · refused: the server will not have it. */
  phase: 'clean' | 'dirty' | 'sending' | 'conflict' | 'refused'
  /** The text under way, to tell whether more was typed meanwhile. */
  sent?: string
  /** What somebody else wrote, and who. */
  theirs?: Standing & { by: string | null }
  /** Why the server refused. */
  why?: string
}

export type Drafts = Record<string, Draft>

export type DraftEvent =
  | { type: 'typed'; key: string; text: string }
  | { type: 'sending'; keys: readonly string[] }
  | { type: 'saved'; key: string; version: string }
  | { type: 'overtaken'; key: string; theirs: Standing & { by: string | null } }
  | { type: 'unreached'; keys: readonly string[] }
  | { type: 'refused'; key: string; why: string }
  | { type: 'kept_mine'; key: string }
  | { type: 'took_theirs'; key: string }
  | { type: 'dropped'; keys: readonly string[] }
  /** The page was read again: what stands now. */
  | { type: 'read'; fields: Readonly<Record<string, Standing>> }
  /** What this browser remembered from before. */
  | { type: 'remembered'; drafts: Readonly<Record<string, { text: string; base: string }>> }

export function draftsFrom(fields: Readonly<Record<string, Standing>>): Drafts {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, clean(field)]))
}

function clean({ text, version }: Standing): Draft {
  return { text, base: version, phase: 'clean' }
}

const blank: Draft = { text: '', base: '', phase: 'clean' }

export function draftsAfter(drafts: Drafts, event: DraftEvent): Drafts {
  switch (event.type) {
    case 'read':
      return afterReading(drafts, event.fields)
    case 'remembered':
      return afterRemembering(drafts, event.drafts)
    case 'sending':
      return each(drafts, event.keys, (draft) => ({ ...draft, phase: 'sending', sent: draft.text }))
    case 'unreached':
      return each(drafts, event.keys, (draft) => (draft.phase === 'sending' ? { ...draft, phase: 'dirty' } : draft))
    case 'dropped':
      return Object.fromEntries(Object.entries(drafts).filter(([key]) => !event.keys.includes(key)))
    default:
      return { ...drafts, [event.key]: afterOne(drafts[event.key] ?? blank, event) }
  }
}

function afterOne(draft: Draft, event: Extract<DraftEvent, { key: string }>): Draft {
  switch (event.type) {
    case 'typed': {
      const conflict = draft.phase === 'conflict'
      return { ...draft, text: event.text, phase: conflict ? 'conflict' : draft.phase === 'sending' ? 'sending' : 'dirty' }
    }
    case 'saved':
      if (draft.text === draft.sent) return { text: draft.text, base: event.version, phase: 'clean' }
      return { text: draft.text, base: event.version, phase: 'dirty' }
    case 'overtaken':
      return { text: draft.text, base: draft.base, phase: 'conflict', theirs: event.theirs }
    case 'refused':
      return { ...draft, phase: 'refused', why: event.why }
    case 'kept_mine':
      return draft.theirs ? { text: draft.text, base: draft.theirs.version, phase: 'dirty' } : draft
    case 'took_theirs':
      return draft.theirs ? clean(draft.theirs) : draft
  }
}

/** Fields nobody is typing in follow the server; the others keep their words and the version they began from. */
function afterReading(drafts: Drafts, fields: Readonly<Record<string, Standing>>): Drafts {
  const next: Drafts = { ...drafts }
  for (const [key, field] of Object.entries(fields)) {
    const draft = next[key]
    if (!draft || draft.phase === 'clean') next[key] = clean(field)
    else if (draft.text === field.text && draft.phase !== 'sending') next[key] = clean(field)
  }
  return next
}

function afterRemembering(drafts: Drafts, remembered: Readonly<Record<string, { text: string; base: string }>>): Drafts {
  const next: Drafts = { ...drafts }
  for (const [key, { text, base }] of Object.entries(remembered)) {
    const standing = next[key] ?? blank
    if (standing.phase === 'clean' && standing.text !== text) next[key] = { text, base, phase: 'dirty' }
  }
  return next
}

function each(drafts: Drafts, keys: readonly string[], change: (draft: Draft) => Draft): Drafts {
  const next: Drafts = { ...drafts }
  for (const key of keys) next[key] = change(next[key] ?? blank)
  return next
}

/** The fields that have something to send now. */
export function unsentIn(drafts: Drafts): string[] {
  return Object.keys(drafts).filter((key) => drafts[key]?.phase === 'dirty')
}

/** Everything that is not safe on the server: what the browser has to remember. */
export function unsafeIn(drafts: Drafts): Record<string, { text: string; base: string }> {
  const unsafe = Object.entries(drafts).filter(([, draft]) => draft.phase !== 'clean')
  return Object.fromEntries(unsafe.map(([key, { text, base }]) => [key, { text, base }]))
}
