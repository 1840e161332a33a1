import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readBackup } from '#db/backup.server.ts'
import { database } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { fileIn, type Verb } from './verb.ts'

export const restore: Verb = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'fills an empty database from a backup',
  help: [
    'Fills an empty database from a file that `backup` wrote: all of it, or nothing. The backup must be of this version; it does',
    'not matter which of the two databases it came from. Work that waited in the queue waits again.',
  ].join('\n'),
  async run(args) {
    const file = fileIn(parseArgs({ args, allowPositionals: true }).positionals, 'restore')
    if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
    await migrate(database())
    const { rows, jobs } = await readBackup(database(), file)
    if (jobs.length > 0) {
      // The queue brings all rooms with it; only needed when work was waiting.
      const { queueAgain } = await import('../jobs.ts')
      await queueAgain(jobs)
    }
    return `Restored ${rows} rows from ${file}.`
  },
}
