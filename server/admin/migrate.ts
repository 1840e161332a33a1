import { database } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { loadReferences } from '#db/reference/load.server.ts'
import type { Verb } from './verb.ts'

export const migrateTables: Verb = {
  name: 'migrate',
  usage: 'migrate',
  summary: 'brings the tables and the reference data to this version',
  help: 'The server does the same at every start; use it when tables are changed by somebody other than the server’s own database user.',
  async run() {
    await migrate(database())
    await loadReferences()
    return 'The tables are up to date.'
  },
}
