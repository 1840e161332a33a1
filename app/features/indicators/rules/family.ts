// Tables whose total is exact (people asked and answering, per visit and unit): what may be printed so that nobody small can
// be found by subtraction. Indicators need none of this: their totals are made of steps (cuts.ts).
import type { StatusName } from './status.ts'

export type Cell = { count: number }
export type Shielding = Extract<StatusName, 'hidden' | 'hidden_protects'> | 'shown'

/**
 * For the parts of a shown total: which may be shown (DOMAIN 5.5). Parts of 1 … least − 1 are hidden; when what is hidden
 * could be found as total minus the rest and is one part, or together fewer than `least`, the smallest shown parts are hidden
 * too. Parts of 0 count nobody and need no hiding. When nothing is left to hide behind, `total` must be hidden as well.
 */
export function protectFamily(parts: readonly Cell[], least: number): { parts: Shielding[]; total: Shielding } {
  const shielding: Shielding[] = parts.map(({ count }) => (count > 0 && count < least ? 'hidden' : 'shown'))
  const isShort = () => {
    const hidden = parts.filter((_, index) => shielding[index] !== 'shown')
    const sum = hidden.reduce((total, part) => total + part.count, 0)
    return hidden.length > 0 && (hidden.length === 1 || sum < least)
  }
  while (isShort()) {
    const smallest = smallestShown(parts, shielding)
    if (smallest === undefined) {
      const total = parts.reduce((sum, part) => sum + part.count, 0)
      return { parts: shielding, total: total < least ? 'hidden' : 'shown' }
    }
    shielding[smallest] = 'hidden_protects'
  }
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  return { parts: shielding, total: total > 0 && total < least ? 'hidden' : 'shown' }
}

function smallestShown(parts: readonly Cell[], shielding: readonly Shielding[]): number | undefined {
  let smallest: number | undefined
  parts.forEach((part, index) => {
    if (shielding[index] !== 'shown' || part.count === 0) return
    if (smallest === undefined || part.count < (parts[smallest] as Cell).count) smallest = index
  })
  return smallest
}
