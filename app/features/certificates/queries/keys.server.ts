// Reads of keys. The private one leaves the database for a signature and nothing else.
import { asc, isNull } from 'drizzle-orm'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { certificateKeys } from '#db/schema/index.ts'
import { keyAddress } from '../rules/keys.ts'
import { unseal } from '../seal.server.ts'

type SigningKey = { id: string; kid: string; privateKey: string }

/** The key that signs now. @throws DomainError unavailable when it cannot be unsealed */
export async function readSigningKey(ctx: Ctx): Promise<SigningKey> {
  const [key] = await ctx.db.select().from(certificateKeys).where(isNull(certificateKeys.retiredAt))
  const { id, privateKey } = found(key)
  return { id, kid: keyAddress(settings().ORIGIN, id), privateKey: unseal(privateKey ?? '') }
}

/** For the operator: every key there was, the newest last. */
export async function listKeys(ctx: Ctx = here()) {
  const rows = await ctx.db.select().from(certificateKeys).orderBy(asc(certificateKeys.madeAt), certificateKeys.id)
  return rows.map(({ id, madeAt, retiredAt, withdrawnAt }) => ({ id, madeAt, retiredAt, withdrawnAt }))
}
