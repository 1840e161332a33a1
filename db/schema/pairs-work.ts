import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'
import { ofPair, ofPerson } from './pairs.ts'

/** A cycle of plan, do, study, act that the two keep: what they tried at work, and what came of it. */
export const pdsaCycles = pgTable(
  'pdsa_cycles',
  {
    id: uuid('id').primaryKey(),
    pairId: ofPair(),
    onDay: calendarDay('on_day').notNull(),
    ...{ plan: text('plan').notNull(), done: text('done').notNull() },
    ...{ study: text('study').notNull(), act: text('act').notNull() },
    language: text('language').notNull(),
    version: integer('version').notNull(),
    writtenBy: uuid('written_by').references(() => users.id, { onDelete: 'set null' }),
    writtenAt: instant('written_at').notNull(),
    /** Since when there is something in `done`, `study` and `act`; null again when it is emptied. */
    ...{ testedAt: instant('tested_at'), studiedAt: instant('studied_at'), actedAt: instant('acted_at') },
  },
  (table) => [index('pdsa_cycles_pair').on(table.pairId)],
)

const atActivity = {
  personId: ofPerson('person_id'),
  ...{ pathId: text('path_id').notNull(), moduleId: text('module_id').notNull() },
  activityId: text('activity_id').notNull(),
}

/** Ticks of a checklist on somebody's track. */
export const pathTicks = pgTable(
  'path_ticks',
  { ...atActivity, itemId: text('item_id').notNull(), tickedAt: instant('ticked_at').notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.pathId, table.moduleId, table.activityId, table.itemId] })],
)

/** What somebody tells of a practice task; the other one of the pair signs it, or sends it back with words. */
export const practiceReports = pgTable(
  'practice_reports',
  {
    ...atActivity,
    pairId: ofPair(),
    ...{ note: text('note').notNull(), language: text('language').notNull(), version: integer('version').notNull() },
    ...{ handedInAt: instant('handed_in_at').notNull(), signedAt: instant('signed_at'), returnedAt: instant('returned_at') },
    signedBy: uuid('signed_by').references(() => users.id, { onDelete: 'set null' }),
    ...{ returnNote: text('return_note').notNull().default(''), returnLanguage: text('return_language').notNull().default('') },
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.pathId, table.moduleId, table.activityId] }),
    index('practice_reports_pair').on(table.pairId),
  ],
)
