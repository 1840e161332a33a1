import { type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { publishVersion } from '#app/features/paths/commands/publish.server.ts'
import { frameOf } from '#app/features/paths/editor-views.ts'
import { publishView } from '#app/features/paths/publish-view.ts'
import { findPublishingFor } from '#app/features/paths/queries/publishing.server.ts'
import { publicationInput } from '#app/features/paths/rules/making.ts'
import { EditorPage, standingOf } from '#app/features/paths/ui/editor/EditorPage.tsx'
import { PublishPage } from '#app/features/paths/ui/editor/PublishPage.tsx'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_edit_publish()) }]

/** Also after a refusal: what somebody else has saved meanwhile is what would be published. */
export const shouldRevalidate = () => true

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const page = await findPublishingFor(actor, params.pathId, ctx)
  const done = page.editions.find((one) => String(one.version) === url.searchParams.get('done'))
  return { frame: frameOf(page.file, url, locale), view: publishView(page, locale), done: done?.version ?? null }
})

export const action = signedIn(async ({ actor, params, request, locale, ctx }) => {
  const pathId = params.pathId ?? ''
  const form = await readForm(request, publicationInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const version = await publishVersion(actor, { ...form.value, pathId, noteLanguage: locale }, ctx)
    return redirect(`${editAddress(pathId, 'publish')}?done=${version}`)
  })
})

export default function Publish() {
  const { frame, view, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <EditorPage frame={frame} title={m.paths_edit_publish()} facts={standingOf(frame)}>
      {done && !result ? (
        <Notice tone="success" announce>
          <p>
            {m.paths_publish_done({ version: done })} <Link to={addressOf(frame.pathId)}>{m.paths_edit_read()}</Link>
          </p>
        </Notice>
      ) : null}
      <PublishPage key={view.next} {...{ frame, view, result }} />
    </EditorPage>
  )
}
