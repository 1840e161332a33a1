// Two wards of one region and those who teach there, for tests of the teaching log.

import { confirmByLink } from '#app/features/teaching/commands/learners.server.ts'
import { makeTeachingLink } from '#app/features/teaching/commands/links.server.ts'
import { logSession } from '#app/features/teaching/commands/log.server.ts'
import type { SessionInput } from '#app/features/teaching/rules/session.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import type { TestCtx } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'

/** Samira and Yusuf at Tallbacken, led by Elsa; Ali at Lindhaga, led by Nils; Tove leads education in the region. */
export async function twoWards(ctx: TestCtx) {
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Öst' })
  const ward = await aUnit(ctx, { name: 'Tallbacken', parent: region })
  const other = await aUnit(ctx, { name: 'Lindhaga', parent: region })
  const person = async (kind: Parameters<typeof aPersonWith>[1], unit: { id: string }, name: string) =>
    aPersonWith(ctx, kind, { unit }, await aUser(ctx, { name }))
  return {
    ...{ region, ward, other },
    samira: await person('resource_person', ward, 'Samira Nilsson'),
    yusuf: await person('member', ward, 'Yusuf Demir'),
    elsa: await person('unit_manager', ward, 'Elsa Öberg'),
    ali: await person('member', other, 'Ali Rezai'),
    nils: await person('unit_manager', other, 'Nils Rehn'),
    tove: await person('education_lead', region, 'Tove Mæhlum'),
  }
}

export function typed(unitId: string, given: Partial<SessionInput> = {}) {
  return {
    ...{ id: newId(), subject: 'Lyft med lakan', module: '', taughtOn: '2026-04-10', minutes: 30, where: unitId, place: '' },
    ...{ form: 'bedside', learners: 4, named: [], reflection: '', version: 0, language: 'sv' },
    ...given,
  } as SessionInput & { language: 'sv' }
}

/** Written down by `teacher`. @returns its id */
export function taught(teacher: Person, unitId: string, ctx: TestCtx, given: Partial<SessionInput> = {}): Promise<string> {
  return logSession(teacher, typed(unitId, given), ctx)
}

/** By a fresh link, one after the other. */
export async function attend(teacher: Person, sessionId: string, learners: readonly Actor[], ctx: TestCtx): Promise<void> {
  const { token } = await makeTeachingLink(teacher, { sessionId }, ctx)
  for (const learner of learners) await confirmByLink(learner, { token, id: newId() }, ctx)
}
