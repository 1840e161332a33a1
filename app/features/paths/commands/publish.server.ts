// Publishing a version and taking it back. What is published is never changed.
import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { paths, pathVersions } from '#db/schema/index.ts'
import { type DraftFile, findDraftFor } from '../queries/drafts.server.ts'
import { type Edition, readEditions } from '../queries/editions.server.ts'
import { readKnownMedia, readStandsBehind } from '../queries/owner.server.ts'
import type { publicationInput, withdrawalInput } from '../rules/making.ts'
import type { LearningPath } from '../rules/shape.ts'
import { faultsIn } from '../rules/soundness.ts'
import { summaryOf } from '../rules/summary.ts'
import { lockPath } from './drafts.server.ts'

type Publication = z.output<typeof publicationInput> & { pathId: string; noteLanguage: Locale }

/**
 * Publishes the draft as the next version. Pairs under way stay on theirs. A second press publishes nothing.
 * @returns the version's number
 * @throws forbidden; conflict when somebody has saved since, or nothing is new; invalid when the path has faults (soundness.ts), or a later
 * version says nothing of what is new
 */
export async function publishVersion(actor: Person, input: Publication, ctx: Ctx = here()): Promise<number> {
  const { pathId, revision, audience, note, noteLanguage, languages } = input
  return transaction(ctx, async (tx) => {
    await lockPath(pathId, tx)
    const file = await findDraftFor(actor, pathId, tx)
    allowed(file.can.publish, 'paths_error_publish')
    const [newest] = await readEditions(pathId, tx)
    if (await isSecondPress(actor, file, revision, tx)) return file.published
    if (file.revision !== revision) throw new DomainError('conflict', 'paths_error_draft_changed')
    if (newest && !isNews(file, newest, input)) throw new DomainError('conflict', 'paths_error_nothing_new')
    if (file.published > 0 && note === '') throw new DomainError('invalid', 'paths_error_note')
    const faults = faultsIn(file.draft, { languages, media: await readKnownMedia(pathId, tx) })
    if (faults.length > 0) throw new DomainError('invalid', 'paths_error_faults', { count: faults.length })
    const version = file.published + 1
    const content: LearningPath = { ...file.draft, version, languages, by: await readStandsBehind(file.owner.lineage, tx) }
    const published = { publishedAt: tx.now, publishedBy: actor.id, publishedName: actor.name }
    await tx.db.insert(pathVersions).values({
      ...{ pathId, version, content, digest: digestOf(content), summary: summaryOf(content) },
      ...{ audience, note, noteLanguage, ...published },
    })
    await tx.db
      .update(paths)
      .set({ draft: null, draftRevision: revision + 1, draftBy: actor.id, draftAt: tx.now })
      .where(eq(paths.id, pathId))
    return version
  })
}

/** Those who walk it can go on; nobody begins it. Once is for good, and a second time changes nothing. @throws not_found, forbidden */
export async function withdrawVersion(
  actor: Person,
  { pathId, version, reason }: z.output<typeof withdrawalInput> & { pathId: string; version: number },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const file = await findDraftFor(actor, pathId, tx)
    allowed(file.can.publish, 'paths_error_publish')
    found((await readEditions(pathId, tx)).find((one) => one.version === version))
    await tx.db
      .update(pathVersions)
      .set({ withdrawnAt: tx.now, withdrawnBy: actor.id, withdrawnReason: reason })
      .where(and(eq(pathVersions.pathId, pathId), eq(pathVersions.version, version), isNull(pathVersions.withdrawnAt)))
  })
}

async function isSecondPress(actor: Person, file: DraftFile, revision: number, ctx: Ctx): Promise<boolean> {
  if (file.begun || file.revision !== revision + 1) return false
  const [newest] = await ctx.db
    .select({ by: pathVersions.publishedBy })
    .from(pathVersions)
    .where(and(eq(pathVersions.pathId, file.pathId), eq(pathVersions.version, file.published)))
  return newest?.by === actor.id
}

/** Without a new word a version is new only for other readers, in other languages, or instead of one that was taken back. */
function isNews(file: DraftFile, newest: Edition, { audience, languages }: Publication): boolean {
  const others = newest.audience !== audience || newest.summary.languages.join() !== languages.join()
  return file.begun || newest.withdrawnAt !== null || others
}

function digestOf(content: LearningPath): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
