// Who may read, write, comment on and take down what is written on the blog.
import { canCoordinate, canReadInside, canTakePart, sideOf } from '#app/features/visits/policy.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import { type Actor, holdsAt, unitRoleKinds } from '#app/kernel/actor.ts'
import type { PostKind, Visibility } from './words.ts'

/** What decisions about a post need of its row. */
export type PostFacts = { authorId: string | null; kind: PostKind; visibility: Visibility; takenDownAt: Date | null }
export type CommentFacts = { authorId: string; removedAt: Date | null }

const neverTookPlace = ['declined', 'withdrawn', 'cancelled']

/** Everybody who takes part, guests included, before, during and after; not on a visit that was called off. */
export function canWritePost(actor: Actor, file: VisitFile): boolean {
  return canTakePart(actor, file) && !neverTookPlace.includes(file.visit.status)
}

/**
 * Public posts: everybody. Posts for the units: those who belong to a unit that meets. Posts for the participants: both sides.
 * What is taken down is read only by its author and by those who may take it down, so that the reason can be read.
 */
export function canReadPost(actor: Actor, post: PostFacts, file: VisitFile): boolean {
  if (actor.kind === 'system') return true
  if (post.takenDownAt) return canTakeDownPost(actor, post, file)
  if (post.visibility === 'everyone' || canReadInside(actor, file)) return true
  return post.visibility === 'unit' && belongsToUnit(actor, file)
}

function belongsToUnit(actor: Actor, file: VisitFile): boolean {
  const lineages = [file.hostUnit.lineage, ...file.guestUnits.map((unit) => unit.lineage)]
  return lineages.some((lineage) => holdsAt(actor, unitRoleKinds, lineage))
}

/** The author, as long as they take part. A summary is changed in the summary. */
export function canEditPost(actor: Actor, post: PostFacts, file: VisitFile): boolean {
  return post.kind === 'post' && isAuthor(actor, post) && post.takenDownAt === null && canTakePart(actor, file)
}

/** The author at any time, also when their role has ended; the host's coordinators; for a summary those of either side. */
export function canTakeDownPost(actor: Actor, post: PostFacts, file: VisitFile): boolean {
  if (isAuthor(actor, post) || canCoordinate(actor, file, 'host')) return true
  return post.kind === 'summary' && canCoordinate(actor, file, 'guest')
}

/** Both sides on every post of the visit; on public posts everybody who has signed in. */
export function canComment(actor: Actor, post: PostFacts, file: VisitFile): boolean {
  if (actor.kind !== 'person' || post.takenDownAt !== null) return false
  return post.visibility === 'everyone' || canReadInside(actor, file)
}

export function canEditComment(actor: Actor, comment: CommentFacts, post: PostFacts, file: VisitFile): boolean {
  return isAuthor(actor, comment) && comment.removedAt === null && canComment(actor, post, file)
}

/** The author, and the host's coordinators (who give a reason). */
export function canRemoveComment(actor: Actor, comment: CommentFacts, file: VisitFile): boolean {
  return comment.removedAt === null && (isAuthor(actor, comment) || canCoordinate(actor, file, 'host'))
}

/** Somebody else's words are only taken away with a reason that the writer can read. */
export function needsReason(actor: Actor, written: { authorId: string | null }): boolean {
  return !isAuthor(actor, written)
}

/**
 * Is this reading one of a blog visitor? Those who meet are none: neither the participants, also those who have left, nor
 * those who plan for a side. The measure tells how far a visit reached, not how often its own people looked.
 */
export function countsAsReader(actor: Actor, file: VisitFile): boolean {
  if (actor.kind === 'system') return false
  if (actor.kind === 'visitor') return true
  const tookPart = file.participants.some((participant) => participant.userId === actor.id)
  return !tookPart && sideOf(actor, file) === null
}

function isAuthor(actor: Actor, written: { authorId: string | null }): boolean {
  return actor.kind === 'person' && written.authorId === actor.id
}
