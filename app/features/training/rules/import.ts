// What a table would change in a register: who is new, who is changed, which courses come along. It never takes anybody out.
import type { Day } from '#app/kernel/days.ts'
import type { Supervising } from '../words.ts'
import type { Column } from './columns.ts'
import type { CourseLine, Fault, RegisterLine } from './lines.ts'

type Fields = {
  name: string
  email: string
  reference: string
  supervising: Supervising
  employedFrom: Day | null
  employedUntil: Day | null
}

type Course = CourseLine & { id: string }
export type KnownEmployee = Fields & { id: string; courses: readonly Course[] }

export type Planned = {
  /** The row that is changed; null for somebody new. */
  id: string | null
  fields: Fields
  /** What differs in the row itself. */
  changed: (keyof Fields)[]
  /** Courses to add, and (with id) those whose provider, place or note differs. */
  courses: (CourseLine & { id: string | null })[]
}

export type ImportPlan = { planned: Planned[]; same: number }

type Draft = {
  known: KnownEmployee | null
  fields: Omit<Fields, 'supervising'> & { supervising: Supervising | null }
  /** Where each field was last said in the file, so that two lines about one person cannot say two things. */
  said: Set<keyof Fields>
  line: number
  courses: (CourseLine & { line: number })[]
}

const fieldKeys = ['name', 'email', 'reference', 'supervising', 'employedFrom', 'employedUntil'] as const

/** Lines of one person are taken together; the same table twice plans nothing the second time. */
export function planImport(
  register: readonly KnownEmployee[],
  lines: readonly RegisterLine[],
): { plan: ImportPlan; faults: Fault[] } {
  const faults: Fault[] = []
  const index: Index = new Map()
  for (const known of register) enter(index, { known, fields: known, said: new Set(), line: 0, courses: [] })
  const touched = new Set<Draft>()
  for (const line of lines) {
    const tell = (column: Column | null, problem: string) => void faults.push({ line: line.line, column, problem })
    const draft = draftFor(index, line)
    if (draft === 'ambiguous') {
      tell('name', 'training_error_ambiguous')
      continue
    }
    touched.add(draft)
    take(draft, line, tell)
    enter(index, draft)
  }
  for (const { line, fields } of touched) {
    const tell = (column: Column, problem: string) => void faults.push({ line, column, problem })
    if (fields.supervising === null) tell('supervising', 'training_error_supervising')
    const { employedFrom, employedUntil } = fields
    if (employedFrom && employedUntil && employedFrom > employedUntil) tell('employedUntil', 'training_error_day_order')
  }
  const all = faults.length > 0 ? [] : [...touched].map(planned)
  const changes = all.filter(({ id, changed, courses }) => id === null || changed.length > 0 || courses.length > 0)
  return {
    plan: { planned: changes, same: all.length - changes.length },
    faults: faults.sort((a, b) => a.line - b.line).slice(0, 50),
  }
}

/** Who goes by an address, a reference or a name: so that a long table is not compared line by line with a long register. */
type Index = Map<string, Set<Draft>>
type Known = Pick<Draft['fields'], 'name' | 'email' | 'reference'>

function keysOf({ name, email, reference }: Known) {
  const key = (kind: string, text: string) => (text === '' ? '' : `${kind} ${text.toLowerCase()}`)
  return { email: key('email', email), reference: key('reference', reference), name: key('name', plain(name)) }
}

function enter(index: Index, draft: Draft): void {
  for (const key of Object.values(keysOf(draft.fields)).filter(Boolean)) {
    const known = index.get(key) ?? new Set()
    index.set(key, known.add(draft))
  }
}

/** The person that the line is about: by address, else by reference, else by a name that nothing speaks against. */
function draftFor(index: Index, line: RegisterLine): Draft | 'ambiguous' {
  const keys = keysOf(line)
  const going = (by: keyof typeof keys) =>
    [...(index.get(keys[by]) ?? [])].filter(({ fields }) => keysOf(fields)[by] === keys[by])
  const known = [...new Set([...going('email'), ...going('reference')])]
  const isFree = ({ fields }: Draft) =>
    (line.email === '' || fields.email === '') && (line.reference === '' || fields.reference === '')
  const hits = known.length > 0 ? known : going('name').filter(isFree)
  if (hits.length > 1) return 'ambiguous'
  if (hits[0]) return hits[0]
  const nothing = { name: '', email: '', reference: '', supervising: null, employedFrom: null, employedUntil: null }
  return { known: null, fields: nothing, said: new Set(), line: line.line, courses: [] }
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

function take(draft: Draft, line: RegisterLine, tell: (column: Column | null, problem: string) => void): void {
  if (draft.line === 0) draft.line = line.line
  for (const key of fieldKeys) {
    const value = line[key]
    if (value === '' || value === null) continue
    if (draft.said.has(key) && draft.fields[key] !== value) tell(key, 'training_error_two_values')
    draft.said.add(key)
    draft.fields = { ...draft.fields, [key]: value }
  }
  const { course } = line
  if (!course) return
  const isTwice = draft.courses.some((other) => other.step === course.step && other.takenOn === course.takenOn)
  if (isTwice) tell('takenOn', 'training_error_course_twice')
  draft.courses.push({ ...course, line: line.line })
}

function planned({ known, fields, courses }: Draft): Planned {
  const row = { ...fields, supervising: fields.supervising ?? 'neither' }
  const { name, email, reference, supervising, employedFrom, employedUntil } = row
  return {
    id: known?.id ?? null,
    fields: { name, email, reference, supervising, employedFrom, employedUntil },
    changed: known ? fieldKeys.filter((key) => known[key] !== row[key]) : [],
    courses: courses.flatMap((course): Planned['courses'] => {
      const before = known?.courses.find((one) => one.step === course.step && one.takenOn === course.takenOn)
      const { step, takenOn } = course
      const said = (key: 'provider' | 'place' | 'note') => course[key] || before?.[key] || ''
      const after = { step, takenOn, provider: said('provider'), place: said('place'), note: said('note') }
      if (!before) return [{ ...after, id: null }]
      const differs = (['provider', 'place', 'note'] as const).some((key) => before[key] !== after[key])
      return differs ? [{ ...after, id: before.id }] : []
    }),
  }
}
