import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { type JointGoal, talkOutcomes, walkers } from '../../app/features/pairs/words.ts'
import { calendarDay, instant } from './columns.ts'
import { invitations, users } from './identity.ts'
import { units } from './units.ts'

/** The person a row belongs to, and goes with. */
export const ofPerson = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** A resource person and their manager on one path. The resource person stays; managers may follow each other. */
export const learningPairs = pgTable(
  'learning_pairs',
  {
    id: uuid('id').primaryKey(),
    pathId: text('path_id').notNull(),
    /** The version they started on, or moved to. */
    pathVersion: integer('path_version').notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    resourcePersonId: ofPerson('resource_person_id'),
    /** One of the two: the other one was invited by them. */
    startedBy: uuid('started_by').references(() => users.id, { onDelete: 'set null' }),
    startedAt: instant('started_at').notNull(),
    /** Since when the resource person is with it; null while invited. */
    joinedAt: instant('joined_at'),
    pausedAt: instant('paused_at'),
    pausedBy: uuid('paused_by').references(() => users.id, { onDelete: 'set null' }),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('learning_pairs_unit').on(table.unitId),
    index('learning_pairs_person').on(table.resourcePersonId, table.pathId),
    index('learning_pairs_starter').on(table.startedBy),
    uniqueIndex('learning_pairs_once').on(table.resourcePersonId, table.pathId).where(sql`${table.endedAt} is null`),
  ],
)

export const ofPair = () =>
  uuid('pair_id')
    .notNull()
    .references(() => learningPairs.id, { onDelete: 'cascade' })

/** Who was asked to be the pair's manager, and who was, from when to when. Rows are ended, never deleted: that is the history. */
export const pairLeaders = pgTable(
  'pair_leaders',
  {
    id: uuid('id').primaryKey(),
    pairId: ofPair(),
    personId: ofPerson('person_id'),
    invitedBy: uuid('invited_by').references(() => users.id, { onDelete: 'set null' }),
    invitedAt: instant('invited_at').notNull(),
    /** The instant from which they were the manager. */
    joinedAt: instant('joined_at'),
    declinedAt: instant('declined_at'),
    /** Followed by somebody else, or the invitation taken back. */
    endedAt: instant('ended_at'),
    /** When the manager last opened the pair's page: told to the resource person. */
    openedOn: calendarDay('opened_on'),
  },
  (table) => [
    index('pair_leaders_person').on(table.personId),
    index('pair_leaders_pair').on(table.pairId),
    uniqueIndex('pair_leaders_now').on(table.pairId).where(sql`${table.joinedAt} is not null and ${table.endedAt} is null`),
    uniqueIndex('pair_leaders_asked')
      .on(table.pairId)
      .where(sql`${table.joinedAt} is null and ${table.declinedAt} is null and ${table.endedAt} is null`),
  ],
)

/** That a pair went over to another version of its path: who did it, and when. */
export const pairVersionMoves = pgTable(
  'pair_version_moves',
  {
    id: uuid('id').primaryKey(),
    pairId: ofPair(),
    fromVersion: integer('from_version').notNull(),
    toVersion: integer('to_version').notNull(),
    movedBy: uuid('moved_by').references(() => users.id, { onDelete: 'set null' }),
    /** As they were called then. */
    movedName: text('moved_name').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  (table) => [index('pair_version_moves_pair').on(table.pairId)],
)

/** What somebody has done on their track, in whatever pair. */
export const activitiesDone = pgTable(
  'activities_done',
  {
    personId: ofPerson('person_id'),
    pathId: text('path_id').notNull(),
    moduleId: text('module_id').notNull(),
    activityId: text('activity_id').notNull(),
    doneAt: instant('done_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.pathId, table.moduleId, table.activityId] })],
)

/** What the two write together in one module. Every change is a new version. */
export const jointSteps = pgTable(
  'joint_steps',
  {
    pairId: ofPair(),
    moduleId: text('module_id').notNull(),
    goals: jsonb('goals').$type<JointGoal[]>().notNull(),
    /** Own words: "fyra timmar, torsdagar efter lunch". */
    time: text('time').notNull(),
    /** What the resource person may decide; in the first joint step of a path. */
    mandate: text('mandate').notNull().default(''),
    notes: text('notes').notNull(),
    /** BCP 47: the language of the last writer. */
    language: text('language').notNull(),
    version: integer('version').notNull(),
    writtenBy: uuid('written_by').references(() => users.id, { onDelete: 'set null' }),
    writtenAt: instant('written_at').notNull(),
    /** When both had confirmed the version that stands. */
    completedAt: instant('completed_at'),
  },
  (table) => [primaryKey({ columns: [table.pairId, table.moduleId] })],
)

/** Each of the two, for the version that stands; a change takes both away. */
export const jointConfirmations = pgTable(
  'joint_confirmations',
  {
    pairId: ofPair(),
    moduleId: text('module_id').notNull(),
    walker: text('walker', { enum: walkers }).notNull(),
    version: integer('version').notNull(),
    personId: ofPerson('person_id'),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pairId, table.moduleId, table.walker] })],
)

