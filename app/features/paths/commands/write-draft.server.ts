// Writing a draft page by page. Each command asks the newest draft, so that what others have saved meanwhile stays.
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import type { Conflict } from '../rules/merge.ts'
import { type OutlineChange, outlined } from '../rules/outline.ts'
import type { PathDraft } from '../rules/shape.ts'
import { type Typing, type Written, withAbout, withActivity, withModule } from '../rules/writing.ts'
import { changeDraft } from './drafts.server.ts'

/** Adds, moves or removes a module or an activity. @throws not_found; conflict when it is gone, at the edge, or there is no room */
export async function changeOutline(
  actor: Person,
  { pathId, change }: { pathId: string; change: OutlineChange },
  ctx: Ctx = here(),
): Promise<void> {
  await changeDraft(actor, { pathId }, ctx, ({ draft }) => {
    const outcome = outlined(draft, change)
    if (!outcome.ok) throw new DomainError('conflict', outcome.reason)
    return outcome.draft === draft ? null : outcome.draft
  })
}

/** What the path says of itself. @returns where somebody else has written something else meanwhile; then nothing is saved */
export function writeAbout(actor: Person, { pathId, ...typing }: Typing & { pathId: string }, ctx: Ctx = here()) {
  return write(actor, pathId, ctx, (draft) => withAbout(draft, typing))
}

/** A module without its tracks. @returns as writeAbout; null when somebody has removed it */
export function writeModule(
  actor: Person,
  { pathId, moduleId, ...typing }: Typing & { pathId: string; moduleId: string },
  ctx: Ctx = here(),
) {
  return write(actor, pathId, ctx, (draft) => withModule(draft, moduleId, typing))
}

/** @returns as writeAbout; null when somebody has removed it, or moved it to another module */
export function writeActivity(
  actor: Person,
  place: Typing & { pathId: string; moduleId: string; activityId: string },
  ctx: Ctx = here(),
) {
  const { pathId, moduleId, activityId, ...typing } = place
  return write(actor, pathId, ctx, (draft) => withActivity(draft, moduleId, activityId, typing))
}

async function write(
  actor: Person,
  pathId: string,
  ctx: Ctx,
  change: (draft: PathDraft) => Written,
): Promise<Conflict[] | null> {
  let conflicts: Conflict[] | null = null
  await changeDraft(actor, { pathId }, ctx, ({ draft }) => {
    const written = change(draft)
    conflicts = written?.conflicts ?? null
    return written && written.conflicts.length === 0 ? written.draft : null
  })
  return conflicts
}
