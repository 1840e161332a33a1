import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listUnitPostsFor } from '#app/features/blogs/queries.server.ts'
import { pageAsked } from '#app/features/blogs/rules.ts'
import { Paging } from '#app/features/blogs/ui/Paging.tsx'
import { PostCards } from '#app/features/blogs/ui/PostCards.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState, Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.blogs_unit_all()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, ctx, url }) => {
  const page = pageAsked(url.searchParams)
  return { page, ...(await listUnitPostsFor(actor, { page }, ctx)) }
})

export default function UnitPosts() {
  const { page, posts, hasMore } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHead
        title={m.blogs_unit_all()}
        lead={m.blogs_unit_lead()}
        crumbs={[{ label: m.blogs_title(), to: '/blog' }, { label: m.blogs_unit_all() }]}
      />
      {posts.length > 0 ? (
        <PostCards posts={posts} />
      ) : (
        <EmptyState id="latest" title={m.blogs_unit_empty_title()}>
          <p>{m.blogs_unit_empty()}</p>
        </EmptyState>
      )}
      <Paging page={page} hasMore={hasMore} />
    </Page>
  )
}
