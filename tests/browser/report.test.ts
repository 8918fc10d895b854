/** report.html in a real browser, opened from disk: nothing leaves, nothing overflows, all of it by keyboard, axe. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { renderHtml } from '../../src/report/html.js'
import { withoutText } from '../../src/report/without-text.js'
import { ferryReport } from '../report/fixture.js'
import { hostile, hostileReport } from '../report/hostile.js'
import { manyReport } from '../report/many.js'
import { launchChromium, launchTimeout } from './chromium.js'

const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-browser-'))
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
}, launchTimeout)
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

type Look = { readonly width?: number; readonly scheme?: 'light' | 'dark' }
type Opened = {
  readonly page: Page
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

/** Opens the report from disk; requests beyond the file itself and messages of the browser are kept. */
async function open(report: Report, { width = 1280, scheme = 'light' }: Look = {}): Promise<Opened> {
  const file = path.join(folder, 'report.html')
  writeFileSync(file, renderHtml(report))
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const url = pathToFileURL(file).href
  await page.goto(url)
  return { page, requests: requests.filter((one) => one !== url), complaints }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations: found } = await engine.run()
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html)
          .slice(0, 2)
          .join(' ')}`,
    )
  })
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const openAll = (page: Page): Promise<void> =>
  page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')

describe.each([
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const)('at $width pixels, $scheme', (look) => {
  it('axe finds nothing, closed and with everything open', async () => {
    const { page, requests, complaints } = await open(ferryReport, look)
    expect(await violations(page)).toEqual([])
    await openAll(page)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect([requests, complaints]).toEqual([[], []])
    await page.close()
  })
})

test.each([320, 360, 768, 1280, 2560])('twenty reports do not overflow %i pixels', async (width) => {
  const { page } = await open(manyReport(20), { width })
  expect(await overflow(page)).toBe(0)
  await openAll(page)
  expect(await overflow(page)).toBe(0)
  await page.close()
})

test('excerpts alone read as well', async () => {
  const { page } = await open(withoutText(ferryReport), { width: 360 })
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.close()
})

describe('the keyboard', () => {
  it('reaches the skip link first, and it shows', async () => {
    const { page } = await open(ferryReport)
    await page.keyboard.press('Tab')
    const box = await page.locator('.skip:focus').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.close()
  })

  it('shows where it is on every stop', async () => {
    const { page } = await open(ferryReport, { width: 360 })
    for (let stop = 0; stop < 200; stop++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate('document.activeElement === document.body')) return page.close()
      const style = await page.evaluate(
        '(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + " " + parseFloat(s.outlineWidth) })()',
      )
      expect(style, `stop ${stop + 1}`).toBe('solid 3')
    }
    throw new Error('the end of the page was not reached')
  })

  it('opens a row of the matrix, and the passages are next to it', async () => {
    const { page } = await open(ferryReport)
    const row = page.locator('#cc-fire000000001')
    expect(await row.locator('.opened').isVisible()).toBe(false)
    await row.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await row.locator('.opened').isVisible()).toBe(true)
    expect(await row.locator('.opened').innerText()).toContain('There was no fire')
    await page.close()
  })

  it('scrolls a wide table in its own region', async () => {
    const { page } = await open(ferryReport, { width: 360 })
    const region = page.getByRole('region', { name: 'What each report tells, claim by claim' })
    await region.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction('document.activeElement.scrollLeft > 0')
    await page.close()
  })
})

test('a finding leads to its row, which opens, and a passage to its place in the article', async () => {
  const { page } = await open(ferryReport)
  await page.locator('#cannot .jump a').first().click()
  expect(await page.locator('#cc-fire000000001 .opened').isVisible()).toBe(true)
  await page.locator('#cannot .place').first().click()
  expect(await page.locator('span:target').innerText()).toContain('A ferry burned at the pier')
  await page.close()
})

test('print opens the findings, drops the navigation and stays in light colours', async () => {
  const { page } = await open(ferryReport, { scheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  for (const evidence of await page.locator('.block .evidence').all())
    expect(await evidence.isVisible()).toBe(true)
  expect(await page.locator('nav').isVisible()).toBe(false)
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
    'rgb(255, 255, 255)',
  )
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await page.close()
})

test.each(hostile.map((words) => [words.slice(0, 60), words]))(
  'hostile text is inert: %j',
  async (_name, words) => {
    const { page, requests, complaints } = await open(hostileReport(words), { width: 360 })
    await openAll(page)
    expect(await page.title()).not.toBe('owned')
    expect(await page.evaluate('[document.scripts.length, document.images.length, frames.length]')).toEqual([
      1, 0, 0,
    ])
    expect(await overflow(page)).toBe(0)
    expect([requests, complaints]).toEqual([[], []])
    await page.close()
  },
)
