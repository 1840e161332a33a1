import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addComment, countReading } from '#app/features/blogs/commands.server.ts'
import { conversationOf, findPostBySlugFor } from '#app/features/blogs/queries.server.ts'
import { newComment } from '#app/features/blogs/rules.ts'
import { Comments } from '#app/features/blogs/ui/Comments.tsx'
import { FollowThread } from '#app/features/blogs/ui/FollowThread.tsx'
import { PostArticle } from '#app/features/blogs/ui/PostArticle.tsx'
import { meetingName, visibilityName } from '#app/features/blogs/ui/words.ts'
import { canReadInside } from '#app/features/visits/policy.ts'
import { open, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { Chip, Page } from '#app/ui/index.ts'

export const handle: Handle = { reading: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.post.title ?? m.blogs_title()} – ${m.common_product()}` },
  { name: 'description', content: data?.post.excerpt ?? '' },
]

export const loader = open(async ({ actor, ctx, ip, params, request, url }) => {
  const { post, row, file, meeting } = await findPostBySlugFor(actor, params.slug ?? '', ctx)
  await countReading(actor, { postId: post.id, file, ip, request }, ctx)
  const visit = canReadInside(actor, file) ? { title: file.visit.title, language: file.visit.language } : null
  return { post, meeting, visit, replyTo: url.searchParams.get('reply'), ...(await conversationOf(actor, row, file, ctx)) }
})

export const action = signedIn(async ({ request, actor, ctx, params }) => {
  const { post } = await findPostBySlugFor(actor, params.slug ?? '', ctx)
  const form = await readForm(request, newComment)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const commentId = await addComment(actor, { ...form.value, postId: post.id }, ctx)
    return redirect(`/blog/${post.slug}#comment-${commentId}`)
  })
})

export default function PublicPost() {
  const { post, meeting, visit, ...conversation } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page width="read">
      <PostArticle
        post={post}
        level={1}
        chips={
          <>
            <Chip tone="quiet">{meetingName(meeting, formatList)}</Chip>
            {post.visibility === 'everyone' ? null : <Chip tone="quiet">{visibilityName(post.visibility)}</Chip>}
          </>
        }
      />
      {visit ? <FollowThread visit={visit} post={post} /> : null}
      <Comments {...conversation} postId={post.id} result={result} />
    </Page>
  )
}
