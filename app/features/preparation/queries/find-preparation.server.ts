import { desc, eq, inArray } from 'drizzle-orm'
import { canCoordinate, sideOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Side, VisitFile } from '#app/features/visits/rules.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { changeProposals, preparations, users } from '#db/schema/index.ts'
import type { FormDefinition } from '../definition.ts'
import { currentForm, formOf } from '../forms.server.ts'
import { canAnswerProposals, canReadPreparation, canTakeBack, canWritePreparation } from '../policy.ts'
import { readGoals, readWorks } from '../queries.server.ts'
import { goalsState, missingIn, type PreparationState, preparationState, progressOf, targetKey, versionOf } from '../rules.ts'
import { type Goal, type ImprovementWork, type Proposal, type WrittenField, workFields } from '../words.ts'
import { type Rows, readRows, wordsOf } from './read-words.server.ts'

export type PreparationPage = {
  visitId: string
  form: FormDefinition
  side: Side | null
  state: PreparationState
  /** The same for the actor's own goals: hosts write theirs also when the guests' form is locked. */
  ownState: PreparationState
  dueOn: Day | null
  sent: { at: Date; by: string | null } | null
  timeZone: string
  hostUnit: string
  guestUnits: { name: string; country: string }[]
  known: { startsOn: Day | null; endsOn: Day | null; form: VisitFile['visit']['form']; language: string }
  participants: { id: string; name: string; profession: string; organisation: string; side: Side; joined: boolean }[]
  /** What the actor's side writes, by target key. Empty for those who stand on no side. */
  fields: Record<string, WrittenField>
  /** Ids of the own side's goals and of the works, in order, also of blank rows. */
  goalIds: string[]
  workIds: string[]
  /** Ids for rows that the page may add. */
  spareIds: string[]
  answers: Record<string, WrittenField>
  goals: Goal[]
  works: ImprovementWork[]
  proposals: Proposal[]
  missing: string[]
  progress: { done: number; of: number }
  may: { write: boolean; answer: boolean; invite: boolean }
}

/**
 * The whole preparation as the actor may see it: both sides' words, what is missing, what waits for an answer.
 * @throws not_found unless the actor may read what is written for the participants.
 */
export async function findPreparationFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<PreparationPage> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadPreparation(actor, file))
  const { visit } = file
  const preparation = (await ctx.db.select().from(preparations).where(eq(preparations.visitId, visitId)))[0]
  const form = preparation ? formOf(preparation.formVersion) : currentForm()
  const rows = await readRows(visitId, ctx)
  const names = await namesOf(rows, preparation?.sentBy ?? null, ctx)
  const side = sideOf(actor, file)
  const facts = { sentAt: preparation?.sentAt ?? null, dueOn: visit.preparationDueOn }
  const state = preparationState(visit.status, facts, dayAt(ctx.now, visit.timeZone))
  const words = wordsOf(rows, visit, form, 'guest')
  const guestCount = file.participants.filter((person) => person.side === 'guest' && person.leftAt === null).length
  const fields = side ? fieldsFor(rows, file, form, side, names) : {}
  const answers = Object.fromEntries(
    Object.keys(words.answer).map((id) => [id, answerField(rows, file, words.answer[id]?.value ?? '', id, names)]),
  )
  return {
    visitId,
    form,
    side,
    state,
    ownState: side ? goalsState(state, side) : 'over',
    dueOn: visit.preparationDueOn,
    sent: preparation?.sentAt ? { at: preparation.sentAt, by: names.get(preparation.sentBy ?? '') ?? null } : null,
    timeZone: visit.timeZone,
    hostUnit: file.hostUnit.name,
    guestUnits: file.guestUnits.map(({ name, country }) => ({ name, country })),
    known: { startsOn: visit.startsOn, endsOn: visit.endsOn, form: visit.form, language: visit.language },
    participants: file.participants
      .filter((person) => person.leftAt === null)
      .map(({ id, name, profession, organisation, side: of, userId }) => ({
        id,
        name,
        profession,
        organisation,
        side: of,
        joined: userId !== null,
      })),
    fields,
    goalIds: rows.goals.filter((goal) => goal.side === side).map((goal) => goal.id),
    workIds: side === 'guest' ? rows.works.map((work) => work.id) : [],
    spareIds: Array.from({ length: 13 }, newId),
    answers,
    goals: await readGoals(visitId, ctx),
    works: await readWorks(visitId, ctx),
    proposals: await readProposals(actor, file, ctx),
    missing: missingIn(form, words, guestCount),
    progress: progressOf(form, words, guestCount),
    may: {
      write: canWritePreparation(actor, file),
      answer: canAnswerProposals(actor, file),
      invite: canCoordinate(actor, file, 'guest'),
    },
  }
}

