import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  agreeToSummary,
  closeDueEvaluations,
  openDueEvaluations,
  submitEvaluation,
  writeSummaryAnswer,
} from '#app/features/evaluations/commands.server.ts'
import { findSummaryFor } from '#app/features/evaluations/queries.server.ts'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { evaluationInbox, evaluationReceipts, evaluationResponses } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { anEvaluatedVisit, counted, guestAnswers } from './visits.ts'

const fourteenDaysLater = '2026-09-18T06:00:00Z'

/** Every guest gives another answer to the first question, so that a pair can be told. */
async function everybodyAnswers(ctx: TestCtx, guests = 3) {
  const world = await anEvaluatedVisit(ctx, { guests })
  await openDueEvaluations(world.then)
  const people = [world.ingrid, world.sindre, ...world.more.map(({ person }) => person)]
  for (const [index, person] of people.entries()) {
    await submitEvaluation(person, { visitId: world.visit.id, answers: guestAnswers({ GST01: (index % 5) + 1 }) }, world.then)
  }
  return { ...world, people }
}

async function rows(ctx: Ctx, query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return rowsOf(await ctx.db.execute(query))
}

test('no column of the answers stands in the receipts but the questionnaire itself', async ({ ctx }) => {
  const columns = await rows(
    ctx,
    sql`select table_name, column_name, data_type from information_schema.columns
      where table_name in ('evaluation_receipts', 'evaluation_inbox', 'evaluation_responses', 'evaluation_texts')`,
  )
  const of = (table: string) =>
    columns.filter((column) => column.table_name === table).map((column) => String(column.column_name))
  expect(of('evaluation_receipts').sort()).toEqual(['evaluation_id', 'participant_id'])
  for (const table of ['evaluation_inbox', 'evaluation_responses', 'evaluation_texts']) {
    expect(of(table).filter((column) => of('evaluation_receipts').includes(column))).toEqual(['evaluation_id'])
  }
  const timed = columns.filter(({ data_type }) => /time|date/.test(String(data_type)))
  expect(timed).toEqual([])
})

test('after the close no transaction id pairs a receipt with an answer', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  await everybodyAnswers(ctx)
  const pairs = (table: string) => sql`select r.participant_id, a.answers from evaluation_receipts r
    join ${sql.identifier(table)} a on a.xmin::text = r.xmin::text`
  expect(
    await rows(ctx, pairs('evaluation_inbox')),
    'while it is open the pair is there: the reason for the rewrite',
  ).toHaveLength(5)
  await closeDueEvaluations(ctx.at(fourteenDaysLater))
  expect(await rows(ctx, pairs('evaluation_responses'))).toEqual([])
  expect(await rows(ctx, sql`select distinct xmin::text from evaluation_responses`)).toHaveLength(1)
  expect(await ctx.db.select().from(evaluationInbox)).toEqual([])
})

test('after the close the answers do not stand in the order of the receipts', async ({ ctx }) => {
  const orders = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const { visit } = await everybodyAnswers(ctx)
    await closeDueEvaluations(ctx.at(fourteenDaysLater))
    const stored = await rows(
      ctx,
      sql`select a.answers ->> 'GST01' as given from evaluation_responses a join evaluations e on e.id = a.evaluation_id
        where e.visit_id = ${visit.id} order by a.ctid`,
    )
    orders.add(stored.map(({ given }) => given).join(' '))
  }
  // Three times the order in which they came: one chance in 1,728,000.
  expect([...orders]).not.toEqual(['1 2 3 4 5'])
})

test('twenty people at once: twenty answers, every count exact', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const world = await anEvaluatedVisit(ctx, { guests: 18 })
  await openDueEvaluations(world.then)
  const people = [world.ingrid, world.sindre, ...world.more.map(({ person }) => person)]
  const answers = people.map((_, index) => guestAnswers({ GST01: (index % 5) + 1, GST10: index % 11 }))
  const sent = await Promise.all(
    people.map((person, index) =>
      submitEvaluation(person, { visitId: world.visit.id, answers: answers[index] ?? {} }, freshDb.ctx(world.then.now)),
    ),
  )
  expect(sent).toEqual(Array(20).fill('sent'))
  expect(await ctx.db.select().from(evaluationInbox)).toHaveLength(20)
  expect(await counted(ctx, world.host, 'CL1', { group: 'guest' })).toEqual([8, 20])
  expect(await counted(ctx, world.host, 'CL2', { group: 'guest' })).toEqual([20, 20])
  const net = answers.reduce((sum, { GST10 }) => sum + (Number(GST10) >= 9 ? 1 : Number(GST10) <= 6 ? -1 : 0), 0)
  expect(await counted(ctx, world.host, 'CL3', { group: 'guest' })).toEqual([net, 20])
})

test('one person presses send ten times at once: one answer, one count', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const { visit, host, ingrid, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  const sent = await Promise.all(
    Array.from({ length: 10 }, () =>
      submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, freshDb.ctx(then.now)),
    ),
  )
  expect(sent.filter((one) => one === 'sent')).toHaveLength(1)
  expect(await ctx.db.select().from(evaluationInbox)).toHaveLength(1)
  expect(await ctx.db.select().from(evaluationReceipts)).toHaveLength(1)
  expect(await counted(ctx, host, 'CL1')).toEqual([1, 1])
})

test('answers that come while the questionnaire closes are taken whole or not at all', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const { visit, host, ingrid, sindre, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  const justBefore = new Date('2026-09-18T05:59:59.999Z')
  await Promise.allSettled([
    submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, freshDb.ctx(justBefore)),
    closeDueEvaluations(freshDb.ctx(new Date(fourteenDaysLater))),
    submitEvaluation(sindre, { visitId: visit.id, answers: guestAnswers() }, freshDb.ctx(justBefore)),
  ])
  const receipts = await ctx.db.select().from(evaluationReceipts)
  const responses = await ctx.db.select().from(evaluationResponses)
  expect(await ctx.db.select().from(evaluationInbox)).toEqual([])
  expect(responses).toHaveLength(receipts.length)
  expect(await counted(ctx, host, 'CL1')).toEqual([receipts.length, receipts.length])
  expect(await counted(ctx, host, 'CL6')).toEqual([receipts.length, 4])
})

test('both sides agree in the same moment: the visit is summarised once', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const { visit, host, ingrid, karin, then } = await anEvaluatedVisit(ctx)
  const answers = { SUM01: 'fully', SUM02: 'A', SUM03: 'B', SUM04: 'C', SUM06: 'D', SUM08: 'E' }
  for (const [item, value] of Object.entries(answers)) {
    await writeSummaryAnswer(ingrid, { visitId: visit.id, item, value, version: 0, language: 'nb' }, then)
  }
  const { version } = await findSummaryFor(karin, visit.id, then)
  const agreed = await Promise.allSettled([
    agreeToSummary(ingrid, { visitId: visit.id, version }, freshDb.ctx(then.now)),
    agreeToSummary(karin, { visitId: visit.id, version }, freshDb.ctx(then.now)),
  ])
  expect(agreed.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')).sort()).toEqual(['summarised', 'waiting'])
  expect(await counted(ctx, host, 'CL7')).toEqual([1, 1])
})
