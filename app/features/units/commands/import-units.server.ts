// Brings the tree to what a table says: makes what is missing, corrects what differs, touches nothing else.
import { and, eq, isNull } from 'drizzle-orm'
import { system } from '#app/kernel/actor.ts'
import { CsvError } from '#app/kernel/csv.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { units } from '#db/schema/index.ts'
import type { UnitLine } from '../csv.ts'
import { checkPlace } from './profile.server.ts'
import { createUnit } from './tree.server.ts'

/** `what`: "city: – → Örebro" for each column that differs. */
export type Change = { line: UnitLine; kind: 'new' | 'same' | 'changed'; what: string[] }

/**
 * For the operator's command line. Says what would change and, when `apply`, changes it, all or nothing.
 * @throws CsvError for a line whose upper unit is neither in the tree nor earlier in the file, or whose place is elsewhere
 */
export async function importUnits(lines: readonly UnitLine[], apply: boolean, ctx: Ctx): Promise<Change[]> {
  const changes: Change[] = []
  const rehearsed = new Error('rehearsed')
  const ordered = [...lines].sort((a, b) => a.path.length - b.path.length)
  await transaction(ctx, async (inner) => {
    for (const line of ordered) changes.push(await bring(line, inner))
    if (!apply) throw rehearsed
  }).catch((error: unknown) => {
    if (error !== rehearsed) throw error
  })
  return changes
}

async function bring(line: UnitLine, ctx: Ctx): Promise<Change> {
  const { kind, country, city, placeCode, language } = line
  await checkPlace(ctx, country, placeCode ?? undefined).catch(() => {
    throw new CsvError(`Line ${line.line}: ${placeCode} is not a region of ${country}.`)
  })
  const parentId = await idOf(line.path.slice(0, -1), line, ctx)
  const name = line.path.at(-1) ?? ''
  const known = await unitAt(parentId, name, ctx)
  if (!known) {
    const unit = { id: newId(), kind, country, name, city, language, placeCode: placeCode ?? undefined }
    await createUnit(system, { ...unit, ...(parentId ? { parentId } : {}) }, ctx)
    return { line, kind: 'new', what: [] }
  }
  const wanted = { kind, country, city, placeCode, language }
  const keys = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => known[key] !== wanted[key])
  if (keys.length === 0) return { line, kind: 'same', what: [] }
  await ctx.db.update(units).set(wanted).where(eq(units.id, known.id))
  return { line, kind: 'changed', what: keys.map((key) => `${key}: ${known[key] || '–'} → ${wanted[key] || '–'}`) }
}

async function idOf(path: readonly string[], line: UnitLine, ctx: Ctx): Promise<string | null> {
  let id: string | null = null
  for (const name of path) {
    const unit = await unitAt(id, name, ctx)
    if (!unit)
      throw new CsvError(`Line ${line.line}: there is no ${path.join(' / ')} above it, neither in the tree nor in the file.`)
    id = unit.id
  }
  return id
}

async function unitAt(parentId: string | null, name: string, ctx: Ctx): Promise<typeof units.$inferSelect | undefined> {
  const above = parentId ? eq(units.parentId, parentId) : isNull(units.parentId)
  const [unit] = await ctx.db
    .select()
    .from(units)
    .where(and(above, eq(units.name, name)))
  return unit
}