type Names = Map<string, string>

function fieldsFor(rows: Rows, file: VisitFile, form: FormDefinition, side: Side, names: Names): Record<string, WrittenField> {
  const fields: Record<string, WrittenField> = {}
  const put = (target: Parameters<typeof targetKey>[0], text: string, row: Row) => {
    fields[targetKey(target)] = writtenField(text, row, names)
  }
  for (const goal of rows.goals) {
    if (goal.side === side) put({ subject: 'goal', id: goal.id, field: 'text' }, goal.text, goal)
  }
  if (side === 'host') return fields
  for (const work of rows.works) {
    for (const field of workFields) put({ subject: 'work', id: work.id, field }, work[field], work)
  }
  const { answer } = wordsOf(rows, file.visit, form, side)
  const ids = form.sections
    .flatMap((section) => section.fields)
    .filter((field) => field.type === 'long_text' || field.type === 'checkbox')
  for (const { id } of ids) {
    fields[targetKey({ subject: 'answer', id, field: 'value' })] = answerField(rows, file, answer[id]?.value ?? '', id, names)
  }
  return fields
}

type Row = { language: string; updatedBy: string | null; updatedAt: Date | null }

function answerField(rows: Rows, file: VisitFile, text: string, id: string, names: Names): WrittenField {
  const row = rows.answers.find((answer) => answer.field === id)
  return writtenField(text, row ?? { language: file.visit.language, updatedBy: null, updatedAt: null }, names)
}

function writtenField(text: string, row: Row, names: Names): WrittenField {
  const by = row.updatedBy ? (names.get(row.updatedBy) ?? null) : null
  return { text, version: versionOf(text), language: row.language, by, at: row.updatedAt }
}

async function namesOf(rows: Rows, sentBy: string | null, ctx: Ctx): Promise<Names> {
  const writers = [...rows.answers, ...rows.goals, ...rows.works].map((row) => row.updatedBy)
  const ids = [...new Set([sentBy, ...writers])].filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const people = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(people.map((person) => [person.id, person.name]))
}

/** The proposals of a visit, the newest first; those that were taken back are nobody's business any more. */
async function readProposals(actor: Actor, file: VisitFile, ctx: Ctx): Promise<Proposal[]> {
  const rows = await ctx.db
    .select({ proposal: changeProposals, by: users.name })
    .from(changeProposals)
    .leftJoin(users, eq(users.id, changeProposals.proposedBy))
    .where(eq(changeProposals.visitId, file.visit.id))
    .orderBy(desc(changeProposals.proposedAt), changeProposals.id)
  return rows
    .filter(({ proposal }) => proposal.answer !== 'taken_back')
    .map(({ proposal, by }) => ({
      ...proposal,
      after: proposal.subject === 'person' ? whoOf(proposal.after) : proposal.after,
      proposedByName: by ?? '',
      mayTakeBack: canTakeBack(actor, file, proposal),
    }))
}

/** Who somebody is, without how to reach them: pages of a visit carry no addresses. */
function whoOf(person: Record<string, string> | null): Record<string, string> {
  const { name = '', profession = '', organisation = '' } = person ?? {}
  return { name, profession, organisation }
}

/** One proposal for the page where it is answered. @throws not_found when it is another visit's or was taken back. */
export async function findProposalFor(
  actor: Actor,
  visitId: string,
  proposalId: string,
  ctx: Ctx = here(),
): Promise<{ page: PreparationPage; proposal: Proposal }> {
  const page = await findPreparationFor(actor, visitId, ctx)
  return { page, proposal: found(page.proposals.find((proposal) => proposal.id === proposalId)) }
}
