import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { roleKinds } from '../../app/kernel/actor.ts'
import { locales } from '../../app/kernel/locales.ts'
import { instant } from './columns.ts'

/** `email` is stored trimmed and lower-cased; it is how an account is found, never how it is shown to strangers. */
export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** What the person does at work, in own words: "sjuksköterska". */
  profession: text('profession').notNull().default(''),
  locale: text('locale', { enum: locales }).notNull(),
  theme: text('theme', { enum: ['system', 'light', 'dark'] })
    .notNull()
    .default('system'),
  passwordHash: text('password_hash'),
  /** Since when the person wants no mails about comments; null: they come. */
  commentMailsOffAt: instant('comment_mails_off_at'),
  suspendedAt: instant('suspended_at'),
  createdAt: instant('created_at').notNull(),
  isDemo: boolean('is_demo').notNull().default(false),
})

/** The account a row belongs to, and goes with. */
const ofUser = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** `id` is a SHA-256 of the session id in the cookie: the table alone lets nobody in. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: ofUser(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The browser's own description at sign-in, shortened; so that the owner recognises the session. */
    device: text('device').notNull().default(''),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** What shows that a mail has reached a person: the link's token or the six-digit code, stored as hashes. */
// Made anew for each table: drizzle names a unique column once.
const mailedProof = () => ({
  tokenHash: text('token_hash').notNull().unique(),
  codeHash: text('code_hash').notNull(),
  /** Codes typed so far, right or wrong; at five the code is dead, the link is not. */
  attempts: integer('attempts').notNull().default(0),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

/** A one-time sign-in by mail: the link's token and a six-digit code, stored as hashes. */
export const loginTokens = pgTable(
  'login_tokens',
  {
    id: uuid('id').primaryKey(),
    userId: ofUser(),
    ...mailedProof(),
  },
  (table) => [index('login_tokens_user').on(table.userId)],
)

/**
 * A new address for an account, until the person has shown that mail reaches it: the link's token and a six-digit code, stored
 * as hashes. A row is made for an address that is taken too, so that both look the same from outside.
 */
export const emailChanges = pgTable(
  'email_changes',
  {
    id: uuid('id').primaryKey(),
    userId: ofUser(),
    /** The address that the account leaves; it is told when it has happened. */
    before: text('before').notNull(),
    email: text('email').notNull(),
    ...mailedProof(),
  },
  (table) => [index('email_changes_user').on(table.userId)],
)

/** An invitation is bound to its e-mail address; accepting it with another account is refused. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull().default(''),
    locale: text('locale', { enum: locales }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    roleKind: text('role_kind', { enum: roleKinds }).notNull(),
    unitId: uuid('unit_id'),
    visitId: uuid('visit_id'),
    /** From and until when the role is to hold; null: from the answer on, without an end. */
    roleStartsAt: instant('role_starts_at'),
    roleEndsAt: instant('role_ends_at'),
    /** Guests get one: the person at the host unit who answers for them. */
    sponsorId: uuid('sponsor_id').references(() => users.id),
    invitedBy: uuid('invited_by').references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => users.id),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('invitations_visit').on(table.visitId), index('invitations_email').on(table.email)],
)

/** Who holds which role where, from when to when. Rows are ended, never deleted: that is the history. */
export const roles = pgTable(
  'roles',
  {
    id: uuid('id').primaryKey(),
    userId: ofUser(),
    kind: text('kind', { enum: roleKinds }).notNull(),
    unitId: uuid('unit_id'),
    visitId: uuid('visit_id'),
    startsAt: instant('starts_at').notNull(),
    /** The instant from which the role no longer holds; null while nobody knows. */
    endsAt: instant('ends_at'),
    /** Guests have one: the person at the host unit who answers for them. */
    sponsorId: uuid('sponsor_id').references(() => users.id),
    givenBy: uuid('given_by').references(() => users.id),
    givenAt: instant('given_at').notNull(),
    endedBy: uuid('ended_by').references(() => users.id),
  },
  (table) => [
    index('roles_user').on(table.userId),
    index('roles_unit').on(table.unitId),
    index('roles_visit').on(table.visitId),
    uniqueIndex('roles_guest_once')
      .on(table.userId, table.visitId)
      .where(sql`${table.kind} = 'guest' and ${table.endedBy} is null`),
  ],
)

/** Hits per key and window for sign-in, codes and mails; shared by all servers on one database. */
export const rateLimits = pgTable(
  'rate_limits',
  { key: text('key').notNull(), points: integer('points').notNull().default(0), expire: instant('expire') },
  (table) => [primaryKey({ columns: [table.key] })],
)
