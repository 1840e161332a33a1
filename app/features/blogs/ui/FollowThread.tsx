import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { CardSection } from '#app/ui/index.ts'

/** For those who meet: the way from an open post back to the visit it belongs to. */
export function FollowThread({
  visit,
  post,
}: {
  visit: { title: string; language: string }
  post: { id: string; visitId: string }
}) {
  return (
    <CardSection id="follow-thread" title={m.blogs_follow_thread()} tone="guest">
      <p>
        {m.blogs_follow_thread_lead()}{' '}
        <span className="sl-voice" lang={visit.language}>
          {visit.title}
        </span>
      </p>
      <p>
        <Link to={`/visits/${post.visitId}`}>{m.blogs_follow_thread_link()}</Link>
      </p>
    </CardSection>
  )
}
