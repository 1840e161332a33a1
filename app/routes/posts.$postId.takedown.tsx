import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { postAddress } from '#app/features/blogs/addresses.ts'
import { takeDownPost } from '#app/features/blogs/commands.server.ts'
import { canTakeDownPost, needsReason } from '#app/features/blogs/policy.ts'
import { findPostFor } from '#app/features/blogs/queries.server.ts'
import { removal } from '#app/features/blogs/rules.ts'
import { RemovalForm } from '#app/features/blogs/ui/RemovalForm.tsx'
import { canReadInside } from '#app/features/visits/policy.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.blogs_take_down()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { post, row, file } = await findPostFor(actor, idOf('postId'), ctx)
  allowed(canTakeDownPost(actor, row, file), 'blogs_error_not_yours')
  return {
    title: post.title,
    language: post.language,
    needsReason: needsReason(actor, row),
    back: postAddress(actor, post, file),
  }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const postId = idOf('postId')
  const { post, file } = await findPostFor(actor, postId, ctx)
  const form = await readForm(request, removal)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await takeDownPost(actor, { postId, ...form.value }, ctx)
    return redirect(canReadInside(actor, file) ? postAddress(actor, post, file) : '/blog/mine')
  })
})

export default function TakeDown() {
  const { title, language, needsReason, back } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page width="read">
      <PageHead title={m.blogs_take_down()} lead={needsReason ? m.blogs_take_down_lead_other() : m.blogs_take_down_lead()} />
      <p className="sl-voice" lang={language}>
        {title}
      </p>
      <RemovalForm {...{ result, needsReason }} words={m.blogs_take_down()} cancelTo={back} />
    </Page>
  )
}
