// `kill -9` in the middle of a burst of writes, three times over one folder: what was answered is there, once, and the
// stored counts are those of the stored answers.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openDueEvaluations } from '#app/features/evaluations/commands.server.ts'
import { setQueue } from '#app/jobs/queue.server.ts'
import { addDays } from '#app/kernel/days.ts'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { openPglite, pgliteFolder } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { comments, evaluationInbox, evaluationReceipts, feedbackTallies, observations } from '#db/schema/index.ts'
import { aPostBy } from '#tests/blogs/writing.ts'
import type { TestCtx } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { cookieFor } from '#tests/support/http.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { sendBurst, type Write } from './support/burst.ts'
import { startProcess, untilReady } from './support/process.ts'

const GUESTS = 60

/** `mark` stands in the guest's answers, which nothing else ties to the guest. */
type Guest = { participantId: string; mark: string; answer: Write; comment: Write }

/** Opens the embedded database of a data folder that no server has open. */
async function inFolder<T>(dataDir: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const open = await openPglite(pgliteFolder(dataDir))
  try {
    await migrate(open)
    return await work({ db: open.db, now: new Date(), afterCommit: (effect) => void effect() })
  } finally {
    await open.close()
  }
}

/** A visit whose days are over and whose questionnaire is open, with a post, and what each of its guests is about to send. */
async function aVisitWithMuchToSay(ctx: Ctx) {
  setQueue({ send: async () => {} })
  const today = ctx.now.toISOString().slice(0, 10)
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Norr' })
  const host = await aUnit(ctx, { parent: region, profile: true })
  const days = { startsOn: addDays(today, -3), endsOn: addDays(today, -1) }
  const { visit, karin } = await aVisitWithPeople(ctx, { status: 'evaluating', ...days, host })
  await openDueEvaluations(ctx)
  const postId = await aPostBy(karin, visit, ctx, { title: 'Tröskeln' })
  const guests: Guest[] = []
  for (let number = 0; number < GUESTS; number += 1) {
    const { person, participant } = await someoneIn(ctx, visit)
    const cookie = await cookieFor(ctx as TestCtx, person)
    const mark = `Gäst ${number}`
    const path = `/visits/${visit.id}/evaluation/answer`
    const asked = {
      'a.GST01': String((number % 5) + 1),
      'a.GST06': '4',
      'a.GST10': String(number % 11),
      'a.GST11': 'no',
      'a.GST13': mark,
    }
    const answer = { path, cookie, fields: { at: 'review', go: 'send', ...asked }, done: path }
    const post = `/visits/${visit.id}/blog/${postId}`
    const words = { id: newId(), text: `${mark} tänkte vidare`, language: 'sv', confirmed: '' }
    const comment = { path: post, cookie, fields: words, done: `${post}#comment-` }
    guests.push({ participantId: participant.id, mark, answer, comment })
  }
  return { units: [region.id, host.id], guests }
}

/** The folder as the kill left it, looked at in a copy: the next server has to find its own way back. */
async function inCopy(dataDir: string, look: (ctx: Ctx) => Promise<void>): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'samlara-killed-'))
  try {
    cpSync(pgliteFolder(dataDir), pgliteFolder(copy), { recursive: true })
    await inFolder(copy, look)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Each acknowledged comment once, and none twice. */
async function expectComments(ctx: Ctx, guests: readonly Guest[], acknowledged: ReadonlySet<Write>): Promise<void> {
  const stored = (await ctx.db.select().from(comments)).map(({ text }) => text)
  const answered = guests.filter(({ comment }) => acknowledged.has(comment))
  expect(new Set(stored).size).toBe(stored.length)
  expect(answered.filter(({ comment }) => !stored.includes(comment.fields.text ?? ''))).toEqual([])
}

/** Each acknowledged answer once, none twice, and a receipt for each answer and no other. */
async function expectAnswers(ctx: Ctx, guests: readonly Guest[], acknowledged: ReadonlySet<Write>): Promise<void> {
  const answers = await ctx.db.select().from(evaluationInbox)
  const marks = answers.map((row) => (row.answers.GST13 as { text: string }).text)
  const receipts = (await ctx.db.select().from(evaluationReceipts)).map(({ participantId }) => participantId)
  expect(new Set(marks).size).toBe(marks.length)
  expect(guests.filter(({ answer, mark }) => acknowledged.has(answer) && !marks.includes(mark))).toEqual([])
  const answered = guests.filter(({ mark }) => marks.includes(mark)).map(({ participantId }) => participantId)
  expect(receipts.sort()).toEqual(answered.sort())
}

/** What is stored of each indicator and of the unit's feedback is a recount of the stored answers, at the unit and above it. */
async function expectExactCounts(ctx: Ctx, unitIds: readonly string[]): Promise<void> {
  const answers = (await ctx.db.select().from(evaluationInbox)).map((row) => row.answers)
  const count = (fits: (given: Record<string, unknown>) => boolean) => answers.filter(fits).length
  const recounted = {
    CL1: [count(({ GST01 }) => Number(GST01) >= 4), answers.length],
    CL2: [count(({ GST06 }) => Number(GST06) >= 4), answers.length],
    CL3: [count(({ GST10 }) => Number(GST10) >= 9) - count(({ GST10 }) => Number(GST10) <= 6), answers.length],
    CL8: [count(({ GST11 }) => GST11 === 'yes'), answers.length],
  }
  for (const unitId of unitIds) {
    const rows = await ctx.db.select().from(observations).where(eq(observations.unitId, unitId))
    expect(Object.fromEntries(rows.map((row) => [row.indicatorId, [row.numerator, row.denominator]]))).toEqual(recounted)
  }
  const [feedback] = await ctx.db.select().from(feedbackTallies)
  const { waiting = {}, shown = {} } = feedback?.tallies.GST01 ?? {}
  const steps = [waiting, ...Object.values(shown)]
  for (const value of ['1', '2', '3', '4', '5'])
    expect(steps.reduce((sum, step) => sum + (step[value] ?? 0), 0)).toBe(count(({ GST01 }) => String(GST01) === value))
}

test('three kills during a burst: nothing acknowledged is lost, nothing is there twice, every count is exact', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'samlara-kill-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  setSettings(readSettings('test', { LOG_LEVEL: 'silent' }))
  const { units, guests } = await inFolder(dataDir, aVisitWithMuchToSay)
  const writes = guests.flatMap(({ answer, comment }) => [answer, comment])
  const acknowledged = new Set<Write>()

  // A little after an answer, so that the kill falls between statements too; the last time everything is answered first.
  for (const [enough, delay] of [
    [20, 5],
    [30, 11],
    [40, 17],
    [writes.length, 0],
  ] as const) {
    const server = await startProcess({ DATA_DIR: dataDir })
    onTestFinished(() => void server.child.kill('SIGKILL'))
    await untilReady(server)
    // The last ten are sent once more, as by people whom the answer never reached.
    const again = [...acknowledged].slice(-10)
    const waiting = [...again, ...writes.filter((write) => !acknowledged.has(write))]
    let answers = 0
    await sendBurst(server.origin, waiting, (write) => {
      acknowledged.add(write)
      answers += 1
      if (answers === Math.min(enough, waiting.length)) setTimeout(() => server.child.kill('SIGKILL'), delay)
    })
    await server.ended
    expect(acknowledged.size === writes.length, 'the kill falls in the middle').toBe(enough === writes.length)
    await inCopy(dataDir, async (ctx) => {
      await expectComments(ctx, guests, acknowledged)
      await expectAnswers(ctx, guests, acknowledged)
      await expectExactCounts(ctx, units)
    })
  }
})
