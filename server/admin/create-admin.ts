// The first admin, and help when everybody is locked out.
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { makeAdmin } from '#app/features/identity/commands/operators.server.ts'
import { emailAddress, personName } from '#app/features/identity/rules.ts'
import { settings } from '#app/kernel/env.server.ts'
import { isLocale } from '#app/kernel/locales.ts'
import { database } from '#db/client.server.ts'
import { here } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Verb } from './verb.ts'

export const createAdmin: Verb = {
  name: 'create-admin',
  usage: 'create-admin --email ADDRESS --name NAME [--language sv|nb|en] [--password-stdin]',
  summary: 'makes an admin: the first account, or an existing one raised',
  help: [
    'What is not given is asked for. With --password-stdin the password is read from standard input (one line). Without a',
    'password, and for an account that exists, a link is printed that signs in once, within a day.',
  ].join('\n'),
  async run(args) {
    const text = { type: 'string' } as const
    const options = { email: text, name: text, language: text, 'password-stdin': { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options })
    const locale = values.language ?? 'en'
    if (!isLocale(locale)) throw new Error('--language is sv, nb or en.')
    const email = emailAddress.safeParse(values.email ?? (await ask('E-mail: ', '--email')))
    if (!email.success) throw new Error('Give an e-mail address: --email you@example.org')
    const name = personName.safeParse(values.name ?? (await ask('Name: ', '--name')))
    if (!name.success) throw new Error('Give a name of at most 120 characters: --name "Your Name"')
    const password = values['password-stdin'] ? await readLine() : values.email ? '' : await askPassword()

    await migrate(database())
    const account = { email: email.data, name: name.data, locale, password: password || undefined }
    const { token, existed } = await makeAdmin(account, here())
    const made = existed ? `${email.data} is an admin now.` : `Made the admin ${name.data} <${email.data}>.`
    return token ? `${made} Sign in once, within a day, at ${settings().ORIGIN}/login/${token}` : made
  },
}

async function readLine(): Promise<string> {
  process.stdin.setEncoding('utf8')
  let text = ''
  for await (const chunk of process.stdin) text += chunk
  return text.split(/\r?\n/)[0] ?? ''
}

async function askPassword(): Promise<string> {
  return process.stdin.isTTY ? ask('Password (nothing: a link instead): ', '--password-stdin', true) : ''
}

/** Asks at a terminal; a silent question shows nothing of what is typed. @throws Error without a terminal */
async function ask(question: string, option: string, silent = false): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`Give ${option}.`)
  process.stdout.write(question)
  const output = silent ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stdout
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    if (silent) process.stdout.write('\n')
  }
}
