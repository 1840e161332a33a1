// The questionnaire about a path, from the form to the page of results, by those who may and those who may not.
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { answerPathQuestionnaire } from '#app/features/pairs/commands/answer-questionnaire.server.ts'
import { endPair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { findAnswersToPathFor } from '#app/features/pairs/queries/questionnaire.server.ts'
import { withdrawVersion } from '#app/features/paths/commands/publish.server.ts'
import { sweepPathWords } from '#app/features/paths/commands/sweep-words.server.ts'
import { canReadAnswers, canReadWords } from '#app/features/paths/policy.ts'
import { type Actor, type Person, visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import * as questionnaire from '#app/routes/paths.$pathId.questionnaire.tsx'
import * as results from '#app/routes/paths.$pathId.results.tsx'
import * as versions from '#app/routes/paths.$pathId.versions.tsx'
import { pathAnswers, pathReceipts, pathWords, roles, users } from '#db/schema/index.ts'
import { aPair, pathId as shippedId } from '#tests/pairs/pairs.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisit } from '#tests/support/factories.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { ask } from '#tests/support/remix.ts'
import { publish, say, write } from './making.ts'
import { aWalkedPath, walkWith } from './walkers.ts'

const form = { PTH01: '5', PTH04: 'yes', PTH06: '9' }
const at = (pathId: string, page = 'questionnaire') => ({ path: `/paths/${pathId}/${page}`, params: { pathId } })

function send(ctx: TestCtx, as: Person | null, pathId: string, fields: Record<string, string> = form) {
  return callAction(ctx, questionnaire.action, { ...at(pathId), as, form: fields })
}

async function seenBy(actor: Actor, pathId: string, ctx: TestCtx, search = '') {
  const { answered, asked, texts } = await findAnswersToPathFor(actor, { pathId, search: new URLSearchParams(search) }, ctx)
  const counts = asked.flatMap(({ questions }) => questions.filter(({ people }) => people > 0))
  return { answered, counts, texts: texts?.map(({ text }) => text).toSorted() ?? null }
}

describe('answering', () => {
  test('is told who sees what first, is done on one page without a script, once', async ({ ctx }) => {
    const { madeId, walkers } = await aWalkedPath(ctx)
    const [samira] = await walkers(1)
    const page = await ask(ctx, { path: `/paths/${madeId}/questionnaire`, as: samira, locale: 'sv' })
    const whoSees = page.text.indexOf('Ingen ser vad just du har svarat')
    expect(whoSees).toBeGreaterThan(0)
    expect(page.text.indexOf('name="PTH01"')).toBeGreaterThan(whoSees)
    const { status, location } = await send(ctx, samira ?? null, madeId)
    expect([status, location]).toEqual([302, `/paths/${madeId}/questionnaire`])
    expect((await callLoader(ctx, questionnaire.loader, { ...at(madeId), as: samira ?? null })).data.state).toBe('answered')
    await send(ctx, samira ?? null, madeId, { PTH01: '1' })
    const [row] = await ctx.db.select().from(pathAnswers)
    expect(row).toMatchObject({ waiting: 1, shown: 0 })
    expect(row?.tallies.PTH01?.waiting).toEqual({ 5: 1, people: 1 })
  })

  test('gives back what was typed when nothing is chosen or the words are too many', async ({ ctx }) => {
    const { madeId, walkers } = await aWalkedPath(ctx)
    const [samira = null] = await walkers(1)
    const empty = await send(ctx, samira, madeId, { PTH01: 'na' })
    expect(empty.status).toBe(422)
    expect(JSON.stringify(empty.data)).toContain('Svara på minst en fråga.')
    const long = await send(ctx, samira, madeId, { PTH01: '4', PTH07: 'ord '.repeat(1_100) })
    expect(long.status).toBe(400)
    expect(JSON.stringify(long.data)).toContain('"PTH01":"4"')
    expect(await ctx.db.select().from(pathReceipts)).toEqual([])
  })

  test('is for the two of a pair, whichever of them, and for nobody else', async ({ ctx }) => {
    const { madeId, unit, elsa, yusuf, tove, walkers } = await aWalkedPath(ctx)
    const [walker = null] = await walkers(1)
    const visit = await aVisit(ctx, { host: unit })
    const strangers = [yusuf, tove, await anOutsider(ctx), await aPersonWith(ctx, 'guest', { visit }), await anAdmin(ctx)]
    for (const as of strangers) {
      expect((await callLoader(ctx, questionnaire.loader, { ...at(madeId), as })).data.state).toBe('not_walking')
      expect((await send(ctx, as, madeId)).status).toBe(403)
    }
    expect((await send(ctx, null, madeId)).location).toContain('/login')
    expect(await ctx.db.select().from(pathReceipts)).toEqual([])
    expect((await send(ctx, walker, madeId)).status).toBe(302)
    expect((await send(ctx, elsa, madeId)).status).toBe(302)
  })

  test('a manager who has left the unit is asked no more, and who is only invited is not asked yet', async ({ ctx }) => {
    const { madeId, elsa, yusuf, unit, walkers } = await aWalkedPath(ctx)
    const [samira = elsa] = await walkers(1)
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, elsa.id))
    expect((await send(ctx, elsa, madeId)).status).toBe(403)
    expect((await send(ctx, samira, madeId)).status).toBe(302)
    const invitation = { id: newId(), pathId: madeId, unitId: unit.id, as: 'leader' as const, colleagueId: yusuf.id }
    await startPair(samira, invitation, ctx)
    expect((await send(ctx, yusuf, madeId)).status).toBe(403)
    await acceptPair(yusuf, { pairId: invitation.id }, ctx)
    expect((await send(ctx, yusuf, madeId)).status).toBe(302)
  })

  test('who has answered about one version answers anew about the next that they walk', async ({ ctx }) => {
    const { madeId, elsa, yusuf, unit, walkers } = await aWalkedPath(ctx)
    const [samira = yusuf] = await walkers(1)
    const give = (actor: Person) => answerPathQuestionnaire(actor, { pathId: madeId, answers: { PTH01: 3 } }, ctx)
    expect([await give(samira), await give(samira)]).toEqual(['sent', 'already'])
    await write(elsa, madeId, (draft) => ({ ...draft, pace: say('I egen takt') }), ctx)
    await publish(elsa, madeId, {}, ctx)
    await walkWith(yusuf, samira, { unitId: unit.id, pathId: madeId }, ctx)
    await give(yusuf)
    const rows = await ctx.db.select({ version: pathReceipts.version, personId: pathReceipts.personId }).from(pathReceipts)
    expect(rows).toContainEqual({ version: 1, personId: samira.id })
    expect(rows).toContainEqual({ version: 2, personId: yusuf.id })
  })
})

