// How teaching has spread, from one person or from a unit: numbers for all, names only of those whom the reader may name.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Actor, homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { cascadePeople, units, users } from '#db/schema/index.ts'
import { namesColleague, namesTeacherInUnit, sightOfUnit } from '../policy.ts'
import { type Box, type Branch, boxesOf, branchesOf, type Cascade, cascadeOf, type Totals, totalsOf } from '../rules/cascade.ts'
import { atUnit, readChains, taughtBy } from './chains.server.ts'
import { readConfirmedInSteps } from './steps.server.ts'

/** Rows of the table on one page; beyond so many lines in the picture it is drawn by unit. */
const rowsOnPage = 50
const mostLines = 48

export type UnitName = { name: string; language: string }

/** One who has taught, as this reader may know them. `by`: who taught them, as the same reader may know that one. */
export type SpreadRow = {
  who: string | null
  unit: UnitName | null
  by: { who: string | null; unit: UnitName | null } | null
  generation: number
  sessions: number
  stated: number
  visitors: number
  directly: number
  onward: number
  groups: { unit: UnitName | null; people: number; names: string[] }[]
  /** Its place in the whole table, and that of `by`. */
  at: number
  parent: number | null
}

export type SpreadBox = Omit<Box, 'unit' | 'from'> & {
  unit: UnitName | null
  /** Places of the boxes that they were taught from. */
  from: { at: number; people: number }[]
}

export type Spread = {
  totals: Totals
  rows: SpreadRow[]
  page: number
  pages: number
  /** What the picture shows: everybody who has taught, or units and generations when they are too many. */
  picture: { kind: 'rows'; rows: SpreadRow[] } | { kind: 'boxes'; boxes: SpreadBox[] }
}

/** The actor's own: everything they have taught and what became of it. */
export async function findOwnSpreadFor(actor: Person, { page }: { page: number }, ctx: Ctx = here()): Promise<Spread> {
  const chains = await readChains(taughtBy(actor.id), ctx)
  const [me] = await ctx.db.select({ id: cascadePeople.id }).from(cascadePeople).where(eq(cascadePeople.userId, actor.id))
  const cascade = cascadeOf(chains, ({ teacher }) => teacher === me?.id)
  const homes = homeUnitsOf(actor)
  return spread(cascade, page, ctx, {
    mayName: ({ person, unit }) => person === me?.id || (unit !== null && homes.includes(unit)),
    names: (userId, unit) => namesColleague(actor, { userId, unitId: unit }),
  })
}

export type UnitSpread = {
  unit: { id: string; name: string; language: string }
  /** Everything for those who lead the unit; for its people numbers in steps, null when there are too few. */
  spread: Spread | null
  least: number
  steps: { confirmed: number | null } | null
}

/** A unit and everything below it. @throws not_found for those who belong neither there nor above or below it */
export async function findUnitSpreadFor(
  actor: Actor,
  { unitId, page }: { unitId: string; page: number },
  ctx: Ctx = here(),
): Promise<UnitSpread> {
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const { id, name, language, lineage } = found(unit)
  const sight = found(await sightOf(actor, lineage, ctx))
  const least = settings().SMALLEST_GROUP
  const brief = { unit: { id, name, language }, least }
  if (sight === 'counts') return { ...brief, spread: null, steps: { confirmed: await readConfirmedInSteps(id, least, ctx) } }
  const cascade = cascadeOf(await readChains(atUnit(unitId), ctx))
  const lineages = await lineagesOf(cascade, ctx)
  const teachers = new Set(cascade.sessions.map(({ teacher }) => teacher))
  const may = (unit: string | null) => namesTeacherInUnit(actor, unit === null ? null : (lineages.get(unit) ?? null))
  return {
    ...brief,
    steps: null,
    spread: await spread(cascade, page, ctx, {
      mayName: ({ person, unit }) => teachers.has(person) && may(unit),
      names: (_, unit) => may(unit),
    }),
  }
}

async function sightOf(actor: Actor, lineage: readonly string[], ctx: Ctx) {
  const ids = homeUnitsOf(actor)
  const homes =
    ids.length === 0 ? [] : await ctx.db.select({ lineage: units.lineage }).from(units).where(inArray(units.id, ids))
  return sightOfUnit(
    actor,
    lineage,
    homes.map((home) => home.lineage),
  )
}

