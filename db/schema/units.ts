import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { unitKinds, visitForms } from '../../app/features/units/rules/words.ts'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'

export { unitKinds, visitForms } from '../../app/features/units/rules/words.ts'

/** Regions and counties of the Nordic countries: reference data, loaded at start from db/reference/regions.json. */
export const places = pgTable('places', {
  /** ISO 3166-2, 'SE-T'. */
  code: text('code').primaryKey(),
  country: text('country').notNull(),
  /** The county's or region's own name, as it writes it. */
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  /** The organisation that runs care there: 'Region Örebro län'. */
  authority: text('authority').notNull().default(''),
})

/** The organisation tree, of any depth. `lineage` is the unit and all above it, the unit itself last. */
export const units = pgTable(
  'units',
  {
    id: uuid('id').primaryKey(),
    parentId: uuid('parent_id'),
    lineage: uuid('lineage').array().notNull(),
    kind: text('kind', { enum: unitKinds }).notNull(),
    name: text('name').notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text('country').notNull(),
    placeCode: text('place_code').references(() => places.code),
    city: text('city').notNull().default(''),
    /** BCP 47: the language the unit writes in. */
    language: text('language').notNull(),
    /** IANA zone in which its visits are planned. */
    timeZone: text('time_zone').notNull().default('Europe/Stockholm'),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
    isDemo: boolean('is_demo').notNull().default(false),
  },
  (table) => [index('units_parent').on(table.parentId), index('units_lineage').using('gin', table.lineage)],
)

/** What a unit says of itself to those who want to visit (A1). */
export const unitProfiles = pgTable('unit_profiles', {
  unitId: uuid('unit_id')
    .primaryKey()
    .references(() => units.id, { onDelete: 'cascade' }),
  /** Does the unit invite visits right now? */
  isOpen: boolean('is_open').notNull().default(false),
  canShow: text('can_show').notNull().default(''),
  struggleWith: text('struggle_with').notNull().default(''),
  practicalities: text('practicalities').notNull().default(''),
  /** BCP 47 tags of the languages that visits can be held in. */
  languages: text('languages').array().notNull().default(sql`'{}'`),
  forms: text('forms', { enum: visitForms }).array().notNull().default(sql`'{on_site}'`),
  groupMin: integer('group_min').notNull().default(1),
  groupMax: integer('group_max').notNull().default(6),
  daysMin: integer('days_min').notNull().default(1),
  daysMax: integer('days_max').notNull().default(5),
  /** Months of notice the unit asks for. */
  noticeMonths: integer('notice_months').notNull().default(3),
  version: integer('version').notNull().default(1),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: uuid('updated_by').references(() => users.id),
})

/** When the unit takes no visits: first and last day, both included. */
export const closedPeriods = pgTable(
  'closed_periods',
  {
    id: uuid('id').primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'cascade' }),
    startsOn: calendarDay('starts_on').notNull(),
    endsOn: calendarDay('ends_on').notNull(),
    reason: text('reason').notNull().default(''),
  },
  (table) => [index('closed_periods_unit').on(table.unitId)],
)
