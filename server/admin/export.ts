import { writeFileSync } from 'node:fs'
import { writeUnitLines } from '#app/features/units/csv.ts'
import { listUnitLines } from '#app/features/units/queries.server.ts'
import { fileIn, read, say, type Verb, withDatabase } from './verb.ts'

export const verb: Verb = {
  summary: 'writes units to a table',
  help: `
npm run admin -- export units FILE.csv

Writes the organisation tree, one unit a line, in the form that \`import units\` reads. Closed units are left out.`,
  async run(args) {
    const [what, ...files] = read(args, {}).positionals
    if (what !== 'units') throw new Error('Say what to export: npm run admin -- export units FILE.csv')
    const file = fileIn(files, 'export units')
    const lines = await withDatabase((_open, ctx) => listUnitLines(ctx))
    writeFileSync(file, writeUnitLines(lines))
    say(`Wrote ${lines.length} units to ${file}.`)
  },
}
