// The posts of a visit by phase, arriving while one reads.
import { useState } from 'react'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, EmptyState, LiveRegion, Section } from '#app/ui/index.ts'
import type { PostCard } from '../views.ts'
import { type PostPhase, postPhases } from '../words.ts'
import { PostCards } from './PostCards.tsx'
import { useArriving } from './useArriving.ts'
import { authorName, phaseGlyph, phaseName } from './words.ts'

type Props = { visitId: string; posts: readonly PostCard[]; phase: PostPhase; mayWrite: boolean }

const prompts = {
  before: { title: m.blogs_prompt_before_title, text: m.blogs_prompt_before },
  during: { title: m.blogs_prompt_during_title, text: m.blogs_prompt_during },
  after: { title: m.blogs_prompt_after_title, text: m.blogs_prompt_after },
} as const

export function VisitBlog({ visitId, posts, phase, mayWrite }: Props) {
  const [told, setTold] = useState('')
  const room = roomOf.inside(visitId)
  const all = useArriving(posts, room, 'post.published', (post) =>
    setTold(m.blogs_new_arrived({ name: authorName(post), title: post.title })),
  )
  useLive(room, ['posts', 'comments'])
  const newestFirst = [...all].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  const here = newestFirst.filter((post) => post.phase === phase)
  return (
    <div className="sl-stack-l">
      <div className="sl-row sl-row--between">
        <p className="sl-lead">{m.blogs_lead()}</p>
        {mayWrite && here.length > 0 ? <ButtonLink to={`/visits/${visitId}/blog/new`}>{m.blogs_write()}</ButtonLink> : null}
      </div>
      {inReadingOrder(phase).map((each) => (
        <Phase
          key={each}
          phase={each}
          posts={newestFirst.filter((post) => post.phase === each)}
          today={phase}
          {...{ visitId, mayWrite }}
        />
      ))}
      <LiveRegion>{told}</LiveRegion>
    </div>
  )
}

/** The phase of today first, then those behind, then those ahead. */
function inReadingOrder(today: PostPhase): PostPhase[] {
  const at = postPhases.indexOf(today)
  return [...postPhases.slice(0, at + 1).reverse(), ...postPhases.slice(at + 1)]
}

function Phase({ phase, posts, today, visitId, mayWrite }: Props & { today: PostPhase }) {
  const isAhead = postPhases.indexOf(phase) > postPhases.indexOf(today)
  if (posts.length > 0) {
    return (
      <Section id={`phase-${phase}`} title={phaseName(phase)}>
        <PostCards posts={posts} within />
      </Section>
    )
  }
  if (phase !== today) {
    return (
      <Section id={`phase-${phase}`} title={phaseName(phase)}>
        <p className="sl-meta">{isAhead ? `${prompts[phase].title()} ${m.blogs_phase_later()}` : m.blogs_phase_empty()}</p>
      </Section>
    )
  }
  return (
    <EmptyState
      id={`phase-${phase}`}
      title={prompts[phase].title()}
      glyph={phaseGlyph(phase)}
      action={mayWrite ? <ButtonLink to={`/visits/${visitId}/blog/new`}>{m.blogs_write()}</ButtonLink> : undefined}
    >
      <p>{prompts[phase].text()}</p>
    </EmptyState>
  )
}
