/** What the browser tests share: the browser of their process, pages that are given back, the report opened from disk, axe, layout. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { renderHtml } from '../../src/print/html/page.js'
import { chromiumOfProcess, launchTimeout } from './chromium.js'

export type Look = { readonly width?: number; readonly scheme?: 'light' | 'dark'; readonly script?: boolean }
/** The two that every page is looked at in. */
export const looks = [
  { width: 1280, scheme: 'light' },
  { width: 360, scheme: 'dark' },
] as const

/** The page as it is, in another look: loading it again for that costs as much as looking. */
export async function lookIn(page: Page, { width, scheme }: (typeof looks)[number]): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: scheme })
}

export type Opened = {
  readonly page: Page
  /** Requests beyond the page itself, and what the browser complained of. */
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
  /** Another report in the same page; requests and complaints are from then on its own. */
  readonly show: (report: Report) => Promise<void>
}

export type Tests = {
  readonly folder: string
  readonly browser: () => Browser
  readonly open: (report: Report, look?: Look) => Promise<Opened>
  readonly openUrl: (url: string, look?: Look) => Promise<Opened>
}

export function browserTests(): Tests {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-browser-'))
  let browser: Browser | undefined
  let made = 0
  beforeAll(async () => {
    browser = await chromiumOfProcess()
  }, launchTimeout)
  afterAll(async () => {
    // What a failed test left open.
    const kept = new Set([...idle.values()].flat().map(({ page }) => page.context()))
    const left = browser?.contexts().filter((context) => !kept.has(context)) ?? []
    await Promise.all(left.map((context) => context.close()))
    rmSync(folder, { recursive: true, force: true })
  })
  const running = (): Browser => {
    if (browser === undefined) throw new Error('the browser is not running')
    return browser
  }
  const written = (report: Report): string => {
    const file = path.join(folder, `report-${made++}.html`)
    writeFileSync(file, renderHtml(report))
    return pathToFileURL(file).href
  }
  const openUrl = async (url: string, look: Look = {}): Promise<Opened> => {
    const { page, heard } = await emptyPage(running(), look)
    const [requests, complaints] = (heard.lists = [[], []])
    const goto = async (address: string): Promise<void> => {
      heard.address = address
      requests.length = complaints.length = 0
      await page.goto(address)
    }
    await goto(url)
    return { page, requests, complaints, show: (report) => goto(written(report)) }
  }
  return {
    folder,
    browser: running,
    openUrl,
    open: (report, look) => openUrl(written(report), look),
  }
}

type Kept = {
  readonly page: Page
  readonly heard: { address: string; lists: [requests: string[], complaints: string[]] }
}
/** Pages that were closed, by scheme and script: a new one costs the browser five times as much. */
const idle = new Map<string, Kept[]>()

async function emptyPage(
  browser: Browser,
  { width = 1280, scheme = 'light', script = true }: Look,
): Promise<Kept> {
  const kind = `${scheme} ${String(script)}`
  const kept = idle.get(kind)?.pop() ?? (await newPage(browser, scheme, script))
  const { page, heard } = kept
  await page.setViewportSize({ width, height: 900 })
  page.close = async () => {
    await page.goto('about:blank')
    await page.emulateMedia({ media: null, colorScheme: scheme })
    const context = page.context()
    await context.clearCookies()
    await context.clearPermissions()
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' })
    await session.detach()
    heard.lists = [[], []]
    idle.set(kind, [...(idle.get(kind) ?? []), kept])
  }
  return kept
}

async function newPage(browser: Browser, colorScheme: 'light' | 'dark', script: boolean): Promise<Kept> {
  const page = await browser.newPage({ colorScheme, javaScriptEnabled: script })
  const heard: Kept['heard'] = { address: '', lists: [[], []] }
  page.on('request', (request) => {
    if (request.url() !== heard.address) heard.lists[0].push(request.url())
  })
  const complains = (words: string): unknown => heard.lists[1].push(words)
  page.on('console', (message) => complains(message.text()))
  page.on('pageerror', (error) => complains(error.message))
  page.on('dialog', (dialog) => {
    complains(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, heard }
}

export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations: found } = await engine.run(document, { resultTypes: ['violations'] })
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html)
          .slice(0, 2)
          .join(' ')}`,
    )
  })
}

export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

export const openAll = (page: Page): Promise<void> =>
  page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')

/** Follows a link within the page: the tab of what it leads to shows. */
export const goTo = async (page: Page, id: string): Promise<void> => {
  await page.evaluate(`location.hash = '#${id}'`)
  await until(page, `document.getElementById('${id}').checkVisibility()`)
}

export const tabs = ['findings', 'articles', 'claims', 'quotes', 'actors', 'method', 'review'] as const

/** Moves on by the Tab key alone until the focus is on an element of the selector. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 400; stop++) {
    await page.keyboard.press('Tab')
    const there = `document.activeElement.matches(${JSON.stringify(selector)})`
    if (await page.evaluate<boolean>(there)) return
  }
  throw new Error(`the Tab key does not reach ${selector}`)
}

/**
 * Waits until an expression holds in the page. Playwright's `waitForFunction` looks once from outside and then from
 * within, where the page's policy forbids it: it fails whenever the first look is too early.
 */
export const until = (page: Page, expression: string): Promise<void> =>
  expect.poll(() => page.evaluate<boolean>(expression), { timeout: 10_000, message: expression }).toBe(true)
