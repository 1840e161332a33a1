import { formatList, formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip, StoryCard, Who } from '#app/ui/index.ts'
import type { Meeting, PostCard } from '../views.ts'
import { authorAbout, authorName, meetingName, phaseGlyph, phaseName, visibilityName } from './words.ts'

/** Posts as cards; a link each. `within`: they stand inside their visit, so who met is known and who may read is told. */
export function PostCards({ posts, within }: { posts: readonly (PostCard & { meeting?: Meeting })[]; within?: boolean }) {
  return (
    <ul className="sl-grid sl-grid--2 sl-blog-cards">
      {posts.map((post) => (
        <li key={post.id}>
          <PostCardView post={post} within={within} />
        </li>
      ))}
    </ul>
  )
}

function PostCardView({ post, within }: { post: PostCard & { meeting?: Meeting }; within: boolean | undefined }) {
  const day = formatShortDay(dayAt(new Date(post.createdAt), HOME_ZONE))
  const about = [authorAbout(post.author), day, post.comments > 0 ? m.blogs_comments_count({ count: post.comments }) : '']
  return (
    <StoryCard
      to={within || !post.slug ? `/visits/${post.visitId}/blog/${post.id}` : `/blog/${post.slug}`}
      title={post.title}
      lang={post.language}
      excerpt={post.excerpt}
      chips={
        <>
          {within ? null : <Chip glyph={phaseGlyph(post.phase)}>{phaseName(post.phase)}</Chip>}
          {post.kind === 'summary' ? <Chip>{m.blogs_summary_chip()}</Chip> : null}
          {post.meeting ? <span className="sl-meta">{meetingName(post.meeting, formatList)}</span> : null}
          {within ? <Chip tone="quiet">{visibilityName(post.visibility)}</Chip> : null}
          {post.takenDown ? <Chip tone="now">{m.blogs_taken_down()}</Chip> : null}
        </>
      }
      who={<Who name={authorName(post)} about={about.filter(Boolean).join(' · ')} side={post.author.side ?? 'host'} />}
    />
  )
}
