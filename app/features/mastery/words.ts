// The nouns of self-rating. Table columns take their lists from here, so this file imports nothing.

/** When people are asked: before the walk, when it is over, and six months after that. */
export const rounds = ['before', 'end', 'after'] as const
export type Round = (typeof rounds)[number]
