// Who could be named as an editor: people of the owner's own units, found by name.
import { and, arrayContains, asc, eq, ilike, isNull, notInArray } from 'drizzle-orm'
import { isHeldAt } from '#app/features/identity/queries/held-now.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { roles, units, users } from '#db/schema/index.ts'
import { listEditorsFor } from './drafts.server.ts'

/** As many as can be looked through; more letters find fewer. */
const mostFound = 20

/** People with a role at the owner's unit or below it whose name has these letters, without those who write already. */
export async function findColleaguesFor(
  actor: Person,
  { pathId, name }: { pathId: string | undefined; name: string },
  ctx: Ctx = here(),
): Promise<{ id: string; name: string; profession: string }[]> {
  const { owner, editors, can } = await listEditorsFor(actor, pathId, ctx)
  allowed(can.publish, 'paths_error_editors')
  const letters = name
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&')
  if (letters === '') return []
  return ctx.db
    .selectDistinct({ id: users.id, name: users.name, profession: users.profession })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .innerJoin(units, eq(units.id, roles.unitId))
    .where(
      and(
        ...[
          isHeldAt(ctx.now),
          isNull(users.suspendedAt),
          arrayContains(units.lineage, [owner.id]),
          ilike(users.name, `%${letters}%`),
        ],
        notInArray(users.id, [actor.id, ...editors.map((one) => one.id)]),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(mostFound)
}
