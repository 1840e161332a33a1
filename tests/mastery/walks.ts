// Walks as far as a test needs them: a pair that has agreed on every joint step, and people who have rated.

import { saveRating } from '#app/features/mastery/commands.server.ts'
import { latestInstrument } from '#app/features/mastery/reference.server.ts'
import type { Round } from '#app/features/mastery/words.ts'
import { endPair } from '#app/features/pairs/commands/keep-pair.server.ts'
import type { Walker } from '#app/features/pairs/words.ts'
import { shipped } from '#app/features/paths/reference.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { jointSteps } from '#db/schema/index.ts'
import { walking } from '#tests/pairs/pairs.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import type { TestCtx } from '#tests/support/db.ts'
import { aUser, type Unit } from '#tests/support/factories.ts'

/** `moduleIds`: those whose joint step is complete at `ctx.now`; all of them unless told. */
export async function agreed(pairId: string, ctx: TestCtx, moduleIds = allModules()): Promise<void> {
  await ctx.db.insert(jointSteps).values(
    moduleIds.map((moduleId) => ({
      ...{ pairId, moduleId, goals: [{ text: 'Ett mål', link: null }], time: '', notes: '', language: 'sv' },
      ...{ version: 1, writtenAt: ctx.now, completedAt: ctx.now },
    })),
  )
}

function allModules(): string[] {
  return shipped[0]?.modules.map(({ id }) => id) ?? []
}

/** What a form sends when every statement is given the same answer, but for those named. */
export function fieldsOf(walker: Walker, value: number, but: Record<string, string> = {}): Record<string, string> {
  const all = latestInstrument(walker).statements.map(({ id }) => [id, String(value)])
  return { ...Object.fromEntries(all), ...but }
}

/** A resource person and a manager of their own at the unit, who walk since `ctx.now`. */
export async function aWalkAt(unit: Unit, ctx: TestCtx, leader?: Person) {
  const resource = await aPersonWith(ctx, 'resource_person', { unit }, await aUser(ctx))
  const manager = leader ?? (await aPersonWith(ctx, 'unit_manager', { unit }, await aUser(ctx)))
  return { resource, manager, pairId: await walking(resource, manager, unit.id, ctx) }
}

/** Somebody at the unit walks, ends it two months later, and rates the end with `value`. */
export async function aRatedEnd(
  unit: Unit,
  { value, start = '2026-01-12T08:00:00Z' }: { value: number; start?: string },
  ctx: TestCtx,
) {
  const walk = await aWalkAt(unit, ctx.at(start))
  const over = ctx.at(new Date(Date.parse(start) + 60 * 86_400_000).toISOString())
  await agreed(walk.pairId, over, ['M0'])
  await endPair(walk.resource, { pairId: walk.pairId }, over)
  await rate(walk.resource, walk.pairId, 'end', value, over)
  return { ...walk, over }
}

export async function rate(
  person: Person,
  pairId: string,
  round: Round,
  value: number,
  ctx: TestCtx,
  walker: Walker = 'resource_person',
) {
  await saveRating(person, { pairId, round, fields: fieldsOf(walker, value) }, ctx)
}
