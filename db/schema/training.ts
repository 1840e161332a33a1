import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bases, supervisingKinds } from '../../app/features/training/words.ts'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'
import { units } from './units.ts'

const ofUnit = () =>
  uuid('unit_id')
    .notNull()
    .references(() => units.id)

const signed = {
  setBy: uuid('set_by')
    .notNull()
    .references(() => users.id),
  /** The name as it was: it stays signed when an account ends. */
  setName: text('set_name').notNull(),
  setAt: instant('set_at').notNull(),
}

/** That a unit keeps a register. Its row is what two writers of one register wait for. */
export const trainingRegisters = pgTable('training_registers', {
  unitId: ofUnit().primaryKey(),
  openedAt: instant('opened_at').notNull(),
})

/**
 * Somebody who works at the unit. Known by e-mail address, else by the employer's reference, else by name; never by a national
 * identity number. Whoever has an account with the same address sees their own row.
 */
export const trainingEmployees = pgTable(
  'training_employees',
  {
    id: uuid('id').primaryKey(),
    unitId: ofUnit(),
    name: text('name').notNull(),
    /** Trimmed and lower-cased, or empty. */
    email: text('email').notNull().default(''),
    /** What the employer calls the person in its own lists, or empty. */
    reference: text('reference').notNull().default(''),
    supervising: text('supervising', { enum: supervisingKinds }).notNull(),
    /** First and last day of the employment at the unit; null: not known, or not over. */
    employedFrom: calendarDay('employed_from'),
    employedUntil: calendarDay('employed_until'),
    addedAt: instant('added_at').notNull(),
    addedBy: uuid('added_by').references(() => users.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('training_employees_unit').on(table.unitId), index('training_employees_email').on(table.email)],
)

/** A course that an employee has taken: the step, as it was called on the day. */
export const trainingCourses = pgTable(
  'training_courses',
  {
    id: uuid('id').primaryKey(),
    employeeId: uuid('employee_id')
      .notNull()
      .references(() => trainingEmployees.id, { onDelete: 'cascade' }),
    step: integer('step').notNull(),
    takenOn: calendarDay('taken_on').notNull(),
    provider: text('provider').notNull().default(''),
    /** Where it was taken: a town, or on the web. */
    place: text('place').notNull().default(''),
    note: text('note').notNull().default(''),
    addedAt: instant('added_at').notNull(),
    addedBy: uuid('added_by').references(() => users.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
  },
  (table) => [uniqueIndex('training_courses_once').on(table.employeeId, table.step, table.takenOn)],
)

/**
 * Who is counted at a unit and everything below it, as what, and from when; a row without `base` takes the unit's own back.
 * Rows are never changed: they are the history.
 */
export const countingRules = pgTable(
  'counting_rules',
  {
    id: uuid('id').primaryKey(),
    /** The order in which they were signed; two can fall in one instant. */
    number: integer('number').generatedAlwaysAsIdentity(),
    unitId: ofUnit(),
    validFrom: calendarDay('valid_from').notNull(),
    base: text('base', { enum: bases }),
    basicStep: integer('basic_step'),
    /** Months that a course holds; null: as the step itself says. */
    validMonths: integer('valid_months'),
    reason: text('reason').notNull(),
    /** BCP 47 language the reason is written in. */
    language: text('language').notNull(),
    ...signed,
  },
  (table) => [index('counting_rules_unit').on(table.unitId, table.number)],
)

/** The latest count of a register in a quarter, as those who keep the register see it. What others see is the indicators' business. */
export const registerCounts = pgTable(
  'register_counts',
  {
    unitId: ofUnit(),
    /** Quarters since year 0: year × 4 + 0 … 3. */
    quarter: integer('quarter').notNull(),
    /** The day whose state was counted. */
    onDay: calendarDay('on_day').notNull(),
    numerator: integer('numerator').notNull(),
    denominator: integer('denominator').notNull(),
    /** Did the indicator take all of it over, or do the latest changes wait for company? */
    isShown: boolean('is_shown').notNull(),
    countedAt: instant('counted_at').notNull(),
    /** Null: by the clock. */
    countedBy: uuid('counted_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.quarter] })],
)
