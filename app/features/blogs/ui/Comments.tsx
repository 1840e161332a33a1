// The comments of a post: one thread deep, arriving while one reads.
import { Link, useLocation } from '@remix-run/react'
import { useRef, useState } from 'react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLive } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, Face, LiveRegion } from '#app/ui/index.ts'
import type { CommentView } from '../views.ts'
import { CommentForm } from './CommentForm.tsx'
import { useArriving } from './useArriving.ts'
import { authorAbout, authorName } from './words.ts'

export type CommentsProps = {
  postId: string
  comments: readonly CommentView[]
  /** The live room that carries this post's comments to this reader; null for those who have not signed in. */
  room: string | null
  me: { id: string; locale: string; mayComment: boolean; mayRemove: boolean } | null
  /** The id that a new comment will get. */
  newId: string
  /** The comment that is answered (?reply=). */
  replyTo: string | null
  result: unknown
  zone?: string
}

export function Comments(props: CommentsProps) {
  return props.room ? <LiveComments {...props} room={props.room} /> : <CommentList {...props} />
}

function LiveComments(props: CommentsProps & { room: string }) {
  const [told, setTold] = useState('')
  const arriving = useArriving(props.comments, props.room, 'comment.posted', (comment) => {
    if (comment.postId === props.postId) setTold(m.blogs_new_comment_arrived({ name: authorName(comment) }))
  })
  useLive(props.room, ['comments', 'posts'])
  return (
    <>
      <CommentList {...props} comments={arriving.filter((comment) => comment.postId === props.postId)} />
      <LiveRegion>{told}</LiveRegion>
    </>
  )
}

function CommentList(props: CommentsProps) {
  const { comments, me, replyTo, zone } = props
  const standing = comments.filter((comment) => comment.removed === null).length
  const answered = comments.find((comment) => comment.id === replyTo && !comment.removed)
  const heads = comments.filter((comment) => comment.parentId === null)
  return (
    <>
      <section aria-labelledby="comments">
        <h2 id="comments">{standing > 0 ? m.blogs_comments_count({ count: standing }) : m.blogs_comments_none()}</h2>
        {heads.map((head) => (
          <div key={head.id}>
            <Comment comment={head} me={me} zone={zone} />
            {comments
              .filter((comment) => comment.parentId === head.id)
              .map((reply) => (
                <Comment key={reply.id} comment={reply} me={me} zone={zone} />
              ))}
          </div>
        ))}
        {heads.length === 0 && me?.mayComment ? <p className="sl-meta">{m.blogs_comments_first()}</p> : null}
      </section>
      {me?.mayComment ? <Writing {...props} answered={answered} me={me} /> : null}
      {me ? null : <SignInFirst />}
    </>
  )
}

/** Begins anew once a comment was posted, and only then: a bell or a reply link must not empty what somebody types. */
function Writing({
  answered,
  ...props
}: CommentsProps & { answered: CommentView | undefined; me: NonNullable<CommentsProps['me']> }) {
  const { hash } = useLocation()
  const posted = useRef('')
  if (hash.startsWith('#comment-')) posted.current = hash
  return (
    <CommentForm key={posted.current} id={props.newId} locale={props.me.locale} answered={answered} result={props.result} />
  )
}

function Comment({ comment, me, zone }: { comment: CommentView; me: CommentsProps['me']; zone: string | undefined }) {
  const name = authorName(comment)
  const edited = comment.editedAt ? m.blogs_edited({ when: formatInstant(new Date(comment.editedAt), zone) }) : ''
  const about = [authorAbout(comment.author), formatInstant(new Date(comment.createdAt), zone), edited]
    .filter(Boolean)
    .join(' · ')
  if (comment.removed) return <RemovedComment comment={comment} />
  return (
    <article id={`comment-${comment.id}`} className={`sl-comment${comment.parentId ? ' sl-comment--reply' : ''}`}>
      <Face name={name} side={comment.author.side ?? 'guest'} />
      <div>
        <h3>{name}</h3>
        <span className="sl-meta">{about}</span>
      </div>
      <p className="sl-voice sl-comment__text" lang={comment.language}>
        {comment.text}
      </p>
      <p className="sl-row sl-comment__actions">
        {me?.mayComment ? (
          <Link
            to={`?reply=${comment.parentId ?? comment.id}#write`}
            preventScrollReset
            aria-label={m.blogs_reply_to({ name })}
          >
            {m.blogs_reply()}
          </Link>
        ) : null}
        {comment.byMe ? <CommentLink to="edit" comment={comment} words={m.blogs_comment_edit()} /> : null}
        {comment.byMe || me?.mayRemove ? <CommentLink to="removal" comment={comment} words={m.blogs_comment_remove()} /> : null}
      </p>
    </article>
  )
}

function CommentLink({ to, comment, words }: { to: 'edit' | 'removal'; comment: CommentView; words: string }) {
  return (
    <Link to={`/comments/${comment.id}/${to}`}>
      {words}
      <span className="sl-hidden"> {m.blogs_comment_by({ name: authorName(comment) })}</span>
    </Link>
  )
}

function RemovedComment({ comment }: { comment: CommentView }) {
  const words = comment.removed?.by === 'host' ? m.blogs_removed_by_host() : m.blogs_removed_by_author()
  const reason =
    comment.removed?.by === 'host' && comment.removed.reason ? m.blogs_removed_reason({ reason: comment.removed.reason }) : ''
  return (
    <p id={`comment-${comment.id}`} className={`sl-comment-gone${comment.parentId ? ' sl-comment--reply' : ''}`}>
      {words} {reason}
    </p>
  )
}

function SignInFirst() {
  const { pathname } = useLocation()
  return (
    <CardSection id="write" title={m.blogs_comment_title()} tone="quiet">
      <p>{m.blogs_sign_in_to_comment_why()}</p>
      <div>
        <ButtonLink to={`/login?to=${encodeURIComponent(pathname)}`} variant="secondary">
          {m.blogs_sign_in_to_comment()}
        </ButtonLink>
      </div>
    </CardSection>
  )
}
