import { Form, Link } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, Concerning, EmptyState, SubmitButton } from '#app/ui/index.ts'
import type { OwnPost, OwnWriting } from '../queries/own-writing.server.ts'

/** What one has written, visit by visit, with the choice whether the name stands there. */
export function OwnWritings({ writings }: { writings: readonly OwnWriting[] }) {
  if (writings.length === 0) {
    return (
      <EmptyState
        id="mine"
        title={m.blogs_mine_empty_title()}
        action={<ButtonLink to="/visits">{m.common_nav_visits()}</ButtonLink>}
      >
        <p>{m.blogs_mine_empty()}</p>
      </EmptyState>
    )
  }
  return writings.map((writing) => (
    <CardSection
      key={writing.visitId}
      id={`visit-${writing.visitId}`}
      title={<span lang={writing.visitLanguage}>{writing.visitTitle}</span>}
    >
      <ul className="sl-stack">
        {writing.posts.map((post) => (
          <li key={post.id}>
            <PostLine post={post} />
          </li>
        ))}
        {writing.comments > 0 ? <li>{m.blogs_mine_comments({ count: writing.comments })}</li> : null}
      </ul>
      <Form method="post" className="sl-row">
        <input type="hidden" name="visitId" value={writing.visitId} />
        <input type="hidden" name="name" value={writing.nameWithdrawn ? 'show' : 'withdraw'} />
        <span>{writing.nameWithdrawn ? m.blogs_mine_unnamed() : m.blogs_mine_named()}</span>
        <SubmitButton variant="secondary" size="small">
          {writing.nameWithdrawn ? m.blogs_mine_give_back() : m.blogs_mine_withdraw()}
        </SubmitButton>
      </Form>
    </CardSection>
  ))
}

function PostLine({ post }: { post: OwnPost }) {
  return (
    <div className="sl-row sl-row--between">
      <span>
        {post.to ? (
          <Link to={post.to} lang={post.language}>
            {post.title}
          </Link>
        ) : (
          <span lang={post.language}>{post.title}</span>
        )}{' '}
        <span className="sl-meta">
          {formatShortDay(dayAt(post.createdAt, HOME_ZONE))}
          {post.isTakenDown ? ` · ${m.blogs_taken_down()}` : ''}
        </span>
      </span>
      {post.isTakenDown ? null : (
        <Link to={`/posts/${post.id}/takedown`}>
          {m.blogs_take_down()}
          <Concerning text={post.title} lang={post.language} />
        </Link>
      )}
    </div>
  )
}
