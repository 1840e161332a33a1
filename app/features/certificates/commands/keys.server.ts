// Keys that certificates are signed with: made at the first start, rotated and withdrawn by the operator's command.
import { eq, isNull } from 'drizzle-orm'
import { DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { certificateKeys } from '#db/schema/index.ts'
import { isSealed, makeSecret, mayKeepKeys, seal } from '../seal.server.ts'
import { newKeys } from '../signatures.server.ts'

/**
 * Makes the first key, and seals the one there is when there is a secret since. Two servers that start at once end
 * up with one: the table holds a single key that signs. @returns false where none may be kept (seal.server.ts)
 */
export async function makeFirstKey(ctx: Ctx = here()): Promise<boolean> {
  makeSecret()
  if (!mayKeepKeys()) return false
  const [known] = await ctx.db.select().from(certificateKeys).where(isNull(certificateKeys.retiredAt))
  if (!known) await addKey(ctx)
  else if (known.privateKey && !isSealed(known.privateKey)) {
    const sealed = { privateKey: seal(known.privateKey) }
    await ctx.db.update(certificateKeys).set(sealed).where(eq(certificateKeys.privateKey, known.privateKey))
  }
  return true
}

/** From now on a new key signs. What the old one signed stays good; its private half is destroyed. */
export async function rotateKey(ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const retired = { retiredAt: inner.now, privateKey: null }
    await inner.db.update(certificateKeys).set(retired).where(isNull(certificateKeys.retiredAt))
    await addKey(inner)
  })
}

/**
 * A key that got out: nothing that it signed is trusted from now on, and the people concerned can get new certificates. The
 * key that signs is followed by a new one.
 * @throws DomainError not_found, conflict when it is withdrawn already
 */
export async function withdrawKey({ keyId }: { keyId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const [row] = await inner.db.select().from(certificateKeys).where(eq(certificateKeys.id, keyId)).for('update')
    const key = found(row)
    if (key.withdrawnAt) throw new DomainError('conflict', 'certificates_error_withdrawn_already')
    if (!key.retiredAt) await rotateKey(inner)
    await inner.db.update(certificateKeys).set({ withdrawnAt: inner.now }).where(eq(certificateKeys.id, keyId))
  })
}

async function addKey(ctx: Ctx): Promise<void> {
  const { publicKey, privateKey } = await newKeys()
  const row = { id: newId(), publicKey, privateKey: seal(privateKey), madeAt: ctx.now }
  await ctx.db.insert(certificateKeys).values(row).onConflictDoNothing()
}