/** Colleagues at a unit and below it who walk a path and share thoughts with each other. */
export const learningGroups = pgTable(
  'learning_groups',
  {
    id: uuid('id').primaryKey(),
    pathId: text('path_id').notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text('name').notNull(),
    /** BCP 47: what the name is written in. */
    language: text('language').notNull(),
    ...{ madeBy: uuid('made_by').references(() => users.id, { onDelete: 'set null' }), madeAt: instant('made_at').notNull() },
  },
  (table) => [index('learning_groups_unit').on(table.unitId)],
)

/** Who was asked to a group, and who was in it, from when to when. */
export const learningGroupMembers = pgTable(
  'learning_group_members',
  {
    id: uuid('id').primaryKey(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => learningGroups.id, { onDelete: 'cascade' }),
    personId: ofPerson('person_id'),
    invitedBy: uuid('invited_by').references(() => users.id, { onDelete: 'set null' }),
    ...{ invitedAt: instant('invited_at').notNull(), joinedAt: instant('joined_at') },
    /** Said no, left or was taken out: reads nothing more. */
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('learning_group_members_person').on(table.personId),
    index('learning_group_members_group').on(table.groupId),
    uniqueIndex('learning_group_members_once').on(table.groupId, table.personId).where(sql`${table.endedAt} is null`),
  ],
)

/** Somebody's own thoughts about a module: theirs alone unless `sharedPairId` says with whom. */
export const reflections = pgTable(
  'reflections',
  {
    personId: ofPerson('person_id'),
    pathId: text('path_id').notNull(),
    moduleId: text('module_id').notNull(),
    text: text('text').notNull(),
    language: text('language').notNull(),
    updatedAt: instant('updated_at').notNull(),
    sharedPairId: uuid('shared_pair_id').references(() => learningPairs.id, { onDelete: 'set null' }),
    /** A learning group instead of a pair: its members of the moment read it. */
    sharedGroupId: uuid('shared_group_id').references(() => learningGroups.id, { onDelete: 'set null' }),
    sharedAt: instant('shared_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.pathId, table.moduleId] }),
    index('reflections_shared').on(table.sharedPairId),
    index('reflections_shared_group').on(table.sharedGroupId),
  ],
)

/**
 * A talk between the two: when they meet, and what came of it. Cancelled, never deleted (calendars need to hear). What is
 * written in it stays with the pair, also when another manager comes.
 */
export const pairTalks = pgTable(
  'pair_talks',
  {
    id: uuid('id').primaryKey(),
    pairId: ofPair(),
    onDay: calendarDay('on_day').notNull(),
    /** 'HH:MM' on the unit's clock; null: some time that day. */
    startsAt: text('starts_at'),
    place: text('place').notNull().default(''),
    outcome: text('outcome', { enum: talkOutcomes }),
    outcomeAt: instant('outcome_at'),
    outcomeBy: uuid('outcome_by').references(() => users.id, { onDelete: 'set null' }),
    notes: text('notes').notNull().default(''),
    nextStep: text('next_step').notNull().default(''),
    /** The day on which both are reminded of the step; null: no reminder. */
    nextStepOn: calendarDay('next_step_on'),
    nextStepDoneAt: instant('next_step_done_at'),
    nextStepDoneBy: uuid('next_step_done_by').references(() => users.id, { onDelete: 'set null' }),
    /** BCP 47: the language of the last writer. */
    language: text('language').notNull(),
    /** Grows with every change: the guard against overwriting. */
    version: integer('version').notNull().default(1),
    /** The calendar's SEQUENCE: grows when the talk is moved or cancelled. */
    calendarSequence: integer('calendar_sequence').notNull().default(0),
    plannedBy: uuid('planned_by').references(() => users.id, { onDelete: 'set null' }),
    plannedAt: instant('planned_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('pair_talks_pair').on(table.pairId), index('pair_talks_day').on(table.onDay)],
)

/** A pair that waits for somebody's account: it is asked for when the invitation to the unit has been accepted. */
export const pairsAwaited = pgTable(
  'pairs_awaited',
  {
    id: uuid('id').primaryKey(),
    pathId: text('path_id').notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** As which of the two the person without an account is invited. */
    walker: text('walker', { enum: walkers }).notNull(),
    /** Who invited them and walks with them. */
    otherId: ofPerson('other_id'),
    invitationId: uuid('invitation_id')
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    startedAt: instant('started_at').notNull(),
    /** When the account was there. */
    begunAt: instant('begun_at'),
  },
  (table) => [index('pairs_awaited_invitation').on(table.invitationId), index('pairs_awaited_other').on(table.otherId)],
)

/** The days the two have agreed on; without a row they walk at their own pace. Every change is a new version. */
export const pairPlans = pgTable('pair_plans', {
  pairId: ofPair().primaryKey(),
  startsOn: calendarDay('starts_on').notNull(),
  /** Module → its day; modules without one are left to their own pace. */
  days: jsonb('days').$type<Record<string, string>>().notNull(),
  version: integer('version').notNull(),
  updatedBy: uuid('updated_by').references(() => users.id, { onDelete: 'set null' }),
  updatedAt: instant('updated_at').notNull(),
})

/** A person's own calendar address for their talks, as a hash of its random token: the table alone opens no calendar. */
export const talkFeeds = pgTable('talk_feeds', {
  personId: ofPerson('person_id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  /** The newest address; older ones do not work. */
  madeAt: instant('made_at').notNull(),
})
