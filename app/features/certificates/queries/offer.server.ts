// What a pair's page offers the reader: to get a certificate, to see the one they have, or nothing yet.
import type { Person } from '#app/kernel/actor.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { isRenewable } from '../rules/standing.ts'
import { mayKeepKeys } from '../seal.server.ts'
import { findNewestFor } from './certificates.server.ts'
import { findCompletionFor } from './completion.server.ts'

/** `not_yet`: here no certificates can be given until the operator has set a secret. `taken_back`: by those who gave it, and nobody has agreed to a new one. */
export type Offer =
  | { kind: 'get' }
  | { kind: 'not_yet' }
  | { kind: 'have' | 'renew' | 'taken_back'; certificateId: string }
  | null

/** @throws not_found */
export async function findOfferFor(actor: Person, pairId: string, ctx: Ctx = here()): Promise<Offer> {
  const { path, me, completedAt } = await findCompletionFor(actor, pairId, ctx)
  const newest = await findNewestFor(actor, { pathId: path.id, walker: me }, ctx)
  if (newest && newest.standing === 'revoked') {
    const closed = newest.revokedAs === 'issuer' && !newest.reopenedAt
    if (closed) return { kind: 'taken_back', certificateId: newest.id }
    return completedAt ? anew() : null
  }
  const renews = newest && completedAt && mayKeepKeys() && isRenewable(newest, ctx.now)
  if (newest) return { kind: renews ? 'renew' : 'have', certificateId: newest.id }
  return completedAt ? anew() : null
}

function anew(): Offer {
  return mayKeepKeys() ? { kind: 'get' } : { kind: 'not_yet' }
}
