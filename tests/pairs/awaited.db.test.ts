import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished } from 'vitest'
import { findPersonNow } from '#app/features/identity/queries.server.ts'
import { inviteToWalk, renewAwaited, takeInvitedPlace } from '#app/features/pairs/commands/awaited.server.ts'
import { findInviteToWalkFor, listAwaitedFor } from '#app/features/pairs/queries/awaited.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { visitor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { roles } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'
import { aUnitWithPeople, pathId } from './pairs.ts'

const liv = { email: 'liv.berg@example.org', name: 'Liv Berg', locale: 'nb' as const }
const invite = (who: Person, unitId: string, ctx: TestCtx, id = newId()) =>
  inviteToWalk(who, { id, pathId, unitId, as: 'leader', ...liv }, ctx)

/** The token in the newest mail to Liv. */
async function tokenFrom(office: ReturnType<typeof openPost>): Promise<string> {
  const mails = (await office.mails()).filter((mail) => mail.receiver === liv.email)
  const tokens = mails.flatMap((mail) => /\/i\/([\w-]+)/.exec(mail.words)?.[1] ?? [])
  return found(tokens.at(-1))
}

describe('somebody without an account', () => {
  test('is invited to the unit once, and asked to walk when the account is there', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { unit, elsa } = await aUnitWithPeople(ctx)
    const id = newId()
    await invite(elsa, unit.id, ctx, id)
    await invite(elsa, unit.id, ctx, id)
    await office.work(ctx)
    expect(await office.mails()).toHaveLength(1)
    expect(await listAwaitedFor(elsa, ctx)).toMatchObject([{ id, name: 'Liv Berg', state: 'open' }])
    const accepted = await takeInvitedPlace(visitor, { token: await tokenFrom(office), locale: 'nb' }, ctx)
    const person = found(await findPersonNow(accepted.userId, ctx))
    expect(await listWalkNeedsFor(person, ctx)).toEqual([{ kind: 'answer', pairId: accepted.pairId, other: 'Elsa Öberg' }])
    expect(await listAwaitedFor(elsa, ctx)).toEqual([])
  })

  test('whose invitation has run out is shown as such, and gets a new one', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { unit, elsa, yusuf } = await aUnitWithPeople(ctx)
    await invite(elsa, unit.id, ctx)
    await office.work(ctx)
    const late = ctx.at(new Date(ctx.now.getTime() + 90 * 86_400_000).toISOString())
    const [awaited] = await listAwaitedFor(elsa, late)
    expect(awaited?.state).toBe('expired')
    expect((await ask(late, { path: '/pairs', as: elsa })).text).toContain('Skicka en ny inbjudan')
    const stale = takeInvitedPlace(visitor, { token: await tokenFrom(office), locale: 'nb' }, late)
    await expect(stale).rejects.toMatchObject({ code: 'gone' })
    const about = { invitationId: found(awaited).invitationId }
    await expect(renewAwaited(yusuf, about, late)).rejects.toMatchObject({ code: 'not_found' })
    await renewAwaited(elsa, about, late)
    expect(await listAwaitedFor(elsa, late)).toMatchObject([{ state: 'open' }])
  })

  test('is invited only by those who may give the role; others are told whom to ask', async ({ ctx }) => {
    const { unit, samira, elsa } = await aUnitWithPeople(ctx)
    await expect(invite(samira, unit.id, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    const shown = await findInviteToWalkFor(samira, { pathId, unitId: unit.id, locale: 'sv' }, ctx)
    expect([shown.invites, shown.askInstead.toSorted()]).toEqual([[], ['Elsa Öberg', 'Tove Mæhlum']])
    const page = await ask(ctx, { path: `/pairs/invitation?path=${pathId}&unit=${unit.id}`, as: samira })
    expect(page.text).toContain('Elsa Öberg')
    const here = inviteToWalk(elsa, { id: newId(), pathId, unitId: unit.id, as: 'leader', ...liv, email: samira.email }, ctx)
    await expect(here).rejects.toMatchObject({ code: 'invalid', reason: 'pairs_error_here_already' })
  })

  test('is no secret that somebody without the right could ask for: an address of a colleague is refused like any', async ({
    ctx,
  }) => {
    const { unit, samira, yusuf, tove } = await aUnitWithPeople(ctx)
    for (const email of [liv.email, samira.email, tove.email]) {
      const asked = inviteToWalk(yusuf, { id: newId(), pathId, unitId: unit.id, as: 'leader', ...liv, email }, ctx)
      await expect(asked).rejects.toMatchObject({ code: 'forbidden', reason: 'identity_error_give_role' })
    }
  })

  test('gets into the unit all the same when who invited them has left', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { unit, elsa } = await aUnitWithPeople(ctx)
    await invite(elsa, unit.id, ctx)
    await office.work(ctx)
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, elsa.id))
    const accepted = await takeInvitedPlace(visitor, { token: await tokenFrom(office), locale: 'nb' }, ctx)
    expect(accepted).toMatchObject({ unitId: unit.id, pairId: null })
  })
})
