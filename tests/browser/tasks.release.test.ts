/**
 * Eight tasks of a desk on one service, the program as it is started, by three people in Chromium who find their way by what stands on
 * the pages alone: each without help, in under two minutes.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listening } from '../../scripts/soak/embedded.js'
import { ferryA, ferryB, ferryPage, json } from '../server/harness.js'
import { program, synoptic } from '../support/program.js'
import { launchChromium, launchTimeout } from './chromium.js'
import { overflow } from './page.js'

const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-tasks-'))
const environment = {
  SYNOPTIC_DATA: path.join(folder, 'data'),
  SYNOPTIC_HOST: '0.0.0.0',
  SYNOPTIC_PORT: '0',
  SYNOPTIC_ALLOW_PRIVATE: 'true',
}
type Name = 'Olga' | 'Ana' | 'Ben' | 'Eva'
const keys: Partial<Record<Name, string>> = {}
const contexts: Partial<Record<Name, BrowserContext>> = {}
let browser: Browser
let service: { readonly url: string; readonly child: ChildProcess }
let feeds: Server | null = null
/** Address of the comparison that all work at. */
let story = ''

async function serve(data: string): Promise<typeof service> {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, ...environment, SYNOPTIC_DATA: data },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const { port } = new URL(await listening(child))
  return { url: `http://127.0.0.1:${port}`, child }
}

async function stop({ child }: typeof service): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Somebody at work: what they press and type is counted. */
class Hand {
  steps = 0
  readonly #from = Date.now()
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  async press(where: Locator): Promise<void> {
    this.steps++
    await where.click()
  }
  async key(name: string): Promise<void> {
    this.steps++
    await this.page.keyboard.press(name)
  }
  async type(words: string, where?: Locator): Promise<void> {
    this.steps++
    if (where) await where.fill(words)
    else await this.page.keyboard.insertText(words)
  }
  /** By the Tab key alone, until the focus is there; counted once. */
  async tabTo(where: Locator): Promise<void> {
    this.steps++
    for (let stop = 0; stop < 200; stop++) {
      await this.page.keyboard.press('Tab')
      if (await where.evaluate((one) => one === document.activeElement)) return
    }
    throw new Error('the Tab key does not lead there')
  }
  link = (name: string | RegExp): Locator => this.page.getByRole('link', { name }).first()
  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name, exact: true }).first()
  done(task: string): void {
    const seconds = (Date.now() - this.#from) / 1_000
    console.log(`${task}: ${this.steps} steps, ${seconds.toFixed(0)} s`)
    expect(seconds, task).toBeLessThan(120)
  }
}

async function at(name: Name, width = 1280): Promise<Hand> {
  const page = await contexts[name]?.newPage()
  if (!page) throw new Error(`${name} is not signed in`)
  await page.setViewportSize({ width, height: 800 })
  page.setDefaultTimeout(60_000)
  await page.goto(service.url)
  return new Hand(page)
}

async function signIn(name: Name, url = service.url): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(url)
  await page.getByLabel('Your key').fill(keys[name] ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await page.close()
  contexts[name] = context
}

beforeAll(async () => {
  browser = await launchChromium()
  service = await serve(environment.SYNOPTIC_DATA)
  keys.Olga = readFileSync(path.join(environment.SYNOPTIC_DATA, 'first.key'), 'utf8').trim()
  await signIn('Olga')
  // Whoever runs the place hands a key to each of the three.
  const { page } = await at('Olga')
  await page.getByRole('link', { name: 'Operation' }).click()
  await page.getByRole('link', { name: 'People' }).click()
  for (const [name, role] of [
    ['Ana', 'edits'],
    ['Ben', 'edits'],
    ['Eva', 'reads'],
  ] as const) {
    await page.getByLabel('Name').fill(name)
    await page.getByRole('radio', { name: new RegExp(`^${role}`, 'u') }).check()
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByText(`The key of ${name}`).waitFor()
    keys[name] = /syn_[0-9a-f]{12}_[\w-]{43}/u.exec(await page.locator('main').innerText())?.[0] ?? ''
    await signIn(name)
  }
  await page.close()
}, launchTimeout)
afterAll(async () => {
  await browser.close()
  await stop(service)
  feeds?.close()
  rmSync(folder, { recursive: true, force: true })
})

const patient = { timeout: 60_000 }
const third = ferryB.replace('240 passengers', '230 passengers').replace('Fog holds up ferry', 'Ferry late')

