// The organisation tree as a table: one unit a line, named by its path. RFC 4180, comma or semicolon, with or without BOM.
import { type Country, countries, type Language, languages, type UnitKind, unitKinds } from './rules.ts'

export type UnitLine = {
  line: number
  /** Names from the top to the unit itself. */
  path: string[]
  kind: UnitKind
  country: Country
  city: string
  placeCode: string | null
  language: Language
}

export const unitColumns = ['path', 'kind', 'country', 'city', 'place', 'language'] as const

/** What is wrong in the file, with its line. */
export class CsvError extends Error {}

const separator = ' / '

/** @throws CsvError that names the line */
export function readUnitLines(text: string): UnitLine[] {
  const [head, ...rows] = readCsv(text)
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const missing = ['path', 'kind', 'country', 'language'].filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new CsvError(`The first line must name the columns ${unitColumns.join(', ')}; missing: ${missing.join(', ')}.`)
  const seen = new Set<string>()
  return rows.map(({ line, cells }) => {
    const cell = (column: string) => unguarded((cells[columns.indexOf(column)] ?? '').trim())
    const path = cell('path')
      .split(separator)
      .map((name) => name.trim())
      .filter(Boolean)
    if (path.length === 0) throw new CsvError(`Line ${line}: the path is empty.`)
    if (seen.has(path.join(separator))) throw new CsvError(`Line ${line}: ${path.join(separator)} stands there twice.`)
    seen.add(path.join(separator))
    return {
      line,
      path,
      kind: oneOf(unitKinds, cell('kind'), line, 'kind'),
      country: oneOf(countries, cell('country').toUpperCase(), line, 'country'),
      city: cell('city'),
      placeCode: cell('place') || null,
      language: oneOf(languages, cell('language'), line, 'language'),
    }
  })
}

export function writeUnitLines(units: readonly Omit<UnitLine, 'line'>[]): string {
  const rows = units.map((unit) => [
    unit.path.join(separator),
    unit.kind,
    unit.country,
    unit.city,
    unit.placeCode ?? '',
    unit.language,
  ])
  return `\uFEFF${[[...unitColumns], ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

function oneOf<T extends string>(list: readonly T[], value: string, line: number, column: string): T {
  const found = list.find((each) => each === value)
  if (!found) throw new CsvError(`Line ${line}: ${column} is “${value}”; it must be one of ${list.join(', ')}.`)
  return found
}

/** Rows with the number of the line they begin on; empty lines are left out. */
function readCsv(text: string): { line: number; cells: string[] }[] {
  const source = text.replace(/^\uFEFF/, '')
  const comma = (source.split(/\r?\n/)[0] ?? '').includes(';') ? ';' : ','
  const rows: { line: number; cells: string[] }[] = []
  let [line, begun, cells, cell, inQuotes] = [1, 1, [] as string[], '', false]
  const endRow = () => {
    cells.push(cell)
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: begun, cells })
    cells = []
    cell = ''
    begun = line + 1
  }
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]
    if (inQuotes && sign === '"' && source[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') inQuotes = !inQuotes
    else if (!inQuotes && sign === comma) {
      cells.push(cell)
      cell = ''
    } else if (!inQuotes && sign === '\n') endRow()
    else if (!(sign === '\r' && !inQuotes)) cell += sign
    if (sign === '\n') line += 1
  }
  if (inQuotes) throw new CsvError(`Line ${begun}: a quotation mark is never closed.`)
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

/** Quoted when needed, and with a ' before what a spreadsheet would take for a formula. */
function quoted(value: string): string {
  const guarded = /^[=+\-@\t\0']/.test(value) ? `'${value}` : value
  return /["\r\n,;]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function unguarded(value: string): string {
  return /^'[=+\-@\t\0']/.test(value) ? value.slice(1) : value
}
