// What those who write a path see before they publish: what stands in the way, which languages are ready, and what is out.
import type { Person } from '#app/kernel/actor.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { type Gap, gapsIn, languagesWithoutGaps } from '../rules/gaps.ts'
import { type Fault, faultsIn } from '../rules/soundness.ts'
import { type DraftFile, findDraftFor } from './drafts.server.ts'
import { type Edition, readEditions } from './editions.server.ts'
import { readKnownMedia } from './owner.server.ts'

export type PublishingPage = {
  file: DraftFile
  /** What holds publishing up in any language. */
  faults: Fault[]
  gaps: Gap[]
  /** Languages that it can be published in, the one it was written in first. */
  ready: Locale[]
  editions: readonly Edition[]
}

/** @throws not_found for whoever may not write the path */
export async function findPublishingFor(actor: Person, pathId: string | undefined, ctx: Ctx = here()): Promise<PublishingPage> {
  const file = await findDraftFor(actor, pathId, ctx)
  const ready = languagesWithoutGaps(file.draft)
  const media = await readKnownMedia(file.pathId, ctx)
  const faults = faultsIn(file.draft, { languages: ready.length > 0 ? ready : file.draft.languages.slice(0, 1), media })
  return {
    ...{ file, ready, gaps: gapsIn(file.draft).filter(({ language }) => file.draft.languages.includes(language)) },
    faults: faults.filter(({ kind }) => kind !== 'gap'),
    editions: await readEditions(file.pathId, ctx),
  }
}
