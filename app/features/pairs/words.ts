// The nouns of a walk. Table columns take their lists from here, so this file imports nothing.

/** Who walks: each on a track of their own, and both in the joint steps. */
export const walkers = ['resource_person', 'leader'] as const
export type Walker = (typeof walkers)[number]

export function otherWalker(walker: Walker): Walker {
  return walker === 'leader' ? 'resource_person' : 'leader'
}
