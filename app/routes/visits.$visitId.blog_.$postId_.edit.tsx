import { redirect } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editPost } from '#app/features/blogs/commands.server.ts'
import { findPostInVisitFor } from '#app/features/blogs/queries.server.ts'
import { toEditableText } from '#app/features/blogs/rich-text/to-text.ts'
import { changedPost } from '#app/features/blogs/rules.ts'
import { PostForm } from '#app/features/blogs/ui/PostForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Section } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { post, may, confirmed } = await findPostInVisitFor(actor, idOf('visitId'), idOf('postId'), ctx)
  allowed(may.edit, 'blogs_error_not_yours')
  const { id, title, language, visibility, phase } = post
  const start = { id, title, body: toEditableText(post.text), language, visibility, phase }
  return { post, confirmed, personId: actor.id, start }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const [visitId, postId] = [idOf('visitId'), idOf('postId')]
  const form = await readForm(request, changedPost)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await editPost(actor, { ...form.value, postId }, ctx)
    return redirect(`/visits/${visitId}/blog/${postId}`)
  })
})

/** After a conflict the page shows how the text stands now; other refusals leave the page as it is. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function EditPost() {
  const { post, confirmed, personId, start } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const address = `/visits/${post.visitId}/blog/${post.id}`
  return (
    <div className="sl-narrow">
      <Section id="edit-post" title={m.blogs_edit_title()}>
        <PostForm {...{ result, personId, start, post, confirmed }} visitId={post.visitId} cancelTo={address} />
      </Section>
    </div>
  )
}
