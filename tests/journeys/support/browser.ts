// A real Chromium: the machine's own when there is one, else the one that npm brought.
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const installed = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchChromium(): Promise<Browser> {
  const own = installed.find((path) => path && existsSync(path))
  if (own) return chromium.launch({ executablePath: own, args: quiet })
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args, ...quiet],
    headless: true,
  })
}

export type Reader = { context: BrowserContext; page: Page; problems: string[] }

export type ReaderOptions = {
  origin: string
  locale?: 'sv-SE' | 'nb-NO' | 'en-GB'
  scripts?: boolean
  width?: number
  height?: number
  /** A high-contrast theme of the reader's own: their few colours instead of ours. */
  contrastTheme?: 'light' | 'dark'
}

/** A person at a browser of their own. `problems` gathers script errors and refused content: it must stay empty. */
export async function openReader(
  browser: Browser,
  { origin, locale = 'sv-SE', scripts = true, width = 1280, height = 900, contrastTheme }: ReaderOptions,
): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    javaScriptEnabled: scripts,
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...(contrastTheme ? { forcedColors: 'active', colorScheme: contrastTheme } : {}),
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) problems.push(`${page.url()}: ${message.text()}`)
  })
  return { context, page, problems }
}

/** No accessibility fault at WCAG 2.2 A and AA, nor against best practice. Works only where scripts run. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const told = violations.flatMap((fault) =>
    fault.nodes.map((node) => `${page.url()} ${fault.id}: ${node.target.join(' ')} – ${fault.help}`),
  )
  expect(told).toEqual([])
}

/** Nothing is wider than the window: what 400 % zoom and phones need. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content, page.url()).toBeLessThanOrEqual(window ?? 0)
}
