// The nouns of a walk. Table columns take their lists from here, so this file imports nothing.

/** Who walks: each on a track of their own, and both in the joint steps. */
export const walkers = ['resource_person', 'leader'] as const
export type Walker = (typeof walkers)[number]

/** Whoever walks beside. */
export function otherWalker(walker: Walker): Walker {
  return walker === 'leader' ? 'resource_person' : 'leader'
}

/** What came of a talk that was planned; without one it is still ahead, or waits to be noted. */
export const talkOutcomes = ['held', 'not_held', 'cancelled'] as const
export type TalkOutcome = (typeof talkOutcomes)[number]

/** What a joint goal is measured by: an indicator at a unit, or a goal of a visit. */
export type GoalLink =
  | { kind: 'indicator'; indicatorId: string; unitId: string }
  | { kind: 'visit_goal'; visitId: string; goalId: string }
/** `link`: null for what the two notice themselves. */
export type JointGoal = { text: string; link: GoalLink | null }
