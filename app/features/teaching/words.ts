// The nouns of the teaching log. Table columns take their lists from here, so this file imports nothing.

/** How something was taught. */
export const teachingForms = ['workshop', 'bedside', 'meeting', 'simulation', 'online', 'other'] as const
export type TeachingForm = (typeof teachingForms)[number]
