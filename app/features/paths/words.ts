// The nouns of making paths. Table columns take their lists from here, so this file imports nothing.

/** Who may read a version: those with a role in the owner's organisation, or everybody, signed in or not. */
export const audiences = ['network', 'everyone'] as const
export type Audience = (typeof audiences)[number]

export const mediaKinds = ['picture', 'film', 'captions'] as const
export type MediaKind = (typeof mediaKinds)[number]
