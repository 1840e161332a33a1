// Reads a register from a table, one course a line: all that is wrong in it is told at once, by line and column.
import { CsvError, readCsv, unguarded } from '#app/kernel/csv.ts'
import type { Day } from '#app/kernel/days.ts'
import type { Supervising } from '../words.ts'
import { type Column, columnIn, dayIn, stepIn, supervisingIn } from './columns.ts'
import { cellOf, holdsIdentityNumber } from './employee.ts'
import { type Definition, definitionOn } from './steps.ts'

/** `problem` is a message key. Without column: it is about the whole line. */
export type Fault = { line: number; column: Column | null; problem: string }

export type CourseLine = { step: number; takenOn: Day; provider: string; place: string; note: string }

/** An empty cell says nothing: what is known stays as it is. */
export type RegisterLine = {
  line: number
  name: string
  email: string
  reference: string
  supervising: Supervising | null
  employedFrom: Day | null
  employedUntil: Day | null
  course: CourseLine | null
}

const mostLines = 3000
const mostFaults = 50

/** A table as lines, and all that is wrong with it by line and column. */
export function readRegisterLines(
  text: string,
  definitions: readonly Definition[],
): { lines: RegisterLine[]; faults: Fault[] } {
  const rows = rowsIn(text)
  if (!Array.isArray(rows)) return { lines: [], faults: [rows] }
  const [head, ...body] = rows
  const columns = (head?.cells ?? []).map(columnIn)
  if (!columns.includes('name')) return { lines: [], faults: [{ line: 1, column: null, problem: 'training_error_no_columns' }] }
  const unknown = columns.indexOf(undefined)
  const isNamed = (head?.cells[unknown] ?? '').trim() !== ''
  if (unknown >= 0 && isNamed)
    return { lines: [], faults: [{ line: 1, column: null, problem: 'training_error_unknown_column' }] }
  if (body.length > mostLines) {
    return { lines: [], faults: [{ line: mostLines + 2, column: null, problem: 'training_error_many_lines' }] }
  }
  const faults: Fault[] = []
  const lines = body.map(({ line, cells }) => {
    const tell = (column: Column | null, problem: string) => void faults.push({ line, column, problem })
    const cell = (column: Column) => unguarded((cells[columns.indexOf(column)] ?? '').trim())
    return readLine(line, cell, tell, definitions)
  })
  return { lines, faults: faults.slice(0, mostFaults) }
}

function rowsIn(text: string) {
  try {
    return readCsv(text)
  } catch (error) {
    if (error instanceof CsvError) return { line: error.line ?? 1, column: null, problem: 'training_error_quotation' }
    throw error
  }
}

type Tell = (column: Column | null, problem: string) => void

function readLine(
  line: number,
  cell: (column: Column) => string,
  tell: Tell,
  definitions: readonly Definition[],
): RegisterLine {
  /** The cell as the form's schema of the same field reads it; an empty cell is not judged. */
  const read = <T>(column: Exclude<Column, 'supervising'>, written = cell(column)): T | null => {
    if (written === '') return null
    if (holdsIdentityNumber(written)) {
      tell(column, 'training_error_identity_number')
      return null
    }
    const parsed = cellOf[column].safeParse(written)
    if (!parsed.success) tell(column, problemOf(column, parsed.error.issues[0]?.message))
    return parsed.success ? (parsed.data as T) : null
  }
  const words = cell('supervising')
  const supervising = words === '' ? null : (supervisingIn(words) ?? null)
  if (words !== '' && !supervising) tell('supervising', 'training_error_supervising')
  const name = read<string>('name') ?? ''
  if (cell('name') === '') tell('name', 'training_error_name')
  return {
    ...{ line, name, supervising },
    email: read<string>('email') ?? '',
    reference: read<string>('reference') ?? '',
    employedFrom: read<Day>('employedFrom', dayIn(cell('employedFrom'))),
    employedUntil: read<Day>('employedUntil', dayIn(cell('employedUntil'))),
    course: readCourse(cell, read, tell, definitions),
  }
}

type Read = <T>(column: Exclude<Column, 'supervising'>, written?: string) => T | null

function readCourse(
  cell: (column: Column) => string,
  read: Read,
  tell: Tell,
  definitions: readonly Definition[],
): CourseLine | null {
  const of = (column: 'provider' | 'place' | 'note') => read<string>(column) ?? ''
  const course = { provider: of('provider'), place: of('place'), note: of('note') }
  const step = read<number>('step', stepIn(cell('step')))
  const takenOn = read<Day>('takenOn', dayIn(cell('takenOn')))
  if (cell('step') === '' && cell('takenOn') !== '') tell('step', 'training_error_step_missing')
  if (cell('step') !== '' && cell('takenOn') === '') tell('takenOn', 'training_error_taken_missing')
  if (step === null || takenOn === null) return null
  if (!definitionOn(definitions, step, takenOn)) tell('step', 'training_error_no_step')
  return { step, takenOn, ...course }
}

/** Schemas say what they mind by a message key; what zod says itself becomes the column's own sentence. */
function problemOf(column: Column, message = ''): string {
  if (message.startsWith('training_error_')) return message
  if (column === 'email') return 'training_error_email'
  if (column === 'step') return 'training_error_step'
  return column === 'employedFrom' || column === 'employedUntil' || column === 'takenOn'
    ? 'training_error_day'
    : 'training_error_name'
}
