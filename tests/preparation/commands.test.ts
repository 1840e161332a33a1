import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { answerProposal } from '#app/features/preparation/commands/answer-proposal.server.ts'
import { proposeChanges, takeBackProposal } from '#app/features/preparation/commands/propose-changes.server.ts'
import { sendPreparation } from '#app/features/preparation/commands/send-preparation.server.ts'
import { withdrawWords, writeOrPropose } from '#app/features/preparation/commands/write-or-propose.server.ts'
import { writePreparation } from '#app/features/preparation/commands/write-preparation.server.ts'
import { listGoalsFor, listPreparationsDue, readWorks } from '#app/features/preparation/queries.server.ts'
import { type FieldInput, fieldInput, versionOf } from '#app/features/preparation/rules.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  changeProposals,
  goals,
  improvementWorks,
  preparationAnswers,
  preparations,
  visitParticipants,
} from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisit } from '#tests/support/factories.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

/** What the hosts and guests are told of, in order. */
const toldIn = (ctx: TestCtx) => ctx.jobs.filter((job) => job.name === 'notify').map((job) => job.data)

function field(target: string, text: string, before = ''): FieldInput {
  return fieldInput.parse({ target, text, base: versionOf(before) })
}

function write(actor: Person, visitId: string, fields: FieldInput[], ctx: TestCtx, language = 'nb') {
  return writePreparation(actor, { visitId, fields, language }, ctx)
}

const answerOf = async (ctx: TestCtx, visitId: string, id: string) =>
  (
    await ctx.db
      .select()
      .from(preparationAnswers)
      .where(and(eq(preparationAnswers.visitId, visitId), eq(preparationAnswers.field, id)))
  )[0]

