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
  const drafts: Draft[] = register.map((known) => ({ known, fields: known, said: new Set(), line: 0, courses: [] }))
  const touched = new Set<Draft>()
  for (const line of lines) {
    const tell = (column: Column | null, problem: string) => void faults.push({ line: line.line, column, problem })
    const draft = draftFor(drafts, line)
    if (draft === 'ambiguous') {
      tell('name', 'training_error_ambiguous')
      continue
    }
    touched.add(draft)
    take(draft, line, tell)
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

/** The person that the line is about: by address, else by reference, else by a name that nothing speaks against. */
function draftFor(drafts: Draft[], line: RegisterLine): Draft | 'ambiguous' {
  const same = (a: string, b: string) => a !== '' && a.toLowerCase() === b.toLowerCase()
  const byEmail = drafts.filter(({ fields }) => same(fields.email, line.email))
  const byReference = drafts.filter(({ fields }) => same(fields.reference, line.reference))
  const byName = drafts.filter(
    ({ fields }) =>
      same(plain(fields.name), plain(line.name)) &&
      (line.email === '' || fields.email === '') &&
      (line.reference === '' || fields.reference === ''),
  )
  const known = [...new Set([...byEmail, ...byReference])]
  const hits = known.length > 0 ? known : byName
  if (hits.length > 1) return 'ambiguous'
  if (hits[0]) return hits[0]
  const nothing = { name: '', email: '', reference: '', supervising: null, employedFrom: null, employedUntil: null }
  const draft: Draft = { known: null, fields: nothing, said: new Set(), line: line.line, courses: [] }
  drafts.push(draft)
  return draft
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
