// The nouns of certificates. Table columns take their lists from here, so this file imports nothing.

/** Who took a certificate back: the person it is about, or those who gave it. */
export const revokers = ['holder', 'issuer'] as const
export type Revoker = (typeof revokers)[number]