async function lineagesOf({ people }: Cascade, ctx: Ctx): Promise<Map<string, string[]>> {
  const ids = [...new Set([...people.values()].flatMap(({ unit }) => unit ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.select({ id: units.id, lineage: units.lineage }).from(units).where(inArray(units.id, ids))
  return new Map(rows.map(({ id, lineage }) => [id, lineage]))
}

type Naming = {
  /** Worth asking for a name. */
  mayName(person: { person: string; unit: string | null }): boolean
  /** The policy's last word, with the account. */
  names(userId: string, unit: string | null): boolean
}

async function spread(cascade: Cascade, wanted: number, ctx: Ctx, naming: Naming): Promise<Spread> {
  const branches = branchesOf(cascade)
  const pages = Math.max(1, Math.ceil(branches.length / rowsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const from = (page - 1) * rowsOnPage
  const small = branches.reduce((lines, { groups }) => lines + 1 + groups.length, 0) <= mostLines
  const shown = branches.slice(from, from + rowsOnPage)
  const boxes = small ? [] : boxesOf(cascade)
  const unitNames = await unitNamesOf([...shown.flatMap(unitsIn(cascade)), ...boxes.flatMap(({ unit }) => unit ?? [])], ctx)
  const names = await namesOf(cascade, shown, naming, ctx)
  const at = new Map(branches.map(({ person }, index) => [person, index]))
  const rows = shown.map((branch) => rowOf(branch, { cascade, at, names, unitNames }))
  return {
    ...{ totals: totalsOf(cascade), rows, page, pages },
    picture: small ? { kind: 'rows', rows } : { kind: 'boxes', boxes: placed(boxes, unitNames) },
  }
}

type Known = {
  cascade: Cascade
  at: ReadonlyMap<string, number>
  names: ReadonlyMap<string, string>
  unitNames: ReadonlyMap<string, UnitName>
}

function rowOf(branch: Branch, { cascade, at, names, unitNames }: Known): SpreadRow {
  const { person, unit, taughtBy, groups, ...numbers } = branch
  const unitName = (id: string | null) => (id === null ? null : (unitNames.get(id) ?? null))
  const teacher = taughtBy === null ? undefined : cascade.people.get(taughtBy)
  return {
    ...numbers,
    who: names.get(person) ?? null,
    unit: unitName(unit),
    by: teacher ? { who: names.get(teacher.person) ?? null, unit: unitName(teacher.unit) } : null,
    groups: groups.map(({ unit, people }) => ({
      ...{ unit: unitName(unit), people: people.length },
      names: people.flatMap((one) => names.get(one) ?? []),
    })),
    at: at.get(person) ?? 0,
    parent: taughtBy === null ? null : (at.get(taughtBy) ?? null),
  }
}

function placed(boxes: readonly Box[], unitNames: ReadonlyMap<string, UnitName>): SpreadBox[] {
  const key = ({ generation, unit }: Pick<Box, 'generation' | 'unit'>) => `${generation} ${unit}`
  const places = new Map(boxes.map((box, index) => [key(box), index]))
  return boxes.map(({ unit, from, ...box }) => ({
    ...box,
    unit: unit === null ? null : (unitNames.get(unit) ?? null),
    from: from.map((spot) => ({ at: places.get(key(spot)) ?? 0, people: spot.people })),
  }))
}

function unitsIn({ people }: Cascade) {
  return ({ unit, taughtBy, groups }: Branch): string[] =>
    [unit, taughtBy === null ? null : people.get(taughtBy)?.unit, ...groups.map((group) => group.unit)].flatMap(
      (one) => one ?? [],
    )
}

async function unitNamesOf(unitIds: readonly string[], ctx: Ctx): Promise<Map<string, UnitName>> {
  const ids = [...new Set(unitIds)]
  if (ids.length === 0) return new Map()
  const { id, name, language } = units
  const rows = await ctx.db.select({ id, name, language }).from(units).where(inArray(units.id, ids))
  return new Map(rows.map(({ id, ...unit }) => [id, unit]))
}

/** By place in the chain: only of those on this page, only whom the reader may name, nobody whose account is shut. */
async function namesOf(cascade: Cascade, shown: readonly Branch[], naming: Naming, ctx: Ctx): Promise<Map<string, string>> {
  const wanted = shown.flatMap(({ person, taughtBy, groups }) => [person, taughtBy, ...groups.flatMap(({ people }) => people)])
  const links = wanted.flatMap((person) => (person === null ? [] : (cascade.people.get(person) ?? [])))
  const ids = [...new Set(links.filter(naming.mayName).map(({ person }) => person))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: cascadePeople.id, userId: users.id, name: users.name })
    .from(cascadePeople)
    .innerJoin(users, eq(users.id, cascadePeople.userId))
    .where(and(inArray(cascadePeople.id, ids), isNull(users.suspendedAt)))
  const known = rows.filter(({ id, userId }) => naming.names(userId, cascade.people.get(id)?.unit ?? null))
  return new Map(known.map(({ id, name }) => [id, name]))
}
