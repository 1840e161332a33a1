import { canReadInside } from '#app/features/visits/policy.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'

/** Where this reader reads the post: inside the visit for those who meet, else on the open blog. */
export function postAddress(actor: Actor, post: { id: string; slug: string | null }, file: VisitFile): string {
  if (canReadInside(actor, file) || !post.slug) return `/visits/${file.visit.id}/blog/${post.id}`
  return `/blog/${post.slug}`
}
