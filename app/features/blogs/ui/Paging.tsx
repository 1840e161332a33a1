import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'

/** Newer and older, as links. */
export function Paging({ page, hasMore }: { page: number; hasMore: boolean }) {
  if (page === 1 && !hasMore) return null
  return (
    <nav aria-label={m.blogs_paging()} className="sl-row sl-row--between">
      <span>
        {page > 1 ? (
          <Link to={page === 2 ? '?' : `?page=${page - 1}`} rel="prev">
            {m.blogs_newer()}
          </Link>
        ) : null}
      </span>
      {hasMore ? (
        <Link to={`?page=${page + 1}`} rel="next">
          {m.blogs_older()}
        </Link>
      ) : null}
    </nav>
  )
}
