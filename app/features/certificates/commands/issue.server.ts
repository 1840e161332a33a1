// A certificate is given to who has walked a path, when they ask for it: facts are taken down, signed and never changed.
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { certificatePapers, certificates } from '#db/schema/index.ts'
import { findNewestFor } from '../queries/certificates.server.ts'
import { type Completion, findCompletionFor } from '../queries/completion.server.ts'
import { readSigningKey } from '../queries/keys.server.ts'
import { credentialOf } from '../rules/credential.ts'
import { type CertificateFacts, validityFrom } from '../rules/facts.ts'
import { isRenewable } from '../rules/standing.ts'
import { LIST_BITS, LIST_PLACES } from '../rules/status-list.ts'
import { credentialWords } from '../said.ts'
import { sign } from '../signatures.server.ts'
import { makeFirstKey } from './keys.server.ts'

/**
 * The actor's certificate of the pair's path; asked again, it is the same one until it is about to end or no longer holds.
 * @throws not_found for who does not walk there, conflict when something is left to do, forbidden when it was taken back,
 * unavailable where no key can be kept (seal.server.ts)
 */
export async function issueCertificate(actor: Person, { pairId }: { pairId: string }, ctx: Ctx = here()): Promise<string> {
  const completion = await findCompletionFor(actor, pairId, ctx)
  if (!completion.completedAt) throw new DomainError('conflict', 'certificates_error_not_complete')
  const facts = factsOf(actor, completion, completion.completedAt, ctx.now)
  const walked = { pathId: facts.path.id, walker: facts.role }
  return transaction(ctx, async (inner) => {
    const current = await findNewestFor(actor, walked, inner)
    if (current && current.revokedAs === 'issuer' && !current.reopenedAt) {
      throw new DomainError('forbidden', 'certificates_error_taken_back')
    }
    if (current && !isRenewable(current, inner.now)) return current.id
    if (current) await replace(current, inner)
    const id = await insertCertificate(actor, facts, inner)
    return id ?? found(await findNewestFor(actor, walked, inner)).id
  })
}

/** @throws conflict when it was taken back in the same moment: that must not be undone by a new one */
async function replace({ id, revokedAt }: { id: string; revokedAt: Date | null }, ctx: Ctx): Promise<void> {
  const asRead = revokedAt ? isNotNull(certificates.revokedAt) : isNull(certificates.revokedAt)
  const replaced = await ctx.db
    .update(certificates)
    .set({ replacedAt: ctx.now })
    .where(and(eq(certificates.id, id), asRead))
    .returning({ id: certificates.id })
  if (replaced.length === 0) throw new DomainError('conflict', 'common_error_conflict')
}

function factsOf(actor: Person, completion: Completion, completedAt: Date, now: Date): CertificateFacts {
  const { path, me, unit, hours, modules } = completion
  const language = languageFor(path.languages, actor.locale)
  return {
    name: actor.name,
    role: me,
    path: { id: path.id, version: path.version, title: path.title[language] },
    hours,
    modules: modules.map(({ title }) => title[language]),
    completedOn: dayAt(completedAt, HOME_ZONE),
    issuedOn: dayAt(now, HOME_ZONE),
    unit: { id: unit.id, name: unit.name },
    language,
    issuer: settings().OPERATOR ?? 'Samlära',
  }
}

/** Null when another request was faster. */
async function insertCertificate(actor: Person, facts: CertificateFacts, ctx: Ctx): Promise<string | null> {
  const id = newId()
  if (!(await makeFirstKey(ctx))) throw new DomainError('unavailable', 'certificates_error_no_secret')
  const key = await readSigningKey(ctx)
  const validUntil = validityFrom(facts.issuedOn).until
  const status = await freePlace(ctx)
  const dates = { issuedAt: ctx.now, validUntil }
  const walked = { personId: actor.id, pathId: facts.path.id, walker: facts.role, unitId: facts.unit.id }
  const place = { keyId: key.id, statusList: status.list, statusIndex: status.index }
  const [made] = await ctx.db
    .insert(certificates)
    .values({ id, ...walked, ...place, ...dates })
    .onConflictDoNothing()
    .returning({ id: certificates.id })
  if (!made) return null
  const about = { subjectId: newId(), email: saltedHash(actor.email), origin: settings().ORIGIN, words: credentialWords(facts) }
  const credential = await sign(credentialOf({ id, facts, status, ...dates, ...about }), key)
  await ctx.db.insert(certificatePapers).values({ certificateId: id, personId: actor.id, facts, credential })
  return id
}

/** A place that nobody has, in the first list with room. */
async function freePlace(ctx: Ctx): Promise<{ list: number; index: number }> {
  const [all] = await ctx.db.select({ number: count() }).from(certificates)
  const list = Math.floor((all?.number ?? 0) / LIST_PLACES) + 1
  for (;;) {
    const index = randomInt(LIST_BITS)
    const place = and(eq(certificates.statusList, list), eq(certificates.statusIndex, index))
    const [taken] = await ctx.db.select({ id: certificates.id }).from(certificates).where(place)
    if (!taken) return { list, index }
  }
}

/** As Open Badges hashes identities: the text with the salt after it. */
function saltedHash(text: string): { salt: string; hash: string } {
  const salt = randomBytes(16).toString('hex')
  return {
    salt,
    hash: createHash('sha256')
      .update(text + salt)
      .digest('hex'),
  }
}
