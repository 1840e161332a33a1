import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { rounds } from '../../app/features/mastery/words.ts'
import { walkers } from '../../app/features/pairs/words.ts'
import { instant } from './columns.ts'
import { users } from './identity.ts'
import { learningPairs } from './pairs.ts'
import { units } from './units.ts'

const ofPerson = () =>
  uuid('person_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

const ofUnit = () =>
  uuid('unit_id')
    .notNull()
    .references(() => units.id)

const walker = () => text('walker', { enum: walkers }).notNull()
const round = () => text('round', { enum: rounds }).notNull()

/**
 * One person's own rating in one round of one pair: theirs alone. It goes with their account, and with the pair: what a manager
 * said of working with somebody goes when that somebody's account goes.
 */
export const masteryRatings = pgTable(
  'mastery_ratings',
  {
    personId: ofPerson(),
    pairId: uuid('pair_id')
      .notNull()
      .references(() => learningPairs.id, { onDelete: 'cascade' }),
    round: round(),
    walker: walker(),
    /** db/reference/mastery/<walker>.v<instrumentVersion>.json */
    instrumentVersion: integer('instrument_version').notNull(),
    /** By statement: 1 to 5, or null for "don't know". Null while only asked. */
    answers: jsonb('answers').$type<Record<string, 1 | 2 | 3 | 4 | 5 | null>>(),
    answeredAt: instant('answered_at'),
    /** When the round closed, or will close, for this person; what was answered after it is never counted. */
    closesAt: instant('closes_at'),
    /** "Not now": no more mails about this round. */
    passedAt: instant('passed_at'),
    askedAt: instant('asked_at'),
    remindedAt: instant('reminded_at'),
    /** Since when the numbers of the unit have taken it in; it cannot change any more. */
    countedAt: instant('counted_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.pairId, table.round] }),
    index('mastery_ratings_due').on(table.closesAt),
  ],
)

/** That a person's rating was counted: once a round and year, however many pairs they walk in. */
export const masteryCounted = pgTable(
  'mastery_counted',
  { personId: ofPerson(), walker: walker(), round: round(), year: integer('year').notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.walker, table.round, table.year] })],
)

/** Which statement's ratings are pooled. */
const whatIsPooled = { walker: walker(), round: round(), statement: text('statement').notNull() }

/** Ratings that were counted and wait for company, cut loose from those who made them. */
export const masteryWaiting = pgTable(
  'mastery_waiting',
  {
    id: uuid('id').primaryKey(),
    unitId: ofUnit(),
    ...whatIsPooled,
    value: integer('value').$type<1 | 2 | 3 | 4 | 5>().notNull(),
    /** Quarters since year 0, of the day the round closed. */
    quarter: integer('quarter').notNull(),
    /** 1, or 0 when it comes from somebody who was counted in this round before: they are no company for themselves. */
    company: integer('company').notNull(),
  },
  (table) => [index('mastery_waiting_unit').on(table.unitId, table.walker, table.round)],
)

/** What may be shown, at a unit and everything above it: how many chose what, in steps of enough people. */
export const masteryShown = pgTable(
  'mastery_shown',
  {
    unitId: ofUnit(),
    ...whatIsPooled,
    quarter: integer('quarter').notNull(),
    ones: integer('ones').notNull(),
    twos: integer('twos').notNull(),
    threes: integer('threes').notNull(),
    fours: integer('fours').notNull(),
    fives: integer('fives').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.walker, table.round, table.statement, table.quarter] })],
)