describe('filling in together', () => {
  test('what a guest types is saved, with name, time and language', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const [saved] = await write(sindre, visit.id, [field('answer.PRE04.value', 'Hvordan holder dere helgene?')], ctx)
    expect(saved).toMatchObject({ outcome: 'saved', version: versionOf('Hvordan holder dere helgene?') })
    expect(await answerOf(ctx, visit.id, 'PRE04')).toMatchObject({
      value: 'Hvordan holder dere helgene?',
      language: 'nb',
      updatedBy: sindre.id,
      updatedAt: ctx.now,
    })
  })

  test('the short inquiry is known: the first answer begins from it', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx)
    const [fresh] = await write(ingrid, visit.id, [field('answer.PRE01.value', 'Noe annet')], ctx)
    expect(fresh).toMatchObject({ outcome: 'conflict', text: visit.inquiry })
    const [changed] = await write(
      ingrid,
      visit.id,
      [field('answer.PRE01.value', `${visit.inquiry} Og tavlen.`, visit.inquiry)],
      ctx,
    )
    expect(changed).toMatchObject({ outcome: 'saved' })
  })

  test('two who began from the same words never overwrite each other: the second sees both texts', async ({ ctx }) => {
    const { visit, ingrid, sindre } = await aVisitWithPeople(ctx)
    await write(ingrid, visit.id, [field('answer.PRE04.value', 'Helgene')], ctx)
    await write(ingrid, visit.id, [field('answer.PRE04.value', 'Helgene og nettene', 'Helgene')], ctx)
    const [late] = await write(sindre, visit.id, [field('answer.PRE04.value', 'Kveldene', 'Helgene')], ctx)
    expect(late).toMatchObject({ outcome: 'conflict', text: 'Helgene og nettene', by: 'Ingrid Solheim' })
    expect((await answerOf(ctx, visit.id, 'PRE04'))?.value).toBe('Helgene og nettene')
    const [again] = await write(sindre, visit.id, [field('answer.PRE04.value', 'Kveldene', 'Helgene og nettene')], ctx)
    expect(again).toMatchObject({ outcome: 'saved' })
  })

  test('one conflict does not stop the other fields of a form', async ({ ctx }) => {
    const { visit, ingrid, sindre } = await aVisitWithPeople(ctx)
    await write(ingrid, visit.id, [field('answer.PRE04.value', 'Helgene')], ctx)
    const written = await write(
      sindre,
      visit.id,
      [field('answer.PRE04.value', 'Kveldene'), field('answer.PRE08.value', 'Tolk'), field('answer.PRE09.value', '')],
      ctx,
    )
    expect(written.map((each) => each.outcome)).toEqual(['conflict', 'saved', 'unchanged'])
  })

  test('goals and works become records of their own, each with an author, in order', async ({ ctx }) => {
    const { visit, ingrid, sindre, karin, participants } = await aVisitWithPeople(ctx)
    const [first, second, work] = [newId(), newId(), newId()]
    await write(ingrid, visit.id, [field(`goal.${first}.text`, 'Forstå hjemreisesamtalen')], ctx)
    await write(
      sindre,
      visit.id,
      [field(`goal.${second}.text`, 'Se tavlen'), field(`work.${work}.title`, 'Fem dager hjemme')],
      ctx,
    )
    await write(
      sindre,
      visit.id,
      [field(`work.${work}.aim`, 'Færre innleggelser'), field(`work.${work}.status`, 'testing')],
      ctx,
    )
    expect(await listGoalsFor(karin, visit.id, ctx)).toMatchObject([
      { id: first, side: 'guest', participantId: participants.ingrid.id, authorName: 'Ingrid Solheim', language: 'nb' },
      { id: second, authorName: 'Sindre Nygård' },
    ])
    expect(await readWorks(visit.id, ctx)).toMatchObject([
      { id: work, title: 'Fem dager hjemme', aim: 'Færre innleggelser', status: 'testing', authorName: 'Sindre Nygård' },
    ])
  })

  test('a text keeps its language when somebody else mends it, and takes a chosen one', async ({ ctx }) => {
    const { visit, ingrid, sindre } = await aVisitWithPeople(ctx)
    const id = newId()
    await write(ingrid, visit.id, [field(`goal.${id}.text`, 'Forstå samtalen')], ctx, 'nb')
    await write(sindre, visit.id, [field(`goal.${id}.text`, 'Forstå samtalen.', 'Forstå samtalen')], ctx, 'en')
    expect(await listGoalsFor(ingrid, visit.id, ctx)).toMatchObject([{ language: 'nb', text: 'Forstå samtalen.' }])
    const chosen = {
      visitId: visit.id,
      fields: [field(`goal.${id}.text`, 'Gulahallat', 'Forstå samtalen.')],
      language: 'se',
      languageChosen: true,
    }
    await writeOrPropose(sindre, chosen, ctx)
    expect(await listGoalsFor(ingrid, visit.id, ctx)).toMatchObject([{ language: 'se' }])
  })

  test('hosts write their own goals, and neither side writes the other’s', async ({ ctx }) => {
    const { visit, ingrid, yusuf } = await aVisitWithPeople(ctx)
    const [theirs, ours] = [newId(), newId()]
    await write(yusuf, visit.id, [field(`goal.${ours}.text`, 'Lära oss ringa')], ctx, 'sv')
    await write(ingrid, visit.id, [field(`goal.${theirs}.text`, 'Se tavlen')], ctx)
    expect(await listGoalsFor(ingrid, visit.id, ctx)).toMatchObject([{ side: 'host', language: 'sv' }, { side: 'guest' }])
    await expect(write(yusuf, visit.id, [field(`goal.${theirs}.text`, 'Annat', 'Se tavlen')], ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(write(ingrid, visit.id, [field(`goal.${ours}.text`, 'Noe', 'Lära oss ringa')], ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(write(yusuf, visit.id, [field('answer.PRE04.value', 'Annat')], ctx)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('ids of another visit, fields the form has not, and withdrawn goals are refused', async ({ ctx }) => {
    const here = await aVisitWithPeople(ctx)
    const there = await aVisitWithPeople(ctx)
    const [goal, work] = [newId(), newId()]
    await write(there.ingrid, there.visit.id, [field(`goal.${goal}.text`, 'Deres'), field(`work.${work}.title`, 'Deres')], ctx)
    await expect(write(here.ingrid, here.visit.id, [field(`goal.${goal}.text`, 'Min')], ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(write(here.ingrid, here.visit.id, [field(`work.${work}.title`, 'Min')], ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(write(here.ingrid, here.visit.id, [field('answer.PRE99.value', 'x')], ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await withdrawWords(there.ingrid, { visitId: there.visit.id, subject: 'goal', id: goal }, ctx)
    await expect(write(there.ingrid, there.visit.id, [field(`goal.${goal}.text`, 'Igjen')], ctx)).rejects.toMatchObject({
      code: 'gone',
    })
  })

  test('outsiders and people who have left find nothing', async ({ ctx }) => {
    const { visit, sindre, mikko, participants } = await aVisitWithPeople(ctx)
    await ctx.db.update(visitParticipants).set({ leftAt: ctx.now }).where(eq(visitParticipants.id, participants.sindre.id))
    for (const outside of [mikko, sindre]) {
      await expect(write(outside, visit.id, [field('answer.PRE04.value', 'x')], ctx)).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(listGoalsFor(outside, visit.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('before the days are agreed nothing can be written', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
    await expect(write(ingrid, visit.id, [field('answer.PRE04.value', 'x')], ctx)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'preparation_error_waiting',
    })
  })

  test('many goals are too many', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx)
    const twenty = Array.from({ length: 20 }, (_, number) => field(`goal.${newId()}.text`, `Mål ${number}`))
    await write(ingrid, visit.id, twenty, ctx)
    await expect(write(ingrid, visit.id, [field(`goal.${newId()}.text`, 'Ett til')], ctx)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('eight at once in one field: one text stands, the others are told, nobody is lost', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { visit, ingrid } = await aVisitWithPeople(ctx)
    const texts = Array.from({ length: 8 }, (_, number) => `Tekst ${number}`)
    const answers = await Promise.all(
      texts.map((text) => write(ingrid, visit.id, [field('answer.PRE04.value', text)], freshDb.ctx())),
    )
    const outcomes = answers.map(([written]) => written?.outcome)
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(7)
    const stands = (await answerOf(ctx, visit.id, 'PRE04'))?.value
    expect(stands).toBe(texts[outcomes.indexOf('saved')])
  })
})

async function filled(ctx: TestCtx, given: Parameters<typeof aVisitWithPeople>[1] = {}) {
  const all = await aVisitWithPeople(ctx, given)
  const [goal, work] = [newId(), newId()]
  const fields = [
    field(`goal.${goal}.text`, 'Forstå hjemreisesamtalen'),
    field(`work.${work}.title`, 'Fem dager hjemme'),
    field(`work.${work}.struggle`, 'Helgene'),
    field('answer.PRE09.value', 'yes'),
  ]
  await write(all.ingrid, all.visit.id, fields, ctx)
  return { ...all, goal, work }
}

describe('sending', () => {
  test('what is missing is said, and nothing is sent', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx)
    expect(await sendPreparation(ingrid, { visitId: visit.id }, ctx)).toEqual({ missing: ['PRE02', 'PRE03', 'PRE09'] })
    expect(await ctx.db.select().from(preparations)).toMatchObject([{ sentAt: null }])
  })

  test('who sent and when is kept, blank rows go, the hosts are told once', async ({ ctx }) => {
    const { visit, ingrid, sindre } = await filled(ctx)
    const blank = newId()
    await write(sindre, visit.id, [field(`goal.${blank}.text`, 'x')], ctx)
    await write(sindre, visit.id, [field(`goal.${blank}.text`, '', 'x')], ctx)
    expect(await sendPreparation(sindre, { visitId: visit.id }, ctx)).toEqual({ missing: [] })
    await sendPreparation(ingrid, { visitId: visit.id }, ctx.at('2026-04-15T08:00:00Z'))
    expect(await ctx.db.select().from(preparations)).toMatchObject([{ sentBy: sindre.id, sentAt: ctx.now }])
    expect(toldIn(ctx)).toEqual([{ event: 'preparation.sent', visitId: visit.id }])
    const row = (await ctx.db.select().from(goals).where(eq(goals.id, blank)))[0]
    expect(row?.withdrawnAt).toEqual(ctx.now)
  })

  test('after sending nothing is written directly any more', async ({ ctx }) => {
    const { visit, ingrid, goal } = await filled(ctx)
    await sendPreparation(ingrid, { visitId: visit.id }, ctx)
    const change = [field(`goal.${goal}.text`, 'Noe annet', 'Forstå hjemreisesamtalen')]
    await expect(write(ingrid, visit.id, change, ctx)).rejects.toMatchObject({ reason: 'preparation_error_locked' })
  })

  test('the last day counts whole in the host’s zone; late it can still be sent', async ({ ctx }) => {
    const { visit, ingrid } = await filled(ctx, { preparationDueOn: '2026-04-20' })
    const lastMinute = ctx.at('2026-04-20T21:30:00Z')
    await write(ingrid, visit.id, [field('answer.PRE08.value', 'Tolk')], lastMinute)
    const tooLate = ctx.at('2026-04-20T22:30:00Z')
    await expect(write(ingrid, visit.id, [field('answer.PRE08.value', 'x', 'Tolk')], tooLate)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await sendPreparation(ingrid, { visitId: visit.id }, tooLate)).toEqual({ missing: [] })
  })

  test('hosts do not send for their guests', async ({ ctx }) => {
    const { visit, karin } = await filled(ctx)
    await expect(sendPreparation(karin, { visitId: visit.id }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('changing afterwards', () => {
  async function sent(ctx: TestCtx) {
    const all = await filled(ctx)
    await sendPreparation(all.ingrid, { visitId: all.visit.id }, ctx)
    return all
  }
  const proposalsIn = (ctx: TestCtx, visitId: string) =>
    ctx.db.select().from(changeProposals).where(eq(changeProposals.visitId, visitId)).orderBy(changeProposals.proposedAt)

  test('a change becomes a proposal, the host accepts it, and it is applied in the guest’s name and language', async ({
    ctx,
  }) => {
    const { visit, ingrid, karin, goal } = await sent(ctx)
    const fields = [field(`goal.${goal}.text`, 'Forstå samtalen og tavlen', 'Forstå hjemreisesamtalen')]
    expect(await proposeChanges(ingrid, { visitId: visit.id, fields, language: 'nb' }, ctx)).toEqual({ proposed: 1 })
    const [proposal] = await proposalsIn(ctx, visit.id)
    expect(proposal).toMatchObject({ before: { text: 'Forstå hjemreisesamtalen' }, proposedBy: ingrid.id, answer: null })
    expect((await listGoalsFor(karin, visit.id, ctx))[0]?.text).toBe('Forstå hjemreisesamtalen')
    await answerProposal(karin, { visitId: visit.id, proposalId: proposal?.id ?? '', answer: 'accepted', reason: '' }, ctx)
    expect(await listGoalsFor(karin, visit.id, ctx)).toMatchObject([
      { id: goal, text: 'Forstå samtalen og tavlen', language: 'nb' },
    ])
    expect((await ctx.db.select().from(goals).where(eq(goals.id, goal)))[0]?.updatedBy).toBe(ingrid.id)
    expect(toldIn(ctx).map((job) => job.event)).toEqual([
      'preparation.sent',
      'preparation.changes_proposed',
      'preparation.change_answered',
    ])
  })

  test('a new goal and a new work are proposed too, and carry the guest’s name when accepted', async ({ ctx }) => {
    const { visit, sindre, karin, participants } = await sent(ctx)
    const [goal, work] = [newId(), newId()]
    const fields = [
      field(`goal.${goal}.text`, 'Se rehabplanen'),
      field(`work.${work}.title`, 'Helgelista'),
      field(`work.${work}.aim`, 'Ro'),
    ]
    expect(await writeOrPropose(sindre, { visitId: visit.id, fields, language: 'nb' }, ctx)).toEqual({
      outcome: 'proposed',
      count: 2,
    })
    for (const proposal of await proposalsIn(ctx, visit.id)) {
      await answerProposal(karin, { visitId: visit.id, proposalId: proposal.id, answer: 'accepted', reason: '' }, ctx)
    }
    expect((await listGoalsFor(karin, visit.id, ctx)).find((each) => each.id === goal)).toMatchObject({
      participantId: participants.sindre.id,
    })
    expect((await ctx.db.select().from(improvementWorks).where(eq(improvementWorks.id, work)))[0]).toMatchObject({
      title: 'Helgelista',
      aim: 'Ro',
    })
  })

  test('a declined change leaves everything as it was, with the reason', async ({ ctx }) => {
    const { visit, ingrid, karin, work } = await sent(ctx)
    await proposeChanges(
      ingrid,
      { visitId: visit.id, fields: [field(`work.${work}.struggle`, 'Nettene', 'Helgene')], language: 'nb' },
      ctx,
    )
    const [proposal] = await proposalsIn(ctx, visit.id)
    const answer = {
      visitId: visit.id,
      proposalId: proposal?.id ?? '',
      answer: 'declined' as const,
      reason: 'Vi har redan bokat.',
    }
    await answerProposal(karin, answer, ctx)
    await answerProposal(karin, answer, ctx)
    expect(await proposalsIn(ctx, visit.id)).toMatchObject([
      { answer: 'declined', reason: 'Vi har redan bokat.', answeredBy: karin.id },
    ])
    expect((await readWorks(visit.id, ctx))[0]?.struggle).toBe('Helgene')
    await expect(answerProposal(karin, { ...answer, answer: 'accepted' }, ctx)).rejects.toMatchObject({
      reason: 'preparation_error_answered',
    })
  })

  test('only a host coordinator answers; guests may take their proposal back', async ({ ctx }) => {
    const { visit, ingrid, sindre, yusuf, mikko } = await sent(ctx)
    const fields = [field('answer.PRE08.value', 'Tolk')]
    await proposeChanges(sindre, { visitId: visit.id, fields, language: 'nb' }, ctx)
    const [proposal] = await proposalsIn(ctx, visit.id)
    const input = { visitId: visit.id, proposalId: proposal?.id ?? '' }
    for (const other of [yusuf, ingrid]) {
      await expect(answerProposal(other, { ...input, answer: 'accepted', reason: '' }, ctx)).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await expect(answerProposal(mikko, { ...input, answer: 'accepted', reason: '' }, ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await takeBackProposal(sindre, input, ctx)
    expect(await proposalsIn(ctx, visit.id)).toMatchObject([{ answer: 'taken_back' }])
  })

  test('the same change twice is one proposal, another one about the same thing takes its place', async ({ ctx }) => {
    const { visit, ingrid, sindre } = await sent(ctx)
    const propose = (actor: Person, text: string) =>
      proposeChanges(actor, { visitId: visit.id, fields: [field('answer.PRE08.value', text)], language: 'nb' }, ctx)
    expect(await propose(ingrid, 'Tolk')).toEqual({ proposed: 1 })
    expect(await propose(ingrid, 'Tolk')).toEqual({ proposed: 0 })
    expect(await propose(sindre, 'Tolk og rolig rom')).toEqual({ proposed: 1 })
    const open = (await proposalsIn(ctx, visit.id)).filter((each) => each.answer === null)
    expect(open).toMatchObject([{ after: { value: 'Tolk og rolig rom' }, proposedBy: sindre.id }])
  })

  test('withdrawing a goal is proposed as well, and hosts withdraw their own at once', async ({ ctx }) => {
    const { visit, ingrid, karin, goal } = await sent(ctx)
    const own = newId()
    await write(karin, visit.id, [field(`goal.${own}.text`, 'Lära oss ringa')], ctx, 'sv')
    expect(await withdrawWords(karin, { visitId: visit.id, subject: 'goal', id: own }, ctx)).toEqual({ outcome: 'withdrawn' })
    expect(await withdrawWords(ingrid, { visitId: visit.id, subject: 'goal', id: goal }, ctx)).toEqual({ outcome: 'proposed' })
    expect(await listGoalsFor(karin, visit.id, ctx)).toHaveLength(1)
    const [proposal] = await proposalsIn(ctx, visit.id)
    await answerProposal(karin, { visitId: visit.id, proposalId: proposal?.id ?? '', answer: 'accepted', reason: '' }, ctx)
    expect(await listGoalsFor(karin, visit.id, ctx)).toEqual([])
  })
})

describe('reminders', () => {
  test('a week before, two days before and the day after, unless it has been sent', async ({ ctx }) => {
    const open = await aVisitWithPeople(ctx, { preparationDueOn: '2026-06-12' })
    const done = await filled(ctx, { preparationDueOn: '2026-06-12' })
    await sendPreparation(done.ingrid, { visitId: done.visit.id }, ctx)
    await aVisit(ctx, { status: 'cancelled', preparationDueOn: '2026-06-12' })
    expect(await listPreparationsDue(ctx, '2026-06-05')).toEqual([{ visitId: open.visit.id, dueOn: '2026-06-12', stage: 7 }])
    expect(await listPreparationsDue(ctx, '2026-06-04')).toEqual([])
    expect(await listPreparationsDue(ctx, '2026-06-13')).toMatchObject([{ stage: -1 }])
  })
})
