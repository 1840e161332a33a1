import { existsSync } from 'node:fs'
import { readBackup } from '#db/backup.server.ts'
import { queueAgain } from '../jobs.ts'
import { fileIn, read, say, type Verb, withDatabase } from './verb.ts'

export const verb: Verb = {
  summary: 'fills an empty database from a backup',
  help: `
npm run admin -- restore FILE

Fills an empty database from a file that \`backup\` wrote, all of it or nothing. The backup must be of this version; it does not
matter which of the two databases it came from. Work that waited in the queue waits again.`,
  async run(args) {
    const file = fileIn(read(args, {}).positionals, 'restore')
    if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
    const { rows } = await withDatabase(async (open) => {
      const restored = await readBackup(open, file)
      if (restored.jobs.length > 0) await queueAgain(restored.jobs)
      return restored
    })
    say(`Restored ${rows} rows from ${file}.`)
  },
}
