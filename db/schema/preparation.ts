import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  proposalAnswers,
  proposalKinds,
  proposalSubjects,
  workOrigins,
  workStatuses,
} from '../../app/features/preparation/words.ts'
import { instant } from './columns.ts'
import { users } from './identity.ts'
import { ofVisit, sides, visitParticipants, visits } from './visits.ts'

/** The preparation of one visit: opened with one version of the form definition, sent once. */
export const preparations = pgTable('preparations', {
  visitId: uuid('visit_id')
    .primaryKey()
    .references(() => visits.id, { onDelete: 'cascade' }),
  /** The version of db/reference/forms/preparation-<n>.json that the group fills in. */
  formVersion: integer('form_version').notNull(),
  openedAt: instant('opened_at').notNull(),
  sentAt: instant('sent_at'),
  sentBy: uuid('sent_by').references(() => users.id),
})

/** What the group wrote in the fields that are no records of their own ('PRE01', 'PRE04', 'PRE08', 'PRE09'). */
export const preparationAnswers = pgTable(
  'preparation_answers',
  {
    visitId: ofVisit(),
    /** The field's id in the form definition. */
    field: text('field').notNull(),
    value: text('value').notNull(),
    /** BCP 47: the language the writer uses. */
    language: text('language').notNull(),
    updatedBy: uuid('updated_by').references(() => users.id),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.field] })],
)

/** Who wrote it, changed it, took it back. */
const written = {
  createdBy: uuid('created_by').references(() => users.id),
  createdAt: instant('created_at').notNull(),
  updatedBy: uuid('updated_by').references(() => users.id),
  updatedAt: instant('updated_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: uuid('withdrawn_by').references(() => users.id),
}

/** The red thread: one goal, from preparation to indicator. Withdrawn, never deleted. */
export const goals = pgTable(
  'goals',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    side: text('side', { enum: sides }).notNull(),
    /** Whose goal it is; null when the writer takes no part (a unit manager above the host unit). */
    participantId: uuid('participant_id').references(() => visitParticipants.id),
    text: text('text').notNull(),
    /** BCP 47: people's words keep their language. */
    language: text('language').notNull(),
    position: integer('position').notNull(),
    ...written,
  },
  (table) => [index('goals_visit').on(table.visitId), index('goals_participant').on(table.participantId)],
)

/** Improvement work: the gift that the guests bring and want to share, and what one side decides to try after the visit. */
export const improvementWorks = pgTable(
  'improvement_works',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    participantId: uuid('participant_id').references(() => visitParticipants.id),
    origin: text('origin', { enum: workOrigins }).notNull().default('brought'),
    /** Who does it: the guests what they bring, either side what is decided. */
    side: text('side', { enum: sides }).notNull().default('guest'),
    title: text('title').notNull(),
    aim: text('aim').notNull().default(''),
    method: text('method').notNull().default(''),
    /** '' until somebody chose. */
    status: text('status', { enum: ['', ...workStatuses] })
      .notNull()
      .default(''),
    measure: text('measure').notNull().default(''),
    struggle: text('struggle').notNull().default(''),
    language: text('language').notNull(),
    position: integer('position').notNull(),
    ...written,
  },
  (table) => [index('improvement_works_visit').on(table.visitId)],
)

/** What the guests want to change after sending or after the deadline; a host coordinator accepts or declines (B6). */
export const changeProposals = pgTable(
  'change_proposals',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    kind: text('kind', { enum: proposalKinds }).notNull(),
    subject: text('subject', { enum: proposalSubjects }).notNull(),
    /** The goal's, work's or participant's id (also of one that is to be added), the visit's, or the field's id of an answer. */
    subjectId: text('subject_id').notNull(),
    /** Field → text as it stood when proposed; null for something new. */
    before: jsonb('before').$type<Record<string, string>>(),
    /** Field → text as proposed; null for a withdrawal. */
    after: jsonb('after').$type<Record<string, string>>(),
    language: text('language').notNull(),
    proposedBy: uuid('proposed_by').references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    answer: text('answer', { enum: proposalAnswers }),
    answeredBy: uuid('answered_by').references(() => users.id),
    answeredAt: instant('answered_at'),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    index('change_proposals_visit').on(table.visitId),
    uniqueIndex('change_proposals_open').on(table.visitId, table.subject, table.subjectId).where(sql`${table.answer} is null`),
  ],
)
