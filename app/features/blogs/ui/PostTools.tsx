import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Fold } from '#app/ui/index.ts'
import type { PostPage } from '../views.ts'

/** What the reader may do with the post, and how far it reached. */
export function PostTools({
  post,
  may,
  visitors,
}: {
  post: PostPage
  may: { edit: boolean; takeDown: boolean }
  visitors: number
}) {
  const isOpen = post.visibility === 'everyone' && post.slug !== null && !post.takenDown
  return (
    <div className="sl-stack-s">
      <div className="sl-row">
        {may.edit ? (
          <ButtonLink to={`/visits/${post.visitId}/blog/${post.id}/edit`} variant="secondary" size="small">
            {m.blogs_edit_title()}
          </ButtonLink>
        ) : null}
        {isOpen ? (
          <ButtonLink to={`/blog/${post.slug}`} variant="secondary" size="small">
            {m.blogs_read_public()}
          </ButtonLink>
        ) : null}
        {may.takeDown ? (
          <ButtonLink to={`/posts/${post.id}/takedown`} variant="quiet" size="small">
            {m.blogs_take_down()}
          </ButtonLink>
        ) : null}
      </div>
      {post.visibility === 'participants' ? null : (
        <Fold summary={m.blogs_visitors_count({ count: visitors })}>
          <p className="sl-meta">{m.blogs_visitors_about()}</p>
        </Fold>
      )}
    </div>
  )
}
