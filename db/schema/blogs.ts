import { type AnyPgColumn, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { RichText } from '../../app/features/blogs/rich-text/document.ts'
import { postKinds, postPhases, visibilities } from '../../app/features/blogs/words.ts'
import { calendarDay, instant } from './columns.ts'
import { users } from './identity.ts'
import { ofVisit, sides, visitParticipants } from './visits.ts'

/** A post of a visit. Name, organisation and side are kept as they were, so that the text stays when a role ends. */
export const posts = pgTable(
  'posts',
  {
    /** Given by the form, so that a second press publishes no second post. */
    id: uuid('id').primaryKey(),
    visitId: ofVisit(),
    kind: text('kind', { enum: postKinds }).notNull().default('post'),
    /** Null for a summary: both sides wrote it. */
    authorId: uuid('author_id').references(() => users.id),
    participantId: uuid('participant_id').references(() => visitParticipants.id, { onDelete: 'set null' }),
    authorName: text('author_name').notNull(),
    authorProfession: text('author_profession').notNull().default(''),
    authorOrganisation: text('author_organisation').notNull().default(''),
    authorSide: text('author_side', { enum: sides }),
    title: text('title').notNull(),
    body: jsonb('body').$type<RichText>().notNull(),
    /** The body's words alone: excerpts, search, mails. */
    plain: text('plain').notNull(),
    /** BCP 47 language that title and body are written in. */
    language: text('language').notNull(),
    phase: text('phase', { enum: postPhases }).notNull(),
    visibility: text('visibility', { enum: visibilities }).notNull(),
    /** The address at /blog, given when the post is first shown to everyone and kept for good. */
    slug: text('slug').unique(),
    /** When it was last made visible to everyone; null while it is not. */
    publicSince: instant('public_since'),
    /** What looked like patient data when it was published, and the writer looked through and confirmed. */
    confirmedWarnings: jsonb('confirmed_warnings').$type<string[]>().notNull().default([]),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    takenDownAt: instant('taken_down_at'),
    takenDownBy: uuid('taken_down_by').references(() => users.id),
    takenDownReason: text('taken_down_reason').notNull().default(''),
    /** The author's own choice afterwards: the text stays, the name goes. */
    nameWithdrawnAt: instant('name_withdrawn_at'),
  },
  (table) => [
    index('posts_visit').on(table.visitId, table.createdAt),
    index('posts_public').on(table.publicSince),
    index('posts_author').on(table.authorId),
  ],
)

/** Who let more or fewer people read a post, and when. */
export const postVisibilityChanges = pgTable(
  'post_visibility_changes',
  {
    id: uuid('id').primaryKey(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    fromVisibility: text('from_visibility', { enum: visibilities }).notNull(),
    toVisibility: text('to_visibility', { enum: visibilities }).notNull(),
    changedBy: uuid('changed_by').references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [index('post_visibility_changes_post').on(table.postId)],
)

/** A comment, or (with `parentId`) a reply to one; replies have no replies. */
export const comments = pgTable(
  'comments',
  {
    id: uuid('id').primaryKey(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    parentId: uuid('parent_id').references((): AnyPgColumn => comments.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    authorName: text('author_name').notNull(),
    authorProfession: text('author_profession').notNull().default(''),
    authorOrganisation: text('author_organisation').notNull().default(''),
    /** Null: a reader of a public post who takes no part in the visit. */
    authorSide: text('author_side', { enum: sides }),
    text: text('text').notNull(),
    language: text('language').notNull(),
    confirmedWarnings: jsonb('confirmed_warnings').$type<string[]>().notNull().default([]),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by').references(() => users.id),
    removedReason: text('removed_reason').notNull().default(''),
    nameWithdrawnAt: instant('name_withdrawn_at'),
  },
  (table) => [index('comments_post').on(table.postId, table.createdAt), index('comments_author').on(table.authorId)],
)

/** How many different outside readers a post had on a day. A number and nothing else. */
export const postReaders = pgTable(
  'post_readers',
  {
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    day: calendarDay('day').notNull(),
    readers: integer('readers').notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.day] })],
)

/** The day's random salt. Deleted with the day, and with it every way back from a mark to a person. */
export const readingSalts = pgTable('reading_salts', {
  day: calendarDay('day').primaryKey(),
  salt: text('salt').notNull(),
})

/** Who was counted today, as salted hashes, so that nobody counts twice. Deleted with the day. */
export const readingMarks = pgTable(
  'reading_marks',
  {
    day: calendarDay('day').notNull(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    mark: text('mark').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.postId, table.mark] })],
)
