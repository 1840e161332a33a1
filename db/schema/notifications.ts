import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { mailStates } from '../../app/features/notifications/words.ts'
import { locales } from '../../app/kernel/locales.ts'
import { instant } from './columns.ts'
import { visits } from './visits.ts'

/**
 * The log of mails: that one was made, for whom, and what became of it. Never its text, which can hold links that let
 * somebody in. Mails about anonymous questionnaires lose their receiver when they are sent: the row says that a mail went
 * out, not to whom, so that a list of reminders is no list of who had not answered.
 */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of what happened and whom it is told: the guard against telling twice. */
    key: text('key').notNull().unique(),
    event: text('event').notNull(),
    visitId: uuid('visit_id').references(() => visits.id, { onDelete: 'cascade' }),
    /** The address; empty once a questionnaire's mail is sent. */
    receiver: text('receiver').notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    /** Known when the mail has been written. */
    subject: text('subject').notNull().default(''),
    state: text('state', { enum: mailStates }).notNull(),
    /** What the mail server answered the last time it failed. */
    error: text('error').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [index('mails_visit').on(table.visitId), index('mails_created').on(table.createdAt)],
)
