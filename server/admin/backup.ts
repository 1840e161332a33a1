import { parseArgs } from 'node:util'
import { writeBackup } from '#db/backup.server.ts'
import { database } from '#db/client.server.ts'
import { here } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { fileIn, type Verb } from './verb.ts'

export const backup: Verb = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'writes everything to a file',
  help: [
    'Writes every table, and the work that waits in the queue, to FILE: gzipped lines of JSON, readable by its owner only.',
    'On PostgreSQL the server may go on meanwhile, the backup is of one instant. The embedded database has one opener: stop',
    'its server first.',
  ].join('\n'),
  async run(args) {
    const file = fileIn(parseArgs({ args, allowPositionals: true }).positionals, 'backup')
    await migrate(database())
    const { rows } = await writeBackup(database(), file, here().now)
    return `Wrote ${rows} rows to ${file}.`
  },
}
