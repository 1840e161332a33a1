import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { postAddress } from '#app/features/blogs/addresses.ts'
import { removeComment } from '#app/features/blogs/commands.server.ts'
import { canRemoveComment, needsReason } from '#app/features/blogs/policy.ts'
import { findCommentFor } from '#app/features/blogs/queries.server.ts'
import { removal } from '#app/features/blogs/rules.ts'
import { RemovalForm } from '#app/features/blogs/ui/RemovalForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.blogs_comment_remove_title()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { comment, onPost, file } = await findCommentFor(actor, idOf('commentId'), ctx)
  allowed(canRemoveComment(actor, comment, file), 'blogs_error_not_yours')
  const { text, language } = comment
  return {
    text,
    language,
    needsReason: needsReason(actor, comment),
    back: `${postAddress(actor, onPost, file)}#comment-${comment.id}`,
  }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const commentId = idOf('commentId')
  const { onPost, file } = await findCommentFor(actor, commentId, ctx)
  const form = await readForm(request, removal)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await removeComment(actor, { commentId, ...form.value }, ctx)
    return redirect(`${postAddress(actor, onPost, file)}#comments`)
  })
})

export default function RemoveComment() {
  const { text, language, needsReason, back } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page width="read">
      <PageHead title={m.blogs_comment_remove_title()} lead={m.blogs_remove_lead()} />
      <p className="sl-voice sl-comment__text" lang={language}>
        {text}
      </p>
      <RemovalForm {...{ result, needsReason }} words={m.blogs_comment_remove_title()} cancelTo={back} />
    </Page>
  )
}
