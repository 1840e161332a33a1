import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listPublicPosts, listUnitPostsFor } from '#app/features/blogs/queries.server.ts'
import { pageAsked } from '#app/features/blogs/rules.ts'
import { Paging } from '#app/features/blogs/ui/Paging.tsx'
import { PostCards } from '#app/features/blogs/ui/PostCards.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { ButtonLink, EmptyState, Page, PageHead, Section } from '#app/ui/index.ts'

export const handle: Handle = { reading: true }

export const meta: MetaFunction = () => [{ title: `${m.blogs_title()} – ${m.common_product()}` }]

export const loader = open(async ({ actor, ctx, url }) => {
  const page = pageAsked(url.searchParams)
  const forUnits = page === 1 ? (await listUnitPostsFor(actor, { limit: 4 }, ctx)).posts : []
  return { page, forUnits, isSignedIn: actor.kind === 'person', ...(await listPublicPosts({ page }, ctx)) }
})

export default function BlogIndex() {
  const { page, posts, hasMore, forUnits, isSignedIn } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHead title={m.blogs_title()} lead={m.blogs_public_lead()}>
        {isSignedIn ? (
          <p>
            <Link to="/blog/mine">{m.blogs_mine_title()}</Link>
          </p>
        ) : null}
      </PageHead>
      {forUnits.length > 0 ? (
        <Section id="for-units" title={m.blogs_unit_section()} action={<Link to="/blog/units">{m.blogs_unit_all()}</Link>}>
          <PostCards posts={forUnits} />
        </Section>
      ) : null}
      {posts.length > 0 ? (
        <Section id="latest" title={m.blogs_public_section()}>
          <PostCards posts={posts} />
        </Section>
      ) : (
        <EmptyState
          id="latest"
          title={m.blogs_public_empty_title()}
          action={<ButtonLink to="/offers">{m.blogs_public_empty_action()}</ButtonLink>}
        >
          <p>{m.blogs_public_empty()}</p>
        </EmptyState>
      )}
      <Paging page={page} hasMore={hasMore} />
    </Page>
  )
}
