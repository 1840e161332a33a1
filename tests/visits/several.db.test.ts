import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { updateProfile } from '#app/features/identity/commands/accounts.server.ts'
import { followAccount } from '#app/features/visits/commands/seats.server.ts'
import { newId } from '#app/kernel/ids.ts'
import * as toUnit from '#app/routes/units.$unitId.people_.several.tsx'
import * as toVisit from '#app/routes/visits.$visitId.invitation_.several.tsx'
import { invitations, visitParticipants } from '#db/schema/index.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

const addresses = 'Mari Olsen <mari@nordvik.example>\nole.hansen@nordvik.example\nikke en adresse\nmari@nordvik.example'

test('a whole group is invited at once: a bad line and somebody who is there already lose nobody', async ({ ctx }) => {
  const { visit, ingrid, sindre } = await aVisitWithPeople(ctx)
  const form = { id: newId(), side: 'guest', addresses: `${addresses}\n${sindre.email}`, organisation: 'Nordvik', locale: 'nb' }
  const call = {
    path: `/visits/${visit.id}/invitation/several`,
    params: { visitId: visit.id },
    as: ingrid,
    locale: 'nb' as const,
    form,
  }
  const { status, data } = await callAction(ctx, toVisit.action, call)
  expect(status).toBe(200)
  const { answered } = data as { answered: { line: string; refusal: string | null }[] }
  expect(answered.map(({ line, refusal }) => [line, refusal === null])).toEqual([
    ['Mari Olsen <mari@nordvik.example>', true],
    ['ole.hansen@nordvik.example', true],
    ['ikke en adresse', false],
    [sindre.email, false],
  ])
  expect(answered[2]?.refusal).toMatch(/e-postadresse/)
  expect(answered[3]?.refusal).toContain(sindre.email)
  const invited = await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))
  expect(invited.map((row) => row.email).sort()).toEqual(['mari@nordvik.example', 'ole.hansen@nordvik.example'])
  const seats = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.visitId, visit.id))
  expect(seats.find((seat) => seat.email === 'ole.hansen@nordvik.example')).toMatchObject({
    ...{ name: 'Ole Hansen', organisation: 'Nordvik', side: 'guest', isCoordinator: false },
  })

  await callAction(ctx, toVisit.action, call)
  expect(await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))).toHaveLength(2)
  expect(ctx.jobs.filter(({ data: job }) => job.event === 'identity.invitation')).toHaveLength(2)
})

test('only those who plan for a side invite to it, several as well as one', async ({ ctx }) => {
  const { visit, sindre, ingrid } = await aVisitWithPeople(ctx)
  const path = `/visits/${visit.id}/invitation/several`
  const form = { id: newId(), side: 'host', addresses, organisation: '', locale: 'nb' }
  const params = { visitId: visit.id }
  expect((await callLoader(ctx, toVisit.loader, { path, params, as: sindre })).status).toBe(403)
  expect((await callAction(ctx, toVisit.action, { path, params, as: sindre, form })).status).toBe(403)
  expect((await callAction(ctx, toVisit.action, { path, params, as: ingrid, form })).status).toBe(403)
  expect(await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))).toEqual([])
})

test('a manager invites colleagues to the unit by a list; a list that is too long comes back as it was', async ({ ctx }) => {
  const unit = await aUnit(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit })
  const path = `/units/${unit.id}/people/several`
  const params = { unitId: unit.id }
  const form = { id: newId(), addresses, roleKind: 'member', locale: 'sv' }
  const { data } = await callAction(ctx, toUnit.action, { path, params, as: manager, form })
  expect((data as { answered: { refusal: string | null }[] }).answered.map((one) => one.refusal === null)).toEqual([
    true,
    true,
    false,
  ])
  const invited = await ctx.db.select().from(invitations).where(eq(invitations.unitId, unit.id))
  expect(invited.map((row) => [row.email, row.name])).toEqual([
    ['mari@nordvik.example', 'Mari Olsen'],
    ['ole.hansen@nordvik.example', ''],
  ])

  const long = Array.from({ length: 41 }, (_, index) => `p${index}@region.example`).join('\n')
  const refused = await callAction(ctx, toUnit.action, { path, params, as: manager, form: { ...form, addresses: long } })
  expect(refused.status).toBe(400)
  const { result } = refused.data as unknown as {
    result: { error: Record<string, string[]>; initialValue: { addresses: string } }
  }
  expect(result.error.addresses?.[0]).toMatch(/40/)
  expect(result.initialValue.addresses).toBe(long)
  const member = await aPersonWith(ctx, 'member', { unit })
  expect((await callAction(ctx, toUnit.action, { path, params, as: member, form })).status).toBe(403)
})

test('who changes their name in the settings is called that at the table too', async ({ ctx }) => {
  const { sindre, participants } = await aVisitWithPeople(ctx)
  await aUser(ctx)
  const profile = { name: 'Sindre A. Nygård', profession: 'vernepleier', locale: 'nb', theme: 'system' } as const
  await updateProfile(sindre, profile, ctx)
  expect(ctx.jobs).toContainEqual(expect.objectContaining({ name: 'visits.follow_account', data: { userId: sindre.id } }))
  await followAccount({ userId: sindre.id }, ctx)
  const rows = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.id, participants.sindre.id))
  expect(rows).toMatchObject([{ name: 'Sindre A. Nygård', profession: 'vernepleier', email: sindre.email }])
})
