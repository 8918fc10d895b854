/** Links into the reports' pages: Chromium finds every passage on the page it was read from. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { frontOf } from '../../src/print/blocks.js'
import { compareSample, root } from '../support/event.js'
import { browserTests } from './page.js'

const sample = 'moscow-talks'
const { browser, open } = browserTests()

/** So far apart that a page that found its passage has moved. */
const apart =
  '<style>body{padding-top:3000px!important}p,li,h1,h2,h3,blockquote{margin-bottom:900px!important}</style>'

test('every link into a page moves to the passage', async () => {
  const report = await compareSample(sample)
  const { page } = await open(report)
  const links = await page
    .locator('a[href*=":~:text="]')
    .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).href))])
  await page.close()
  // Every finding in front has at least two.
  expect(links.length).toBeGreaterThan(2 * frontOf(report.findings).length)
  const context = await browser().newContext({ viewport: { width: 1000, height: 600 } })
  await context.route('**/*', async (route) => {
    const asked = route.request().url().replace(/#.*$/, '')
    const article = report.articles.find(({ url }) => url === asked)
    if (article === undefined) return route.abort()
    const file = path.join(root, 'samples', sample, 'pages', path.basename(article.source))
    const body = Buffer.concat([readFileSync(file), Buffer.from(apart)])
    return route.fulfill({ contentType: 'text/html', body })
  })
  const tab = await context.newPage()
  for (const link of links) {
    // From elsewhere: within a page a browser looks for no words.
    await tab.goto('about:blank')
    await tab.goto(link)
    await expect
      .poll(() => tab.evaluate<boolean>('scrollY > 0'), {
        timeout: 10_000,
        message: decodeURIComponent(link),
      })
      .toBe(true)
  }
  await context.close()
})
