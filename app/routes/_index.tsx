import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPublicPosts } from '#app/features/blogs/queries.server.ts'
import { PostCards } from '#app/features/blogs/ui/PostCards.tsx'
import { authorAbout, authorName } from '#app/features/blogs/ui/words.ts'
import { listOffers } from '#app/features/units/queries.server.ts'
import { turnOf } from '#app/features/units/rules/turn.ts'
import { OfferTeasers } from '#app/features/units/ui/OfferTeasers.tsx'
import { open } from '#app/http/door.server.ts'
import { sortByName } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { StartPage, type Voice } from '#app/ui/start/StartPage.tsx'

export const handle: Handle = { reading: true }

export const meta: MetaFunction = () => [
  { title: `${m.common_product()} – ${m.pages_start_title()}` },
  { name: 'description', content: m.pages_start_lead() },
]

export const loader = open(async ({ ctx }) => {
  const { posts } = await listPublicPosts({ limit: 4 }, ctx)
  const offers = sortByName(await listOffers({}, ctx), (offer) => offer.name)
  return { posts, offers: turnOf(offers, dayAt(ctx.now, HOME_ZONE), 4) }
})

export default function Start() {
  const { posts, offers } = useLoaderData<typeof loader>()
  const told = posts.find((post) => post.kind === 'post' && post.author.name && post.author.side === 'guest')
  const cards = posts.filter((post) => post !== told || posts.length === 1).slice(0, 3)
  return (
    <StartPage
      voice={told && posts.length > 1 ? voiceOf(told) : null}
      stories={cards.length > 0 ? <PostCards posts={cards} /> : null}
      offers={offers.length > 0 ? <OfferTeasers offers={offers} /> : null}
    />
  )
}

function voiceOf(post: Awaited<ReturnType<typeof listPublicPosts>>['posts'][number]): Voice {
  return {
    to: `/blog/${post.slug}`,
    words: post.excerpt,
    lang: post.language,
    name: authorName(post),
    about: authorAbout(post.author),
    side: post.author.side ?? 'guest',
  }
}
