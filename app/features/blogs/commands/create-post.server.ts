import { and, count, eq, gt } from 'drizzle-orm'
import { participantOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Participant, VisitFile } from '#app/features/visits/rules/words.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { post, ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { posts } from '#db/schema/index.ts'
import { unconfirmed } from '../guard.ts'
import { canWritePost } from '../policy.ts'
import { cardOf, type PostRow } from '../queries/rows.server.ts'
import type { RichText } from '../rich-text/document.ts'
import { toPlainText } from '../rich-text/to-text.ts'
import { pace, phaseAt } from '../rules.ts'
import { wordsOf } from '../typed.ts'
import type { Visibility } from '../words.ts'
import { freeAddress } from './free-address.server.ts'

export type NewPost = {
  /** Made by the form: the same id a second time is the same post. */
  id: string
  visitId: string
  title: string
  text: RichText
  language: string
  visibility: Visibility
  /** Keys of the warnings about patient data that the writer has confirmed. */
  confirmed: string[]
}

/**
 * Publishes a post. The phase is set from the visit's days and kept. Sending it twice publishes one.
 * @returns the post's id
 * @throws not_found, forbidden for those who do not take part, invalid while a warning is unconfirmed, too_many, conflict when
 * the id is somebody else's.
 */
export async function createPost(actor: Person, input: NewPost, ctx: Ctx = here()): Promise<string> {
  return transaction(ctx, async (tx) => {
    const file = await findVisitFor(actor, input.visitId, tx)
    allowed(canWritePost(actor, file), 'blogs_error_not_taking_part')
    refuseUnconfirmed(wordsOf(input), input.confirmed)
    if (await isSentAgain(actor, input, tx)) return input.id
    await keepPace(actor, tx)
    const mine = found(participantOf(actor, file))
    const slug = input.visibility === 'participants' ? null : await freeAddress(input.title, input.id, tx)
    const values = { ...contentOf(input), ...authorOf(actor, mine, file), visitId: input.visitId, id: input.id, slug }
    // Sent twice at once: the second waits here for the first, and finds its own post.
    if (!(await insertPost(values, file, tx))) await isSentAgain(actor, input, tx)
    return input.id
  })
}

/** @throws invalid when the words hold something that looks like a patient and was not confirmed. */
export function refuseUnconfirmed(words: string, confirmed: readonly string[]): void {
  if (unconfirmed(words, confirmed).length > 0) throw new DomainError('invalid', 'blogs_error_confirm')
}

/** The columns that a writer fills, both when a post is new and when it is changed. */
export function contentOf(input: Pick<NewPost, 'title' | 'text' | 'language' | 'visibility' | 'confirmed'>) {
  const { title, text, language, visibility, confirmed } = input
  return { title, body: text, plain: toPlainText(text), language, visibility, confirmedWarnings: confirmed }
}

/** Who wrote it, as they were then. */
export function authorOf(actor: Person, mine: Participant | null, file: VisitFile) {
  const guestUnit = file.guestUnits.length === 1 ? file.guestUnits[0]?.name : undefined
  const home = mine?.side === 'host' ? file.hostUnit.name : guestUnit
  return {
    authorId: actor.id,
    participantId: mine?.id ?? null,
    authorName: mine?.name ?? actor.name,
    authorProfession: mine?.profession ?? '',
    authorOrganisation: (mine?.organisation || (mine && home)) ?? '',
    authorSide: mine?.side ?? null,
  }
}

type Row = Omit<typeof posts.$inferInsert, 'phase' | 'createdAt' | 'publicSince'>

/** Writes the row and tells those inside; null when there is a row with this id. Also for summaries, which have no author. */
export async function insertPost(values: Row, file: VisitFile, ctx: Ctx): Promise<PostRow | null> {
  const publicSince = values.visibility === 'everyone' ? ctx.now : null
  const dated = { phase: phaseAt(file.visit, ctx.now), createdAt: ctx.now, publicSince }
  const [made] = await ctx.db
    .insert(posts)
    .values({ ...values, ...dated })
    .onConflictDoNothing({ target: posts.id })
    .returning()
  if (!made) return null
  post(ctx, roomOf.inside(made.visitId), 'post.published', cardOf(made, 0))
  ring(ctx, roomOf.visit(made.visitId), 'posts')
  return made
}

async function isSentAgain(actor: Person, input: NewPost, ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.select().from(posts).where(eq(posts.id, input.id))
  if (!row) return false
  if (row.authorId !== actor.id || row.visitId !== input.visitId) throw new DomainError('conflict')
  if (row.editedAt || (row.title === input.title && row.plain === toPlainText(input.text))) return true
  // The answer was lost, and the writer went on writing: the newer words must not vanish without a word.
  throw new DomainError('conflict', 'blogs_error_already_sent')
}

async function keepPace(actor: Person, ctx: Ctx): Promise<void> {
  const since = new Date(ctx.now.getTime() - pace.postMinutes * 60_000)
  const [recent] = await ctx.db
    .select({ count: count() })
    .from(posts)
    .where(and(eq(posts.authorId, actor.id), gt(posts.createdAt, since)))
  if ((recent?.count ?? 0) >= pace.posts) throw new DomainError('too_many', 'blogs_error_pace')
}
