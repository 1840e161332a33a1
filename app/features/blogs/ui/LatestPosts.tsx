import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, EmptyState, Section } from '#app/ui/index.ts'
import type { PostCard } from '../views.ts'
import type { PostPhase } from '../words.ts'
import { PostCards } from './PostCards.tsx'
import { phaseGlyph } from './words.ts'

type Props = { visitId: string; posts: readonly PostCard[]; phase: PostPhase; mayWrite: boolean }

/** The newest post on the overview of a visit, or an invitation to write the first. */
export function LatestPosts({ visitId, posts, phase, mayWrite }: Props) {
  const base = `/visits/${visitId}/blog`
  if (posts.length === 0) {
    return (
      <EmptyState
        id="blog"
        title={m.blogs_overview_empty()}
        glyph={phaseGlyph(phase)}
        action={
          mayWrite ? (
            <ButtonLink to={`${base}/new`} variant="secondary">
              {m.blogs_overview_first()}
            </ButtonLink>
          ) : null
        }
      >
        <p>{m.blogs_overview_empty_text()}</p>
      </EmptyState>
    )
  }
  return (
    <Section id="blog" title={m.blogs_overview_latest()} action={<Link to={base}>{m.blogs_overview_all()}</Link>}>
      <PostCards posts={posts.slice(0, 1)} within />
    </Section>
  )
}
