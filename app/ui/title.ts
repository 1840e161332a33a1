import { m } from '#app/paraglide/messages.js'

/** The document's title: what the page is, then the product; without the soft hyphens that words on screen may carry. */
export function pageTitle(title: string): string {
  return `${title.replaceAll('\u00ad', '')} – ${m.common_product()}`
}
