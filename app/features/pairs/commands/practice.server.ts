// Ticks of a checklist, and practice that the other one of the pair signs. Both make the activity done, and undone.
import type { z } from 'zod'
import { activityOf, moduleOf } from '#app/features/paths/rules/places.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { activitiesDone, pathTicks, practiceReports } from '#db/schema/index.ts'
import { canWriteJoint, walkerOf } from '../policy.ts'
import { type ActivityKey, isOwnAt } from '../queries/own-activity.server.ts'
import { findPracticeFor, readReport } from '../queries/practice.server.ts'
import { findReadingFor } from '../queries/reading.server.ts'
import { isAllTicked, type practiceInput, type practiceReturnInput } from '../rules/practice.ts'
import { changingPair } from './change-pair.server.ts'
import type { Place } from './own-track.server.ts'

/** Keeps which items are ticked now; the activity is done when all of them are. @throws not_found for what is no checklist */
export async function tickItems(
  actor: Person,
  { items, ...place }: Place & { items: string[] },
  ctx: Ctx = here(),
): Promise<void> {
  const { activity, key } = await placeOf(actor, place, ctx)
  if (activity.kind !== 'checklist') throw new DomainError('not_found')
  const ticked = activity.items.filter((item) => items.includes(item.id))
  await transaction(ctx, async (tx) => {
    await tx.db.delete(pathTicks).where(isOwnAt(pathTicks, actor.id, key))
    const row = { ...key, personId: actor.id, tickedAt: tx.now }
    if (ticked.length > 0) {
      // Sent twice at once, both find the list empty.
      const rows = ticked.map((item) => ({ ...row, itemId: item.id }))
      await tx.db.insert(pathTicks).values(rows).onConflictDoNothing()
    }
    await setDone(actor.id, key, isAllTicked(activity.items, new Set(items)), tx)
  })
}

/**
 * Tells how a practice task went; the other one is asked to sign. What was sent back can be told anew.
 * @throws conflict when it was handed in, signed or sent back since the form was made
 */
export async function handInPractice(
  actor: Person,
  { version, note, language, ...place }: Place & z.output<typeof practiceInput> & { language: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  const { activity, track, key, pair } = await placeOf(actor, place, ctx)
  if (activity.kind !== 'practice' || !pair) throw new DomainError('not_found')
  await changingPair(actor, pair.id, canWriteJoint, ctx, async (tx, locked) => {
    allowed(walkerOf(actor, locked) === track, 'pairs_error_not_now')
    const known = await readReport(actor.id, key, tx)
    if ((known?.version ?? 0) !== version || known?.signedAt) throw new DomainError('conflict', 'pairs_error_practice_changed')
    const said = { pairId: pair.id, note, language, version: version + 1, handedInAt: tx.now, returnedAt: null, returnNote: '' }
    await tx.db
      .insert(practiceReports)
      .values({ ...key, personId: actor.id, ...said })
      .onConflictDoUpdate({
        target: [practiceReports.personId, practiceReports.pathId, practiceReports.moduleId, practiceReports.activityId],
        set: said,
      })
    await enqueue(tx, 'notify', { event: 'pairs.practised', pairId: pair.id, ...key, walker: track, version: version + 1 })
  })
}

type About = { pairId: string; moduleId: string | undefined; activityId: string | undefined }

/** The other one signs: from then on the activity is done. @throws conflict when it has been told anew since */
export async function signPractice(
  actor: Person,
  { version, ...about }: About & { version: number },
  ctx: Ctx = here(),
): Promise<void> {
  await answering(actor, { version, ...about }, ctx, async (tx, { personId, key }) => {
    await change(personId, key, { signedAt: tx.now, signedBy: actor.id }, tx)
    await setDone(personId, key, true, tx)
  })
}

/** Sends it back with words about what is missing. @throws conflict as signPractice */
export async function returnPractice(
  actor: Person,
  { note, language, ...about }: About & z.output<typeof practiceReturnInput> & { language: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  await answering(actor, about, ctx, (tx, { personId, key }) =>
    change(personId, key, { returnedAt: tx.now, returnNote: note, returnLanguage: language }, tx),
  )
}

async function answering(
  actor: Person,
  { version, ...about }: About & { version: number },
  ctx: Ctx,
  answer: (tx: Ctx, of: { personId: string; key: ActivityKey }) => Promise<unknown>,
): Promise<void> {
  await changingPair(actor, about.pairId, canWriteJoint, ctx, async (tx) => {
    const { canSign, report, personId, path, module, activity } = await findPracticeFor(actor, about, tx)
    if (report.version !== version || report.standing !== 'handed_in')
      throw new DomainError('conflict', 'pairs_error_practice_changed')
    allowed(canSign, 'pairs_error_not_now')
    await answer(tx, { personId, key: { pathId: path.id, moduleId: module.id, activityId: activity.id } })
  })
}

function change(personId: string, key: ActivityKey, set: Partial<typeof practiceReports.$inferInsert>, ctx: Ctx) {
  return ctx.db
    .update(practiceReports)
    .set(set)
    .where(isOwnAt(practiceReports, personId, key))
}

async function setDone(personId: string, key: ActivityKey, isDone: boolean, ctx: Ctx): Promise<void> {
  if (!isDone) await ctx.db.delete(activitiesDone).where(isOwnAt(activitiesDone, personId, key))
  else
    await ctx.db
      .insert(activitiesDone)
      .values({ ...key, personId, doneAt: ctx.now })
      .onConflictDoNothing()
}

async function placeOf(actor: Person, place: Place, ctx: Ctx) {
  const { path, pair } = await findReadingFor(actor, place, ctx)
  const { module } = moduleOf(path, place.moduleId)
  const { activity, track } = activityOf(module, place.activityId)
  return { activity, track, pair, key: { pathId: path.id, moduleId: module.id, activityId: activity.id } }
}
