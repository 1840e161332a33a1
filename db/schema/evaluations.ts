import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { visibilities } from '../../app/features/blogs/words.ts'
import { followedKinds, judgementScale, progressSteps, visitCounts } from '../../app/features/evaluations/words.ts'
import { instant } from './columns.ts'
import { users } from './identity.ts'
import { goals } from './preparation.ts'
import { units } from './units.ts'
import { ofParticipant, ofVisit, sides, visits } from './visits.ts'

/** When people are asked, and how it went. */
const round = {
  opensAt: instant('opens_at').notNull(),
  closesAt: instant('closes_at').notNull(),
  remindedAt: instant('reminded_at'),
  closedAt: instant('closed_at'),
  /** People asked and people who answered, counted when it closed. */
  asked: integer('asked'),
  answered: integer('answered'),
}

/** One anonymous questionnaire for one side of a visit. */
export const evaluations = pgTable(
  'evaluations',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    side: text('side', { enum: sides }).notNull(),
    /** db/reference/instruments/<instrument>.v<instrumentVersion>.json */
    instrument: text('instrument').notNull(),
    instrumentVersion: integer('instrument_version').notNull(),
    ...round,
  },
  (table) => [uniqueIndex('evaluations_once').on(table.visitId, table.side)],
)

const ofEvaluation = () =>
  uuid('evaluation_id')
    .notNull()
    .references(() => evaluations.id, { onDelete: 'cascade' })

/** Who has answered. Never what, and never when. */
export const evaluationReceipts = pgTable(
  'evaluation_receipts',
  {
    evaluationId: ofEvaluation(),
    participantId: ofParticipant(),
  },
  (table) => [primaryKey({ columns: [table.evaluationId, table.participantId] })],
)

/**
 * What was answered while the questionnaire is open. Never by whom, and never when. Emptied at close: row order and
 * transaction ids would otherwise tie an answer to a receipt.
 */
export const evaluationInbox = pgTable(
  'evaluation_inbox',
  {
    id: uuid('id').primaryKey(),
    evaluationId: ofEvaluation(),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('evaluation_inbox_evaluation').on(table.evaluationId)],
)

/** Answers of closed questionnaires without the written words, all of one questionnaire stored at once in random order. */
export const evaluationResponses = pgTable(
  'evaluation_responses',
  {
    id: uuid('id').primaryKey(),
    evaluationId: ofEvaluation(),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('evaluation_responses_evaluation').on(table.evaluationId)],
)

/** Written words of closed questionnaires, cut loose from the person's other answers. */
export const evaluationTexts = pgTable(
  'evaluation_texts',
  {
    id: uuid('id').primaryKey(),
    evaluationId: ofEvaluation(),
    item: text('item').notNull(),
    text: text('text').notNull(),
    /** BCP 47 */
    language: text('language').notNull(),
  },
  (table) => [index('evaluation_texts_evaluation').on(table.evaluationId)],
)

/**
 * How many chose what in one question: `waiting` is not shown yet (the oldest answer since that quarter), `shown` is, by the
 * quarter of each step. Values as form fields write them ('4', 'yes').
 */
export type QuestionTally = {
  waiting: Record<string, number>
  since: number
  shown: Record<number, Record<string, number>>
}

/**
 * What people answered about visits to one unit, question by question, over all its visits. Answers wait until enough of them
 * can be shown together, by the same law and in the same order as the indicators' cuts: two pages must not differ by one person.
 */
export const feedbackTallies = pgTable(
  'feedback_tallies',
  {
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    instrument: text('instrument').notNull(),
    instrumentVersion: integer('instrument_version').notNull(),
    tallies: jsonb('tallies').$type<Record<string, QuestionTally>>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.instrument, table.instrumentVersion] })],
)

/** A personal link from a mail, stored as SHA-256: to an anonymous questionnaire or to a follow-up. Opening it uses nothing up. */
export const questionnaireLinks = pgTable(
  'questionnaire_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    participantId: ofParticipant(),
    evaluationId: uuid('evaluation_id').references(() => evaluations.id, { onDelete: 'cascade' }),
    followUpId: uuid('follow_up_id').references(() => followUps.id, { onDelete: 'cascade' }),
  },
  (table) => [
    index('questionnaire_links_participant').on(table.participantId),
    check('questionnaire_links_one', sql`num_nonnulls(${table.evaluationId}, ${table.followUpId}) = 1`),
  ],
)

