import { expect } from 'vitest'
import { closeDueEvaluations, openDueEvaluations, submitEvaluation } from '#app/features/evaluations/commands.server.ts'
import { evaluationMeasures, findFeedbackFor } from '#app/features/evaluations/queries.server.ts'
import type { Answers } from '#app/features/evaluations/rules/answers.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { summaries, visitGuestUnits } from '#db/schema/index.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aVisit, type Unit, type Visit } from '#tests/support/factories.ts'
import { anEvaluatedVisit, guestAnswers } from './visits.ts'

/** Guests of one visit to the unit answer; the questionnaire closes. */
async function aVisitAnswered(
  ctx: TestCtx,
  host: Unit | undefined,
  answers: Answers[],
  { closing = '2026-09-18T06:00:00Z', guests = Math.max(answers.length - 2, 0) } = {},
) {
  const world = await anEvaluatedVisit(ctx, { guests, ...(host ? { host } : {}) })
  await openDueEvaluations(world.then)
  const people = [world.ingrid, world.sindre, ...world.more.map(({ person }) => person)]
  for (const [index, given] of answers.entries()) {
    await submitEvaluation(found(people[index]), { visitId: world.visit.id, answers: given }, world.then)
  }
  await closeDueEvaluations(ctx.at(closing))
  return world
}

async function comeFrom(ctx: TestCtx, { id: visitId }: Visit, { id: unitId, name, country }: Unit): Promise<void> {
  await ctx.db.insert(visitGuestUnits).values({ id: newId(), visitId, unitId, name, country, position: 9 })
}

async function guestsAnswersAt(ctx: TestCtx, host: Unit, instant = '2026-09-20T08:00:00Z') {
  const reader = await aPersonWith(ctx, 'member', { unit: host })
  return found((await findFeedbackFor(reader, host.id, ctx.at(instant))).feedback.find(({ side }) => side === 'guest'))
}

const words = (text: string) => ({ GST13: { text, language: 'sv' } })

test('three guests now and two at the next visit are five: then all are shown together, and no visit by itself', async ({
  ctx,
}) => {
  const first = [guestAnswers({ GST01: 5, ...words('Ett') }), guestAnswers({ GST01: 4 }), guestAnswers({ GST01: 2 })]
  const { host } = await aVisitAnswered(ctx, undefined, first)
  const before = await guestsAnswersAt(ctx, host)
  expect(before.questions.every(({ people }) => people === 0)).toBe(true)
  expect(before.texts).toEqual({})

  await aVisitAnswered(ctx, host, [guestAnswers({ GST01: 4, ...words('Två') }), guestAnswers({ GST01: null })])
  const four = await guestsAnswersAt(ctx, host)
  expect(four.questions.find(({ item }) => item.id === 'GST01')?.people, 'don’t know is no fifth').toBe(0)
  expect(four.questions.find(({ item }) => item.id === 'GST06')?.people).toBe(5)
  expect(
    found(four.texts.GST13)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['Ett', 'Två'])

  await aVisitAnswered(ctx, host, [guestAnswers({ GST01: 4 })])
  const shown = found((await guestsAnswersAt(ctx, host)).questions.find(({ item }) => item.id === 'GST01'))
  expect(shown.people).toBe(5)
  expect(shown.counts).toEqual([
    { value: '5', count: 1 },
    { value: '4', count: 3 },
    { value: '3', count: 0 },
    { value: '2', count: 1 },
    { value: '1', count: 0 },
  ])
})

test('what is shown moves by five at a time, and words wait for their own five', async ({ ctx }) => {
  const { host } = await aVisitAnswered(
    ctx,
    undefined,
    Array.from({ length: 5 }, () => guestAnswers(words('Ett'))),
  )
  await aVisitAnswered(
    ctx,
    host,
    Array.from({ length: 4 }, () => guestAnswers(words('Två'))),
    { closing: '2026-09-18T06:15:00Z' },
  )
  const feedback = await guestsAnswersAt(ctx, host)
  expect(new Set(feedback.questions.map(({ people }) => people))).toEqual(new Set([0, 5]))
  expect(found(feedback.texts.GST13).map(({ text }) => text)).toEqual(Array(5).fill('Ett'))
})

