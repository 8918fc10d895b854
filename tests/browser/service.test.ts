/** The service's pages in a browser: no barriers, no overflow, light and dark, wide and narrow, by keyboard alone. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ferryA, ferryB, json, startServer, twoTexts, type TestServer } from '../server/harness.js'
import { browserTests, lookIn, looks, openAll, overflow, tabTo, until, violations } from './page.js'

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
    lesson: `/comparisons/${whole}/lesson`,
    rulings: `/comparisons/${whole}/rulings`,
    ask: `/comparisons/${whole}/ask?for=quotation&words=fog&saidBy=`,
    share: `/comparisons/${whole}/share`,
    yours: '/rulings',
    people: '/people',
    operation: '/operation',
    log: '/log',
    none: '/nowhere',
    documents: '/docs',
    document: '/docs/api',
    problem: '/problems/invalid',
    report: `/comparisons/${whole}/report`,
  })
})
afterAll(() => server.close())

it('every page is sound, wide and light, narrow and dark', async () => {
  const { page, complaints } = await tests.openUrl(server.url)
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(server.url + address)
    if (name !== 'report') await openAll(page)
    expect(await page.title(), name).toMatch(/ (?:–|·) Synoptic$/u)
    for (const look of looks) {
      await lookIn(page, look)
      const shown = `${name}-${look.width}-${look.scheme}`
      expect(await overflow(page), shown).toBeLessThanOrEqual(0)
      // The report has tests of its own.
      if (name !== 'report') expect(await violations(page), shown).toEqual([])
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: path.join(pictures, `${shown}.png`), fullPage: name !== 'report' })
      }
    }
  }
  expect(complaints.filter((words) => !words.includes('404'))).toEqual([])
  await page.close()
})

const third = ferryB.replace('240 passengers', '230 passengers').replace('Fog holds up ferry', 'Ferry late')

it('task: three pasted texts are compared, by keyboard alone, and the report is there', async () => {
  const { page } = await tests.openUrl(server.url)
  for (const [at, words] of [ferryA, ferryB, third].entries()) {
    await page.locator('#given').focus()
    await page.keyboard.insertText(words)
    await page.keyboard.press('Tab')
    await until(page, `document.querySelectorAll('.items > li').length === ${at + 1}`)
  }
  expect(await page.locator('[data-reading]').textContent()).toContain('of one event')
  expect(await page.locator('#given').inputValue()).toBe('')
  expect(await violations(page)).toEqual([])
  await page.locator('#given').focus()
  await tabTo(page, '#new button:not([name])')
  await page.keyboard.press('Enter')
  await until(page, 'location.pathname.endsWith("/report")')
  await page.close()
})

it.each([1280, 390])('the button of the start is above the fold at %d px', async (width) => {
  const { page } = await tests.openUrl(server.url, { width })
  const box = await page.locator('#new button:not([name])').boundingBox()
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(800)
  await page.close()
})

it('on a phone bar and tabs of a report have two lines each, whole, and the settings open within the page', async () => {
  const { page } = await tests.openUrl(`${server.url}${pages['report'] ?? ''}`, { width: 360 })
  const heights = `['.house', '.bar'].map((one) => document.querySelector(one).offsetHeight)`
  expect(Math.max(...(await page.evaluate<number[]>(heights)))).toBeLessThan(90)
  expect(
    await page.evaluate(
      `[...document.querySelectorAll('nav a')].filter((one) => one.scrollWidth > one.offsetWidth || one.offsetHeight > 50).length`,
    ),
  ).toBe(0)
  await page.locator('.settings summary').focus()
  await page.keyboard.press('Enter')
  const panel = await page.locator('.panel').boundingBox()
  expect(panel?.x ?? -1).toBeGreaterThanOrEqual(0)
  expect((panel?.x ?? 0) + (panel?.width ?? 999)).toBeLessThanOrEqual(360)
  const starts = `[...document.querySelectorAll('.panel legend')].map((one) => Math.round(one.getBoundingClientRect().left))`
  expect(new Set(await page.evaluate<number[]>(starts)).size, 'aligned').toBe(1)
  await tabTo(page, '.part details.finding summary')
  expect(await page.locator('.settings').getAttribute('open')).toBeNull()
  await page.close()
})

it('what is neither stays in the field, a file is read at once, and the summary leads to the field', async () => {
  const { page } = await tests.openUrl(server.url)
  await page.locator('#given').fill('nonsense')
  await page
    .locator('#files')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(ferryA) })
  await until(page, 'document.querySelector(".items input") !== null')
  expect(await page.locator('#given').inputValue()).toBe('nonsense')
  await page.locator('#new button:not([name])').click()
  await until(page, 'document.querySelector("[role=alert]") !== null')
  expect(await page.locator('.items input[type=checkbox]').isChecked()).toBe(true)
  await page.locator('[role=alert] a').click()
  expect(await page.evaluate('document.activeElement.id')).toBe('given')
  expect(await violations(page)).toEqual([])
  await page.close()
})

it('what is typed beside the field while another report is read stays, and so does the focus', async () => {
  const { page, complaints } = await tests.openUrl(server.url)
  await page.locator('#given').fill(ferryA)
  await page.keyboard.press('Tab')
  await page.locator('.items summary').click()
  const outlet = page.locator('[name=outlet-0]')
  let asked = 0
  await page.route('**/comparisons/recognise', async (route) => {
    if (++asked === 1) await outlet.pressSequentially('The Coast')
    await route.continue()
  })
  await page.locator('#given').fill(ferryB)
  await outlet.focus()
  await until(page, 'document.querySelectorAll(".items > li").length === 2')
  expect(await outlet.inputValue()).toBe('The Coast')
  expect(await page.evaluate('document.activeElement.name')).toBe('outlet-0')
  await page.keyboard.type(' Radio')
  expect(await outlet.inputValue()).toBe('The Coast Radio')
  expect([asked, complaints]).toEqual([2, []])
  await page.unroute('**/comparisons/recognise')
  await page.close()
})

it('task: a story of last week is found on a name', async () => {
  const { page } = await tests.openUrl(`${server.url}/comparisons`)
  await page.locator('[name=q]').fill('ida holm')
  await page.locator('.asking button').click()
  await page.locator('.stories a', { hasText: 'The ferry' }).first().click()
  await until(page, 'location.pathname.endsWith("/report")')
  await page.close()
})

it('task: a feed is watched, and given up again', async () => {
  const { page } = await tests.openUrl(`${server.url}/watching`)
  await page.locator('#address').fill('https://feed.example/rss')
  await page.locator('.with-button button').click()
  await until(
    page,
    'document.querySelector("#sources ~ .list b")?.textContent === "https://feed.example/rss"',
  )
  expect(await violations(page)).toEqual([])
  await page.locator('#sources ~ .list button').click()
  await until(page, 'document.querySelector("#sources ~ .list li") === null')
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
