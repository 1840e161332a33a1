// How a register is written as a table: columns and words in three languages, all of which are understood when it is read.
import type { Locale } from '#app/kernel/locales.ts'
import { type Supervising, supervisingKinds } from '../words.ts'

type Spoken = Record<Locale, string> & { also?: readonly string[] }

const columns = {
  name: { sv: 'namn', nb: 'navn', en: 'name' },
  email: { sv: 'e-post', nb: 'e-post', en: 'e-mail', also: ['email', 'epost', 'e-postadress', 'e-postadresse', 'mail'] },
  reference: { sv: 'referens', nb: 'referanse', en: 'reference' },
  supervising: { sv: 'handledning', nb: 'veiledning', en: 'supervision' },
  employedFrom: { sv: 'anställd från', nb: 'ansatt fra', en: 'employed from' },
  employedUntil: { sv: 'sista dag', nb: 'siste dag', en: 'last day' },
  step: { sv: 'steg', nb: 'trinn', en: 'step' },
  takenOn: { sv: 'kursdag', nb: 'kursdag', en: 'course day' },
  provider: { sv: 'anordnare', nb: 'arrangør', en: 'provider' },
  place: { sv: 'var', nb: 'hvor', en: 'where', also: ['ort', 'sted', 'place'] },
  note: { sv: 'anteckning', nb: 'merknad', en: 'note' },
} as const satisfies Record<string, Spoken>

export type Column = keyof typeof columns
export const columnKeys = Object.keys(columns) as Column[]

const supervisingWords: Record<Supervising, Spoken> = {
  supervises: { sv: 'handleder', nb: 'veileder', en: 'supervises' },
  can_be_assigned: {
    ...{ sv: 'kan få handleda', nb: 'kan få veiledningsoppgaver', en: 'can be assigned' },
    also: ['kan handleda', 'kan tilldelas', 'kan tildeles', 'kan veilede', 'can_be_assigned'],
  },
  neither: { sv: 'varken eller', nb: 'ingen av delene', en: 'neither', also: ['nej', 'nei', 'no'] },
}

/** The heading that is written. */
export function columnWord(column: Column, locale: Locale): string {
  return columns[column][locale]
}

/** The column a heading means, in any of the languages or as it was called before. */
export function columnIn(heading: string): Column | undefined {
  return columnKeys.find((column) => isSaid(columns[column], heading))
}

/** The word that is written into a cell. */
export function supervisingToWrite(kind: Supervising, locale: Locale): string {
  return supervisingWords[kind][locale]
}

/** What a cell means, in any of the languages. */
export function supervisingIn(cell: string): Supervising | undefined {
  return supervisingKinds.find((kind) => isSaid(supervisingWords[kind], cell))
}

function isSaid({ sv, nb, en, also = [] }: Spoken, text: string): boolean {
  return [sv, nb, en, ...also].includes(text.trim().toLowerCase().replace(/\s+/g, ' '))
}

/** '2025-02-03', or as Nordic spreadsheets write it: 3.2.2025, 03/02/2025. */
export function dayIn(cell: string): string {
  const [, date, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(cell) ?? []
  return year ? `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` : cell
}

/** "1", "steg 1", "Trinn 1". */
export function stepIn(cell: string): string {
  return cell.replace(/^(?:steg|trinn|step)\s*/i, '')
}
