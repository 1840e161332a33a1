// Quarters as one running number, so that periods can be compared and counted: year × 4 + 0 … 3.
import { type Day, utcDay } from '#app/kernel/days.ts'

export type Quarter = number

/** First and last quarter, both included. */
export type Period = { from: Quarter; to: Quarter }

export function quarterOf(day: Day): Quarter {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return year * 4 + Math.floor((month - 1) / 3)
}

export function yearOf(quarter: Quarter): number {
  return Math.floor(quarter / 4)
}

/** 1 … 4 */
export function numberOf(quarter: Quarter): number {
  return (quarter % 4) + 1
}

export function firstDayOf(quarter: Quarter): Day {
  return `${String(yearOf(quarter)).padStart(4, '0')}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`
}

/** The last four quarters, the running one included. */
export function lastYear(now: Quarter): Period {
  return { from: now - 3, to: now }
}

/** The same at an instant: the rolling period of every page of results, cut at midnight UTC. */
export function lastYearAt(now: Date): Period {
  return lastYear(quarterOf(utcDay(now)))
}

export function includes(period: Period, quarter: Quarter): boolean {
  return quarter >= period.from && quarter <= period.to
}

/** How a period is called: a quarter, a term (half a year), a year, or from one quarter to another. */
export type PeriodName =
  | { kind: 'quarter'; year: number; number: number }
  | { kind: 'spring' | 'autumn' | 'year'; year: number }
  | { kind: 'span'; from: { year: number; number: number }; to: { year: number; number: number } }

export function nameOf(period: Period): PeriodName {
  const year = yearOf(period.from)
  const length = period.to - period.from + 1
  if (length === 1) return { kind: 'quarter', year, number: numberOf(period.from) }
  if (length === 2 && period.from % 4 === 0) return { kind: 'spring', year }
  if (length === 2 && period.from % 4 === 2) return { kind: 'autumn', year }
  if (length === 4 && period.from % 4 === 0) return { kind: 'year', year }
  return {
    kind: 'span',
    from: { year, number: numberOf(period.from) },
    to: { year: yearOf(period.to), number: numberOf(period.to) },
  }
}
