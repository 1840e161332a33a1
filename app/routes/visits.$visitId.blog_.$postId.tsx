import { type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { addComment } from '#app/features/blogs/commands.server.ts'
import { findPostInVisitFor } from '#app/features/blogs/queries.server.ts'
import { newComment } from '#app/features/blogs/rules.ts'
import { Comments } from '#app/features/blogs/ui/Comments.tsx'
import { PostArticle } from '#app/features/blogs/ui/PostArticle.tsx'
import { PostTools } from '#app/features/blogs/ui/PostTools.tsx'
import { useSentDraftForgotten } from '#app/features/blogs/ui/useDraft.ts'
import { visibilityName } from '#app/features/blogs/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip } from '#app/ui/index.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.post.title ?? m.blogs_title()} – ${m.common_product()}` },
]

export const loader = signedIn(async ({ actor, ctx, idOf, url }) => {
  const page = await findPostInVisitFor(actor, idOf('visitId'), idOf('postId'), ctx)
  return { ...page, replyTo: url.searchParams.get('reply') }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const [visitId, postId] = [idOf('visitId'), idOf('postId')]
  const form = await readForm(request, newComment)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const commentId = await addComment(actor, { ...form.value, postId }, ctx)
    return redirect(`/visits/${visitId}/blog/${postId}#comment-${commentId}`)
  })
})

export default function Post() {
  const { post, visitors, may, zone, ...conversation } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  useSentDraftForgotten(post.id)
  return (
    <div className="sl-narrow sl-stack-l">
      <p>
        <Link to={`/visits/${post.visitId}/blog`}>{m.blogs_back_to_blog()}</Link>
      </p>
      <PostArticle post={post} level={2} zone={zone} chips={<Chip tone="quiet">{visibilityName(post.visibility)}</Chip>} />
      <PostTools post={post} may={may} visitors={visitors} />
      <Comments {...conversation} postId={post.id} result={result} zone={zone} />
    </div>
  )
}
