import { existsSync, readFileSync } from 'node:fs'
import { importUnits } from '#app/features/units/commands/import-units.server.ts'
import { readUnitLines, unitColumns } from '#app/features/units/csv.ts'
import { loadReferences } from '#db/reference/load.server.ts'
import { fileIn, read, say, type Verb, withDatabase } from './verb.ts'

export const verb: Verb = {
  summary: 'brings units in from a table',
  help: `
npm run admin -- import units FILE.csv [--apply]

Shows what would change; with --apply changes it, all or nothing. Units that are not in the file are left as they are.
Columns: ${unitColumns.join(', ')}. The path is all names from the top: "Region Örebro län / Psykiatri / Avdelning 41".
The place is a code like SE-T or NO-46; city and place may be empty. \`export units\` writes such a file.`,
  async run(args) {
    const { values, positionals } = read(args, { apply: { type: 'boolean', default: false } })
    const [what, ...files] = positionals
    if (what !== 'units') throw new Error('Say what to import: npm run admin -- import units FILE.csv')
    const file = fileIn(files, 'import units')
    if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
    const lines = readUnitLines(readFileSync(file, 'utf8'))
    const changes = await withDatabase(async (_open, ctx) => {
      await loadReferences()
      return importUnits(lines, values.apply, ctx)
    })
    for (const change of changes) {
      const path = change.line.path.join(' / ')
      if (change.kind === 'new') say(`+ ${path}`)
      if (change.kind === 'changed') say(`~ ${path} (${change.what.join(', ')})`)
    }
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length
    say(`${count('new')} new, ${count('changed')} changed, ${count('same')} as before.`)
    if (!values.apply) say('Nothing is changed yet. Add --apply to change it.')
  },
}
