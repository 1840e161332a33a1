// Checklists and practice as somebody walks them: their own ticks, what they told, and what waits for the other one to sign.
import { and, isNull } from 'drizzle-orm'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { activityOf, moduleOf } from '#app/features/paths/rules/places.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pathTicks, practiceReports } from '#db/schema/index.ts'
import { canReadInside, canWriteJoint, walkerOf } from '../policy.ts'
import { leaderNow, nameOfOther, type PairFile } from '../rules/pair.ts'
import { practiceStanding } from '../rules/practice.ts'
import { otherWalker } from '../words.ts'
import { type ActivityKey, isOwnAt } from './own-activity.server.ts'
import { findPairFor } from './pairs.server.ts'
import { briefOf } from './walk.server.ts'

type Report = typeof practiceReports.$inferSelect

/** What an activity asks of the reader beside reading it; null for visitors and for kinds that ask nothing more. */
export async function findOwnWorkFor(
  actor: Actor,
  { path, pair, moduleId, activityId }: { path: LearningPath; pair: PairFile | null; moduleId: string; activityId: string },
  ctx: Ctx = here(),
) {
  if (actor.kind !== 'person') return null
  const { activity, track } = activityOf(moduleOf(path, moduleId).module, activityId)
  const key = { pathId: path.id, moduleId, activityId }
  if (activity.kind === 'checklist') {
    const ticked = await readTicks(actor, key, ctx)
    return { kind: 'checklist' as const, ticked }
  }
  const me = pair && walkerOf(actor, pair)
  if (activity.kind !== 'practice' || !pair || me !== track) return null
  const report = await readReport(actor.id, key, ctx)
  return {
    kind: 'practice' as const,
    other: nameOfOther(pair, me) ?? '',
    canHandIn: canWriteJoint(actor, pair) && practiceStanding(report) !== 'signed',
    report: report ? reportView(report) : null,
  }
}

/** What the other one has told of a practice task, to read, sign or send back. @throws not_found */
export async function findPracticeFor(
  actor: Person,
  { pairId, moduleId: asked, activityId }: { pairId: string; moduleId: string | undefined; activityId: string | undefined },
  ctx: Ctx = here(),
) {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canReadInside(actor, pair))
  const path = await readPath(pair, ctx)
  const { module } = moduleOf(path, asked)
  const { activity, track } = activityOf(module, activityId)
  const personId = found(track === 'leader' ? leaderNow(pair)?.personId : pair.resourcePerson.id)
  const report = found(await readReport(personId, { pathId: path.id, moduleId: module.id, activityId: activity.id }, ctx))
  hiddenUnless(report.pairId === pairId)
  return {
    ...{ pair: briefOf(actor, pair), path, module, activity, track, report: reportView(report), personId },
    canSign:
      walkerOf(actor, pair) === otherWalker(track) && canWriteJoint(actor, pair) && !report.signedAt && !report.returnedAt,
  }
}

function reportView(report: Report) {
  const { note, language, version, handedInAt, signedAt, returnNote, returnLanguage } = report
  const standing = practiceStanding(report)
  return { note, language, version, handedInAt, signedAt, returnNote, returnLanguage, standing }
}

/** What is not signed in these pairs: it waits for a signature, or sent back for who practised. Unguarded: for what waits for people, which asks whose turn it is. */
export async function readUnsignedPractice(pairIds: readonly string[], ctx: Ctx): Promise<Report[]> {
  if (pairIds.length === 0) return []
  return ctx.db
    .select()
    .from(practiceReports)
    .where(and(isAmong(practiceReports.pairId, pairIds), isNull(practiceReports.signedAt)))
}

/** Unguarded: the command asks who writes or signs. */
export async function readReport(personId: string, key: ActivityKey, ctx: Ctx): Promise<Report | null> {
  const [report] = await ctx.db
    .select()
    .from(practiceReports)
    .where(isOwnAt(practiceReports, personId, key))
  return report ?? null
}

async function readTicks(actor: Person, key: ActivityKey, ctx: Ctx): Promise<string[]> {
  const ticks = await ctx.db
    .select({ itemId: pathTicks.itemId })
    .from(pathTicks)
    .where(isOwnAt(pathTicks, actor.id, key))
  return ticks.map((one) => one.itemId)
}
