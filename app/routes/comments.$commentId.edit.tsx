import { type MetaFunction, redirect } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { postAddress } from '#app/features/blogs/addresses.ts'
import { editComment } from '#app/features/blogs/commands.server.ts'
import { canEditComment } from '#app/features/blogs/policy.ts'
import { findCommentFor } from '#app/features/blogs/queries.server.ts'
import { changedComment } from '#app/features/blogs/rules.ts'
import { EditCommentForm } from '#app/features/blogs/ui/EditCommentForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.blogs_comment_edit_title()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { comment, onPost, file } = await findCommentFor(actor, idOf('commentId'), ctx)
  allowed(canEditComment(actor, comment, onPost, file), 'blogs_error_not_yours')
  const { id, text, language, version, confirmedWarnings } = comment
  return { comment: { text, language, version, confirmedWarnings }, back: `${postAddress(actor, onPost, file)}#comment-${id}` }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const commentId = idOf('commentId')
  const { onPost, file } = await findCommentFor(actor, commentId, ctx)
  const form = await readForm(request, changedComment)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await editComment(actor, { commentId, ...form.value }, ctx)
    return redirect(`${postAddress(actor, onPost, file)}#comment-${commentId}`)
  })
})

/** After a conflict the page shows how the text stands now; other refusals leave the page as it is. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function EditComment() {
  const { comment, back } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page width="read">
      <PageHead title={m.blogs_comment_edit_title()} />
      <EditCommentForm {...{ comment, result }} cancelTo={back} />
    </Page>
  )
}