it.each([1280, 360])('compare three pasted texts, by keyboard alone, at %d px', async (width) => {
  const ana = await at('Ana', width)
  const field = ana.page.getByLabel('Paste addresses or texts')
  await ana.tabTo(field)
  for (const [index, words] of [ferryA, ferryB, third].entries()) {
    await ana.type(words)
    await ana.key('Tab')
    await expect.poll(() => ana.page.getByRole('checkbox').count(), patient).toBe(index + 1)
    await ana.key('Shift+Tab')
  }
  await ana.page.getByText('They seem to be of one event').waitFor()
  await ana.tabTo(ana.button('Compare'))
  await ana.key('Enter')
  await ana.page.getByRole('heading', { name: 'Main differences' }).waitFor()
  expect(await overflow(ana.page)).toBeLessThanOrEqual(0)
  story = new URL(ana.page.url()).pathname.replace(/\/report$/u, '')
  ana.done(`compare three pasted texts at ${width} px`)
  await ana.page.close()
})

it('find last week’s story on a name', async () => {
  const ben = await at('Ben')
  await ben.press(ben.link('Stories'))
  await ben.type('ida holm', ben.page.getByRole('searchbox'))
  const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
  await ben.type(day(7), ben.page.getByLabel('From'))
  await ben.type(day(0), ben.page.getByLabel('To'))
  await ben.press(ben.button('Find'))
  await ben.page.waitForURL(/q=ida/u)
  await ben.press(ben.page.getByRole('row').getByRole('link', { name: /ferry/iu }).first())
  await ben.page.getByRole('heading', { name: 'Main differences' }).waitFor()
  ben.done('find last week’s story on a name')
  await ben.page.goto(`${service.url}/comparisons?q=ida+holm&until=${day(1)}`)
  await ben.page.getByText('Nothing here is like that').waitFor()
  await ben.page.close()
})

it('rule on five rows by keyboard, and see what a colleague ruled', async () => {
  const ana = await at('Ana')
  await ana.press(ana.button('Try the sample'))
  await ana.page.getByRole('heading', { name: 'Main differences' }).waitFor()
  story = new URL(ana.page.url()).pathname.replace(/\/report$/u, '')
  const rows = ana.page.locator('#findings details.finding')
  await ana.press(rows.first().locator('summary').first())
  for (const [index, letter] of ['r', 'r', 'e', 'u', 'w'].entries()) {
    if (index > 0) await ana.key('n')
    await expect
      .poll(() => rows.nth(index).evaluate((one) => one.contains(document.activeElement)), patient)
      .toBe(true)
    await ana.key(letter)
    await rows.nth(index).getByText('Kept.').waitFor({ state: 'attached' })
  }
  await ana.press(ana.link(/^Verdicts/u))
  await ana.page.getByText('5 differences of').waitFor()
  ana.done('rule on five rows')
  await ana.page.close()

  const ben = await at('Ben')
  await ben.press(ben.link('Stories'))
  await ben.press(ben.link(/Kesterhaven/u))
  const first = ben.page.locator('#findings details.finding').first()
  await ben.press(first.locator('summary').first())
  await first.getByText('Judged right by Ana').waitFor()
  await ben.press(first.getByLabel('Wrong', { exact: true }))
  await first.getByText('Kept.').waitFor()
  await ben.press(ben.link(/^Verdicts/u))
  await ben.page.getByRole('heading', { name: 'Where people disagree' }).waitFor()
  const parted = await ben.page.locator('#parted + ul').innerText()
  for (const said of ['Ana: right', 'Ben: wrong']) expect(parted).toContain(said)
  ben.done('see a colleague’s ruling, and part from it')
  await ben.page.close()

  const eva = await at('Eva')
  await eva.page.goto(`${service.url}${story}/report`)
  const seen = eva.page.locator('#findings details.finding').first()
  await eva.press(seen.locator('summary').first())
  // Who only reads rules for herself, in her browser.
  await eva.press(seen.getByLabel('Wrong', { exact: true }))
  await eva.press(eva.link(/^Verdicts/u))
  await eva.page.getByText('Ben: wrong').first().waitFor()
  expect(await eva.page.getByText('Eva:').count()).toBe(0)
  await eva.page.close()
})

