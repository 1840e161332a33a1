import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CertificateFacts } from '../../app/features/certificates/rules/facts.ts'
import type { PublicKey } from '../../app/features/certificates/rules/keys.ts'
import { revokers } from '../../app/features/certificates/words.ts'
import { walkers } from '../../app/features/pairs/words.ts'
import { instant } from './columns.ts'
import { users } from './identity.ts'
import { units } from './units.ts'

/** Keys that certificates are signed with. One signs; the others only show that what they signed is ours. */
export const certificateKeys = pgTable(
  'certificate_keys',
  {
    id: uuid('id').primaryKey(),
    publicKey: jsonb('public_key').$type<PublicKey>().notNull(),
    /** Sealed or plain (see seal.server.ts); null once it signs no more: what is not there cannot leak. */
    privateKey: text('private_key'),
    madeAt: instant('made_at').notNull(),
    /** Since when another key signs. */
    retiredAt: instant('retired_at'),
    /** Since when nothing that it signed is trusted. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('certificate_keys_signing').on(sql`(${table.retiredAt} is null)`).where(sql`${table.retiredAt} is null`),
  ],
)

/**
 * That somebody was given a certificate, and how it stands. The id is random and the address of the open check page. The row
 * outlives the account, so that what was signed can go on being refused: without a person it is taken back.
 */
export const certificates = pgTable(
  'certificates',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').references(() => users.id, { onDelete: 'set null' }),
    pathId: text('path_id').notNull(),
    walker: text('walker', { enum: walkers }).notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    keyId: uuid('key_id')
      .notNull()
      .references(() => certificateKeys.id),
    issuedAt: instant('issued_at').notNull(),
    validUntil: instant('valid_until').notNull(),
    /** Which bit of which published list says whether it is taken back; drawn at random, so that it tells no order. */
    statusList: integer('status_list').notNull(),
    statusIndex: integer('status_index').notNull(),
    /** Since when there is a newer one about the same walk. */
    replacedAt: instant('replaced_at'),
    revokedAt: instant('revoked_at'),
    revokedAs: text('revoked_as', { enum: revokers }),
    revokedBy: uuid('revoked_by').references(() => users.id, { onDelete: 'set null' }),
    /** Since when the person may ask for a new one, after those who gave it took it back. */
    reopenedAt: instant('reopened_at'),
    reopenedBy: uuid('reopened_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('certificates_once')
      .on(table.personId, table.pathId, table.walker)
      .where(sql`${table.revokedAt} is null and ${table.replacedAt} is null`),
    index('certificates_person').on(table.personId, table.pathId),
    uniqueIndex('certificates_status').on(table.statusList, table.statusIndex),
    index('certificates_unit').on(table.unitId),
  ],
)

/** What a certificate says, frozen as it was that day, and the signed credential. Gone with the account. */
export const certificatePapers = pgTable('certificate_papers', {
  certificateId: uuid('certificate_id')
    .primaryKey()
    .references(() => certificates.id, { onDelete: 'cascade' }),
  personId: uuid('person_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  facts: jsonb('facts').$type<CertificateFacts>().notNull(),
  /** The VC-JWT, as the person has it. */
  credential: text('credential').notNull(),
  /** Why it was taken back; for the person and those who may take back. */
  revocationReason: text('revocation_reason').notNull().default(''),
})
