/** Two people at one service in Chromium: signed in by keyboard, ruling on one report, each seeing the other's; sharing; no barriers. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scopesOf, type Role } from '../../src/model/api-key.js'
import { createKey } from '../../src/server/keys.js'
import { submit } from '../../src/jobs/submit.js'
import { prepareEvent } from '../../src/server/submission.js'
import { sampleEvent } from '../../src/server/routes/start.js'
import { startServer, type TestServer } from '../server/harness.js'
import { browserTests, goTo, lookIn, looks, overflow, tabTo, until, violations } from './page.js'

const tests = browserTests()
const pictures = process.env['SYNOPTIC_PICTURES']

let server: TestServer
let id: string
let link = ''
beforeAll(async () => {
  server = await startServer({ settings: { keysRequired: true } })
  id = 'c-1'
  const event = await prepareEvent(await sampleEvent(server.deps), server.deps.settings)
  await submit({ ...event, id, callbackUrl: null, batch: null, idempotency: null }, server.deps)
  await server.finished(id)
}, 300_000)
afterAll(() => server.close())

const keys = new Map<string, string>()
async function keyOf(name: string, role: Role): Promise<string> {
  const { key } = await createKey(name, scopesOf[role], server.store, Date.now())
  keys.set(name, key)
  return key
}

async function person(
  name: string,
  role: Role = 'edits',
  script = true,
): Promise<{ context: BrowserContext; page: Page }> {
  const key = await keyOf(name, role)
  const context = await tests
    .browser()
    .newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: script })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${server.url}/comparisons/${id}/rulings`)
  expect(page.url()).toContain('/sign-in?next=')
  await tabTo(page, '#key')
  await page.keyboard.insertText(key)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/comparisons/${id}/rulings`)
  return { context, page }
}

it('two people rule on five rows, see each other, and where they part', async () => {
  const { context, page: ana } = await person('Ana')
  await ana.goto(`${server.url}/comparisons/${id}/report`)
  const ids = await ana
    .locator('#findings details.finding')
    .evaluateAll((all) => all.slice(0, 5).map((one) => one.id))
  expect(ids).toHaveLength(5)
  for (const [index, finding] of ids.entries()) {
    await goTo(ana, finding)
    const row = ana.locator(`#${finding}`)
    await row.evaluate((one) => {
      one.setAttribute('open', '')
    })
    await row.getByLabel(index === 4 ? 'Unsure' : 'Right', { exact: true }).check()
    await row.locator('.said', { hasText: 'Kept.' }).waitFor()
  }
  const [first = '', second = ''] = ids
  await ana.locator(`#${first}`).getByLabel('Note').fill('<script>alert(1)</script> seen')
  // Typed, and the page is left without a change of focus.
  await ana.goto(`${server.url}/comparisons/${id}/rulings`)
  await expect
    .poll(async () => (await server.store.desk.rulings(id)).find(({ finding }) => finding === first)?.note)
    .toBe('<script>alert(1)</script> seen')
  await context.close()

  const { context: other, page: ben } = await person('Ben', 'edits', false)
  expect(await ben.locator(`li[id="${first}"] .said`).innerText()).toContain(
    'Ana: right; <script>alert(1)</script> seen',
  )
  await ben.locator(`li[id="${second}"] summary`).click()
  await ben.locator(`li[id="${second}"]`).getByLabel('Wrong', { exact: true }).check()
  await ben.locator(`li[id="${second}"]`).getByLabel('Note').fill('another day')
  await ben.locator(`li[id="${second}"]`).getByRole('button', { name: 'Keep the verdict' }).click()
  await ben.waitForURL(`**/rulings#${second}`)
  const parted = await ben.locator('#parted + ul').innerText()
  for (const said of ['Ana: right', 'Ben: wrong']) expect(parted).toContain(said)
  await ben.locator(`li[id="${first}"] summary`).click()
  await ben.locator(`li[id="${first}"] select`).selectOption({ label: 'Ana' })
  await ben.locator(`li[id="${first}"]`).getByRole('button', { name: 'to judge it' }).click()
  await ben.waitForURL(`**/rulings#${first}`)
  await other.close()
})

