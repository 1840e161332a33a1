// Pairs that wait for somebody's account: who may invite whom, and how the invitations stand.
import { and, desc, eq, isNull } from 'drizzle-orm'
import { canGiveRole } from '#app/features/identity/policy.ts'
import { listRolesAt } from '#app/features/identity/queries.server.ts'
import { type InvitationState, invitationState } from '#app/features/identity/rules.ts'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Person } from '#app/kernel/actor.ts'
import { HOME_ZONE, lastDayBefore } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { invitations, pairsAwaited } from '#db/schema/index.ts'
import { roleToWalkAs } from '../policy.ts'
import { type Walker, walkers } from '../words.ts'
import { findUnitToStartAt } from './pairs.server.ts'

/**
 * What it takes to invite somebody without an account: as whom the actor may, and else whom to ask.
 * @throws not_found for a path or unit that is not the actor's to start at
 */
export async function findInviteToWalkFor(
  actor: Person,
  { pathId, unitId, locale }: { pathId: string; unitId: string; locale: Locale },
  ctx: Ctx = here(),
) {
  const path = await findPathFor(actor, pathId, ctx)
  const { lineage, ...unit } = await findUnitToStartAt(actor, unitId, ctx)
  const invites: Walker[] = walkers.filter((walker) => canGiveRole(actor, roleToWalkAs[walker], lineage))
  const held = await listRolesAt(lineage, ctx)
  const fromAbove = lineage.flatMap((place) => held.filter((one) => one.unitId === place))
  const leads = fromAbove.filter((one) => ['unit_manager', 'education_lead'].includes(one.kind) && one.userId !== actor.id)
  return {
    path: { id: path.id, title: path.title[languageFor(path.languages, locale)] },
    unit,
    invites,
    askInstead: [...new Set(leads.map((one) => one.name))],
  }
}

export type Awaited = { id: string; invitationId: string; name: string; email: string; state: InvitationState; lastDay: string }

/** Those whom the actor has invited to walk and who have no account yet, the newest first; taken back ones are left out. */
export async function listAwaitedFor(actor: Person, ctx: Ctx = here()): Promise<Awaited[]> {
  const rows = await ctx.db
    .select({ awaited: pairsAwaited, invitation: invitations })
    .from(pairsAwaited)
    .innerJoin(invitations, eq(invitations.id, pairsAwaited.invitationId))
    .where(
      and(
        eq(pairsAwaited.otherId, actor.id),
        isNull(pairsAwaited.begunAt),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(desc(pairsAwaited.startedAt))
  return rows.map(({ awaited, invitation }) => {
    const { id: invitationId, name, email, expiresAt } = invitation
    const lastDay = lastDayBefore(expiresAt, HOME_ZONE)
    return { id: awaited.id, invitationId, name, email, state: invitationState(invitation, ctx.now), lastDay }
  })
}
