import type { ReactNode } from 'react'
import { formatInstant, formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip, Notice, Pair, Who } from '#app/ui/index.ts'
import { RichTextView } from '../rich-text/RichTextView.tsx'
import type { PostPage } from '../views.ts'
import { authorAbout, authorName, phaseGlyph, phaseName } from './words.ts'

type Props = {
  post: PostPage
  /** Level of the post's own heading: 1 on the open blog, 2 inside a visit. */
  level: 1 | 2
  /** More chips: the visit it belongs to, who may read it. */
  chips?: ReactNode
  zone?: string
}

/** A post as it is read: chips, headline, who wrote it, the text in its own language. */
export function PostArticle({ post, level, chips, zone = HOME_ZONE }: Props) {
  const Headline = level === 1 ? 'h1' : 'h2'
  const written = formatShortDay(dayAt(new Date(post.createdAt), zone))
  const edited = post.editedAt ? m.blogs_edited({ when: formatInstant(new Date(post.editedAt), zone) }) : ''
  const about = [authorAbout(post.author), written, edited].filter(Boolean).join(' · ')
  return (
    <article className="sl-article" aria-labelledby="post-headline">
      <div className="sl-stack">
        <div className="sl-chips">
          <Chip glyph={phaseGlyph(post.phase)}>{phaseName(post.phase)}</Chip>
          {post.kind === 'summary' ? <Chip>{m.blogs_summary_chip()}</Chip> : null}
          {chips}
        </div>
        {post.takenDown ? <TakenDownNotice taken={post.takenDown} zone={zone} /> : null}
        <Headline id="post-headline" className="sl-headline" lang={post.language}>
          {post.title}
        </Headline>
        <div className="sl-row sl-row--between">
          {post.kind === 'summary' ? (
            <div className="sl-who">
              <Pair host={{ name: m.blogs_side_host() }} guest={{ name: m.blogs_side_guest() }} />
              <div>
                <b>{m.blogs_by_both()}</b>
                <span className="sl-meta">{about}</span>
              </div>
            </div>
          ) : (
            <Who name={authorName(post)} about={about} side={post.author.side ?? 'host'} />
          )}
          <span className="sl-meta">{m.blogs_minutes_to_read({ count: post.minutes })}</span>
        </div>
      </div>
      <div className="sl-article__text" lang={post.language}>
        <RichTextView text={post.text} under={level} />
      </div>
    </article>
  )
}

function TakenDownNotice({ taken, zone }: { taken: NonNullable<PostPage['takenDown']>; zone: string }) {
  return (
    <Notice tone="warning">
      <p>
        {m.blogs_taken_down_by({ name: taken.by ?? m.blogs_name_withdrawn(), when: formatInstant(new Date(taken.at), zone) })}
      </p>
      {taken.reason ? <p>{m.blogs_removed_reason({ reason: taken.reason })}</p> : null}
    </Notice>
  )
}