it('share a report: a stranger reads the passages, and not the articles', async () => {
  const ana = await at('Ana')
  await ana.page.goto(`${service.url}${story}/report`)
  await ana.press(ana.link('Share'))
  await ana.press(ana.button('Make a link'))
  const link = await ana.page.getByLabel('The link.').inputValue()
  ana.done('share a report')
  // The page can be opened anew by its address.
  await ana.page.goto(ana.page.url())
  await ana.page.getByRole('heading', { name: 'Share the report' }).waitFor()
  await ana.page.close()

  const stranger = await browser.newPage()
  await stranger.goto(link)
  await stranger.getByRole('heading', { name: 'Main differences' }).waitFor()
  const shared = await stranger.content()
  const report = await (
    await fetch(`${service.url}/api${story}/report.json`, {
      headers: { authorization: `Bearer ${keys.Eva ?? ''}` },
    })
  ).text()
  const { articles } = JSON.parse(report) as { articles: { text: string }[] }
  expect(articles.length).toBeGreaterThan(3)
  for (const { text } of articles) {
    expect(text.length).toBeGreaterThan(500)
    const sentences = text.split('\n').filter((line) => line.length > 60)
    // Of whole paragraphs only those that are quoted.
    expect(sentences.filter((line) => shared.includes(line)).length).toBeLessThan(sentences.length / 2)
  }
  const seen = await stranger.locator('body').innerText()
  for (const left of ['Ruled', 'Sign out', 'Ana']) expect(seen.includes(left), left).toBe(false)
  await stranger.close()
})

it('hand out homework, and mark it: a sheet of two pages, of chosen rows, that names no outlet, and its key', async () => {
  const ana = await at('Ana')
  await ana.page.goto(`${service.url}${story}/report`)
  await ana.press(ana.link('Sources and downloads'))
  await ana.press(ana.link(/^A sheet for a lesson/u))
  const outlets = ['Skerry Broadcasting', 'Kesterhaven Courier', 'North Quay Post', 'The Lantern']
  const rows = ana.page.locator('input:checked')
  const usual = await rows.count()
  expect(usual).toBeGreaterThan(3)
  // Not the first one: the class had it last time.
  await ana.press(rows.first())
  await ana.press(ana.button('Make the sheet'))
  await ana.page.waitForURL(/classroom\.html/u)
  const sheet = await ana.page.locator('body').innerText()
  for (const outlet of outlets) expect(sheet).not.toContain(outlet)
  expect(sheet.match(/tell the same/giu)?.length).toBeGreaterThanOrEqual(usual - 1)
  const paper = (await ana.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(2)
  await ana.page.goBack()
  expect(await rows.count()).toBe(usual - 1)
  await ana.press(ana.button('Its key'))
  await ana.page.waitForURL(/classroom-key/u)
  const answers = await ana.page.locator('body').innerText()
  expect(outlets.filter((outlet) => answers.includes(outlet)).length).toBeGreaterThan(1)
  ana.done('hand out homework')
  await ana.page.close()
})

it('get a PDF, as somebody who only reads, at 360 px', async () => {
  const eva = await at('Eva', 360)
  await eva.press(eva.link(/Kesterhaven/u))
  await eva.press(eva.link('Sources and downloads'))
  const [download] = await Promise.all([eva.page.waitForEvent('download'), eva.press(eva.link(/^PDF$/u))])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/u)
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  eva.done('get a PDF')
  await eva.page.close()
})

describe('watching', () => {
  const lines = (text: string): readonly string[] => text.split('\n').filter(Boolean).slice(1)
  const told = [
    ferryPage('Ferry Marit late in fog at Orsund', ...lines(ferryA)),
    ferryPage('Fog holds up ferry Marit', ...lines(ferryB)),
    ferryPage(
      'Nine hours on the ferry Marit',
      'Passengers of the ferry Marit told on Tuesday of nine hours without sight of Orsund, where the fog had closed the harbour since dawn.',
      'Tea was given out, and a choir of pensioners sang. Nordfar counted 214 people on board, the coast guard 240.',
      '“We never lost contact,” the head of the harbour office, Ida Holm, said when the ferry had come in.',
    ),
  ]

  it('watch a feed: its story stands there, compared, without anybody pressing anything', async () => {
    const site = createServer((request, response) => {
      const { port } = site.address() as AddressInfo
      const items = told.map(
        (_, n) => `<item><title>Ferry ${n}</title><link>http://127.0.0.${n + 1}:${port}/a${n}</link></item>`,
      )
      const n = /^\/a(\d)$/u.exec(request.url ?? '')?.[1]
      if (request.url === '/rss') {
        response.setHeader('content-type', 'application/rss+xml')
        response.end(
          `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast news</title>${items.join('')}</channel></rss>`,
        )
      } else if (n !== undefined) {
        response.setHeader('content-type', 'text/html')
        response.end(told[Number(n)])
      } else {
        response.statusCode = 404
        response.end()
      }
    })
    feeds = site
    await new Promise<void>((resolve) => site.listen(0, '0.0.0.0', resolve))
    const ben = await at('Ben')
    await ben.press(ben.link('Watching'))
    await ben.type(
      `http://127.0.0.1:${(site.address() as AddressInfo).port}/rss`,
      ben.page.getByLabel('A feed, a news sitemap or an OPML list'),
    )
    await ben.press(ben.button('Watch it'))
    await ben.page.getByText('1 source').waitFor()
    ben.done('watch a feed')
    await expect
      .poll(
        async () => {
          await ben.page.reload()
          return ben.page.getByRole('link', { name: /Ferry Marit/u }).count()
        },
        { timeout: 240_000, interval: 3_000 },
      )
      .toBeGreaterThan(1)
    await ben.page.getByText('Coast news').waitFor()
    await ben.press(ben.link(/Ferry Marit/u))
    await ben.page.getByRole('heading', { name: 'Main differences' }).waitFor()
    await ben.page.close()
  })
})

