import type { Visit } from '#app/features/visits/rules.ts'
import type { Facts } from '../proposals.ts'

/** The facts of a visit that the guests may want to change, as a form gives them. */
export function factsOf({ title, form, groupSize }: Pick<Visit, 'title' | 'form' | 'groupSize'>): Facts {
  return { title, form, groupSize: String(groupSize) }
}
