// Names of live rooms and what may travel in them. A doorbell (`changed`) carries no content: the page re-runs its loader
// under the reader's own rights. Letters carry the finished payload, for topics where hundreds would otherwise reload at once.

export const roomOf = {
  /** Everybody who may read the visit. */
  visit: (visitId: string) => `visit:${visitId}`,
  /** Both sides of the visit: those who may read what is written for the participants. Narrower than the visit's own room. */
  inside: (visitId: string) => `inside:${visitId}`,
  /** Readers of one post; public posts let visitors in. */
  post: (postId: string) => `post:${postId}`,
  /** One person's own sockets: access changes, what needs me. */
  person: (userId: string) => `person:${userId}`,
} as const

export type RoomKind = keyof typeof roomOf

export function parseRoom(room: string): { kind: RoomKind; id: string } | undefined {
  const match = /^(visit|inside|post|person):([0-9a-f-]{36})$/.exec(room)
  return match ? { kind: match[1] as RoomKind, id: match[2] as string } : undefined
}

/**
 * Topics that travel as letters, each with its reason. Everybody in the room was authorised at join to read exactly this,
 * so a topic may stand here only when all readers of its room may read all of its payload.
 */
export const letterTopics = {
  'comment.posted':
    'Hundreds follow a visit; one comment must not cost hundreds of loader runs. Goes to `inside` (who may read every post of the visit), and to `post` only while the post is public.',
  'post.published': 'The same readers, the same moment. Goes to `inside` only.',
} as const

export type LetterTopic = keyof typeof letterTopics