test('answers, words and the response rate are those of the last four quarters, and leave the page together', async ({
  ctx,
}) => {
  const { host } = await aVisitAnswered(
    ctx,
    undefined,
    Array.from({ length: 5 }, () => guestAnswers(words('Ett'))),
  )
  const reader = await aPersonWith(ctx, 'member', { unit: host })
  const at = async (instant: string) => {
    const page = await findFeedbackFor(reader, host.id, ctx.at(instant))
    const guest = found(page.feedback.find(({ side }) => side === 'guest'))
    const people = guest.questions.find(({ item }) => item.id === 'GST06')?.people
    return { since: page.since, people, texts: guest.texts.GST13?.length ?? 0, turnout: page.turnout }
  }
  // The visit ended on 3 September 2026; 5 of 5 guests and 0 of 2 hosts answered.
  const all = { people: 5, texts: 5, turnout: { asked: 7, answered: 5 } }
  expect(await at('2026-09-20T08:00:00Z')).toEqual({ since: '2025-10-01', ...all })
  expect(await at('2027-06-30T08:00:00Z')).toEqual({ since: '2026-07-01', ...all })
  expect(await at('2027-07-01T08:00:00Z')).toEqual({ since: '2026-10-01', people: 0, texts: 0, turnout: null })
})

test('the words of one person stand in no common order', async ({ ctx }) => {
  const people = Array.from({ length: 8 }, (_, index) =>
    guestAnswers({ ...words(`lärde ${index}`), GST14: { text: `bättre ${index}`, language: 'sv' } }),
  )
  const { host } = await aVisitAnswered(ctx, undefined, people)
  const { texts } = await guestsAnswersAt(ctx, host)
  const orderOf = (item: string) => found(texts[item]).map(({ text }) => text.split(' ')[1])
  expect(orderOf('GST13')).toHaveLength(8)
  // Eight in the same order twice, and in the order they came: one chance in 40,000.
  expect(orderOf('GST13').join() === orderOf('GST14').join() && orderOf('GST13').join() === '0,1,2,3,4,5,6,7').toBe(false)
})

test('the result measures tell turnout only where at least five were asked', async ({ ctx }) => {
  const small = await aVisitAnswered(ctx, undefined, [guestAnswers()])
  expect(await evaluationMeasures({ visitId: small.visit.id }, ctx)).toMatchObject({ turnout: 'hidden', summariesAgreed: 0 })
  const large = await aVisitAnswered(
    ctx,
    small.host,
    Array.from({ length: 5 }, () => guestAnswers()),
  )
  expect((await evaluationMeasures({ visitId: large.visit.id }, ctx)).turnout).toEqual({ asked: 5, answered: 5 })
  expect(await evaluationMeasures({ unitId: small.host.id }, ctx)).toMatchObject({
    visits: 2,
    turnout: { asked: 5, answered: 5 },
  })
})

test('a unit’s measures are of the visits to and from it and everything below it, each visit once', async ({ ctx }) => {
  const region = await aUnit(ctx, { name: 'Region Öst' })
  const ward = await aUnit(ctx, { name: 'Avdelning 41', parent: region })
  const sister = await aUnit(ctx, { name: 'Avdelning 42', parent: region })
  const abroad = await aUnit(ctx, { name: 'Fjordgløtt sykehjem', country: 'NO' })
  const five = Array.from({ length: 5 }, () => guestAnswers())
  // Ward 41 receives Fjordgløtt (5 of 5 guests answer, 0 of 2 hosts are too few to tell), and its sister ward (3 of 5 answer).
  const one = await aVisitAnswered(ctx, ward, five)
  const other = await aVisitAnswered(ctx, ward, five.slice(0, 3), { guests: 3 })
  await comeFrom(ctx, one.visit, abroad)
  await comeFrom(ctx, other.visit, sister)
  await aVisit(ctx, { host: ward, status: 'declined' })
  await aVisitAnswered(ctx, undefined, five)
  const agreed = { visitId: one.visit.id, instrumentVersion: 1, agreedAt: ctx.now }
  await ctx.db.insert(summaries).values(agreed)
  const measures = (unit: Unit) => evaluationMeasures({ unitId: unit.id }, ctx)
  const both = { visits: 2, turnout: { asked: 10, answered: 8 }, summariesAgreed: 1, summaryAnswers: 0 }
  expect(await measures(region)).toEqual(both)
  expect(await measures(ward)).toEqual(both)
  expect(await measures(sister)).toMatchObject({ visits: 1, turnout: { asked: 5, answered: 3 }, summariesAgreed: 0 })
  expect(await measures(abroad)).toMatchObject({ visits: 1, turnout: { asked: 5, answered: 5 }, summariesAgreed: 1 })
})
