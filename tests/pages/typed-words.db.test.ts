// What somebody wrote comes back to them and to nobody else, also when a form is refused as a whole.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { endPair, pausePair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { cancelTalk, planTalk } from '#app/features/pairs/commands/talks.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { roles, units } from '#db/schema/index.ts'
import { aPair, pathId } from '#tests/pairs/pairs.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'
import { taught, twoWards } from '#tests/teaching/people.ts'

const post = (ctx: TestCtx, as: { id: string }, path: string, form: Record<string, string>) =>
  ask(ctx, { path, as, form, locale: 'sv' })
const written = 'Fyra timmar, torsdagar efter lunch'
const step = { version: '0', 'goals[0].text': 'Två studenter i par', time: written }
const box = new RegExp(`<textarea[^>]*readOnly=""[^>]*>${written}`, 'i')

test('a joint step, a talk and a reflection whose pair has ended meanwhile', async ({ ctx }) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  await pausePair(elsa, { pairId }, ctx)
  const paused = await post(ctx, samira, `/pairs/${pairId}/joint/m0`, step)
  expect([paused.status, box.test(paused.text)]).toEqual([403, true])
  await endPair(elsa, { pairId }, ctx)
  const talk = { id: newId(), onDay: '2026-05-20', startsAt: '', place: written }
  expect((await post(ctx, samira, `/pairs/${pairId}/talks/new`, talk)).text).toMatch(box)
  const shared = await post(ctx, samira, `/paths/${pathId}/m0/reflection`, { text: written, share: pairId })
  expect([shared.status, box.test(shared.text)]).toEqual([403, true])
})

test('what was written of a talk that the other one has called off, and of a form that is refused for two reasons', async ({
  ctx,
}) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  const talkId = newId()
  await planTalk(samira, { pairId, id: talkId, onDay: '2026-04-14', place: '', language: 'sv' }, ctx)
  await cancelTalk(elsa, { pairId, talkId }, ctx)
  const form = { version: '1', outcome: 'held', notes: written, nextStep: '', nextStepOn: '' }
  const noted = await post(ctx, samira, `/pairs/${pairId}/talks/${talkId}`, form)
  expect([noted.status, box.test(noted.text)]).toEqual([409, true])
  await pausePair(elsa, { pairId }, ctx)
  const short = await post(ctx, samira, `/pairs/${pairId}/joint/m0`, { version: 'x', time: written })
  expect([short.status, box.test(short.text)]).toEqual([400, true])
})

test('what is sent to an address that is only posted to: thoughts that are too long, a table that fits no more', async ({
  ctx,
}) => {
  const { ward, samira, elsa } = await twoWards(ctx)
  const id = await taught(samira, ward.id, ctx)
  const long = await post(ctx, samira, `/teaching/${id}/reflection`, { reflection: `${written}. ${'Mer. '.repeat(3_000)}` })
  expect([long.status, box.test(long.text)]).toEqual([422, true])
  await ctx.db.update(units).set({ closedAt: ctx.now }).where(eq(units.id, ward.id))
  const table = await post(ctx, elsa, `/units/${ward.id}/training/import/confirmation`, { text: `namn;steg\n${written};1` })
  expect([table.status, table.text.includes(written)]).toEqual([409, true])
})

test('where one has no business any more: the words come back, and nothing of what is there', async ({ ctx }) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, elsa.id))
  const answer = await post(ctx, elsa, `/pairs/${pairId}/joint/m0`, { version: '0', time: written })
  // Refused for what is missing, before anybody asks whose page it is.
  expect([answer.status, box.test(answer.text)]).toEqual([400, true])
  const whole = await post(ctx, elsa, `/pairs/${pairId}/joint/m0`, { ...step, password: 'tre hemliga ord' })
  expect([whole.status, box.test(whole.text)]).toEqual([404, true])
  for (const { text } of [answer, whole]) {
    expect(text).not.toContain(samira.name)
    expect(text).not.toContain('hemliga')
  }
})

test('words that begin with a bracket come back; what the page sends along in JSON does not', async ({ ctx }) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  await pausePair(elsa, { pairId }, ctx)
  const form = { ...step, time: '[utkast] Fyra timmar', seen: '{"of": "the page, and more"}' }
  const { text } = await post(ctx, samira, `/pairs/${pairId}/joint/m0`, form)
  expect(text).toContain('[utkast] Fyra timmar')
  expect(text).not.toContain('the page, and more')
})
