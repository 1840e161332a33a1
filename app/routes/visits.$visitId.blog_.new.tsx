import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createPost } from '#app/features/blogs/commands.server.ts'
import { findBlogFor } from '#app/features/blogs/queries.server.ts'
import { newPost } from '#app/features/blogs/rules.ts'
import { PostForm } from '#app/features/blogs/ui/PostForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Section } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { visitId, mayWrite } = await findBlogFor(actor, idOf('visitId'), ctx)
  allowed(mayWrite, 'blogs_error_not_taking_part')
  return {
    visitId,
    personId: actor.id,
    start: { id: newId(), title: '', body: '', language: actor.locale, visibility: 'participants' },
  }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, newPost)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const postId = await createPost(actor, { ...form.value, visitId }, ctx)
    return redirect(`/visits/${visitId}/blog/${postId}`)
  })
})

export default function NewPost() {
  const { visitId, personId, start } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="sl-narrow">
      <Section id="write-post" title={m.blogs_write()}>
        <p className="sl-help">{m.blogs_write_lead()}</p>
        <PostForm {...{ result, visitId, personId, start }} cancelTo={`/visits/${visitId}/blog`} />
      </Section>
    </div>
  )
}
