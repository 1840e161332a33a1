// The letter about comments: to whoever wrote the post and to those whose thread was answered, once an hour for each post.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { postAddress } from '#app/features/blogs/addresses.ts'
import { canReadPost } from '#app/features/blogs/policy.ts'
import { type CommentRow, commentOf, type PostRow } from '#app/features/blogs/queries/rows.server.ts'
import { excerptOf } from '#app/features/blogs/rich-text/to-text.ts'
import { isGathered } from '#app/features/blogs/rules.ts'
import { authorName } from '#app/features/blogs/ui/words.ts'
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { readFiles } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import type { Person } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { comments, posts, users } from '#db/schema/index.ts'
import { commentsFor } from '../rules.ts'
import type { Letter, Quote } from '../words.ts'
import type { Draft } from './draft.ts'

type Told = Extract<NotifyEvent, { event: 'blogs.commented' }>

/** Characters of each comment, and how many of them stand in the mail; the page has the rest. */
const EXCERPT = 300
const MOST_QUOTED = 5

/** By the rights that hold now: a post that was taken down or closed, and a comment that was removed, is told to nobody. */
export async function commented({ postId, until }: Told, ctx: Ctx): Promise<Draft[]> {
  const [post] = await ctx.db.select().from(posts).where(eq(posts.id, postId))
  const [file] = post && post.takenDownAt === null ? await readFiles([post.visitId], ctx) : []
  if (!post || !file) return []
  const standing = await ctx.db
    .select()
    .from(comments)
    .where(and(eq(comments.postId, postId), isNull(comments.removedAt)))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const fresh = standing.filter((comment) => isGathered(comment.createdAt, new Date(until)))
  const news = commentsFor({ owners: ownersOf(post, file), standing, fresh })
  const readers = await readPeopleNow(await wishing([...news.keys()], ctx), ctx)
  return readers
    .filter((reader) => canReadPost(reader, post, file))
    .map((reader) => draftFor(reader, news.get(reader.id) ?? [], post, file))
}

/** Its author; for a summary, which both sides wrote, those who plan for them. */
function ownersOf(post: PostRow, file: VisitFile): string[] {
  if (post.authorId) return [post.authorId]
  return file.participants.flatMap(({ userId, isCoordinator, leftAt }) => (userId && isCoordinator && !leftAt ? [userId] : []))
}

async function wishing(userIds: readonly string[], ctx: Ctx): Promise<string[]> {
  if (userIds.length === 0) return []
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, [...userIds]), isNull(users.commentMailsOffAt)))
  return rows.map((row) => row.id)
}

function draftFor(reader: Person, news: readonly CommentRow[], post: PostRow, file: VisitFile): Draft {
  const { name, email, locale } = reader
  return {
    to: { name, email, locale },
    visitId: post.visitId,
    write: (): Letter => ({
      subject: subjectOf(news, post),
      paragraphs: [...news.slice(0, MOST_QUOTED).map(quoteOf), ...moreOf(news.length - MOST_QUOTED)],
      action: {
        label: m.notifications_comments_action(),
        path: `${postAddress(reader, post, file)}#comment-${news[0]?.id ?? ''}`,
      },
      why: post.authorId === reader.id ? m.notifications_comments_why_post() : m.notifications_comments_why_thread(),
      contact: null,
    }),
  }
}

function subjectOf(news: readonly CommentRow[], { title }: PostRow): string {
  const [only] = news
  if (news.length > 1 || !only) return m.notifications_comments_subject({ count: news.length, title })
  const name = authorName(commentOf(only))
  return only.parentId
    ? m.notifications_comment_reply_subject({ name, title })
    : m.notifications_comment_subject({ name, title })
}

function quoteOf(row: CommentRow): Quote {
  return { words: excerptOf(row.text, EXCERPT), language: row.language, by: authorName(commentOf(row)) }
}

function moreOf(count: number): string[] {
  return count > 0 ? [m.notifications_comments_more({ count })] : []
}
