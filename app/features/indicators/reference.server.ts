// The goal trees that ship (db/reference/indicators.json), checked and parsed once. Server only: pages get what they need of it.
import { z } from 'zod'
import type { Trilingual } from '#app/kernel/locales.ts'
import file from '#db/reference/indicators.json' with { type: 'json' }
import { comparators, type ReportLevel, type RespondentGroup, reportLevels, respondentGroups } from './rules/words.ts'

const words = z.strictObject({ sv: z.string().min(1), nb: z.string().min(1), en: z.string().min(1) })

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^(I\d\.\d\.\d|(CL|LP|UE)\d+)$/),
  title: words,
  /** `net`: promoters minus detractors; `status`: a step on the level scale; `external_review`: somebody else's judgement. */
  kind: z.enum(['share', 'net', 'count', 'status', 'external_review']),
  better: z.enum(['higher', 'lower']),
  target: z
    .strictObject({ comparator: z.enum(comparators), numerator: z.int().positive(), denominator: z.int().positive() })
    .nullable(),
  /** The step that a status indicator shall reach. */
  level: z.enum(['in_place']).optional(),
  /** The strategy says "high" or "good" and no number. */
  wish: z.enum(['high', 'good']).optional(),
  numerator: words.nullable(),
  denominator: words.nullable(),
  groups: z.array(z.enum(respondentGroups)).min(1),
  /** The group whose counts are a state that a register tells of: quarters take each other's place and are never added. */
  register: z.enum(respondentGroups).optional(),
  sources: z.array(z.string()).min(1),
  items: z.array(z.string()),
  /** What the leading and supporting measures say. */
  beside: z.strictObject({ leading: words.optional(), supporting: words.optional() }).optional(),
  interval: z.string().nullable(),
})

const schema = z.strictObject({
  version: z.int(),
  sets: z.array(
    z.strictObject({
      id: z.enum(['strategy', 'co_learning', 'learning_path', 'education_units']),
      title: words,
      origin: words,
      goals: z.array(
        z.strictObject({
          id: z.string(),
          title: words,
          effectGoals: z.array(
            z.strictObject({ id: z.string(), title: words.nullable(), indicators: z.array(indicatorSchema).min(1) }),
          ),
        }),
      ),
    }),
  ),
  groups: z.record(z.enum(respondentGroups), words),
  sources: z.record(z.string(), words),
  items: z.record(z.string(), words),
  /** What is reported of indicators that are no number. */
  levels: z.array(z.strictObject({ key: z.enum(reportLevels), title: words })).length(reportLevels.length),
})

export type GoalSet = z.infer<typeof schema>['sets'][number]
type Goal = GoalSet['goals'][number]
export type GoalSetId = GoalSet['id']

/** An indicator with where it hangs in its goal set. */
export type Indicator = z.infer<typeof indicatorSchema> & { set: GoalSet; goal: Goal; effectGoal: Goal['effectGoals'][number] }

const reference = schema.parse(file)

const byId = new Map<string, Indicator>()
for (const set of reference.sets) {
  for (const goal of set.goals) {
    for (const effectGoal of goal.effectGoals) {
      for (const indicator of effectGoal.indicators) byId.set(indicator.id, { ...indicator, set, goal, effectGoal })
    }
  }
}

export const goalSets: readonly GoalSet[] = reference.sets
export const indicators: readonly Indicator[] = [...byId.values()]

/** The goal set in an address, or undefined for anything else. */
export function goalSetIn(asked: string | null): GoalSetId | undefined {
  return reference.sets.find((set) => set.id === asked)?.id
}

export function isIndicator(id: string): boolean {
  return byId.has(id)
}

export function indicatorOf(id: string): Indicator | undefined {
  return byId.get(id)
}

export function groupTitle(group: RespondentGroup): Trilingual {
  return reference.groups[group]
}

export function levelTitle(level: ReportLevel): Trilingual | undefined {
  return reference.levels.find((one) => one.key === level)?.title
}

export function sourceTitle(source: string): Trilingual | undefined {
  return reference.sources[source]
}

/** The question as it is asked, by item id. */
export function itemText(item: string): Trilingual | undefined {
  return reference.items[item]
}
