/** The service's pages in a browser: no barriers, no overflow, light and dark, wide and narrow, by keyboard alone. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ferryA, json, startServer, twoTexts, type TestServer } from '../server/harness.js'
import { browserTests, openAll, overflow, tabTo, until, violations } from './page.js'

const tests = browserTests()
/** Where to leave pictures for a look, or nothing. */
const pictures = process.env['SYNOPTIC_PICTURES']

let server: TestServer
const pages: Record<string, string> = {}
beforeAll(async () => {
  server = await startServer()
  const submit = async (target: string, body: unknown): Promise<string> =>
    (await json<{ id: string }>(await server.post(target, body))).id
  const whole = await submit('/api/comparisons', { title: 'The ferry', ...twoTexts })
  const lost = { sources: ['https://none.example/a', { text: ferryA, name: 'a.txt' }] }
  const failed = await submit('/api/comparisons', lost)
  const deleted = await submit('/api/comparisons', twoTexts)
  const batch = await submit('/api/batches', {
    title: 'Ferries',
    events: [
      { title: 'Fog', ...twoTexts },
      { title: 'Lost', ...lost },
    ],
  })
  for (const id of [whole, failed, deleted]) await server.finished(id)
  for (const { id } of await server.store.batchMembers(batch)) await server.finished(id)
  await server.store.discard(deleted, server.deps.now())
  Object.assign(pages, {
    form: '/',
    again: `/?from=${failed}`,
    list: `/comparisons?deleted=${deleted}`,
    comparison: `/comparisons/${whole}/details`,
    failed: `/comparisons/${failed}`,
    deleted: `/comparisons/${deleted}`,
    versions: `/comparisons/${whole}/versions`,
    take: '/take',
    stories: '/stories',
    watching: '/watching',
    batches: '/batches',
    'new-batch': '/batches/new',
    batch: `/batches/${batch}`,
    docs: '/docs',
    problem: '/problems/invalid',
    report: `/comparisons/${whole}/report`,
  })
})
afterAll(() => server.close())

describe.each([
  { width: 1280, scheme: 'light' },
  { width: 360, scheme: 'dark' },
] as const)('at $width px, $scheme', (look) => {
  it('every page is sound', async () => {
    const { page, complaints } = await tests.openUrl(server.url, look)
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(server.url + address)
      if (name !== 'report' && name !== 'docs') await openAll(page)
      expect(await overflow(page), name).toBeLessThanOrEqual(0)
      // The report has tests of its own, and the long page of the API is looked at once.
      if (name !== 'report' && (name !== 'docs' || look.scheme === 'light'))
        expect(await violations(page), name).toEqual([])
      expect(await page.title(), name).toMatch(/ (?:–|·) Synoptic$/u)
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true })
        const file = path.join(pictures, `${name}-${look.width}-${look.scheme}.png`)
        await page.screenshot({ path: file, fullPage: name !== 'docs' && name !== 'report' })
      }
    }
    expect(complaints.filter((words) => !words.includes('404'))).toEqual([])
    await page.close()
  })
})

it('texts are pasted, another place added, and compared by keyboard alone', async () => {
  const { page } = await tests.openUrl(server.url)
  await tabTo(page, 'details.group > summary')
  await page.keyboard.press('Enter')
  for (const words of [
    'First headline\n\nThe ferry came in.',
    'Second headline\n\nThe ferry came in late.',
  ]) {
    await tabTo(page, 'textarea[name=text]')
    await page.keyboard.insertText(words)
  }
  await tabTo(page, '[data-more]')
  await page.keyboard.press('Enter')
  await until(page, 'document.activeElement.name === "outlet"')
  expect(await page.locator('[data-number]').allTextContents()).toEqual(['1', '2', '3'])
  await tabTo(page, '#new button:not([name])')
  await page.keyboard.press('Enter')
  await until(page, 'location.pathname.startsWith("/comparisons/c-")')
  await until(page, 'document.querySelectorAll("ol.list > li").length === 2')
  await page.close()
})

it('a wrong address keeps the file that was chosen, and the summary leads to the field', async () => {
  const { page } = await tests.openUrl(server.url)
  await page.locator('#url').fill('nonsense')
  await page
    .locator('#files')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(ferryA) })
  await page.locator('#new button:not([name])').click()
  await until(page, 'document.querySelector("[role=alert]") !== null')
  expect(await page.locator('input[name=kept]').isChecked()).toBe(true)
  await page.locator('[role=alert] a').click()
  expect(await page.evaluate('document.activeElement.id')).toBe('url')
  expect(await violations(page)).toEqual([])
  await page.close()
})

it('progress goes on without reloading, to the end', async () => {
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  const { page } = await tests.openUrl(`${server.url}/comparisons/${id}`)
  await until(page, 'location.pathname.endsWith("/report")')
  await page.locator('nav.crumbs a[href$="/details"]').click()
  await page.locator('button.danger').click()
  await page.locator('form.aside button').click()
  await until(page, 'location.pathname.endsWith("/report")')
  await page.close()
})
