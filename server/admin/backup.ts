import { writeBackup } from '#db/backup.server.ts'
import { fileIn, read, say, type Verb, withDatabase } from './verb.ts'

export const verb: Verb = {
  summary: 'writes everything to a file',
  help: `
npm run admin -- backup FILE

Writes every table, and the work that waits in the queue, to FILE (gzipped lines of JSON, readable by its owner only).
On PostgreSQL the server may go on; the backup is of one instant. The embedded database has one opener: stop its server first.`,
  async run(args) {
    const file = fileIn(read(args, {}).positionals, 'backup')
    const { rows } = await withDatabase((open, ctx) => writeBackup(open, file, ctx.now))
    say(`Wrote ${rows} rows to ${file}.`)
  },
}
