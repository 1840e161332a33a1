// What a page lets people reach: seen at 400 % zoom, come to with the keyboard. Everything is measured in the browser.
import type { Page } from 'playwright-core'

/**
 * What is lost in a small window: text that its box cuts off, anything outside the window, bars that stay and take more than
 * a third of it, and places that something else covers when they have the focus. Each fault is a line that names the element.
 */
export function lostParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth > clientWidth) faults.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`)
    const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.getClientRects().length > 0 && !element.closest('svg') && !isForEarsOnly(element),
    )
    for (const element of shown) {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      if (isCutOff(element, style)) faults.push(`cut off: ${nameOf(element)}`)
      if (box.right > clientWidth + 1 || box.left < -1) faults.push(`outside the window: ${nameOf(element)}`)
      if (['sticky', 'fixed'].includes(style.position) && box.height > innerHeight / 3)
        faults.push(`stays and takes ${box.height} of ${innerHeight}: ${nameOf(element)}`)
    }
    for (const element of shown.filter(({ tabIndex }) => tabIndex >= 0)) {
      element.focus()
      if (document.activeElement === element && !isSeen(element)) faults.push(`covered: ${nameOf(element)}`)
    }
    return [...new Set(faults)]

    function nameOf(element: HTMLElement): string {
      return `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`
    }
    /** Visually hidden words, and the skip link before it has the focus. */
    function isForEarsOnly(element: Element): boolean {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, visibility } = getComputedStyle(at)
        if (clipPath === 'inset(50%)' || visibility === 'hidden') return true
      }
      return element.matches('.sl-skip')
    }
    /** Leads on cards end after some lines on purpose: the card leads to all of it. */
    function isCutOff(element: HTMLElement, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
      if (!element.textContent?.trim() || element.matches('.sl-clamp')) return false
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) return true
      return hides(overflowY) && element.scrollHeight > element.clientHeight + 1
    }
    function isSeen(element: HTMLElement): boolean {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const across = [left + 3, (left + right) / 2, right - 3]
      const down = [top + 3, (top + bottom) / 2, bottom - 3].map((y) => Math.min(Math.max(y, 3), innerHeight - 3))
      return across.some((x) =>
        down.some((y) => {
          const hit = document.elementFromPoint(x, y)
          return hit !== null && (element.contains(hit) || hit.contains(element))
        }),
      )
    }
  })
}
