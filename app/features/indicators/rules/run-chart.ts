// Anhøj's two rules for a run chart (DOMAIN 5.1): has something changed, or is it chance? They say that, not why.

export type RunChartReading = {
  median: number
  points: number
  /** Points off the median: those on it neither break nor add to a run. */
  useful: number
  longestRun: number
  longestRunMax: number
  crossings: number
  crossingsMin: number
  verdict: 'too_few' | 'changed' | 'steady'
}

/** Useful points that the rules are validated for; with fewer the chart is drawn and not judged. */
export const fewestPoints = 10

/** Reads the values of a series in time order, or null when there is none. `median`: a frozen centre line instead of their own. */
export function readRunChart(values: readonly number[], median = medianOf(values)): RunChartReading | null {
  if (median === null) return null
  const sides = values.filter((value) => value !== median).map((value) => value > median)
  const useful = sides.length
  let longestRun = 0
  let crossings = 0
  let run = 0
  sides.forEach((side, index) => {
    const turned = index > 0 && side !== sides[index - 1]
    if (turned) crossings += 1
    run = turned ? 1 : run + 1
    longestRun = Math.max(longestRun, run)
  })
  const longestRunMax = longestRunLimit(useful)
  const crossingsMin = crossingsLimit(useful)
  const changed = longestRun > longestRunMax || crossings < crossingsMin
  const verdict = useful < fewestPoints ? 'too_few' : changed ? 'changed' : 'steady'
  return { median, points: values.length, useful, longestRun, longestRunMax, crossings, crossingsMin, verdict }
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}

/** The longest run that chance gives: round(log2 n) + 3. */
export function longestRunLimit(useful: number): number {
  return useful === 0 ? 0 : Math.round(Math.log2(useful)) + 3
}

/** The fewest crossings that chance gives: the 5th percentile of a binomial with n − 1 throws of a coin. */
export function crossingsLimit(useful: number): number {
  const throws = useful - 1
  if (throws < 1) return 0
  // Terms of (½ + ½)^throws, by logarithms so that long series do not underflow.
  let logTerm = -throws * Math.log(2)
  let sum = Math.exp(logTerm)
  let count = 0
  while (sum < 0.05) {
    count += 1
    logTerm += Math.log((throws - count + 1) / count)
    sum += Math.exp(logTerm)
  }
  return count
}
