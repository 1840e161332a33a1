// The nouns of the training room. Table columns take their lists from here, so this file imports nothing.

/** How an employee stands towards supervising; which of them the region counts is its own definition. */
export const supervisingKinds = ['supervises', 'can_be_assigned', 'neither'] as const
export type Supervising = (typeof supervisingKinds)[number]

/** Who is in the denominator: those who supervise or can be asked to, or everybody who is employed. */
export const bases = ['supervising', 'everybody'] as const
export type Base = (typeof bases)[number]

/** The indicator that the register feeds. */
export const fedIndicator = { indicatorId: 'I1.1.1' } as const
