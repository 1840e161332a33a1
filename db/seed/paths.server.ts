// The path that the demo's region has made: begun, published and written on, through the commands that people use.
import { changeDraft, startPath } from '#app/features/paths/commands/drafts.server.ts'
import { addEditor } from '#app/features/paths/commands/editors.server.ts'
import { publishVersion } from '#app/features/paths/commands/publish.server.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { addDays } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import { actorOf, at, idOf, type Stage } from './play/stage.server.ts'
import { madeTitle, published, written } from './world/made-path.ts'

export async function seedPaths(stage: Stage): Promise<void> {
  const anders = await actorOf('anders', stage, stage.ctx)
  const [begun, out, since] = [-70, -50, -3].map((days) => at(stage, addDays(stage.today, days), '10:00'))
  if (!begun || !out || !since) return
  const start = { id: newId(), ownerId: idOf(stage.units, 'region'), title: madeTitle, language: 'sv' as const }
  const pathId = await startPath(anders, start, begun)
  await changeDraft(anders, { pathId }, begun, ({ draft }) => ({ ...draft, ...published }))
  const { revision } = await findDraftFor(anders, pathId, out)
  const version = {
    audience: 'network' as const,
    languages: ['sv' as const, 'nb' as const],
    note: '',
    noteLanguage: 'sv' as const,
  }
  await publishVersion(anders, { pathId, revision, ...version }, out)
  await addEditor(anders, { pathId, personId: idOf(stage.people, 'karin') }, out)
  await changeDraft(anders, { pathId }, since, ({ draft }) => ({ ...draft, ...written }))
}
