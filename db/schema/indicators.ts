import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { comparators, reportLevels, respondentGroups, strands } from '../../app/features/indicators/rules/words.ts'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'
import { units } from './units.ts'

const count = (name: string) => bigint(name, { mode: 'number' }).notNull().default(0)

const whatIsCounted = {
  unitId: uuid('unit_id')
    .notNull()
    .references(() => units.id),
  indicatorId: text('indicator_id').notNull(),
  strand: text('strand', { enum: strands }).notNull(),
  group: text('respondent_group', { enum: respondentGroups }).notNull(),
}

/** All that was answered, and what of it may be shown. */
const counts = {
  numerator: count('numerator'),
  denominator: count('denominator'),
  answers: count('answers'),
  shownNumerator: count('shown_numerator'),
  shownDenominator: count('shown_denominator'),
  shownAnswers: count('shown_answers'),
}

/**
 * Counts of one indicator, strand, group and quarter at one unit. `own…` are the unit's own answers; the plain columns are
 * those and everything below it, kept up by every write, so that a series is one key lookup at any level. `shown…` is what
 * of the plain columns may be shown: the published cut. Only `shown…` leaves the room.
 */
export const observations = pgTable(
  'observations',
  {
    ...whatIsCounted,
    /** Quarters since year 0: year × 4 + 0 … 3. */
    quarter: integer('quarter').notNull(),
    /** The unit above when the answers came, or the unit itself at the top: a move leaves earlier reports as they were. */
    parentId: uuid('parent_id').notNull(),
    ownNumerator: count('own_numerator'),
    ownDenominator: count('own_denominator'),
    ownAnswers: count('own_answers'),
    ...counts,
  },
  (table) => [
    primaryKey({
      columns: [table.unitId, table.indicatorId, table.strand, table.group, table.quarter, table.parentId],
    }),
    index('observations_parent').on(table.parentId, table.indicatorId, table.quarter),
  ],
)

/**
 * How far a unit's own answers have been shown. What is not shown yet waits here until there are enough of them to be shown
 * together; then all that wait become one step, added to `shown…` of the unit and of everything above it. Steps never
 * overlap and are never smaller than `least`, so no difference between shown numbers can reach fewer people.
 */
export const observationCuts = pgTable(
  'observation_cuts',
  {
    ...whatIsCounted,
    /** The question, when several feed one indicator: people may answer one and not the other, so each has its own steps. */
    part: text('part').notNull().default(''),
    /** Answers that a step needs; 0 for counts that are not people's answers. */
    least: integer('least').notNull(),
    ...counts,
    /** What the latest write released: all zero when it released nothing. */
    stepNumerator: count('step_numerator'),
    stepDenominator: count('step_denominator'),
    stepAnswers: count('step_answers'),
    stepQuarter: integer('step_quarter').notNull(),
    /** The quarter of the oldest answer that waits. */
    waitsSince: integer('waits_since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.indicatorId, table.strand, table.group, table.part, table.unitId] }),
    index('observation_cuts_unit').on(table.unitId),
  ],
)

/** What a unit says of an indicator, signed. Rows are never changed: they are the history, and the newest of a unit holds. */
const saying = {
  id: uuid('id').primaryKey(),
  /** The order in which they were said; two can fall in one instant. */
  number: integer('number').generatedAlwaysAsIdentity(),
  indicatorId: text('indicator_id').notNull(),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => units.id),
  /** BCP 47 language the words are written in. */
  language: text('language').notNull(),
  setBy: uuid('set_by')
    .notNull()
    .references(() => users.id),
  /** The name as it was: it stays signed when an account ends. */
  setName: text('set_name').notNull(),
  setAt: instant('set_at').notNull(),
}

/** What a unit and everything below it aims at; a row without comparator takes the unit's own target back. */
export const targets = pgTable(
  'targets',
  {
    ...saying,
    comparator: text('comparator', { enum: comparators }),
    numerator: integer('numerator'),
    denominator: integer('denominator'),
    reason: text('reason').notNull(),
  },
  (table) => [index('targets_unit').on(table.unitId, table.indicatorId, table.number)],
)

/** How far a unit has come with what is no number, or what a reviewer found; a row without level takes the report back. */
export const statusReports = pgTable(
  'status_reports',
  {
    ...saying,
    level: text('level', { enum: reportLevels }),
    /** The day it was so. */
    onDay: calendarDay('on_day').notNull(),
    note: text('note').notNull(),
  },
  (table) => [index('status_reports_unit').on(table.unitId, table.indicatorId, table.number)],
)

/** That a day's readers and comments have entered the store: the row is the guard against counting the day twice. */
export const countedDays = pgTable(
  'counted_days',
  { source: text('source', { enum: ['blog'] }).notNull(), day: calendarDay('day').notNull() },
  (table) => [primaryKey({ columns: [table.source, table.day] })],
)

/**
 * A state that a register tells of in a quarter: whose state the shown numbers hold, so that a change is only shown when it
 * concerns enough people. Ids are the register's own; they never leave the room.
 */
export const measuredStates = pgTable(
  'measured_states',
  {
    unitId: whatIsCounted.unitId,
    indicatorId: text('indicator_id').notNull(),
    quarter: integer('quarter').notNull(),
    /** The unit and all above it when the quarter was first measured: the quarter stays with them. */
    lineage: uuid('lineage').array().notNull(),
    /** Everybody in the shown denominator, and those of them in the numerator; as often as they have something counted. */
    shownCounted: uuid('shown_counted').array().notNull().default(sql`'{}'`),
    shownReached: uuid('shown_reached').array().notNull().default(sql`'{}'`),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.unitId, table.quarter] })],
)
