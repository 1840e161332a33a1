// People who take part in a visit, with the rows and the roles that a real invitation would have given them.
import type { ActiveRole, Person } from '#app/kernel/actor.ts'
import type { Ctx } from '#db/context.server.ts'
import type { units } from '#db/schema/index.ts'
import { personOf } from './actors.ts'
import { aParticipant, aRole, aUnit, aUser, aVisit, type Participant, type User, type Visit } from './factories.ts'

type Given = { user?: User; name?: string; isCoordinator?: boolean; side?: 'host' | 'guest' }

/** Somebody who takes part: account, row, and the role for the visit (guests are guests, hosts members). */
export async function someoneIn(
  ctx: Ctx,
  visit: Pick<Visit, 'id'>,
  given: Given = {},
): Promise<{ person: Person; participant: Participant; user: User }> {
  const { side = 'guest', isCoordinator = false, name } = given
  const user = given.user ?? (await aUser(ctx, name ? { name } : {}))
  const participant = await aParticipant(ctx, visit, { user, side, isCoordinator })
  const role: ActiveRole = { kind: side === 'guest' ? 'guest' : 'member', unitId: null, visitId: visit.id }
  await aRole(ctx, user, role.kind, { visit })
  return { person: personOf(user, [role]), participant, user }
}

/**
 * A visit with people on both sides: Karin coordinates for the hosts and Yusuf is her colleague; Ingrid coordinates for the
 * guests, who come from Norway and Ireland, and Sindre comes along; Mikko has nothing to do with it.
 */
export async function aVisitWithPeople(
  ctx: Ctx,
  given: Parameters<typeof aVisit>[1] & { host?: typeof units.$inferSelect } = {},
) {
  const host = given.host ?? (await aUnit(ctx, { name: 'Rehabavdelningen Tallbacken', profile: true }))
  const guests = [
    { name: 'Hjemmetjenesten Nordvik', country: 'NO' },
    { name: 'Rosslea Community Rehab', country: 'IE' },
  ]
  const visit = await aVisit(ctx, { guests, ...given, host })
  const karin = await someoneIn(ctx, visit, { side: 'host', isCoordinator: true, name: 'Karin Åkerlund' })
  const yusuf = await someoneIn(ctx, visit, { side: 'host', name: 'Yusuf Demir' })
  const ingrid = await someoneIn(ctx, visit, { isCoordinator: true, name: 'Ingrid Solheim' })
  const sindre = await someoneIn(ctx, visit, { name: 'Sindre Nygård' })
  const mikko = personOf(await aUser(ctx, { name: 'Mikko Lahtinen' }))
  return {
    visit,
    host,
    karin: karin.person,
    yusuf: yusuf.person,
    ingrid: ingrid.person,
    sindre: sindre.person,
    mikko,
    participants: {
      karin: karin.participant,
      yusuf: yusuf.participant,
      ingrid: ingrid.participant,
      sindre: sindre.participant,
    },
  }
}
