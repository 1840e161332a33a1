// The organisation tree as a table: one unit a line, named by its path.
import { CsvError, readCsv, unguarded, writeCsv } from '#app/kernel/csv.ts'
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
  return writeCsv([[...unitColumns], ...rows])
}

function oneOf<T extends string>(list: readonly T[], value: string, line: number, column: string): T {
  const found = list.find((each) => each === value)
  if (!found) throw new CsvError(`Line ${line}: ${column} is “${value}”; it must be one of ${list.join(', ')}.`)
  return found
}