describe('what is shown', () => {
  test('grows from nothing to five, and not by the sixth', async ({ ctx }) => {
    const { madeId, elsa, walkers } = await aWalkedPath(ctx)
    const people = await walkers(6)
    for (const [index, person] of people.entries()) {
      await send(ctx, person, madeId, { ...form, PTH07: `Ord ${index + 1}` })
      const seen = await seenBy(elsa, madeId, ctx)
      const isShown = index >= 4
      expect(seen.answered).toBe(isShown ? 5 : 0)
      expect(seen.counts.map((one) => [one.item.id, one.people])).toEqual(
        isShown ? ['PTH01', 'PTH04', 'PTH06'].map((id) => [id, 5]) : [],
      )
      expect(seen.texts).toEqual(isShown ? ['Ord 1', 'Ord 2', 'Ord 3', 'Ord 4', 'Ord 5'] : [])
    }
    const { data } = await callLoader(ctx, versions.loader, at(madeId, 'versions'))
    expect(data.versions.map((one) => [one.number, one.answers])).toEqual([[1, 5]])
    const page = await ask(ctx, { path: `/paths/${madeId}/versions`, locale: 'sv' })
    expect(page.text).toContain(`/paths/${madeId}/results?version=1`)
  })

  test('of a version for everybody, everybody sees the counts and only those who write it the words', async ({ ctx }) => {
    const { madeId, elsa, yusuf, tove, walkers } = await aWalkedPath(ctx)
    const people = await walkers(5)
    for (const person of people) await send(ctx, person, madeId, { ...form, PTH08: 'Kortare texter' })
    const readers = [visitor, await anOutsider(ctx), yusuf, people[0] ?? yusuf]
    for (const reader of readers) {
      expect(await seenBy(reader, madeId, ctx)).toMatchObject({ answered: 5, texts: null })
    }
    for (const editor of [elsa, tove, await anAdmin(ctx)]) expect((await seenBy(editor, madeId, ctx)).texts).toHaveLength(5)
    const open = await ask(ctx, { path: `/paths/${madeId}/results`, locale: 'sv' })
    expect(open.status).toBe(200)
    expect(open.text).toContain('5 av 5 instämmer')
    expect(open.text).not.toContain('Kortare texter')
    const own = await ask(ctx, { path: `/paths/${madeId}/results?version=1`, as: elsa, locale: 'sv' })
    expect(own.text).toContain('Kortare texter')
  })

  test('of a version for the organisation, outsiders, guests and people who were taken out find nothing', async ({ ctx }) => {
    const { madeId, unit, yusuf, walkers } = await aWalkedPath(ctx, 'network')
    for (const person of await walkers(5)) await send(ctx, person, madeId)
    const visit = await aVisit(ctx, { host: unit })
    const removed = await aPersonWith(ctx, 'member', { unit })
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, removed.id))
    const strangers = [null, await anOutsider(ctx), await aPersonWith(ctx, 'guest', { visit }), removed]
    for (const as of strangers)
      expect((await callLoader(ctx, results.loader, { ...at(madeId, 'results'), as })).status).toBe(404)
    expect((await callLoader(ctx, results.loader, { ...at(madeId, 'results'), as: yusuf })).data.answered).toBe(5)
    const unknown = { ...at(madeId, 'results'), path: `/paths/${madeId}/results?version=7`, as: yusuf }
    expect((await callLoader(ctx, results.loader, unknown)).status).toBe(404)
  })

  test('of a withdrawn version, by those who walk it and those who write it, and nobody else', async ({ ctx }) => {
    const { madeId, elsa, yusuf, walkers } = await aWalkedPath(ctx)
    const people = await walkers(5)
    for (const person of people) await send(ctx, person, madeId)
    await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Fel i modul 2' }, ctx)
    expect((await seenBy(people[0] ?? yusuf, madeId, ctx, 'version=1')).answered).toBe(5)
    expect((await seenBy(elsa, madeId, ctx)).answered).toBe(5)
    await expect(seenBy(yusuf, madeId, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(seenBy(visitor, madeId, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of what ships: its words are for administrators alone, as its page says before', async ({ ctx }) => {
    const { samira, elsa } = await aPair(ctx)
    expect((await send(ctx, samira, shippedId)).status).toBe(302)
    const page = await ask(ctx, { path: `/paths/${shippedId}/questionnaire`, as: elsa, locale: 'sv' })
    expect(page.text).toContain('läser bara administratörerna här')
    expect((await seenBy(elsa, shippedId, ctx)).texts).toBeNull()
    expect((await seenBy(await anAdmin(ctx), shippedId, ctx)).texts).toEqual([])
  })
})

describe('what is kept', () => {
  test('nothing of what was answered shares a key or a time with a person; an account that goes leaves the counts', async ({
    ctx,
  }) => {
    const { madeId, elsa, walkers } = await aWalkedPath(ctx)
    const people = await walkers(5)
    for (const person of people) await send(ctx, person, madeId, { ...form, PTH07: 'Samtalen' })
    const stored = JSON.stringify([await ctx.db.select().from(pathAnswers), await ctx.db.select().from(pathWords)])
    for (const { id, name, email } of people) for (const trace of [id, name, email]) expect(stored).not.toContain(trace)
    expect(Object.keys((await ctx.db.select().from(pathReceipts))[0] ?? {}).sort()).toEqual(['pathId', 'personId', 'version'])
    const before = await seenBy(elsa, madeId, ctx)
    await ctx.db.delete(users).where(eq(users.id, people[0]?.id ?? ''))
    expect(
      await ctx.db
        .select()
        .from(pathReceipts)
        .where(eq(pathReceipts.personId, people[0]?.id ?? '')),
    ).toEqual([])
    expect(await seenBy(elsa, madeId, ctx)).toEqual(before)
  })

  test('words lie in no order that tells when they came, also while they wait', async ({ ctx }) => {
    const { madeId, elsa, walkers } = await aWalkedPath(ctx)
    const orders = new Set<string>()
    const people = await walkers(24)
    for (const [index, person] of people.entries()) {
      await send(ctx, person, madeId, { PTH07: String(index % 5) })
      const [row] = await ctx.db.select().from(pathAnswers).where(eq(pathAnswers.pathId, madeId))
      if (row?.waiting === 4) orders.add((row.words.PTH07 ?? []).map(({ text }) => text).join(''))
    }
    // Five times four words: that all of them stood as they came has a chance of one in eight million.
    expect([...orders]).not.toEqual(['0123'])
    expect((await seenBy(elsa, madeId, ctx)).texts).toHaveLength(20)
  })
})

describe('what people wrote is deleted after two years', () => {
  const words = { ...form, PTH07: 'Samtalen' }

  test('from the quarter in which it was shown; what was ticked stays counted', async ({ ctx }) => {
    const { madeId, elsa, walkers } = await aWalkedPath(ctx)
    for (const person of await walkers(5)) await send(ctx, person, madeId, words)
    const { counts } = await seenBy(elsa, madeId, ctx)
    await sweepPathWords(ctx.at('2028-03-31T23:59:00Z'))
    expect((await seenBy(elsa, madeId, ctx)).texts).toHaveLength(5)
    await sweepPathWords(ctx.at('2028-04-01T00:00:00Z'))
    expect(await ctx.db.select().from(pathWords)).toEqual([])
    expect(await seenBy(elsa, madeId, ctx)).toEqual({ answered: 5, counts, texts: [] })
  })

  test('also while it waits for company; who waited is then no company for the next, who would be alone', async ({ ctx }) => {
    const { madeId, elsa, walkers } = await aWalkedPath(ctx)
    const people = await walkers(9)
    for (const person of people.slice(0, 4)) await send(ctx, person, madeId, words)
    const later = ctx.at('2028-04-01T00:00:00Z')
    await sweepPathWords(ctx.at('2028-03-31T23:59:00Z'))
    expect(await ctx.db.select().from(pathAnswers)).toMatchObject([{ waiting: 4, waitingSince: 2026 * 4 + 1 }])
    await sweepPathWords(later)
    expect(await ctx.db.select().from(pathAnswers)).toMatchObject([{ waiting: 0, waitingSince: null, words: {} }])
    for (const [index, person] of people.slice(4).entries()) {
      expect((await seenBy(elsa, madeId, later)).texts).toEqual([])
      await send(later, person, madeId, { ...words, PTH07: `Nytt ${index}` })
    }
    expect((await seenBy(elsa, madeId, later)).texts).toEqual([0, 1, 2, 3, 4].map((index) => `Nytt ${index}`))
  })
})

test('the pair’s page asks when the walk is over, each for themselves, until they have answered', async ({ ctx }) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  const asks = async (who: Person) => (await findPairPageFor(who, { pairId, locale: 'sv' }, ctx)).view?.asksOpinion
  expect([await asks(samira), await asks(elsa)]).toEqual([false, false])
  await endPair(samira, { pairId }, ctx)
  expect([await asks(samira), await asks(elsa)]).toEqual([true, true])
  expect((await ask(ctx, { path: `/pairs/${pairId}`, as: samira, locale: 'sv' })).text).toContain(
    `/paths/${shippedId}/questionnaire?pair=${pairId}`,
  )
  await send(ctx, samira, shippedId)
  expect([await asks(samira), await asks(elsa)]).toEqual([false, true])
})

test('the policy: readers see counts, walkers and editors also of what is withdrawn, words are the editors’', async ({
  ctx,
}) => {
  const { unit, elsa, yusuf } = await aWalkedPath(ctx)
  const standing = { lineage: unit.lineage, tops: unit.lineage.slice(0, 1), editorIds: [yusuf.id] }
  const version = { ...standing, audience: 'network' as const, withdrawnAt: null, walks: false }
  const stranger = await anOutsider(ctx)
  expect(canReadAnswers(stranger, { ...version, tops: [] })).toBe(false)
  expect(canReadAnswers(stranger, { ...version, tops: [], walks: true })).toBe(true)
  expect(canReadAnswers(stranger, { ...version, withdrawnAt: ctx.now })).toBe(false)
  expect(canReadAnswers(yusuf, { ...version, withdrawnAt: ctx.now })).toBe(true)
  expect(canReadWords(yusuf, standing)).toBe(true)
  expect(canReadWords(yusuf, { ...standing, editorIds: [] })).toBe(false)
  expect(canReadWords(elsa, { ...standing, editorIds: [] })).toBe(true)
})
