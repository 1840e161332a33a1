// The closed sets and sizes of the blog room. No imports: the table definitions and small pages read them too.

/** Where in the visit a post belongs; set from the visit's dates when it is published, and kept unless the writer moves it. */
export const postPhases = ['before', 'during', 'after'] as const
export type PostPhase = (typeof postPhases)[number]

/** Who may read: those who take part · also everybody at the units that meet · everybody, without signing in. */
export const visibilities = ['participants', 'unit', 'everyone'] as const
export type Visibility = (typeof visibilities)[number]

/** A summary is what both sides agreed on; it has no single author. */
export const postKinds = ['post', 'summary'] as const
export type PostKind = (typeof postKinds)[number]

/** Characters. */
export const TITLE_LENGTH = 160
export const COMMENT_LENGTH = 4_000
export const REASON_LENGTH = 500
