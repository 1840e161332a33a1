import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { teachingForms } from '../../app/features/teaching/words.ts'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'
import { units } from './units.ts'

/**
 * Somebody in the chain of who taught whom. When an account goes, its name goes with it and the place in the chain stays: what
 * was counted stays counted, and nobody can tell who it was.
 */
export const cascadePeople = pgTable('cascade_people', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id')
    .unique()
    .references(() => users.id, { onDelete: 'set null' }),
})

/** One line of a teaching log: what, where, when, how, and for how many by the writer's own count. */
export const teachingSessions = pgTable(
  'teaching_sessions',
  {
    id: uuid('id').primaryKey(),
    teacherId: uuid('teacher_id')
      .notNull()
      .references(() => cascadePeople.id),
    /** The writer's own unit at that time, which the session counts for; null for somebody without one. */
    homeUnitId: uuid('home_unit_id').references(() => units.id),
    /** Where it was held; null: elsewhere, as `place` tells. */
    unitId: uuid('unit_id').references(() => units.id),
    place: text('place').notNull().default(''),
    subject: text('subject').notNull(),
    /** BCP 47: what subject, place and note are written in. */
    language: text('language').notNull(),
    /** A module of a learning path that it was about. */
    pathId: text('path_id'),
    moduleId: text('module_id'),
    taughtOn: calendarDay('taught_on').notNull(),
    minutes: integer('minutes').notNull(),
    form: text('form', { enum: teachingForms }).notNull(),
    /** How many learnt, as the writer says: never mixed with how many have confirmed. */
    learners: integer('learners').notNull(),
    /** The session in which the writer learnt it: the edge of the cascade. */
    learntFromId: uuid('learnt_from_id').references((): AnyPgColumn => teachingSessions.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
    /** Since when it waits for a manager; null again when it was signed or sent back. */
    askedAt: instant('asked_at'),
    returnedAt: instant('returned_at'),
    returnNote: text('return_note').notNull().default(''),
    returnLanguage: text('return_language').notNull().default(''),
    signedAt: instant('signed_at'),
    signedBy: uuid('signed_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('teaching_sessions_teacher').on(table.teacherId),
    index('teaching_sessions_home').on(table.homeUnitId),
    index('teaching_sessions_unit').on(table.unitId),
    index('teaching_sessions_learnt_from').on(table.learntFromId),
    index('teaching_sessions_waiting').on(table.askedAt).where(sql`${table.askedAt} is not null and ${table.signedAt} is null`),
  ],
)

const ofSession = () =>
  uuid('session_id')
    .notNull()
    .references(() => teachingSessions.id, { onDelete: 'cascade' })

/** Who learnt: people named by the writer or come by the link, and visitors, of whom nothing is known but that they were there. */
export const teachingLearners = pgTable(
  'teaching_learners',
  {
    id: uuid('id').primaryKey(),
    sessionId: ofSession(),
    /** Null: a visitor. */
    personId: uuid('person_id').references(() => cascadePeople.id),
    /** The learner's own unit at that time. */
    unitId: uuid('unit_id').references(() => units.id),
    namedAt: instant('named_at'),
    confirmedAt: instant('confirmed_at'),
    declinedAt: instant('declined_at'),
  },
  (table) => [
    uniqueIndex('teaching_learners_once').on(table.sessionId, table.personId),
    index('teaching_learners_person').on(table.personId),
  ],
)

/** A link (and its QR code) by which learners confirm. Only the hash is kept: it is shown once, when it is made. */
export const teachingLinks = pgTable(
  'teaching_links',
  {
    id: uuid('id').primaryKey(),
    sessionId: ofSession(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('teaching_links_session').on(table.sessionId)],
)

/** The teacher's own thoughts afterwards. Nobody else reads them; they go with the account. */
export const teachingReflections = pgTable('teaching_reflections', {
  sessionId: ofSession().primaryKey(),
  personId: uuid('person_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  text: text('text').notNull(),
  language: text('language').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
