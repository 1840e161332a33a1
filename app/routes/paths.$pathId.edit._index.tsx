import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { frameOf, outlineView } from '#app/features/paths/editor-views.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { EditorPage, standingOf } from '#app/features/paths/ui/editor/EditorPage.tsx'
import { Outline } from '#app/features/paths/ui/editor/Outline.tsx'
import { OutlineSide } from '#app/features/paths/ui/editor/OutlineSide.tsx'
import { titleWords } from '#app/features/paths/ui/editor/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Columns } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.frame.title ?? m.paths_title()) }]

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const file = await findDraftFor(actor, params.pathId, ctx)
  const fresh = newId().slice(0, 8)
  return {
    frame: frameOf(file, url, locale),
    outline: outlineView(file, locale),
    revision: file.revision,
    fresh: { module: `m-${fresh}`, activity: `a-${fresh}` },
  }
})

export default function EditOutline() {
  const { frame, outline, revision, fresh } = useLoaderData<typeof loader>()
  const { pathId, languages } = frame
  return (
    <EditorPage frame={frame} title={titleWords(frame.title)} facts={[frame.owner, ...standingOf(frame)]}>
      <Columns
        label={m.paths_about()}
        side={<OutlineSide {...{ frame, revision }} gaps={outline.gaps} isEmpty={outline.modules.length === 0} />}
      >
        <Outline {...{ pathId, fresh }} language={languages[0] ?? 'sv'} modules={outline.modules} />
      </Columns>
    </EditorPage>
  )
}