it('the report shows what all ruled, and one’s own in the form; what is not kept says so', async () => {
  const { context, page } = await person('Cleo')
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(`${server.url}/comparisons/${id}/report`)
  const [finding = ''] = await page
    .locator('#findings details.finding')
    .evaluateAll((all) => all.slice(1, 2).map((one) => one.id))
  await goTo(page, finding)
  const row = page.locator(`#${finding}`)
  await row.evaluate((one) => {
    one.setAttribute('open', '')
  })
  expect(await row.locator('.rulings').innerText()).toContain('Judged wrong by Ben: another day')
  await row.getByLabel('Unsure', { exact: true }).check()
  await row.locator('.said', { hasText: 'Kept.' }).waitFor()
  await page.reload()
  await goTo(page, finding)
  await until(page, `document.querySelector('#${finding} .badge')?.textContent === 'unsure'`)
  expect(await row.locator('.rulings').innerText()).not.toContain('by Cleo')
  expect(complaints).toEqual([])
  for (const session of await server.store.keys())
    if (session.name === 'Cleo') await server.store.removeKey(session.id)
  await row.evaluate((one) => {
    one.setAttribute('open', '')
  })
  await row.getByLabel('Right', { exact: true }).check()
  await row.locator('.said', { hasText: 'Not kept: you are no longer signed in' }).waitFor()
  expect(await row.locator('.badge').innerText()).toBe('unsure')
  // Of a file, too.
  const said = { verdict: 'accept', correction: '', note: '', sentence: 'They differ.' }
  const file = {
    schema: 'synoptic/review@1',
    reviewer: 'Cleo',
    report: { title: 'Ferry', generator: 'synoptic', sources: [] },
    rulings: [
      [finding, '2099-01-01T00:00:00.000Z'],
      [finding, '2001-01-01T00:00:00.000Z'],
      ['f-none', '2099-01-01T00:00:00.000Z'],
    ].map(([one, at]) => ({ ...said, target: { kind: 'finding', finding: one }, at })),
  }
  await page.getByLabel('Import verdicts').setInputFiles({
    name: 'review.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await page
    .locator('[data-review-status]', {
      hasText: '1 of them on what this page has not. 1 not kept. Not kept: you are no longer signed in',
    })
    .waitFor({ state: 'attached' })
  expect(await row.locator('.badge').innerText()).toBe('unsure')
  await context.close()
})

it('what was filled in is sent after signing in again, where the session had ended', async () => {
  const { context, page } = await person('Eva')
  const item = page.locator('ol.ruled > li').nth(2)
  await item.locator('summary').click()
  await item.getByLabel('Wrong', { exact: true }).check()
  await item.getByLabel('Note').fill('a long note')
  await context.clearCookies()
  await item.getByRole('button', { name: 'Keep the verdict' }).click()
  await page.getByRole('heading', { name: 'You are no longer signed in' }).waitFor()
  expect(await violations(page)).toEqual([])
  const [window] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in in another window' }).click(),
  ])
  await window.locator('#key').fill(keys.get('Eva') ?? '')
  await window.keyboard.press('Enter')
  await window.locator('.who', { hasText: 'Eva' }).waitFor()
  await page.reload()
  await page.waitForURL(`**/comparisons/${id}/rulings#f-*`)
  expect((await server.store.desk.rulings(id)).find(({ by }) => by.name === 'Eva')?.note).toBe('a long note')
  await context.close()
})

it('a report is shared by a link that a stranger reads', async () => {
  const { context, page } = await person('Dora')
  await page.goto(`${server.url}/comparisons/${id}/share`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  link = await page.locator('#link').inputValue()
  await context.close()
  const { page: stranger, requests, complaints } = await tests.openUrl(new URL(link, server.url).href)
  expect(await stranger.locator('h1').count()).toBe(1)
  expect([requests, complaints]).toEqual([[], []])
  expect(await stranger.locator('nav.house').count()).toBe(0)
  await stranger.close()
})

it('each page is sound, wide and light, narrow and dark', async () => {
  const { context, page } = await person('Operator', 'runs')
  const pages = {
    'sign-in': '/sign-in',
    people: '/people',
    log: '/log',
    rulings: `/comparisons/${id}/rulings`,
    yours: '/rulings',
    share: `/comparisons/${id}/share`,
  }
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(server.url + address)
    if (name === 'rulings') await page.locator('ol.ruled summary').first().click()
    for (const look of looks) {
      await lookIn(page, look)
      const shown = `${name}-${look.width}-${look.scheme}`
      expect(await overflow(page), shown).toBeLessThanOrEqual(0)
      expect(await violations(page), shown).toEqual([])
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: path.join(pictures, `${shown}.png`), fullPage: name !== 'rulings' })
      }
    }
  }
  await context.close()
})
