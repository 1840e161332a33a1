import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished } from 'vitest'
import { confirmByLink, confirmLearning, declineLearning } from '#app/features/teaching/commands/learners.server.ts'
import { makeTeachingLink, revokeTeachingLink } from '#app/features/teaching/commands/links.server.ts'
import {
  changeSession,
  deleteSession,
  logSession,
  writeTeachingReflection,
} from '#app/features/teaching/commands/log.server.ts'
import { askForSignature, returnSession, signSession } from '#app/features/teaching/commands/sign-off.server.ts'
import { findLinksFor } from '#app/features/teaching/queries/links.server.ts'
import { findLogFor, findSessionPageFor } from '#app/features/teaching/queries/log.server.ts'
import { listTeachingNeedsFor } from '#app/features/teaching/queries/needs.server.ts'
import { findSessionFor } from '#app/features/teaching/queries/sessions.server.ts'
import { listTaughtOf } from '#app/features/teaching/queries/taught.server.ts'
import { confirmedIn } from '#app/features/teaching/rules/session.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { roles, teachingLinks, teachingSessions, users } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { anOutsider, personOf } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { attend, taught, twoWards, typed } from './people.ts'

const needKinds = async (who: Parameters<typeof listTeachingNeedsFor>[0], ctx: Parameters<typeof listTeachingNeedsFor>[1]) =>
  (await listTeachingNeedsFor(who, ctx)).map(({ kind }) => kind)

