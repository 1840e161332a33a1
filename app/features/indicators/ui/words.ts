// Numbers and periods as people read them. A number is also a sentence; a decimal never contradicts the status.
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { nameOf, numberOf, type Period, type Quarter, yearOf } from '../rules/periods.ts'
import { tenthsOf } from '../rules/status.ts'
import type { Counts, Target } from '../rules/words.ts'

export type Kind = 'share' | 'net' | 'count' | 'status' | 'external_review'

/** "kvartal 2 2026", "hösten 2026", "2026", "kvartal 3 2025 – kvartal 2 2026". */
export function periodWords(period: Period): string {
  const name = nameOf(period)
  if (name.kind === 'quarter') return m.indicators_quarter({ number: name.number, year: name.year })
  if (name.kind === 'spring') return m.indicators_spring({ year: name.year })
  if (name.kind === 'autumn') return m.indicators_autumn({ year: name.year })
  if (name.kind === 'span')
    return m.indicators_span({ from: m.indicators_quarter(name.from), to: m.indicators_quarter(name.to) })
  return String(name.year)
}

/** "kv 2 26": for the axis of a chart. */
export function shortQuarter(quarter: Quarter): string {
  const year = String(yearOf(quarter) % 100).padStart(2, '0')
  return m.indicators_quarter_short({ number: numberOf(quarter), year })
}

/** "88,3 %", "+25,0", "12". The denominator must not be 0. */
export function valueWords(kind: Kind, counts: Counts, target: Target | null = null): string {
  if (kind === 'count') return formatNumber(counts.numerator)
  if (kind === 'status' || kind === 'external_review') return m.indicators_of_units({ ...counts })
  const tenths = tenthsOf(counts, target)
  if (kind === 'net') return signed(tenths)
  return m.indicators_percent({ value: formatNumber(tenths / 10, 1) })
}

/** "77,8 %", of a share 0–1. */
export function shareWords(share: number): string {
  return m.indicators_percent({ value: formatNumber(share * 100, 1) })
}

function signed(tenths: number): string {
  const number = formatNumber(Math.abs(tenths) / 10, 1)
  if (tenths === 0) return number
  return tenths > 0 ? `+${number}` : `−${number}`
}

/** The limit alone: "85 %", "+30", "12". */
export function limitWords(kind: Kind, target: Counts): string {
  if (kind === 'count') return formatNumber(target.numerator)
  const tenths = Math.round((target.numerator * 1000) / target.denominator)
  const decimals = tenths % 10 === 0 ? 0 : 1
  if (kind === 'net') return `${tenths < 0 ? '−' : ''}${formatNumber(Math.abs(tenths) / 10, decimals)}`
  return m.indicators_percent({ value: formatNumber(tenths / 10, decimals) })
}

/** "mer än 85 %" */
export function targetWords(kind: Kind, target: Target): string {
  const limit = limitWords(kind, target)
  if (target.comparator === '>') return m.indicators_over({ limit })
  if (target.comparator === '>=') return m.indicators_at_least({ limit })
  if (target.comparator === '<') return m.indicators_under({ limit })
  return m.indicators_at_most({ limit })
}

/** "över 85": the target beside its line on a chart, whose axis says what 85 is. */
export function chartTargetWords(kind: Kind, target: Target): string {
  const tenths = Math.round((target.numerator * 1000) / target.denominator)
  const limit = kind === 'count' ? formatNumber(target.numerator) : formatNumber(tenths / 10, tenths % 10 === 0 ? 0 : 1)
  if (target.comparator === '>') return m.indicators_chart_over({ limit })
  if (target.comparator === '>=') return m.indicators_at_least({ limit })
  if (target.comparator === '<') return m.indicators_chart_under({ limit })
  return m.indicators_at_most({ limit })
}

/** The median of a series: a decimal for percent and scores, none for pieces. */
export function medianWords(kind: Kind, median: number): string {
  return formatNumber(median, kind === 'count' ? 0 : 1)
}

/** "upp 4,9", "ner 3,3", "oförändrat": the difference of what is written, so that a reader can check it. */
export function changeWords(kind: Kind, now: Counts, before: Counts): string {
  const difference = kind === 'count' ? (now.numerator - before.numerator) * 10 : tenthsOf(now) - tenthsOf(before)
  if (difference === 0) return m.indicators_unchanged()
  const value = formatNumber(Math.abs(difference) / 10, kind === 'count' ? 0 : 1)
  return difference > 0 ? m.indicators_up({ value }) : m.indicators_down({ value })
}

/** First letter large, for labels that begin a line. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