/** Each side's judgement of each goal, in its own name; changeable until the visit is summarised. */
export const goalJudgements = pgTable(
  'goal_judgements',
  {
    goalId: uuid('goal_id')
      .notNull()
      .references(() => goals.id, { onDelete: 'cascade' }),
    side: text('side', { enum: sides }).notNull(),
    level: text('level', { enum: judgementScale }).notNull(),
    comment: text('comment').notNull().default(''),
    /** BCP 47 of the comment. */
    language: text('language').notNull(),
    version: integer('version').notNull().default(1),
    judgedBy: uuid('judged_by')
      .notNull()
      .references(() => users.id),
    /** The name as it was: a judgement stays signed when an account ends. */
    judgedName: text('judged_name').notNull(),
    judgedAt: instant('judged_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.goalId, table.side] })],
)

/** The summary that both sides write together. `version` grows with every change of any part: what one agrees to. */
export const summaries = pgTable('summaries', {
  visitId: uuid('visit_id')
    .primaryKey()
    .references(() => visits.id, { onDelete: 'cascade' }),
  instrumentVersion: integer('instrument_version').notNull(),
  version: integer('version').notNull().default(0),
  /** The questions whose answers may be published (SUM08). */
  publishItems: text('publish_items').array().notNull().default(sql`'{}'`),
  visibility: text('visibility', { enum: visibilities }).notNull().default('participants'),
  /** Grows with every change of the two fields above. */
  publishVersion: integer('publish_version').notNull().default(0),
  publishChangedBy: uuid('publish_changed_by').references(() => users.id),
  /** The blog post it became; null while not agreed, and when nothing may be published. */
  postId: uuid('post_id'),
  agreedAt: instant('agreed_at'),
})

/** One answer of the summary, saved one by one so that two people can write at the same time. */
export const summaryAnswers = pgTable(
  'summary_answers',
  {
    visitId: ofVisit(),
    item: text('item').notNull(),
    /** The words, or the key of the chosen option. */
    value: text('value').notNull(),
    /** BCP 47 of the words. */
    language: text('language').notNull(),
    version: integer('version').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => users.id),
    writtenName: text('written_name').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.item] })],
)

/** A side stands behind the summary as it reads in `version`. Any later change of the text removes the row. */
export const summaryAgreements = pgTable(
  'summary_agreements',
  {
    visitId: ofVisit(),
    side: text('side', { enum: sides }).notNull(),
    version: integer('version').notNull(),
    agreedBy: uuid('agreed_by')
      .notNull()
      .references(() => users.id),
    agreedName: text('agreed_name').notNull(),
    agreedAt: instant('agreed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.side] })],
)

/** One round of asking again, 3 or 6 months after the visit. */
export const followUps = pgTable(
  'follow_ups',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    months: integer('months').notNull(),
    instrumentVersion: integer('instrument_version').notNull(),
    ...round,
  },
  (table) => [uniqueIndex('follow_ups_once').on(table.visitId, table.months)],
)

const ofFollowUp = () =>
  uuid('follow_up_id')
    .notNull()
    .references(() => followUps.id, { onDelete: 'cascade' })

/** What one person says in a round, in their own name; changeable while the round is open. */
export const followUpAnswers = pgTable(
  'follow_up_answers',
  {
    followUpId: ofFollowUp(),
    participantId: ofParticipant(),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
    /** BCP 47 of the words. */
    language: text('language').notNull(),
    version: integer('version').notNull().default(1),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.followUpId, table.participantId] })],
)

/** How far one goal, or one improvement work the guests brought, has come where this person works. */
export const followUpSteps = pgTable(
  'follow_up_steps',
  {
    followUpId: ofFollowUp(),
    participantId: ofParticipant(),
    followedKind: text('followed_kind', { enum: followedKinds }).notNull(),
    /** A goal's or an improvement work's id. */
    followedId: uuid('followed_id').notNull(),
    progress: text('progress', { enum: progressSteps }).notNull(),
    words: text('words').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.followUpId, table.participantId, table.followedId] }),
    index('follow_up_steps_followed').on(table.followedId),
  ],
)

/** That a visit has entered an indicator which counts visits: the row is the guard against counting it twice. */
export const visitTallies = pgTable(
  'visit_tallies',
  {
    visitId: ofVisit(),
    indicatorId: text('indicator_id', { enum: visitCounts }).notNull(),
    part: text('part', { enum: ['denominator', 'numerator'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.indicatorId, table.part] })],
)