describe('writing down', () => {
  test('pressed twice it is one session, one question to each who is named, and nobody else’s', async ({ ctx }) => {
    const { ward, samira, yusuf, elsa } = await twoWards(ctx)
    const input = typed(ward.id, { named: [yusuf.id], reflection: 'Gick bra' })
    expect(await logSession(samira, input, ctx)).toBe(input.id)
    expect(await logSession(samira, input, ctx)).toBe(input.id)
    await ctx.settled()
    expect(ctx.jobs.map(({ data }) => data)).toEqual([{ event: 'teaching.named', sessionId: input.id, personId: yusuf.id }])
    expect((await findLogFor(samira, ctx)).lines).toMatchObject([{ id: input.id, learners: 4, confirmed: 0, signOff: 'none' }])
    expect((await findLogFor(yusuf, ctx)).lines).toEqual([])
    await expect(logSession(elsa, input, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a day to come, a unit far away, a stranger’s name, a lesson never attended are refused', async ({ ctx }) => {
    const { ward, samira, ali } = await twoWards(ctx)
    const elsewhere = await twoWards(ctx)
    const refused = (given: Parameters<typeof typed>[1], unitId = ward.id) =>
      expect(logSession(samira, typed(unitId, given), ctx)).rejects
    await refused({ taughtOn: '2026-04-15' }).toMatchObject({ reason: 'teaching_error_day' })
    await refused({}, elsewhere.ward.id).toMatchObject({ reason: 'teaching_error_unit' })
    await refused({ homeUnitId: elsewhere.ward.id }).toMatchObject({ reason: 'teaching_error_unit' })
    await refused({ named: [ali.id] }).toMatchObject({ reason: 'teaching_error_colleague' })
    await refused({ learntFromId: await taught(elsewhere.samira, elsewhere.ward.id, ctx) }).toMatchObject({
      reason: 'teaching_error_learnt_from',
    })
    await refused({ module: 'learn-to-teach-on M99' }).toMatchObject({ reason: 'teaching_error_module' })
  })

  test('can be changed and deleted until somebody stands behind it; what was thought of it always', async ({ ctx }) => {
    const { ward, samira, yusuf, elsa } = await twoWards(ctx)
    const id = await taught(samira, ward.id, ctx, { named: [yusuf.id] })
    await changeSession(samira, typed(ward.id, { id, subject: 'Lyft', version: 1, where: 'elsewhere', place: 'Vik' }), ctx)
    expect(await findSessionFor(samira, id, ctx)).toMatchObject({ subject: 'Lyft', unit: null, place: 'Vik', people: [] })
    const stale = changeSession(samira, typed(ward.id, { id, version: 1 }), ctx)
    await expect(stale).rejects.toMatchObject({ reason: 'teaching_error_changed' })
    await expect(changeSession(elsa, typed(ward.id, { id, version: 2 }), ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(deleteSession(yusuf, { sessionId: id }, ctx)).rejects.toMatchObject({ code: 'not_found' })

    await attend(samira, id, [yusuf], ctx)
    const late = changeSession(samira, typed(ward.id, { id, version: 2 }), ctx)
    await expect(late).rejects.toMatchObject({ reason: 'teaching_error_signed_off' })
    await expect(deleteSession(samira, { sessionId: id }, ctx)).rejects.toMatchObject({ reason: 'teaching_error_signed_off' })
    await writeTeachingReflection(samira, { sessionId: id, reflection: 'Mer tid nästa gång', language: 'sv' }, ctx)
    expect((await findSessionPageFor(samira, id, ctx)).mine?.reflection?.text).toBe('Mer tid nästa gång')
    const others = writeTeachingReflection(yusuf, { sessionId: id, reflection: 'Hej', language: 'sv' }, ctx)
    await expect(others).rejects.toMatchObject({ code: 'not_found' })

    const second = await taught(samira, ward.id, ctx)
    await deleteSession(samira, { sessionId: second }, ctx)
    await expect(findSessionFor(samira, second, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a manager', () => {
  test('is asked, told by mail, and signs what the page said; the nearest one, never the teacher', async ({ ctx }) => {
    const post = openPost()
    onTestFinished(() => post.close())
    const { ward, samira, elsa, tove, nils } = await twoWards(ctx)
    const sessionId = await taught(samira, ward.id, ctx)
    for (const who of [elsa, tove, nils]) {
      await expect(findSessionFor(who, sessionId, ctx)).rejects.toMatchObject({ code: 'not_found' })
    }
    await askForSignature(samira, { sessionId }, ctx)
    await askForSignature(samira, { sessionId }, ctx)
    expect(await needKinds(elsa, ctx)).toEqual(['sign'])
    expect(await needKinds(tove, ctx)).toEqual([])
    await expect(signSession(nils, { sessionId, version: 1 }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(signSession(elsa, { sessionId, version: 2 }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await signSession(elsa, { sessionId, version: 1 }, ctx)
    await expect(signSession(tove, { sessionId, version: 1 }, ctx)).rejects.toMatchObject({ code: 'gone' })
    expect(await findLogFor(samira, ctx)).toMatchObject({ lines: [{ signOff: 'signed', confirmed: 0 }] })

    const own = await taught(elsa, ward.id, ctx)
    await askForSignature(elsa, { sessionId: own }, ctx)
    await expect(signSession(elsa, { sessionId: own, version: 1 }, ctx)).rejects.toMatchObject({ code: 'gone' })
    expect(await needKinds(elsa, ctx)).toEqual([])
    expect(await needKinds(tove, ctx)).toEqual(['sign'])
    await post.work(ctx)
    const mails = await post.mails()
    expect(mails.map(({ receiver }) => receiver).sort()).toEqual([samira.email, tove.email].sort())
  })

  test('sends it back with a word; the teacher changes it and asks again', async ({ ctx }) => {
    const { ward, samira, elsa } = await twoWards(ctx)
    const sessionId = await taught(samira, ward.id, ctx)
    await askForSignature(samira, { sessionId }, ctx)
    await returnSession(elsa, { sessionId, note: 'Det var två timmar', language: 'sv' }, ctx)
    expect(await needKinds(samira, ctx)).toEqual(['returned'])
    expect((await findSessionPageFor(samira, sessionId, ctx)).session.returned?.note).toBe('Det var två timmar')
    await expect(findSessionFor(elsa, sessionId, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await changeSession(samira, typed(ward.id, { id: sessionId, minutes: 120, version: 1 }), ctx)
    await askForSignature(samira, { sessionId }, ctx)
    expect(await needKinds(samira, ctx)).toEqual([])
    await signSession(elsa, { sessionId, version: 2 }, ctx)
    expect(await needKinds(elsa, ctx)).toEqual([])
  })

  test('whose role has ended is nobody here any more', async ({ ctx }) => {
    const { ward, samira, elsa } = await twoWards(ctx)
    const sessionId = await taught(samira, ward.id, ctx)
    await askForSignature(samira, { sessionId }, ctx)
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, elsa.id))
    const gone = { ...elsa, roles: [] }
    expect(await needKinds(gone, ctx)).toEqual([])
    await expect(signSession(gone, { sessionId, version: 1 }, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('learners', () => {
  test('who are named say yes or no themselves, and may think again after a no', async ({ ctx }) => {
    const { ward, samira, yusuf, elsa, ali } = await twoWards(ctx)
    const sessionId = await taught(samira, ward.id, ctx, { named: [yusuf.id, elsa.id] })
    expect(await needKinds(yusuf, ctx)).toEqual(['confirm'])
    await declineLearning(yusuf, { sessionId }, ctx)
    expect(await needKinds(yusuf, ctx)).toEqual([])
    await confirmLearning(yusuf, { sessionId }, ctx)
    await confirmLearning(yusuf, { sessionId }, ctx)
    await expect(declineLearning(yusuf, { sessionId }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await expect(confirmLearning(ali, { sessionId }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    expect((await findLogFor(samira, ctx)).lines).toMatchObject([{ confirmed: 1, learners: 4, signOff: 'confirmed' }])
    expect((await findLogFor(yusuf, ctx)).learnt).toMatchObject([{ id: sessionId, teacher: 'Samira Nilsson' }])
  })

  test('come by the link: people as themselves and once, visitors as a number, never more than were stated', async ({
    ctx,
  }) => {
    const { ward, samira, yusuf, ali } = await twoWards(ctx)
    const sessionId = await taught(samira, ward.id, ctx, { learners: 3, named: [yusuf.id] })
    const { token } = await makeTeachingLink(samira, { sessionId }, ctx)
    const page = newId()
    const confirm = (who: Parameters<typeof confirmByLink>[0], id = newId()) => confirmByLink(who, { token, id }, ctx)
    expect(await confirm(ali)).toBe('confirmed')
    expect(await confirm(ali)).toBe('already')
    expect(await confirm(visitor, page)).toBe('confirmed')
    expect(await confirm(visitor, page)).toBe('already')
    // The third place is Yusuf's, who was named.
    await expect(confirm(visitor)).rejects.toMatchObject({ reason: 'teaching_error_full' })
    expect(await confirm(yusuf)).toBe('confirmed')
    await expect(confirm(samira)).rejects.toMatchObject({ reason: 'teaching_error_own' })
    const session = await findSessionFor(samira, sessionId, ctx)
    expect([confirmedIn(session), session.visitors]).toEqual([3, 1])
    const other = await taught(samira, ward.id, ctx)
    const second = await makeTeachingLink(samira, { sessionId: other }, ctx)
    await expect(confirmByLink(visitor, { token: second.token, id: page }, ctx)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('at once fill the last place once', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { ward, samira } = await twoWards(ctx)
    const sessionId = await taught(samira, ward.id, ctx, { learners: 1 })
    const { token } = await makeTeachingLink(samira, { sessionId }, ctx)
    const pressed = [1, 2, 3].map(() => confirmByLink(visitor, { token, id: newId() }, freshDb.ctx()))
    const answers = await Promise.allSettled(pressed)
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('find no way in by a link that was taken back, has run out, or never was', async ({ ctx }) => {
    const { ward, samira, yusuf } = await twoWards(ctx)
    const sessionId = await taught(samira, ward.id, ctx)
    const { token } = await makeTeachingLink(samira, { sessionId }, ctx)
    const stored = await ctx.db.select().from(teachingLinks)
    expect(JSON.stringify(stored)).not.toContain(token)
    await expect(makeTeachingLink(yusuf, { sessionId }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    const late = ctx.at(new Date(ctx.now.getTime() + 31 * 86_400_000))
    await expect(confirmByLink(visitor, { token, id: newId() }, late)).rejects.toMatchObject({ code: 'gone' })
    await expect(confirmByLink(visitor, { token: 'x', id: newId() }, ctx)).rejects.toMatchObject({ code: 'gone' })
    const [link] = (await findLinksFor(samira, sessionId, ctx)).links
    await revokeTeachingLink(samira, { sessionId, linkId: link?.id ?? '' }, ctx)
    await expect(confirmByLink(visitor, { token, id: newId() }, ctx)).rejects.toMatchObject({ code: 'gone' })
  })
})

test('evidence counts what is signed off, with its day, and only of those asked about', async ({ ctx }) => {
  const { ward, samira, yusuf, elsa } = await twoWards(ctx)
  const confirmed = await taught(samira, ward.id, ctx, { form: 'workshop', taughtOn: '2026-04-01' })
  await attend(samira, confirmed, [yusuf, visitor], ctx)
  const signed = await taught(samira, ward.id, ctx, { taughtOn: '2026-03-01' })
  await askForSignature(samira, { sessionId: signed }, ctx)
  await signSession(elsa, { sessionId: signed, version: 1 }, ctx)
  await taught(samira, ward.id, ctx)
  await attend(yusuf, await taught(yusuf, ward.id, ctx, { learntFromId: confirmed }), [elsa], ctx)
  const found = await listTaughtOf([samira.id], '2026-01-01', ctx)
  expect(found.map(({ sessionId, day, form, confirmed }) => [sessionId, day, form, confirmed])).toEqual([
    [confirmed, '2026-04-01', 'workshop', 2],
    [signed, '2026-03-01', 'bedside', 0],
  ])
  expect(await listTaughtOf([samira.id, yusuf.id], '2026-04-01', ctx)).toHaveLength(2)
  expect(await listTaughtOf([], '2026-01-01', ctx)).toEqual([])
})

test('an account that goes takes its name and thoughts with it and leaves its numbers', async ({ ctx }) => {
  const { ward, samira, yusuf } = await twoWards(ctx)
  const gone = personOf(await aUser(ctx, { name: 'Jón Þórsson' }))
  const sessionId = await taught(samira, ward.id, ctx, { reflection: 'Hemligt' })
  await attend(samira, sessionId, [gone, yusuf], ctx)
  await ctx.db.delete(users).where(eq(users.id, gone.id))
  const page = await findSessionPageFor(samira, sessionId, ctx)
  expect(page.session.confirmed).toBe(2)
  expect(JSON.stringify(page)).not.toContain('Jón')
  await ctx.db.delete(roles).where(eq(roles.userId, samira.id))
  await ctx.db.delete(users).where(eq(users.id, samira.id))
  const left = await findSessionPageFor(yusuf, sessionId, ctx)
  expect(left.session).toMatchObject({ teacher: null, confirmed: 2 })
  expect(await ctx.db.select().from(teachingSessions)).toHaveLength(1)
})

test('a suspended colleague has no name here', async ({ ctx }) => {
  const { ward, samira, yusuf } = await twoWards(ctx)
  const sessionId = await taught(samira, ward.id, ctx)
  await attend(samira, sessionId, [yusuf], ctx)
  expect(JSON.stringify(await findSessionPageFor(samira, sessionId, ctx))).toContain('Yusuf Demir')
  await ctx.db.update(users).set({ suspendedAt: ctx.now }).where(eq(users.id, yusuf.id))
  expect(JSON.stringify(await findSessionPageFor(samira, sessionId, ctx))).not.toContain('Yusuf Demir')
})

test('somebody without a unit writes down what they taught elsewhere, and learners confirm it', async ({ ctx }) => {
  const { yusuf } = await twoWards(ctx)
  const guest = await anOutsider(ctx)
  const sessionId = await taught(guest, 'elsewhere', ctx, { where: 'elsewhere', place: 'Nordvik' })
  await expect(askForSignature(guest, { sessionId }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
  await attend(guest, sessionId, [yusuf], ctx)
  const page = await findSessionPageFor(guest, sessionId, ctx)
  expect(page.mine).toMatchObject({ people: [], others: 1, managers: { count: 0, names: [] } })
})
