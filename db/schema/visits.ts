import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { changes, dayParts, directions, sides, visitKinds, visitStatuses } from '../../app/features/visits/rules/words.ts'
import { locales } from '../../app/kernel/locales.ts'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'
import { units, visitForms } from './units.ts'

export { dayParts, sides, visitKinds, visitStatuses } from '../../app/features/visits/rules/words.ts'

export const visits = pgTable(
  'visits',
  {
    /** Given by the form that asked, so that a second press asks no second time. */
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: visitKinds }).notNull(),
    /** Did the guests ask, or did the host invite? */
    direction: text('direction', { enum: directions }).notNull(),
    title: text('title').notNull(),
    /** The short inquiry: what the group wants to take part of. PRE01 begins from it. */
    inquiry: text('inquiry').notNull(),
    /** BCP 47 language that title and inquiry are written in. */
    language: text('language').notNull(),
    form: text('form', { enum: visitForms }).notNull(),
    hostUnitId: uuid('host_unit_id')
      .notNull()
      .references(() => units.id),
    groupSize: integer('group_size').notNull(),
    status: text('status', { enum: visitStatuses }).notNull(),
    /** The agreed days, both included; null until agreed. */
    startsOn: calendarDay('starts_on'),
    endsOn: calendarDay('ends_on'),
    startPart: text('start_part', { enum: dayParts }),
    endPart: text('end_part', { enum: dayParts }),
    /** The host unit's zone when the dates were agreed. */
    timeZone: text('time_zone').notNull(),
    /** Where a digital visit meets. */
    meetingUrl: text('meeting_url').notNull().default(''),
    /** Last day for the preparation form, host's zone. */
    preparationDueOn: calendarDay('preparation_due_on'),
    returnOf: uuid('return_of'),
    /** RFC 5545 SEQUENCE of the participants' calendar entry. */
    calendarSequence: integer('calendar_sequence').notNull().default(0),
    /** Grows with every change of the row's facts; a form that was read at an older version is refused. */
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: instant('created_at').notNull(),
    isDemo: boolean('is_demo').notNull().default(false),
  },
  (table) => [index('visits_host').on(table.hostUnitId), index('visits_status').on(table.status)],
)

/** The visit a row belongs to, and goes with. */
export const ofVisit = () =>
  uuid('visit_id')
    .notNull()
    .references(() => visits.id, { onDelete: 'cascade' })

/** The organisations the guests come from; `unitId` when it is a unit here, else only its name. */
export const visitGuestUnits = pgTable(
  'visit_guest_units',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    unitId: uuid('unit_id').references(() => units.id),
    name: text('name').notNull(),
    country: text('country').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [index('visit_guest_units_visit').on(table.visitId), index('visit_guest_units_unit').on(table.unitId)],
)

/** One to five date ranges on the table; the other side marks which fit; one is agreed. Once days stand: others instead. */
export const dateProposals = pgTable(
  'date_proposals',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    startsOn: calendarDay('starts_on').notNull(),
    endsOn: calendarDay('ends_on').notNull(),
    startPart: text('start_part', { enum: dayParts }).notNull().default('full'),
    endPart: text('end_part', { enum: dayParts }).notNull().default('full'),
    side: text('side', { enum: sides }).notNull(),
    proposedBy: uuid('proposed_by').references(() => users.id),
    /** Why days that stand should move, and why the other side keeps them; '' while no days stand. */
    reason: text('reason').notNull().default(''),
    answer: text('answer').notNull().default(''),
    position: integer('position').notNull(),
    /** Marked by the other side; null until marked. */
    fits: boolean('fits'),
    markedBy: uuid('marked_by').references(() => users.id),
    markedAt: instant('marked_at'),
    agreedAt: instant('agreed_at'),
    /** Taken off the table by newer days from the same side, or by an agreement. */
    retiredAt: instant('retired_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('date_proposals_visit').on(table.visitId)],
)

/**
 * Every move of the state machine, and every change of days, title or form: who, when, why. A change that is no move has the
 * same status on both sides and says what it was in `change`.
 */
export const visitMoves = pgTable(
  'visit_moves',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    fromStatus: text('from_status', { enum: visitStatuses }),
    toStatus: text('to_status', { enum: visitStatuses }).notNull(),
    /** Null when the product moved it by the clock; then `reason` is one of the clock's reasons. */
    actorId: uuid('actor_id').references(() => users.id),
    at: instant('at').notNull(),
    reason: text('reason').notNull().default(''),
    change: text('change', { enum: changes }),
    /** What it was before the change: the old title or form, or the old days as '2027-02-02/2027-02-04'. */
    before: text('before').notNull().default(''),
    /** The order of moves made at the same instant. */
    position: integer('position').generatedAlwaysAsIdentity(),
  },
  (table) => [index('visit_moves_visit').on(table.visitId)],
)

/** Units that a declining host points to. */
export const visitReferrals = pgTable(
  'visit_referrals',
  {
    visitId: ofVisit(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.unitId] })],
)

/** Who takes part, on which side. `userId` is null until the person has accepted the invitation. */
export const visitParticipants = pgTable(
  'visit_participants',
  {
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    userId: uuid('user_id').references(() => users.id),
    side: text('side', { enum: sides }).notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    /** Role at work: "sykepleier". */
    profession: text('profession').notNull().default(''),
    organisation: text('organisation').notNull().default(''),
    locale: text('locale', { enum: locales }).notNull(),
    /** Plans for the side: may fill in, move, invite. */
    isCoordinator: boolean('is_coordinator').notNull().default(false),
    addedBy: uuid('added_by').references(() => users.id),
    addedAt: instant('added_at').notNull(),
    /** Left or was removed: reads nothing more; what they wrote stays. */
    leftAt: instant('left_at'),
    leftBy: uuid('left_by').references(() => users.id),
  },
  (table) => [
    uniqueIndex('visit_participants_email').on(table.visitId, table.email),
    index('visit_participants_user').on(table.userId),
  ],
)

/** The participant a row belongs to, and goes with. */
export const ofParticipant = () =>
  uuid('participant_id')
    .notNull()
    .references(() => visitParticipants.id, { onDelete: 'cascade' })

/** The confidentiality and hygiene rules, confirmed in the version that was shown (A7). */
export const entryConfirmations = pgTable(
  'entry_confirmations',
  {
    id: uuid('id').primaryKey(),
    participantId: ofParticipant(),
    rulesVersion: text('rules_version').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (table) => [uniqueIndex('entry_confirmations_once').on(table.participantId, table.rulesVersion)],
)

/** A checklist line ticked by hand, for the side or, with `participantId`, by one person for themselves. */
export const checklistTicks = pgTable(
  'checklist_ticks',
  {
    visitId: ofVisit(),
    item: text('item').notNull(),
    participantId: uuid('participant_id').references(() => visitParticipants.id, { onDelete: 'cascade' }),
    doneBy: uuid('done_by').references(() => users.id),
    doneAt: instant('done_at').notNull(),
  },
  (table) => [
    uniqueIndex('checklist_ticks_once').on(table.visitId, table.item).where(sql`${table.participantId} is null`),
    uniqueIndex('checklist_ticks_each').on(table.visitId, table.item, table.participantId),
  ],
)
