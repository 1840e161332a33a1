// The visit's room while it happens: who is here, and what is being written, newest first, arriving by letter.
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { formatInstant, formatList } from '#app/i18n/format.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive, usePresence } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, EmptyState, Face, Faces, LiveRegion, Section } from '#app/ui/index.ts'
import type { CommentInRoom } from '../queries/comments.server.ts'
import type { Author, PostCard } from '../views.ts'
import type { PostPhase } from '../words.ts'
import { useArriving } from './useArriving.ts'
import { authorAbout, authorName, phaseGlyph } from './words.ts'

type Props = {
  visitId: string
  posts: readonly PostCard[]
  comments: readonly CommentInRoom[]
  phase: PostPhase
  mayWrite: boolean
  meId: string
  zone: string
}

export function Room({ visitId, posts, comments, phase, mayWrite, meId, zone }: Props) {
  const room = roomOf.inside(visitId)
  const [told, setTold] = useState('')
  const allPosts = useArriving(posts, room, 'post.published', (post) =>
    setTold(m.blogs_new_arrived({ name: authorName(post), title: post.title })),
  )
  const allComments = useArriving(comments, room, 'comment.posted', (comment) => {
    setTold(m.blogs_new_comment_arrived({ name: authorName(comment) }))
  })
  useLive(room, ['posts', 'comments'])
  const lines = [...allPosts.map(postLine), ...allComments.map((comment) => commentLine(comment, visitId))]
  lines.sort((a, b) => b.at.localeCompare(a.at))
  const write = mayWrite ? <ButtonLink to={`/visits/${visitId}/blog/new`}>{m.blogs_write()}</ButtonLink> : undefined
  return (
    <div className="sl-stack-l">
      <WhoIsHere room={room} meId={meId} />
      {lines.length === 0 ? (
        <EmptyState id="latest" title={m.blogs_room_empty_title()} glyph={phaseGlyph(phase)} action={write}>
          <p>{m.blogs_prompt_during()}</p>
        </EmptyState>
      ) : (
        <Section id="latest" title={m.blogs_room_latest()} action={write}>
          <ul className="sl-feed">
            {lines.slice(0, 30).map((line) => (
              <FeedLine key={line.id} line={line} zone={zone} />
            ))}
          </ul>
        </Section>
      )}
      <LiveRegion>{told}</LiveRegion>
    </div>
  )
}

type Line = {
  id: string
  at: string
  to: string
  link: string
  linkLanguage: string
  text: string
  language: string
  author: Author
  name: string
  isComment: boolean
}

function postLine(post: PostCard): Line {
  const { id, createdAt: at, title: link, language, excerpt: text, author } = post
  const to = `/visits/${post.visitId}/blog/${id}`
  return { id, at, to, link, linkLanguage: language, text, language, author, name: authorName(post), isComment: false }
}

function commentLine(comment: CommentInRoom, visitId: string): Line {
  const { id, createdAt: at, text, language, author, postTitle: link, postLanguage: linkLanguage } = comment
  const to = `/visits/${visitId}/blog/${comment.postId}#comment-${id}`
  return { id, at, to, link, linkLanguage, text, language, author, name: authorName(comment), isComment: true }
}

function FeedLine({ line, zone }: { line: Line; zone: string }) {
  const about = [authorAbout(line.author), formatInstant(new Date(line.at), zone)].filter(Boolean).join(' · ')
  return (
    <li className="sl-comment">
      <Face name={line.name} side={line.author.side ?? 'guest'} />
      <div>
        <h3>{line.name}</h3>
        <span className="sl-meta">{about}</span>
      </div>
      <p>
        {line.isComment ? <span className="sl-meta">{m.blogs_room_commented()} </span> : null}
        <Link to={line.to} lang={line.linkLanguage} className="sl-feed__link">
          {line.link}
        </Link>
      </p>
      <p className="sl-voice sl-comment__text" lang={line.language}>
        {line.text}
      </p>
    </li>
  )
}

/** Only with scripts: the socket tells who else has the page open. */
function WhoIsHere({ room, meId }: { room: string; meId: string }) {
  const present = usePresence(room)
  if (!present) return null
  const others = present.filter((person) => person.id !== meId).map((person) => person.name)
  const people = present.map((person) => ({ id: person.id, name: person.name, side: person.side ?? ('guest' as const) }))
  const words =
    others.length === 0
      ? m.blogs_room_here_nobody()
      : others.length === 1
        ? m.blogs_room_here_one({ name: others[0] ?? '' })
        : m.blogs_room_here_names({ names: formatList(others) })
  return (
    <section aria-label={m.blogs_room_here()} role="status">
      <Faces people={people}>{words}</Faces>
    </section>
  )
}
