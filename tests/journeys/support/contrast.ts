// What a reader's own few colours leave of a page. (axe passes over pages whose colours are forced.)
import type { Page } from 'playwright-core'

/** Words that stand out less than 4.5 : 1, what looks like its neighbours though it is chosen, and states without outline. */
export function unseenParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => !element.closest('svg') && element.checkVisibility({ visibilityProperty: true }),
    )
    const faint = all.filter((element) => hasWords(element) && contrast(element) < 4.5)
    const chosen = all.filter((element) => element.matches('nav a[aria-current], main button[aria-pressed=true]'))
    const alike = chosen.filter((element) =>
      [...(element.closest('ul, nav, .sl-toolbar')?.querySelectorAll(element.tagName) ?? [])].some(
        (other) => !other.matches('[aria-current], [aria-pressed=true]') && looks(other) === looks(element),
      ),
    )
    const bare = all.filter((element) => element.matches('.sl-chip, .sl-face, .sl-next, .sl-count') && !isOutlined(element))
    return [
      ...faint.map((element) => `cannot be read: ${nameOf(element)}`),
      ...alike.map((element) => `looks like the others: ${nameOf(element)}`),
      ...bare.map((element) => `has no outline: ${nameOf(element)}`),
    ]

    function nameOf(element: HTMLElement): string {
      return `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`
    }
    function hasWords(element: HTMLElement): boolean {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      return own && !element.matches(':disabled, :disabled *') && !isForEarsOnly(element)
    }
    function isForEarsOnly(element: Element): boolean {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (getComputedStyle(at).clipPath === 'inset(50%)') return true
      return false
    }
    function contrast(element: HTMLElement): number {
      const [one, other] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))]
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    }
    function groundOf(element: Element): string {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (!isClear(backgroundColor)) return backgroundColor
      }
      return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)'
    }
    function isClear(color: string): boolean {
      return /^rgba\(.*, 0\)$/.test(color)
    }
    /** WCAG 2 relative luminance, 0–1. */
    function luminance(color: string): number {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const share = Number(part) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    function looks(element: Element): string {
      const { backgroundColor, borderBottomColor, fontWeight, textDecorationLine } = getComputedStyle(element)
      return [backgroundColor, borderBottomColor, fontWeight, textDecorationLine].join()
    }
    function isOutlined(element: HTMLElement): boolean {
      const { borderTopStyle, borderTopColor } = getComputedStyle(element)
      return borderTopStyle !== 'none' && !isClear(borderTopColor)
    }
  })
}
