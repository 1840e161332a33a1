// What pages and letters show of posts and comments. Plain values, so that a letter is rendered once and read everywhere.
import type { Side } from '#app/features/visits/rules/words.ts'
import type { RichText } from './rich-text/document.ts'
import type { PostKind, PostPhase, Visibility } from './words.ts'

/** `name` is null when the author has withdrawn it, and for a summary, which both sides wrote. */
export type Author = { name: string | null; profession: string; organisation: string; side: Side | null }

/** Who met and when, for a post that is read outside its visit. */
export type Meeting = { visitId: string; host: string; guests: string[]; startsOn: string | null }

export type PostCard = {
  id: string
  visitId: string
  kind: PostKind
  title: string
  excerpt: string
  language: string
  phase: PostPhase
  visibility: Visibility
  slug: string | null
  /** Comments that can be read. */
  comments: number
  author: Author
  /** ISO instants: a card travels in letters too. */
  createdAt: string
  editedAt: string | null
  takenDown: TakenDown | null
}

export type TakenDown = { at: string; by: string | null; reason: string }

export type CommentView = {
  id: string
  postId: string
  parentId: string | null
  /** Did this reader write it? A letter goes to many and says no. Who wrote it is never told by an id: a withdrawn name must stay off. */
  byMe: boolean
  author: Author
  /** Empty when it was removed: the words do not leave the server. */
  text: string
  language: string
  version: number
  createdAt: string
  editedAt: string | null
  removed: { by: 'author' | 'host'; reason: string } | null
}

/** A post with all that its page needs. */
export type PostPage = PostCard & { text: RichText; minutes: number; version: number }
