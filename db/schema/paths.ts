import { sql } from 'drizzle-orm'
import { customType, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { QuestionTally } from '../../app/features/evaluations/rules/feedback.ts'
import type { Words } from '../../app/features/paths/rules/opinions.ts'
import type { LearningPath, PathDraft, PathSummary } from '../../app/features/paths/rules/shape.ts'
import { audiences, mediaKinds } from '../../app/features/paths/words.ts'
import { instant } from './columns.ts'
import { users } from './identity.ts'
import { units } from './units.ts'

/** Handed over as text: the embedded database takes ten times as long over bytes. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => sql`decode(${Buffer.from(bytes).toString('base64')}, 'base64')`,
})

const byPerson = (name: string) => uuid(name).references(() => users.id, { onDelete: 'set null' })

/** Paths that organisations make. Those that ship are no rows: db/reference/paths. */
export const paths = pgTable(
  'paths',
  {
    /** Part of the address. */
    id: text('id').primaryKey(),
    /** The unit or region that stands behind it. */
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => units.id),
    /** What is being written; null when there is nothing beyond what is published. */
    draft: jsonb('draft').$type<PathDraft>(),
    /** One more with every change of the draft. */
    draftRevision: integer('draft_revision').notNull().default(0),
    draftBy: byPerson('draft_by'),
    draftAt: instant('draft_at'),
    createdBy: byPerson('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('paths_owner').on(table.ownerId)],
)

/** The path that a row belongs to, and goes with. */
export const ofPath = () =>
  text('path_id')
    .notNull()
    .references(() => paths.id, { onDelete: 'cascade' })

/** What was published. Never changed, but for being withdrawn. */
export const pathVersions = pgTable(
  'path_versions',
  {
    pathId: ofPath(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<LearningPath>().notNull(),
    /** SHA-256 of the content, in hex: what was read once under it need not be read again. */
    digest: text('digest').notNull(),
    /** What a list shows, so that lists need not read the content. */
    summary: jsonb('summary').$type<PathSummary>().notNull(),
    audience: text('audience', { enum: audiences }).notNull(),
    /** The change log: what is new, in the publisher's words. */
    note: text('note').notNull(),
    /** BCP 47 */
    noteLanguage: text('note_language').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: byPerson('published_by'),
    /** As the publisher was called then. */
    publishedName: text('published_name').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: byPerson('withdrawn_by'),
    /** Why, for those who walk it. */
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [primaryKey({ columns: [table.pathId, table.version] })],
)

/** Who writes beside those who lead the owner. */
export const pathEditors = pgTable(
  'path_editors',
  {
    pathId: ofPath(),
    personId: uuid('person_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    addedAt: instant('added_at').notNull(),
    addedBy: byPerson('added_by'),
  },
  (table) => [primaryKey({ columns: [table.pathId, table.personId] }), index('path_editors_person').on(table.personId)],
)

/** Pictures, films and captions, as they are sent. Pictures are made anew from what was uploaded. */
export const pathMedia = pgTable(
  'path_media',
  {
    id: uuid('id').primaryKey(),
    pathId: ofPath(),
    kind: text('kind', { enum: mediaKinds }).notNull(),
    /** The media type that it is sent as. */
    type: text('type').notNull(),
    bytes: bytea('bytes').notNull(),
    /** In bytes. */
    size: integer('size').notNull(),
    /** What the file was called. */
    name: text('name').notNull(),
    madeBy: byPerson('made_by'),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [index('path_media_path').on(table.pathId)],
)

/** A version of any path, shipped ones among them: those are no rows. */
const ofVersion = { pathId: text('path_id').notNull(), version: integer('version').notNull() }

/** That somebody has answered the questionnaire about a version: not what, and not when. */
export const pathReceipts = pgTable(
  'path_receipts',
  {
    ...ofVersion,
    personId: uuid('person_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.pathId, table.version, table.personId] }),
    index('path_receipts_person').on(table.personId),
  ],
)

/** What was answered about a version, added up as it comes: there is no row, and no place in a row, that is one person's. */
export const pathAnswers = pgTable(
  'path_answers',
  {
    ...ofVersion,
    /** db/reference/paths/questionnaire.v<instrumentVersion>.json */
    instrumentVersion: integer('instrument_version').notNull(),
    /** By question. Versions know no quarters: everything is dated 0. */
    tallies: jsonb('tallies').$type<Record<string, QuestionTally>>().notNull().default({}),
    /** People whose words wait to be shown together, and people whose words are shown. */
    waiting: integer('waiting').notNull().default(0),
    /** The quarter in which the first of those who wait answered; null while nobody waits. Quarters since year 0. */
    waitingSince: integer('waiting_since'),
    shown: integer('shown').notNull().default(0),
    /** By question: written words that wait, in an order that says nothing. */
    words: jsonb('words').$type<Record<string, Words[]>>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.pathId, table.version, table.instrumentVersion] })],
)

/** Written words that are shown, to those who write the path, for two years. Read in the order of their random ids. */
export const pathWords = pgTable(
  'path_words',
  {
    id: uuid('id').primaryKey(),
    ...ofVersion,
    instrumentVersion: integer('instrument_version').notNull(),
    item: text('item').notNull(),
    text: text('text').notNull(),
    /** BCP 47 */
    language: text('language').notNull(),
    /** The quarter in which they were shown, with those of at least the smallest group: no finer, for a day would name the last one. */
    shownIn: integer('shown_in').notNull(),
  },
  (table) => [index('path_words_version').on(table.pathId, table.version)],
)
