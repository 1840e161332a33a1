// Own measurements for a run chart, as somebody types them: one a line, the last number is the value, what stands before it the label.
export type Measurement = { label: string; value: number }

/** As many as fit a chart that can still be read. */
export const mostMeasurements = 60

/** Reads "v. 3: 12", "12 mars 4,5" or just "7". `unread`: lines without a number, as they were typed. */
export function readMeasurements(text: string): { measurements: Measurement[]; unread: string[]; left: number } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const measurements: Measurement[] = []
  const unread: string[] = []
  for (const line of lines.slice(0, mostMeasurements)) {
    const match = /^(.*?)(-?\d{1,9}(?:[.,]\d{1,6})?)\s*%?$/.exec(line)
    if (!match?.[2]) {
      unread.push(line)
      continue
    }
    const label = (match[1] ?? '').replace(/[\s:;=–-]+$/, '').slice(0, 30)
    measurements.push({ label: label || String(measurements.length + 1), value: Number(match[2].replace(',', '.')) })
  }
  return { measurements, unread, left: Math.max(0, lines.length - mostMeasurements) }
}
