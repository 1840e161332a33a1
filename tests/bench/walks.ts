// Five hundred pairs in forty units of a region of their own, each as far as their number says: for the bench's server.
import { hashPassword } from '#app/features/identity/passwords.server.ts'
import { shipped } from '#app/features/paths/reference.server.ts'
import { found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { manyWalks } from '#tests/pairs/many-walks.ts'
import { aRole, aUnit, aUser, type Unit } from '#tests/support/factories.ts'

const UNITS = 40
const PAIRS = 500

export async function makeWalks(ctx: Ctx): Promise<{ email: string; unitId: string }> {
  const path = found(shipped[0])
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Bänk' })
  const lead = await aUser(ctx, { email: 'walks@bench.example', passwordHash: await hashPassword('samlara-demo') })
  await aRole(ctx, lead, 'education_lead', { unit: region })
  const units: Unit[] = []
  for (let unit = 0; unit < UNITS; unit += 1) units.push(await aUnit(ctx, { parent: region, name: `Avdelning ${unit + 1}` }))
  const all = path.modules.length
  const walks = Array.from({ length: PAIRS }, (_, index) => ({
    ...{ unitId: found(units[index % UNITS]).id, leaderId: lead.id, beganAt: new Date('2026-03-02T08:00:00Z') },
    ...{ walked: index % (all + 1), joint: Math.max(0, (index % (all + 1)) - 1) },
    ...(index % 9 === 0 ? { pausedAt: ctx.now } : {}),
    ...(index % 13 === 0 ? { endedAt: ctx.now } : {}),
  }))
  await manyWalks(ctx, path, walks)
  return { email: lead.email, unitId: region.id }
}
