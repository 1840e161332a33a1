import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { slotKinds } from '../../app/features/programme/words.ts'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'
import { goals, improvementWorks } from './preparation.ts'
import { ofVisit, visitParticipants, visits } from './visits.ts'

/** The days the programme was planned for: when the visit's agreed days differ, the slots are offered to move along. */
export const programmes = pgTable('programmes', {
  visitId: uuid('visit_id')
    .primaryKey()
    .references(() => visits.id, { onDelete: 'cascade' }),
  plannedFrom: calendarDay('planned_from').notNull(),
  plannedTo: calendarDay('planned_to').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** One point of the programme: wall clock in the visit's zone, within one day. Removed, never deleted (calendars need to hear). */
export const slots = pgTable(
  'slots',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    day: calendarDay('day').notNull(),
    /** 'HH:MM', later than `startsAt` for `endsAt`. */
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    kind: text('kind', { enum: slotKinds }).notNull(),
    title: text('title').notNull(),
    place: text('place').notNull().default(''),
    notes: text('notes').notNull().default(''),
    /** BCP 47 of title, place and notes. */
    language: text('language').notNull(),
    hostParticipantId: uuid('host_participant_id').references(() => visitParticipants.id),
    improvementWorkId: uuid('improvement_work_id').references(() => improvementWorks.id),
    /** Grows with every change, removal included: the guard against overwriting, and the calendar's SEQUENCE. */
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedBy: uuid('updated_by').references(() => users.id),
    updatedAt: instant('updated_at').notNull(),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by').references(() => users.id),
  },
  (table) => [index('slots_visit').on(table.visitId), index('slots_work').on(table.improvementWorkId)],
)

/** Which goals a slot serves. */
export const slotGoals = pgTable(
  'slot_goals',
  {
    slotId: uuid('slot_id')
      .notNull()
      .references(() => slots.id, { onDelete: 'cascade' }),
    goalId: uuid('goal_id')
      .notNull()
      .references(() => goals.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.slotId, table.goalId] }), index('slot_goals_goal').on(table.goalId)],
)

/**
 * A participant's own calendar address, as a hash of its random token: the table alone opens no calendar. It opens the programme
 * of one visit and nothing else, for as long as the participant may read it.
 */
export const calendarFeeds = pgTable('calendar_feeds', {
  participantId: uuid('participant_id')
    .primaryKey()
    .references(() => visitParticipants.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  /** The newest address; older ones do not work. */
  madeAt: instant('made_at').notNull(),
})
