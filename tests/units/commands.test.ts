import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { addClosedPeriod, removeClosedPeriod, saveUnit } from '#app/features/units/commands/profile.server.ts'
import { closeUnit, createUnit, moveUnit, reopenUnit } from '#app/features/units/commands/tree.server.ts'
import { findUnitFor, findUnitPeopleFor, listOffers, listTreeFor, similarHosts } from '#app/features/units/queries.server.ts'
import type { NewUnitInput, UnitInput } from '#app/features/units/rules.ts'
import { type Actor, visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { loadPlaces } from '#db/reference/places.server.ts'
import { closedPeriods, places, unitProfiles, units } from '#db/schema/index.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, type Unit } from '#tests/support/factories.ts'

async function lineageOf(unitId: string, ctx: Ctx): Promise<string[] | undefined> {
  return (await ctx.db.select().from(units).where(eq(units.id, unitId)))[0]?.lineage
}

const newUnit = (given: Partial<NewUnitInput> = {}): NewUnitInput => ({
  id: newId(),
  kind: 'ward',
  country: 'SE',
  name: 'Avdelning 41',
  city: 'Örebro',
  language: 'sv',
  ...given,
})

const page = (unit: Pick<Unit, 'id'>, given: Partial<UnitInput> = {}): UnitInput & { unitId: string } => ({
  unitId: unit.id,
  name: 'Avdelning 41',
  city: 'Örebro',
  language: 'sv',
  isOpen: true,
  canShow: 'Hur vi handleder i par.',
  struggleWith: '',
  practicalities: '',
  languages: ['sv', 'en'],
  forms: ['on_site'],
  groupMin: 1,
  groupMax: 6,
  daysMin: 1,
  daysMax: 3,
  noticeMonths: 3,
  version: 1,
  ...given,
})

/** region → clinic → ward, with an admin who may do everything. */
async function aTree(ctx: TestCtx) {
  const region = await aUnit(ctx, { name: 'Region Örebro län', kind: 'region' })
  const clinic = await aUnit(ctx, { name: 'Psykiatri', kind: 'clinic', parent: region })
  const ward = await aUnit(ctx, { name: 'Avdelning 41', parent: clinic })
  return { region, clinic, ward, admin: await anAdmin(ctx) }
}

test('a new unit knows all units above it, plans in its country’s time and begins with three months of notice', async ({
  ctx,
}) => {
  const { clinic, admin } = await aTree(ctx)
  const input = newUnit({ parentId: clinic.id, country: 'FI', language: 'fi', name: 'Osasto 3' })
  await createUnit(admin, input, ctx)
  const { unit, profile, above } = await findUnitFor(admin, input.id, ctx)
  expect(unit).toMatchObject({ lineage: [...clinic.lineage, input.id], timeZone: 'Europe/Helsinki', parentId: clinic.id })
  expect(profile).toMatchObject({ isOpen: false, noticeMonths: 3, version: 1 })
  expect(above.map(({ name }) => name)).toEqual(['Region Örebro län', 'Psykiatri'])
})

test('pressing twice makes one unit', async ({ ctx }) => {
  const admin = await anAdmin(ctx)
  const input = newUnit()
  await createUnit(admin, input, ctx)
  await createUnit(admin, input, ctx)
  expect(await ctx.db.select().from(units)).toHaveLength(1)
})

test('nobody makes units where they lead nothing', async ({ ctx }) => {
  const { clinic, ward } = await aTree(ctx)
  const coordinator = await aPersonWith(ctx, 'host_coordinator', { unit: ward })
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const make = (actor: Actor, parentId?: string) => createUnit(actor, newUnit({ parentId }), ctx)
  await expect(make(coordinator, ward.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(make(manager, clinic.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(make(manager)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(make(manager, newId())).rejects.toMatchObject({ code: 'not_found' })
  await make(manager, ward.id)
})

test('a region in another country is refused', async ({ ctx }) => {
  const admin = await anAdmin(ctx)
  await loadPlaces(ctx)
  await expect(createUnit(admin, newUnit({ placeCode: 'NO-03' }), ctx)).rejects.toMatchObject({ reason: 'units_error_place' })
  const input = newUnit({ placeCode: 'SE-T' })
  await createUnit(admin, input, ctx)
  expect((await findUnitFor(admin, input.id, ctx)).place).toMatchObject({ name: 'Örebro län', authority: 'Region Örebro län' })
})

test('loading the places again changes nothing; all Swedish regions and Norwegian counties are there', async ({ ctx }) => {
  await loadPlaces(ctx)
  await loadPlaces(ctx)
  const rows = await ctx.db.select().from(places)
  expect(rows.filter(({ country }) => country === 'SE')).toHaveLength(21)
  expect(rows.filter(({ country }) => country === 'NO')).toHaveLength(15)
})

test('moving a unit takes everything below along, and nothing else', async ({ ctx }) => {
  const { region, clinic, ward, admin } = await aTree(ctx)
  const team = await aUnit(ctx, { parent: ward })
  const other = await aUnit(ctx, { parent: region })
  const neighbour = await aUnit(ctx, { parent: clinic })
  await moveUnit(admin, { unitId: ward.id, parentId: other.id }, ctx)
  expect(await lineageOf(ward.id, ctx)).toEqual([region.id, other.id, ward.id])
  expect(await lineageOf(team.id, ctx)).toEqual([region.id, other.id, ward.id, team.id])
  expect(await lineageOf(neighbour.id, ctx)).toEqual([region.id, clinic.id, neighbour.id])
  await moveUnit(admin, { unitId: ward.id, parentId: null }, ctx)
  expect(await lineageOf(team.id, ctx)).toEqual([ward.id, team.id])
  expect((await findUnitFor(admin, team.id, ctx)).unit.parentId).toBe(ward.id)
})

/** A tree as a list: each unit hangs below an earlier one or stands at the top. */
const someTree = fc
  .array(fc.nat(), { minLength: 2, maxLength: 7 })
  .map((seeds) => seeds.map((seed, index) => (index === 0 || seed % (index + 1) === index ? null : seed % index)))

test('after any move every lineage is right, and nothing outside the subtree has changed', async ({ ctx }) => {
  const admin = await anAdmin(ctx)
  const shapes = fc.asyncProperty(someTree, fc.nat(), fc.nat(), async (parents, movedSeed, targetSeed) => {
    const tree: Unit[] = []
    for (const parent of parents) tree.push(await aUnit(ctx, { parent: parent === null ? undefined : tree[parent] }))
    const before = new Map(tree.map((unit) => [unit.id, unit.lineage]))
    const moved = tree[movedSeed % tree.length]?.id ?? ''
    const target = tree[targetSeed % (tree.length + 1)]?.id ?? null
    const isCircle = target !== null && before.get(target)?.includes(moved)
    const move = moveUnit(admin, { unitId: moved, parentId: target }, ctx)
    if (isCircle) {
      await expect(move).rejects.toMatchObject({ reason: 'units_error_cycle' })
      return
    }
    await move
    for (const [index, { id }] of tree.entries()) {
      const parent = parents[index] ?? null
      const above = id === moved ? target : parent === null ? null : (tree[parent]?.id ?? null)
      const lineage = await lineageOf(id, ctx)
      expect(lineage).toEqual([...(above ? ((await lineageOf(above, ctx)) ?? []) : []), id])
      if (!before.get(id)?.includes(moved)) expect(lineage).toEqual(before.get(id))
    }
  })
  await fc.assert(shapes, { numRuns: 25 })
})

test('a unit cannot come to stand below itself', async ({ ctx }) => {
  const { region, clinic, ward, admin } = await aTree(ctx)
  for (const parentId of [region.id, clinic.id, ward.id]) {
    await expect(moveUnit(admin, { unitId: region.id, parentId }, ctx)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'units_error_cycle',
    })
  }
  expect(await lineageOf(ward.id, ctx)).toEqual([region.id, clinic.id, ward.id])
})

test('of two moves that together would make a circle, one is refused', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const admin = await anAdmin(ctx)
  const [one, two] = [await aUnit(ctx), await aUnit(ctx)]
  const moves = [
    moveUnit(admin, { unitId: one.id, parentId: two.id }, freshDb.ctx()),
    moveUnit(admin, { unitId: two.id, parentId: one.id }, freshDb.ctx()),
  ]
  const outcomes = await Promise.allSettled(moves)
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('units made while their place moves come along', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const { region, clinic, ward, admin } = await aTree(ctx)
  const other = await aUnit(ctx, { parent: region })
  const inputs = Array.from({ length: 12 }, () => newUnit({ parentId: ward.id }))
  await Promise.all([
    ...inputs.slice(0, 6).map((input) => createUnit(admin, input, freshDb.ctx())),
    moveUnit(admin, { unitId: clinic.id, parentId: other.id }, freshDb.ctx()),
    ...inputs.slice(6).map((input) => createUnit(admin, input, freshDb.ctx())),
  ])
  for (const input of inputs) {
    expect(await lineageOf(input.id, ctx)).toEqual([region.id, other.id, clinic.id, ward.id, input.id])
  }
})

test('a closed unit invites nobody, and is opened again by those above', async ({ ctx }) => {
  const { clinic, ward, admin } = await aTree(ctx)
  await ctx.db.insert(unitProfiles).values({ unitId: ward.id, isOpen: true, languages: ['sv'], updatedAt: ctx.now })
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  await expect(closeUnit(manager, { unitId: ward.id }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(closeUnit(admin, { unitId: clinic.id }, ctx)).rejects.toMatchObject({ reason: 'units_error_close_below' })
  await closeUnit(admin, { unitId: ward.id }, ctx)
  expect(await listOffers({}, ctx)).toEqual([])
  await expect(findUnitFor(visitor, ward.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  await expect(createUnit(admin, newUnit({ parentId: ward.id }), ctx)).rejects.toMatchObject({ code: 'conflict' })
  await expect(saveUnit(manager, page(ward), ctx)).rejects.toMatchObject({ reason: 'units_error_closed_unit' })
  await closeUnit(admin, { unitId: clinic.id }, ctx)
  await expect(reopenUnit(admin, { unitId: ward.id }, ctx)).rejects.toMatchObject({ reason: 'units_error_parent_closed' })
  await reopenUnit(admin, { unitId: clinic.id }, ctx)
  await reopenUnit(admin, { unitId: ward.id }, ctx)
  expect((await findUnitFor(admin, ward.id, ctx)).unit.closedAt).toBeNull()
})

test('a unit’s page is written by those who answer for it', async ({ ctx }) => {
  const { ward } = await aTree(ctx)
  const coordinator = await aPersonWith(ctx, 'host_coordinator', { unit: ward })
  const member = await aPersonWith(ctx, 'member', { unit: ward })
  await expect(saveUnit(member, page(ward, { version: 0 }), ctx)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(saveUnit(visitor, page(ward, { version: 0 }), ctx)).rejects.toMatchObject({ code: 'not_found' })
  await saveUnit(coordinator, page(ward, { version: 0, name: 'Avdelning 41 A' }), ctx)
  const { unit, profile } = await findUnitFor(visitor, ward.id, ctx)
  expect(unit.name).toBe('Avdelning 41 A')
  expect(profile).toMatchObject({ isOpen: true, canShow: 'Hur vi handleder i par.', version: 1, updatedBy: coordinator.id })
})

test('a slip in kind or country is put right: the clock and the places follow, the tree does not', async ({ ctx }) => {
  const { ward, admin } = await aTree(ctx)
  const coordinator = await aPersonWith(ctx, 'host_coordinator', { unit: ward })
  await loadPlaces(ctx)
  await saveUnit(coordinator, page(ward, { version: 0, kind: 'care_centre' }), ctx)
  const before = (await findUnitFor(admin, ward.id, ctx)).unit
  expect(before).toMatchObject({ kind: 'care_centre', country: 'SE', timeZone: 'Europe/Stockholm' })
  const [swedish] = await ctx.db.select().from(places).where(eq(places.country, 'SE'))
  const moved = page(ward, { version: 1, country: 'FI', kind: 'care_centre', placeCode: swedish?.code })
  await expect(saveUnit(coordinator, moved, ctx)).rejects.toMatchObject({ reason: 'units_error_place' })
  await saveUnit(coordinator, { ...moved, placeCode: undefined }, ctx)
  const { unit } = await findUnitFor(admin, ward.id, ctx)
  expect(unit).toMatchObject({ country: 'FI', timeZone: 'Europe/Helsinki', placeCode: null })
  expect([unit.lineage, unit.parentId]).toEqual([before.lineage, before.parentId])
})

test('the later of two writers is told, and the earlier one’s words stay', async ({ ctx }) => {
  const { ward, admin } = await aTree(ctx)
  await saveUnit(admin, page(ward, { version: 0 }), ctx)
  await saveUnit(admin, page(ward, { canShow: 'Det Ingrid skrev' }), ctx)
  await expect(saveUnit(admin, page(ward, { canShow: 'Det Åse skrev', name: 'Annat namn' }), ctx)).rejects.toMatchObject({
    code: 'conflict',
    reason: 'units_error_version',
  })
  const { unit, profile } = await findUnitFor(admin, ward.id, ctx)
  expect([unit.name, profile?.canShow, profile?.version]).toEqual(['Avdelning 41', 'Det Ingrid skrev', 2])
  await saveUnit(admin, page(ward, { canShow: 'Det Åse skrev', version: 2 }), ctx)
})

test('of ten who save the same version at once, one is taken', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const { ward, admin } = await aTree(ctx)
  await saveUnit(admin, page(ward, { version: 0 }), ctx)
  const saves = Array.from({ length: 10 }, (_, index) =>
    saveUnit(admin, page(ward, { canShow: `Text ${index}` }), freshDb.ctx()),
  )
  const outcomes = await Promise.allSettled(saves)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await findUnitFor(admin, ward.id, ctx)).profile?.version).toBe(2)
})

test('closed days are added once, shown while they last, and taken away by those who answer for the unit', async ({ ctx }) => {
  const { ward, admin } = await aTree(ctx)
  const summer = { id: newId(), unitId: ward.id, startsOn: '2026-06-20', endsOn: '2026-08-15', reason: 'Sommar' }
  await addClosedPeriod(admin, summer, ctx)
  await addClosedPeriod(admin, summer, ctx)
  await addClosedPeriod(admin, { ...summer, id: newId(), startsOn: '2025-12-20', endsOn: '2026-01-06' }, ctx)
  const shown = async (at: string) =>
    (await findUnitFor(admin, ward.id, ctx.at(at))).closedPeriods.map(({ startsOn }) => startsOn)
  expect(await shown('2026-04-14T08:00:00Z')).toEqual(['2026-06-20'])
  expect(await shown('2026-08-15T08:00:00Z')).toEqual(['2026-06-20'])
  expect(await shown('2026-08-16T08:00:00Z')).toEqual([])
  const outsider = await anOutsider(ctx)
  await expect(removeClosedPeriod(outsider, { periodId: summer.id }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
  await removeClosedPeriod(admin, { periodId: summer.id }, ctx)
  expect(await ctx.db.select().from(closedPeriods).where(eq(closedPeriods.id, summer.id))).toEqual([])
})

test('a visitor sees a unit that invites and not one that is silent', async ({ ctx }) => {
  const open = await aUnit(ctx, { profile: true })
  const silent = await aUnit(ctx)
  expect((await findUnitFor(visitor, open.id, ctx)).can).toEqual({
    edit: false,
    seeMembers: false,
    createBelow: false,
    close: false,
  })
  await expect(findUnitFor(visitor, silent.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  expect((await findUnitFor(await anOutsider(ctx), silent.id, ctx)).unit.id).toBe(silent.id)
})

test('who belongs to a unit is not found by others, and a member sees names without addresses', async ({ ctx }) => {
  const { ward } = await aTree(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const member = await aPersonWith(ctx, 'member', { unit: ward })
  await expect(findUnitPeopleFor(await anOutsider(ctx), ward.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  await expect(findUnitPeopleFor(visitor, ward.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  const seenByMember = await findUnitPeopleFor(member, ward.id, ctx)
  expect(seenByMember).toMatchObject({ giving: [], invitations: [], guests: [] })
  expect(JSON.stringify(seenByMember)).not.toContain('@')
  const seen = await findUnitPeopleFor(manager, ward.id, ctx)
  expect(seen.members.map(({ userId }) => userId).sort()).toEqual([manager.id, member.id].sort())
})

test('offers are found by country, language, form and words', async ({ ctx }) => {
  const örebro = await aUnit(ctx, {
    name: 'Ängen',
    profile: { canShow: 'Handledning i par', languages: ['sv'], forms: ['on_site'] },
  })
  const fjord = await aUnit(ctx, {
    name: 'Fjordgløtt',
    country: 'NO',
    profile: { languages: ['nb', 'en'], forms: ['digital'] },
  })
  await aUnit(ctx, { name: 'Tyst' })
  await aUnit(ctx, { name: 'Stängd', profile: true, closedAt: ctx.now })
  const found = async (filter: Parameters<typeof listOffers>[0]) => (await listOffers(filter, ctx)).map(({ id }) => id).sort()
  expect(await found({})).toEqual([örebro.id, fjord.id].sort())
  expect(await found({ country: 'NO' })).toEqual([fjord.id])
  expect(await found({ language: 'en' })).toEqual([fjord.id])
  expect(await found({ form: 'on_site' })).toEqual([örebro.id])
  expect(await found({ search: 'handledning' })).toEqual([örebro.id])
  expect(await found({ search: 'fjordglott' })).toEqual([fjord.id])
  expect(await found({ search: '%' })).toEqual([])
})

test('hosts that resemble one share a language and a form; those of the same country come first', async ({ ctx }) => {
  const host = await aUnit(ctx, { profile: { languages: ['sv', 'en'], forms: ['on_site'] } })
  const abroad = await aUnit(ctx, { country: 'NO', profile: { languages: ['nb', 'en', 'sv'], forms: ['on_site', 'digital'] } })
  const near = await aUnit(ctx, { profile: { languages: ['en'], forms: ['on_site'] } })
  await aUnit(ctx, { profile: { languages: ['fi'], forms: ['on_site'] } })
  await aUnit(ctx, { profile: { languages: ['sv'], forms: ['digital'] } })
  await aUnit(ctx, { profile: { isOpen: false, languages: ['sv'], forms: ['on_site'] } })
  expect((await similarHosts(host.id, ctx)).map(({ id }) => id)).toEqual([near.id, abroad.id])
  expect(await similarHosts(newId(), ctx)).toEqual([])
})

test('the tree is one’s own units and what is below them; for admins all of it', async ({ ctx }) => {
  const { region, clinic, ward, admin } = await aTree(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: clinic })
  const idsFor = async (actor: typeof admin) => (await listTreeFor(actor, ctx)).map(({ id }) => id).sort()
  expect(await idsFor(admin)).toEqual([region.id, clinic.id, ward.id].sort())
  expect(await idsFor(manager)).toEqual([clinic.id, ward.id].sort())
  expect(await idsFor(await anOutsider(ctx))).toEqual([])
})
