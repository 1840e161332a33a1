// Who writes a path beside those who lead its owner.
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { findPersonNow } from '#app/features/identity/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { pathEditors } from '#db/schema/index.ts'
import { inNetwork } from '../policy.ts'
import { findDraftFor } from '../queries/drafts.server.ts'
import { topsOf } from '../queries/editions.server.ts'
import type { editorInput } from '../rules/making.ts'

/** Twice is once. @throws invalid for whoever has no role in the organisation, so that nobody learns who else has an account */
export async function addEditor(
  actor: Person,
  { pathId, personId }: z.output<typeof editorInput> & { pathId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { can, owner } = await findDraftFor(actor, pathId, tx)
    allowed(can.publish, 'paths_error_editors')
    const person = await findPersonNow(personId, tx)
    const tops = person ? await topsOf(person, tx) : []
    if (!person || !inNetwork({ lineage: owner.lineage, tops })) throw new DomainError('invalid', 'paths_error_editor_unknown')
    await tx.db
      .insert(pathEditors)
      .values({ pathId, personId: person.id, addedAt: tx.now, addedBy: actor.id })
      .onConflictDoNothing()
  })
}

/** Also an editor may step back. */
export async function removeEditor(
  actor: Person,
  { pathId, personId }: { pathId: string; personId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { can } = await findDraftFor(actor, pathId, tx)
    allowed(can.publish || personId === actor.id, 'paths_error_editors')
    await tx.db.delete(pathEditors).where(and(eq(pathEditors.pathId, pathId), eq(pathEditors.personId, personId)))
  })
}
