import { parseArgs } from 'node:util'
import { makeFirstKey, rotateKey, withdrawKey } from '#app/features/certificates/commands/keys.server.ts'
import { listKeys } from '#app/features/certificates/queries/keys.server.ts'
import { keyIdIn } from '#app/features/certificates/rules/keys.ts'
import { utcDay } from '#app/kernel/days.ts'
import { idFrom } from '#app/kernel/ids.ts'
import { database } from '#db/client.server.ts'
import { here } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Verb } from './verb.ts'

export const rotateCertificateKey: Verb = {
  name: 'rotate-certificate-key',
  usage: 'rotate-certificate-key [--list | --withdraw KEY]',
  summary: 'makes a new key for certificates, or withdraws one that got out',
  help: [
    'From now on certificates are signed with a new key. The old one stays published, so that what it signed goes on being',
    'valid; its private half is destroyed. --list shows the keys and changes nothing. --withdraw KEY, with an id or address from',
    'that list, refuses everything that the key has signed: the people concerned can get new certificates. A key that still',
    'signs is followed by a new one. On PostgreSQL the server may go on meanwhile; stop the server of an embedded database first.',
  ].join('\n'),
  async run(args) {
    const options = { list: { type: 'boolean', default: false }, withdraw: { type: 'string' } } as const
    const { values } = parseArgs({ args, options })
    if (values.list && values.withdraw !== undefined) throw new Error('Give --list or --withdraw, not both.')
    await migrate(database())
    await makeFirstKey(here())
    if (values.withdraw !== undefined) await withdrawKey({ keyId: await keyIn(values.withdraw) }, here())
    else if (!values.list) await rotateKey(here())
    return (await listKeys(here())).map(line).join('\n')
  },
}

/** @throws Error with a sentence for what names no key */
async function keyIn(text: string): Promise<string> {
  const keyId = idFrom(text) ?? keyIdIn(text)
  const known = await listKeys(here())
  if (!keyId || !known.some(({ id }) => id === keyId)) throw new Error(`There is no key "${text}". Try --list.`)
  return keyId
}

function line({ id, madeAt, retiredAt, withdrawnAt }: Awaited<ReturnType<typeof listKeys>>[number]): string {
  const made = `${id}  made ${utcDay(madeAt)}`
  if (withdrawnAt) return `${made}  withdrawn ${utcDay(withdrawnAt)}`
  return `${made}  ${retiredAt ? `signed until ${utcDay(retiredAt)}, still trusted` : 'signs'}`
}
