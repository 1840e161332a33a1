import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { createAccount } from '#app/features/identity/commands/accounts.server.ts'
import { grantRole } from '#app/features/identity/commands/roles.server.ts'
import { makeLoginToken } from '#app/features/identity/commands/sign-in.server.ts'
import { isWeakPassword } from '#app/features/identity/weak-passwords.ts'
import { settings } from '#app/kernel/env.server.ts'
import { locales } from '#app/kernel/locales.ts'
import { database } from '#db/client.server.ts'
import { here, transaction } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { users } from '#db/schema/index.ts'
import type { Verb } from './verb.ts'

const given = z.object({
  email: z.email('Give an e-mail address: --email you@example.org').transform((text) => text.trim().toLowerCase()),
  name: z.string('Give a name: --name "Your Name"').trim().min(1, 'Give a name: --name "Your Name"'),
  language: z.enum(locales).default('en'),
})

export const createAdmin: Verb = {
  name: 'create-admin',
  usage: 'create-admin --email ADDRESS --name NAME [--language sv|nb|en] [--password-stdin]',
  summary: 'makes an admin: the first account, or an existing one raised',
  help: [
    'With --password-stdin the password is read from standard input. Without it a one-time sign-in link is printed,',
    'which holds for a quarter of an hour; a password can be set in the settings afterwards.',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        language: { type: 'string' },
        'password-stdin': { type: 'boolean', default: false },
      },
    })
    const parsed = given.safeParse(values)
    if (!parsed.success) throw new Error(parsed.error.issues[0]?.message)
    const password = values['password-stdin'] ? await readPassword() : undefined
    if (password !== undefined && (password.length < 8 || isWeakPassword(password, [parsed.data.email, parsed.data.name]))) {
      throw new Error('The password is too short or too common: at least eight characters that nobody tries first.')
    }
    await migrate(database())
    return makeAdmin(parsed.data, password)
  },
}

async function makeAdmin({ email, name, language }: z.infer<typeof given>, password: string | undefined): Promise<string> {
  return transaction(here(), async (ctx) => {
    const [known] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (known && password !== undefined)
      throw new Error(`There is an account for ${email} already; its password is changed in its settings.`)
    const account = { email, name, locale: language, ...(password === undefined ? {} : { password }) }
    const { id } = known ?? (await createAccount(ctx, account))
    await grantRole(ctx, { userId: id, kind: 'admin', unitId: null, givenBy: null })
    if (password !== undefined) return `${email} is an admin and signs in with the password.`
    const { token } = await makeLoginToken(id, ctx)
    return `${email} is an admin. Sign in once, within a quarter of an hour, at ${settings().ORIGIN}/login/${token}`
  })
}

async function readPassword(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}
