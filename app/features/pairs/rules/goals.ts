// The goals of a joint step, as a form sends them: a text each, and what it is measured by.
import { z } from 'zod'
import { id } from '#app/kernel/ids.ts'
import type { GoalLink, JointGoal } from '../words.ts'

/** Goals of one joint step: more than a few are none. */
export const MOST_GOALS = 8

const row = z.object({
  text: z.string().trim().max(2_000).default(''),
  /** As `measureOf` writes it; empty for what the two notice themselves. */
  measure: z.string().max(100).default(''),
  /** Where an indicator is measured. */
  unitId: id.optional(),
})

/** Rows in which nothing was written are left out; at least one goal is. */
export const goalsInput = z
  .array(row)
  .max(MOST_GOALS)
  .default([])
  .transform((rows, context): JointGoal[] => {
    const goals = rows.flatMap(({ text, measure, unitId }, index): JointGoal[] => {
      if (text === '' && measure === '') return []
      if (text === '') context.addIssue({ code: 'custom', path: [index, 'text'], message: 'pairs_error_goal_text' })
      const link = linkIn(measure, unitId)
      if (measure !== '' && !link) {
        context.addIssue({ code: 'custom', path: [index, 'measure'], message: 'pairs_error_goal_link' })
      }
      return [{ text, link }]
    })
    if (goals.length === 0) context.addIssue({ code: 'custom', path: [0, 'text'], message: 'pairs_error_goal_none' })
    return goals
  })

/** What was chosen, as the value of a choice; the unit of an indicator is chosen beside it. */
export function measureOf(link: GoalLink | null): string {
  if (!link) return ''
  return link.kind === 'indicator' ? `indicator:${link.indicatorId}` : `goal:${link.visitId}:${link.goalId}`
}

/** The other way round; null for what is none. */
function linkIn(measure: string, unitId: string | undefined): GoalLink | null {
  const [kind, one = '', two = ''] = measure.split(':')
  if (kind === 'indicator') return one && unitId ? { kind, indicatorId: one, unitId } : null
  const isGoal = kind === 'goal' && id.safeParse(one).success && id.safeParse(two).success
  return isGoal ? { kind: 'visit_goal', visitId: one, goalId: two } : null
}

/** Is it measured by the same thing? An indicator at another unit is another one. */
export function isSameLink(a: GoalLink | null, b: GoalLink | null): boolean {
  if (!a || !b) return a === b
  if (a.kind === 'indicator') return b.kind === 'indicator' && a.indicatorId === b.indicatorId && a.unitId === b.unitId
  return b.kind === 'visit_goal' && a.goalId === b.goalId && a.visitId === b.visitId
}
