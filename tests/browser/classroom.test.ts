/** The student's sheet on paper and on a phone, in Chromium: two pages of A4, no sideways scrolling, no axe violation. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keySheet, studentSheet } from '../../src/editions/classroom/sheets.js'
import type { Report } from '../../src/model/report.js'
import { ferryReport, makeArticle } from '../report/fixture.js'
import { manyReport } from '../report/many.js'
import { compareSample, samples } from '../support/event.js'
import { chromiumOfProcess, launchTimeout } from './chromium.js'

let page: Page
beforeAll(async () => {
  const browser = await chromiumOfProcess()
  page = await browser.newPage()
}, launchTimeout)
afterAll(() => page.close())

async function show(content: string | null, media: 'print' | 'screen', dark = false): Promise<void> {
  await page.emulateMedia({ media, colorScheme: dark ? 'dark' : 'light' })
  await page.setContent(String(content))
}

/** Pages of the PDF: its page objects, counted. */
async function pagesOf(content: string | null): Promise<number> {
  await show(content, 'print')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** Eight articles of one word each, longer than any page, in six findings. */
function longReport(unit: string, times: number): Report {
  const articles = Array.from('abcdefgh').map((letter) =>
    makeArticle({
      outlet: `Outlet ${letter}`,
      publishedAt: letter.repeat(500),
      blocks: [unit, `${letter}${unit.repeat(times)}`],
    }),
  )
  const kinds = [
    'conflict',
    'quote-shortened',
    'naming',
    'loaded-words',
    'speaker-differs',
    'quote-altered',
  ] as const
  const [template] = ferryReport.findings
  if (template === undefined) throw new Error('fixture changed')
  const findings = kinds.map((kind, index) => ({
    ...template,
    id: `f-${kind}`,
    kind,
    column: null,
    detail: {},
    evidence: [0, 1, 2].flatMap((step) => {
      const article = articles[(index + step) % articles.length]
      const block = article?.blocks[1]
      return article && block
        ? [{ article: article.id, start: block.start, end: block.end, role: 'value' as const }]
        : []
    }),
  }))
  return {
    ...manyReport(2),
    event: { title: unit.repeat(300), from: null, to: null },
    articles,
    findings,
    claims: [],
  }
}
const reports: readonly (readonly [string, () => Promise<Report> | Report])[] = [
  ...samples.map((name) => [name, () => compareSample(name)] as const),
  ['by hand', () => ferryReport],
  ['20 outlets with long words', () => manyReport(20)],
  ['wide script without spaces', () => longReport('漢字かな', 400)],
  ['wide script with spaces', () => longReport('WWWWW MMMMM ', 200)],
  ['words of 10,000 letters', () => longReport('W', 10_000)],
]

test.each(reports)('the student’s sheet of %s has two pages of A4', async (_name, make) => {
  expect(await pagesOf(studentSheet(await make()))).toBe(2)
})

test('nothing is wider than a phone, light and dark, and axe finds nothing', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const content of [studentSheet(ferryReport), keySheet(ferryReport)]) {
    for (const dark of [false, true]) {
      await page.setViewportSize({ width: 360, height: 800 })
      await show(content, 'screen', dark)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      await page.evaluate(axe)
      const violations = await page.evaluate(async () => {
        const { axe: tool } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string }[] }> }
        }
        return (await tool.run()).violations.map(({ id }) => id)
      })
      expect(violations).toEqual([])
    }
  }
})
