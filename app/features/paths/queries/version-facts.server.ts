// What the path's own page says of the version that is read, and the list of versions.
import { type Actor, isAdmin } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { canEditPath, inNetwork } from '../policy.ts'
import type { LearningPath } from '../rules/shape.ts'
import type { VersionFacts } from '../ui/AboutVersion.tsx'
import { readAnswered } from './answers.server.ts'
import { type Edition, readEditorIds, topsOf } from './editions.server.ts'
import { listEditionsFor } from './library.server.ts'

/** `walks`: told about newer versions elsewhere. */
export async function findVersionFactsFor(
  actor: Actor,
  { path, edition, walks }: { path: LearningPath; edition: Edition; walks: boolean },
  ctx: Ctx = here(),
): Promise<VersionFacts> {
  const editions = await listEditionsFor(actor, path.id, ctx)
  const newest = editions[0]?.version ?? edition.version
  const madeFrom = path.madeFrom.map(async (one) => {
    const readable = await listEditionsFor(actor, one.pathId, ctx)
    return { ...one, to: readable.length > 0 ? `/paths/${one.pathId}` : null }
  })
  return {
    ...{ number: edition.version, by: path.by, languages: path.languages, audience: edition.audience },
    publishedAt: edition.publishedAt,
    newest: walks || newest <= edition.version ? null : newest,
    madeFrom: await Promise.all(madeFrom),
    versions: editions.length,
    ...{ mayEdit: await mayEdit(actor, edition, ctx), isDraft: false },
    answers: (await readAnswered(path.id, ctx)).get(edition.version) ?? 0,
  }
}

async function mayEdit(actor: Actor, { pathId, lineage }: Edition, ctx: Ctx): Promise<boolean> {
  if (actor.kind !== 'person' || lineage.length === 0) return false
  return canEditPath(actor, { lineage, editorIds: await readEditorIds(pathId, ctx), tops: await topsOf(actor, ctx) })
}

/**
 * The change log: every version the actor may read, the newest first. Who published one is told to colleagues in the owner's
 * network, not to everybody who may read the path. @throws not_found where there is none
 */
export async function findVersionsFor(actor: Actor, pathId: string | undefined, ctx: Ctx = here()) {
  const readable = await listEditionsFor(actor, found(pathId), ctx)
  const [newest] = readable
  const { summary, lineage } = found(newest)
  const named = isAdmin(actor) || inNetwork({ lineage, tops: await topsOf(actor, ctx) })
  const editions = readable.map((one) => (named ? one : { ...one, publishedName: null }))
  const answered = await readAnswered(found(pathId), ctx)
  return { pathId: found(pathId), languages: summary.languages, title: summary.title, editions, answered }
}
