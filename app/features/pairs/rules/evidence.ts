// What somebody has done at work that counts on the path by itself. Nothing is kept of it here: what is taken back, counts no longer.
import { z } from 'zod'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { type Walker, walkers } from '../words.ts'
import { doneKey } from './progress.ts'

/**
 * `taught`: a session that a manager has signed. `taught_on`: somebody who learnt it there has taught it on, signed too.
 * `work_…`: an improvement work of the own side of a visit that the person, asked again some months later, says is tested, or
 * implemented, where they work. `cycle_…`: a cycle of plan, do, study, act that the two keep: tested at work, studied, and a second one that led to a decision.
 */
export const evidenceKinds = [
  'visit_hosted',
  'post_published',
  'taught',
  'taught_on',
  'work_tested',
  'work_implemented',
  'cycle_tested',
  'cycle_studied',
  'cycle_again',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Which activity a kind of evidence speaks to. */
export const evidenceRule = z.strictObject({
  kind: z.enum(evidenceKinds),
  module: z.string(),
  track: z.enum(walkers),
  activity: z.string(),
})
export type EvidenceRule = z.infer<typeof evidenceRule>

/** `about`: the visit, post, session, improvement work or cycle that it is. */
export type Evidence = { kind: EvidenceKind; personId: string; at: Date; about: string }

export type Counted = Evidence & { moduleId: string; activityId: string }

/** The rules that hold for a path: those of its own, or of the path it was made from, for activities that are still on it. */
export function rulesFor(path: LearningPath, known: ReadonlyMap<string, readonly EvidenceRule[]>): EvidenceRule[] {
  const origin = [path.id, ...path.madeFrom.map((one) => one.pathId)].find((id) => known.has(id))
  const rules = origin ? (known.get(origin) ?? []) : []
  return rules.filter((rule) =>
    path.modules.some(
      (module) => module.id === rule.module && module.tracks[rule.track].some((step) => step.id === rule.activity),
    ),
  )
}

/** For each activity of somebody's track the first thing that counts there, of what was done since the walk was started. */
export function whatCounts(
  evidence: readonly Evidence[],
  rules: readonly EvidenceRule[],
  { personId, track, since }: { personId: string; track: Walker; since: Date },
): Map<string, Counted> {
  const own = evidence
    .filter((one) => one.personId === personId && one.at.getTime() >= since.getTime())
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const onTrack = rules.filter((rule) => rule.track === track)
  const counted = new Map<string, Counted>()
  for (const one of own) {
    for (const { module: moduleId, activity: activityId } of onTrack.filter((rule) => rule.kind === one.kind)) {
      const key = doneKey(moduleId, activityId)
      if (!counted.has(key)) counted.set(key, { ...one, moduleId, activityId })
    }
  }
  return counted
}

const words = z.string().trim().max(4_000).default('')

/** A cycle as the two keep it. `version`: the one the form was made from, 0 for a new one. */
export const cycleInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(0),
  onDay: z.iso.date(),
  plan: z.string().trim().min(1).max(4_000),
  done: words,
  study: words,
  act: words,
})

type Cycle = {
  id: string
  done: string
  study: string
  act: string
  testedAt: Date | null
  studiedAt: Date | null
  actedAt: Date | null
}

/** What the cycles of a pair count as, for one of the two. A second cycle counts when it, too, has led to a decision. */
export function evidenceOfCycles(cycles: readonly Cycle[], personId: string): Evidence[] {
  const acted = cycles
    .flatMap((one) => (one.act !== '' && one.actedAt ? [{ about: one.id, at: one.actedAt }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const of = (kind: EvidenceKind, about: string, at: Date): Evidence => ({ kind, personId, about, at })
  return [
    ...cycles.flatMap((one) => (one.done !== '' && one.testedAt ? [of('cycle_tested', one.id, one.testedAt)] : [])),
    ...cycles.flatMap((one) => (one.study !== '' && one.studiedAt ? [of('cycle_studied', one.id, one.studiedAt)] : [])),
    ...acted.slice(1).map(({ about, at }) => of('cycle_again', about, at)),
  ]
}