it('restore a backup that was made while all were at work', async () => {
  const headers = { authorization: `Bearer ${keys.Ana ?? ''}`, 'content-type': 'application/json' }
  const api = `${service.url}/api`
  const findings = [
    ...new Set(
      (await (await fetch(`${api}${story}/report.json`, { headers })).text()).match(/\bf-[0-9a-f]{12}\b/gu),
    ),
  ]
  let [done, ruled, asked] = [false, 0, 0]
  const working = [
    (async () => {
      for (; !done; ruled++)
        await fetch(`${api}${story}/rulings/${findings[ruled % findings.length] ?? ''}`, {
          method: 'PUT',
          headers,
          body: JSON.stringify({ verdict: 'accept', note: `note ${ruled}`, sentence: 'They differ.' }),
        })
    })(),
    (async () => {
      for (; !done; asked++) {
        const sources = [ferryA, ferryB].map((text, n) => ({ text: `${text} ${asked}`, name: `${n}.txt` }))
        await fetch(`${api}/comparisons`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ title: `Under load ${asked}`, sources }),
        })
      }
    })(),
  ]
  await expect.poll(() => Math.min(ruled, asked), { timeout: 60_000 }).toBeGreaterThan(5)
  const [ruledBefore, askedBefore] = [ruled, asked]
  const file = path.join(folder, 'backup.jsonl.gz')
  const from = Date.now()
  const made = await synoptic(['backup', file], { env: environment })
  done = true
  await Promise.all(working)
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('row') as string])
  const data = path.join(folder, 'restored')
  const restored = await synoptic(['restore', file], { env: { ...environment, SYNOPTIC_DATA: data } })
  expect([restored.code, restored.stderr]).toEqual([0, expect.stringContaining('are in the store') as string])
  console.log(
    `restore a backup: 2 commands, ${((Date.now() - from) / 1_000).toFixed(0)} s; ${ruled} rulings and ${asked} comparisons came meanwhile`,
  )
  expect(Date.now() - from).toBeLessThan(120_000)

  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
  let last = ''
  for await (const line of lines) last = line
  expect(last).toMatch(/^\{"rows":\d+\}$/u)

  const second = await serve(data)
  try {
    // The same keys, other sessions.
    await signIn('Ben', second.url)
    const page = await contexts.Ben?.newPage()
    if (!page) throw new Error('Ben is not signed in')
    page.setDefaultTimeout(60_000)
    await page.goto(`${second.url}/comparisons?q=kesterhaven`)
    await page
      .getByRole('link', { name: /Kesterhaven/u })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Main differences' }).waitFor()
    await page
      .getByRole('link', { name: /^Verdicts/u })
      .first()
      .click()
    await page.getByText('Ben: wrong').first().waitFor()
    const { history } = await json<{ history: { note: string }[] }>(
      await fetch(`${second.url}/api${story}/rulings`, { headers }),
    )
    const numbers = history.flatMap(({ note }) => /^note (\d+)$/u.exec(note)?.[1] ?? []).map(Number)
    // Newest first, and none between them is missing.
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => (numbers[0] ?? 0) - n))
    expect(numbers[0]).toBeGreaterThanOrEqual(ruledBefore - 1)
    let kept = 0
    for (let after = ''; ;) {
      const found = await json<{ items: { title: string | null }[]; next: string | null }>(
        await fetch(`${second.url}/api/comparisons?limit=100&q=load${after}`, { headers }),
      )
      kept += found.items.length
      if (found.next === null) break
      after = `&after=${found.next}`
    }
    expect(kept).toBeGreaterThanOrEqual(askedBefore)
    await page.close()
  } finally {
    await stop(second)
  }
})
