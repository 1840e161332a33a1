// Posts and comments for tests of this room, made through the commands as people make them.
import { addComment, createPost, type NewComment, type NewPost } from '#app/features/blogs/commands.server.ts'
import { findPostFor, readComments } from '#app/features/blogs/queries.server.ts'
import { fromPlainText } from '#app/features/blogs/rich-text/plain.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'

export type Given = Partial<Omit<NewPost, 'text'>> & { body?: string }

export function aPostBy(
  person: Person,
  visit: { id: string },
  ctx: Ctx,
  { body = 'Hon ville hämta tidningen.', ...given }: Given = {},
) {
  const post = {
    id: newId(),
    title: 'Frågan vi hade slutat ställa',
    language: 'sv',
    visibility: 'participants' as const,
    confirmed: [],
  }
  return createPost(person, { ...post, text: fromPlainText(body), visitId: visit.id, ...given }, ctx)
}

export function aCommentBy(person: Person, postId: string, ctx: Ctx, given: Partial<NewComment> = {}) {
  return addComment(
    person,
    { id: newId(), postId, text: 'Jeg har sagt det til alle her hjemme.', language: 'nb', confirmed: [], ...given },
    ctx,
  )
}

/** The comments as the page of a post gets them: the post found as the actor, then what stands under it. */
export async function commentsFor(actor: Actor, postId: string, ctx: Ctx) {
  await findPostFor(actor, postId, ctx)
  return readComments(actor, postId, ctx)
}
