/** The page of a batch, on a desk and on a phone: no sideways scrolling, no barriers, what was not compared counts nothing. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { batchPage, type BatchRow } from '../../src/print/html/batch-page.js'
import { browserTests, overflow, violations } from './page.js'

const tests = browserTests()

const strike: BatchRow = {
  id: 'strike',
  state: 'complete',
  title: 'Harbour strike',
  folder: 'strike',
  sources: 6,
  articles: 6,
  texts: 5,
  findings: 12,
  blocks: { cannot: 1, quoted: 2, told: 3 },
  first:
    'Reports differ on the length of time: “over three years” (The Lantern); “over two years” (Courier).',
  reasons: [],
}
const broken: BatchRow = {
  ...strike,
  id: 'event-with-a-name-that-is-one-very-long-word-without-any-place-to-break-it',
  state: 'nothing-comparable',
  articles: 0,
  first: null,
  reasons: ['nothere.html: no such file; check the spelling and the folder you are in.'],
}

test.each([
  { width: 1280, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const)('at $width px, $scheme', async (look) => {
  const file = path.join(tests.folder, 'index.html')
  writeFileSync(file, batchPage([broken, strike]))
  const { page, complaints } = await tests.openUrl(pathToFileURL(file).href, look)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
  expect(await page.locator('tbody tr').allTextContents()).toEqual([
    expect.stringMatching(/Harbour strike\s+Reports differ on .*\s+complete\s+6 of 6\s*5\s*1\s*2\s*3/u),
    expect.stringMatching(/^\s*event-with[^\d]*no such file[^\d]*nothing comparable\s*0 of 6\s*$/u),
  ])
  const pictures = process.env['SYNOPTIC_PICTURES']
  if (pictures !== undefined)
    await page.screenshot({ path: path.join(pictures, `batch-index-${look.width}.png`), fullPage: true })
  await page.close()
})
