import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeUnitLines } from '#app/features/units/csv.ts'
import { listUnitLines } from '#app/features/units/queries.server.ts'
import { database } from '#db/client.server.ts'
import { here } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { fileIn, type Verb } from './verb.ts'

export const exportTable: Verb = {
  name: 'export',
  usage: 'export units FILE.csv',
  summary: 'writes the organisation tree to a table',
  help: 'One unit a line, in the form that `import units` reads. Closed units are left out.',
  async run(args) {
    const [what, ...files] = parseArgs({ args, allowPositionals: true }).positionals
    if (what !== 'units') throw new Error('Say what to export: npm run admin -- export units FILE.csv')
    const file = fileIn(files, 'export units')
    await migrate(database())
    const lines = await listUnitLines(here())
    writeFileSync(file, writeUnitLines(lines))
    return `Wrote ${lines.length} units to ${file}.`
  },
}
