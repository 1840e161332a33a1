// What only the operator's command line does: nobody is signed in there, the machine itself is the authority.
import { eq } from 'drizzle-orm'
import { DomainError } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { users } from '#db/schema/index.ts'
import { longestPassword, shortestPassword } from '../rules.ts'
import { isWeakPassword } from '../weak-passwords.server.ts'
import { createAccount } from './accounts.server.ts'
import { grantRole } from './roles.server.ts'
import { makeLoginToken } from './sign-in.server.ts'

type NewAdmin = { email: string; name: string; locale: Locale; password?: string | undefined }

/**
 * Makes an administrator, or makes an existing account one. Without a password, and for an account that exists, the answer holds
 * the token of a link that signs in once within a day.
 * @throws DomainError conflict for a suspended account
 * @throws Error with a sentence when the password is too short or too well known
 */
export async function makeAdmin(
  admin: NewAdmin,
  ctx: Ctx,
): Promise<{ userId: string; existed: boolean; token: string | undefined }> {
  const { email, name, password } = admin
  if (password !== undefined) await refuseWeak(password, [email, name])
  return transaction(ctx, async (inner) => {
    const [known] = await inner.db.select().from(users).where(eq(users.email, email))
    if (known?.suspendedAt) throw new DomainError('conflict', 'identity_error_account_suspended')
    const { id } = known ?? (await createAccount(inner, admin))
    await grantRole(inner, { userId: id, kind: 'admin', unitId: null, givenBy: null })
    const token = known || password === undefined ? (await makeLoginToken(id, inner, 24 * 60)).token : undefined
    return { userId: id, existed: Boolean(known), token }
  })
}

async function refuseWeak(password: string, own: readonly string[]): Promise<void> {
  if (password.length < shortestPassword || password.length > longestPassword) {
    throw new Error(`A password has ${shortestPassword} to ${longestPassword} characters.`)
  }
  if (await isWeakPassword(password, own))
    throw new Error('That password is among the first that anyone guesses. Choose another.')
}
