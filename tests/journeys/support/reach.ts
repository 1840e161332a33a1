// What a page lets people reach: seen at 400 % zoom, come to with the keyboard. Everything is measured in the browser.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

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

/** What the keyboard stands on: the number that `tabThrough` gave it, its name, and what is wrong with it as a place to stand. */
export type Stop = { place: string; name: string; faults: string[] }

/** The place that has the focus, or null when it is the page itself: before the first stop and after the last. */
export function stopOf(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const faults: string[] = []
    const box = element.getBoundingClientRect()
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push('cannot be seen')
    if (box.width < 8 || box.height < 8) faults.push('is smaller than a mark can be')
    // A card shows the mark around itself when the link in it has the focus.
    if (![element, element.closest('.sl-story')].some(isMarked)) faults.push('has no mark of focus')
    const across = [box.left + 3, (box.left + box.right) / 2, box.right - 3]
    const down = [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3]
    const inside = down.flatMap((y) => across.map((x) => ({ x, y }))).filter(({ y }) => y >= 0 && y < innerHeight)
    if (inside.length === 0) faults.push('is outside the window')
    else if (!inside.some(({ x, y }) => isOnTop(element, x, y))) faults.push('is covered')
    const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? ''
    const name = `${element.tagName.toLowerCase()} ${element.getAttribute('name') ?? ''} “${label.trim().slice(0, 50)}”`
    return { place: element.dataset.place ?? '', name, faults }

    function isMarked(marked: Element | null): boolean {
      if (!marked) return false
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(marked)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor)
    }
    function isOnTop(wanted: Element, x: number, y: number): boolean {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (wanted.contains(hit) || hit.contains(wanted))
    }
  })
}

/**
 * Goes through the page with Tab, from its beginning to its end. Answers with what was wrong on the way: a place that is a
 * fault, and an order in which something is missing, comes twice or keeps the focus.
 */
export async function tabThrough(page: Page): Promise<string[]> {
  const places = await markPlaces(page)
  const faults: string[] = []
  const came: string[] = []
  for (let presses = 0; presses < places.length * 4; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    if (!stop || (stop.place === places[0] && came.length > 1)) break
    for (const fault of stop.faults) faults.push(`${stop.name} ${fault}`)
    // A field for a time has several places in it; and what has come since we counted is without a number.
    if (stop.place !== '' && stop.place !== came.at(-1)) came.push(stop.place)
  }
  if (came.join() !== places.join()) faults.push(`Tab comes to ${came.join()} and not to ${places.join()}`)
  return faults
}

/** Gives every place that Tab should come to a number, in the order of the page. */
function markPlaces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
    )
    const places = shown.filter((element) => !isPassed(element))
    return places.map((element, index) => {
      element.dataset.place = String(index + 1)
      return element.dataset.place
    })

    /** Of radio buttons with one name Tab comes to one: the chosen, or the first. */
    function isPassed(element: HTMLElement): boolean {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return false
      const group = [...document.querySelectorAll<HTMLInputElement>(`[type=radio][name="${element.name}"]`)]
      return element !== (group.find(({ checked }) => checked) ?? group[0])
    }
  })
}

/** Presses Tab (or Shift+Tab) until the place has the focus; every place on the way is a good one to stand on. */
export async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.waitFor()
  for (let presses = 0; presses < 200; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    const stop = await stopOf(page)
    expect(stop?.faults ?? [], stop?.name).toEqual([])
  }
  throw new Error(`${key} does not come to ${place}`)
}
