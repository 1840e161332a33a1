import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Change, importUnits } from '#app/features/units/commands/import-units.server.ts'
import { readUnitLines, unitColumns } from '#app/features/units/csv.ts'
import { database } from '#db/client.server.ts'
import { here } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { loadReferences } from '#db/reference/load.server.ts'
import { fileIn, type Verb } from './verb.ts'

export const importTable: Verb = {
  name: 'import',
  usage: 'import units FILE.csv [--apply]',
  summary: 'brings the organisation tree to what a table says',
  help: [
    'Shows what would change; with --apply changes it, all or nothing. Units that are not in the file stay as they are.',
    `Columns: ${unitColumns.join(', ')}. The path is all names from the top, as in`,
    '"Region Örebro län / Psykiatri / Avdelning 41". The place is a code like SE-T or NO-46; city and place may be empty.',
    '`export units` writes such a file.',
  ].join('\n'),
  async run(args) {
    const options = { apply: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [what, ...files] = positionals
    if (what !== 'units') throw new Error('Say what to import: npm run admin -- import units FILE.csv')
    const file = fileIn(files, 'import units')
    if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
    const lines = readUnitLines(readFileSync(file, 'utf8'))
    await migrate(database())
    await loadReferences()
    const changes = await importUnits(lines, values.apply, here())
    const end = values.apply ? [] : ['Nothing is changed yet. Add --apply to change it.']
    return [...changes.flatMap(told), counted(changes), ...end].join('\n')
  },
}

function told(change: Change): string[] {
  const path = change.line.path.join(' / ')
  if (change.kind === 'same') return []
  return [change.kind === 'new' ? `+ ${path}` : `~ ${path} (${change.what.join(', ')})`]
}

function counted(changes: readonly Change[]): string {
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length
  return `${count('new')} new, ${count('changed')} changed, ${count('same')} as before.`
}
