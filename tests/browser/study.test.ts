/** The pages of a study, on a desk and on a phone: boxes and choices without a script, from each dot to its cases and their passages. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { renderHtml } from '../../src/print/html/page.js'
import { copy, source, studyOf } from '../study/made.js'
import { compareSample } from '../support/event.js'
import { browserTests, overflow, violations } from './page.js'

const tests = browserTests()
const at = (...names: string[]): string => path.join(tests.folder, ...names)

beforeAll(async () => {
  const report = await compareSample('moscow-talks')
  const events = Array.from({ length: 48 }, (_, number) => {
    const other = copy(report, number)
    const from = `2026-0${number % 2 === 0 ? 2 : 3}-10T08:00:00Z`
    return source(`event-${number}`, { ...other, event: { ...other.event, from, to: from } })
  })
  const { files } = await studyOf(events)
  for (const folder of ['study/cases', 'study/of', 'reports/event-0'])
    mkdirSync(at(folder), { recursive: true })
  for (const [name, text] of files) writeFileSync(at('study', name), text)
  writeFileSync(at('reports/event-0/report.html'), renderHtml(copy(report, 0)))
}, 120_000)

const looks = [
  { width: 1280, scheme: 'light', script: false },
  { width: 360, scheme: 'dark', script: false },
] as const
const open = async (look: (typeof looks)[number], name = 'index.html'): Promise<Page> => {
  const { page, complaints } = await tests.openUrl(pathToFileURL(at('study', name)).href, look)
  expect(complaints).toEqual([])
  return page
}
const shown = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).filter({ visible: true }).count()

test.each(looks)('at $width px, $scheme: no sideways scrolling', async (look) => {
  for (const name of ['index.html', 'of/t2026-02.html']) {
    const page = await open(look, name)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.locator('.rates a').first().click()
    expect(await shown(page, '.case')).toBeGreaterThan(0)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.close()
  }
})

test('no barriers, light and dark', async () => {
  const { page } = await tests.openUrl(pathToFileURL(at('study/index.html')).href)
  for (const cases of ['closed', 'open']) {
    if (cases === 'open') await page.locator('.rates a').first().click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), `cases ${cases}, ${colorScheme}`).toEqual([])
    }
  }
  await page.close()
})

test('a box that is not ticked hides its outlet in rates and table, and a kind its panels', async () => {
  const page = await open(looks[0])
  expect(await shown(page, 'th.o0')).toBe(1)
  expect(await shown(page, 'li.o0')).toBeGreaterThan(3)
  await page.locator('#o0').uncheck()
  expect(await shown(page, '.o0')).toBe(0)
  expect(await shown(page, 'th.o1')).toBe(1)
  await page.locator('#g-quoted').uncheck()
  expect(await shown(page, 'section.g-quoted')).toBe(0)
  await page.close()
})

test('of a month alone are rates, rows, and the cases behind a dot', async () => {
  const page = await open(looks[0])
  const all = await shown(page, 'tbody tr')
  await page.getByRole('link', { name: '2026-02', exact: true }).click()
  expect(await page.locator('h1').innerText()).toContain('Events of 2026-02: 24 events')
  expect(all).toBe(48)
  expect(await shown(page, 'tbody tr')).toBe(24)
  const dot = page.locator('.rates li', { has: page.locator('a') }).first()
  const [, cases = ''] = /^(\d+) of \d+ in 24 events/mu.exec(await dot.innerText()) ?? []
  await dot.locator('a').click()
  expect(await shown(page, '.case')).toBe(Number(cases))
  await page.getByRole('link', { name: 'All cases' }).filter({ visible: true }).click()
  expect(await shown(page, '.case')).toBe(2 * Number(cases))
  await page.close()
})

test('of an actor alone are the events that mean it', async () => {
  const page = await open(looks[0])
  await page.getByRole('link', { name: 'Steve Witkoff', exact: true }).click()
  expect(await page.locator('h1').innerText()).toContain('Events with Steve Witkoff: 48 events')
  expect(await shown(page, 'tbody tr')).toBe(48)
  await page.close()
})

test('a case leads to its row in the report, where its passages stand', async () => {
  const page = await open({ ...looks[0] })
  await page.locator('.rates a').first().click()
  const href = await page.locator('.case a', { hasText: 'In its report' }).first().getAttribute('href')
  const { page: report } = await tests.openUrl(new URL(href ?? '', page.url()).href)
  const row = report.locator(`[id="${new URL(report.url()).hash.slice(1)}"]`)
  await row.waitFor({ state: 'visible' })
  expect(await row.innerText()).not.toBe('')
  await page.close()
  await report.close()
})
