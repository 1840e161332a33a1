// The series as a spreadsheet: the same shown numbers as the page, and a dash where the page prints one.
import { m } from '#app/paraglide/messages.js'
import type { IndicatorFile } from '../queries.server.ts'
import type { Sum } from '../rules/series.ts'
import { percent } from '../rules/status.ts'
import type { Tally } from '../rules/words.ts'
import { periodWords } from './words.ts'

/** Semicolons and a byte-order mark, which Nordic spreadsheets open as they are. Decimal points, so that programs can read it. */
export function csvOf(file: IndicatorFile): string {
  const head = [
    m.indicators_column_unit(),
    m.indicators_column_group(),
    m.indicators_column_period(),
    m.indicators_column_value(),
    m.indicators_formula_numerator(),
    m.indicators_formula_denominator(),
    m.indicators_column_answers(),
  ]
  const here = file.around.unit.name
  const whole = periodWords(file.period)
  const figures = (sum: Sum) => (sum.state === 'shown' ? figuresOf(file, sum.shown) : ['–', '–', '–', '–'])
  const lines = [
    head,
    ...file.points.map((point) => [here, '', periodWords(point.period), ...figuresOf(file, point.shown)]),
    [here, '', whole, ...figures(file.value)],
    ...file.groups.map((group) => [here, group.title, whole, ...figures(group.sum)]),
    ...file.units.map((unit) => [unit.title, '', whole, ...figures(unit.sum)]),
  ]
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`
}

function figuresOf({ indicator, target }: IndicatorFile, shown: Tally): string[] {
  const { numerator, denominator, answers } = shown
  if (indicator.kind === 'count') return [String(numerator), String(numerator), '', '']
  const value = denominator === 0 ? '–' : percent(numerator, denominator, target?.target).toFixed(1)
  return [value, String(numerator), String(denominator), String(answers)]
}

/** Quoted when it must be, and never read as a formula: a name that begins like one gets an apostrophe. */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const safe = !isNumber && /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
