import { describe, expect } from 'vitest'
import { recordObservations } from '#app/features/indicators/commands.server.ts'
import { writeJointStep } from '#app/features/pairs/commands/joint-step.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { findJointStepFor } from '#app/features/pairs/queries/writing.server.ts'
import type { JointGoal } from '#app/features/pairs/words.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import { visitParticipants } from '#db/schema/index.ts'
import { aGoal } from '#tests/evaluations/visits.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aParticipant, aUnit, aVisit, userAgain } from '#tests/support/factories.ts'
import { aPair } from './pairs.ts'

const write = (who: Person, pairId: string, goals: JointGoal[], ctx: TestCtx, version = 0) =>
  writeJointStep(
    who,
    { pairId, moduleId: 'm0', version, goals, time: '', mandate: 'Får ändra introduktionen', notes: '', language: 'sv' },
    ctx,
  )
const stepOf = async (who: Person, pairId: string, ctx: TestCtx) =>
  findJointStepFor(who, { pairId, moduleId: 'm0', locale: 'sv' }, ctx)

describe('a joint goal', () => {
  test('is measured by an indicator, and shows the value that the indicator’s own page would', async ({ ctx }) => {
    const { unit, samira, elsa, pairId } = await aPair(ctx)
    const answers = async (count: number) =>
      recordObservations(ctx, [
        {
          ...{ indicatorId: 'CL1', strand: 'main', group: 'guest', unitId: unit.id, day: dayAt(ctx.now, 'UTC') },
          ...{ numerator: count - 1, denominator: count },
        },
      ])
    const link = { kind: 'indicator', indicatorId: 'CL1', unitId: unit.id } as const
    await write(
      samira,
      pairId,
      [
        { text: 'Fler når sitt mål', link },
        { text: 'Tryggare hemgång', link: null },
      ],
      ctx,
    )
    const seen = async () => (await stepOf(elsa, pairId, ctx)).step?.goals
    expect(await seen()).toMatchObject([
      { text: 'Fler når sitt mål', link: { unitName: unit.name, value: { state: 'no_data' } } },
      { text: 'Tryggare hemgång', link: null },
    ])
    await answers(3)
    expect(await seen()).toMatchObject([{ link: { value: { state: 'hidden' } } }, {}])
    await answers(7)
    expect(await seen()).toMatchObject([{ link: { value: { state: 'shown', shown: { denominator: 10 } } } }, {}])
    const page = await findPairPageFor(samira, { pairId, locale: 'sv' }, ctx)
    expect(page.view?.agreed[0]?.goals).toHaveLength(2)
  })

  test('is a goal of the unit’s visit only for who may read it, and stays linked when the other one saves', async ({ ctx }) => {
    const { unit, samira, elsa, pairId } = await aPair(ctx)
    const visit = await aVisit(ctx, { host: unit })
    const author = await aParticipant(ctx, visit, { user: await userAgain(ctx, samira), side: 'host' })
    const goalId = await aGoal(ctx, visit, author, 'Se hur andra tar emot')
    const link = { kind: 'visit_goal', visitId: visit.id, goalId } as const
    const { choices } = await stepOf(samira, pairId, ctx)
    expect(choices?.visitGoals.map((one) => one.label)).toEqual(['Se hur andra tar emot'])
    await write(samira, pairId, [{ text: 'Ta emot bättre', link }], ctx)
    expect((await stepOf(samira, pairId, ctx)).step?.goals).toMatchObject([{ link: { text: 'Se hur andra tar emot' } }])

    await ctx.db.update(visitParticipants).set({ leftAt: ctx.now })
    const gone = { ...elsa, roles: [{ kind: 'member' as const, unitId: unit.id, visitId: null }] }
    expect((await stepOf(gone, pairId, ctx)).step?.goals).toEqual([{ text: 'Ta emot bättre', link: { kind: 'hidden' } }])
    await write(gone, pairId, [{ text: 'Ta emot ännu bättre', link }], ctx, 1)
    const another = write(gone, pairId, [{ text: 'x', link: { ...link, goalId: newId() } }], ctx, 2)
    await expect(another).rejects.toMatchObject({ code: 'invalid', reason: 'pairs_error_goal_link' })
  })

  test('is not measured at a unit that the pair has nothing to do with, nor by what is no indicator', async ({ ctx }) => {
    const { unit, samira, pairId } = await aPair(ctx)
    const elsewhere = await aUnit(ctx)
    const wrong = [
      { kind: 'indicator', indicatorId: 'CL1', unitId: elsewhere.id },
      { kind: 'indicator', indicatorId: 'CL99', unitId: unit.id },
    ] as const
    for (const link of wrong) {
      const saved = write(samira, pairId, [{ text: 'x', link }], ctx)
      await expect(saved).rejects.toMatchObject({ code: 'invalid', reason: 'pairs_error_goal_link' })
    }
    const above = { kind: 'indicator', indicatorId: 'CL1', unitId: unit.lineage[0] ?? '' } as const
    expect(await write(samira, pairId, [{ text: 'x', link: above }], ctx)).toBe(1)
  })

  test('stands with time and mandate in the first joint step of the path, and only there', async ({ ctx }) => {
    const { samira, pairId } = await aPair(ctx)
    expect((await stepOf(samira, pairId, ctx)).isAssignment).toBe(true)
    const second = await findJointStepFor(samira, { pairId, moduleId: 'm1', locale: 'sv' }, ctx)
    expect(second.isAssignment).toBe(false)
  })
})
