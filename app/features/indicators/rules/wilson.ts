import type { Counts } from './words.ts'

/** The 97.5th percentile of the normal distribution. */
const z = 1.9599639845400536

/** The 95 % Wilson interval of a share, without continuity correction: shares 0–1 (DOMAIN 5.4). The denominator must not be 0. */
export function wilson({ numerator, denominator }: Counts): { low: number; high: number } {
  const share = numerator / denominator
  const weight = 1 + (z * z) / denominator
  const centre = (share + (z * z) / (2 * denominator)) / weight
  const half = (z / weight) * Math.sqrt((share * (1 - share)) / denominator + (z * z) / (4 * denominator * denominator))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
