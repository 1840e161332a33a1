// `npm run admin -- <verb>`: what operators do beside the running server. One sentence on stderr and exit code 1 when it cannot.
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { database, openPglite, openPostgres, pgliteFolder, setDatabase } from '#db/client.server.ts'
import { backup } from './admin/backup.ts'
import { createAdmin } from './admin/create-admin.ts'
import { exportTable } from './admin/export.ts'
import { importTable } from './admin/import.ts'
import { migrateTables } from './admin/migrate.ts'
import { restore } from './admin/restore.ts'
import { rotateCertificateKey } from './admin/rotate-certificate-key.ts'
import { sentenceOf } from './admin/sentence.ts'
import type { Verb } from './admin/verb.ts'

const verbs: readonly Verb[] = [migrateTables, createAdmin, backup, restore, importTable, exportTable, rotateCertificateKey]

try {
  const [name = '--help', ...args] = process.argv.slice(2)
  const verb = verbs.find((one) => one.name === name)
  if (name === '--help' || name === 'help') process.stdout.write(overview())
  else if (!verb) throw new Error(`There is no verb "${name}". Try: npm run admin -- --help`)
  else if (args.includes('--help')) process.stdout.write(`${verb.usage}\n\n${verb.help}\n`)
  else await perform(verb, args)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exit(1)
}

function overview(): string {
  const lines = verbs.map(({ usage, summary }) => `  ${usage}\n      ${summary}`)
  return `npm run admin -- <verb>\n\n${lines.join('\n')}\n\nEach verb explains itself with --help. Settings come from the environment, as for npm start.\n`
}

async function perform(verb: Verb, args: string[]): Promise<void> {
  if (!process.env.DATABASE_URL && !process.env.DATA_DIR) {
    throw new Error('Set DATABASE_URL or DATA_DIR to the same as the server has, for example DATA_DIR=data/demo.')
  }
  const settings = readSettings('development', process.env)
  setSettings(settings)
  setDatabase(
    settings.DATABASE_URL ? openPostgres(settings.DATABASE_URL, 2) : await openPglite(pgliteFolder(settings.DATA_DIR)),
  )
  try {
    process.stdout.write(`${await verb.run(args)}\n`)
  } finally {
    await database().close()
  }
}
