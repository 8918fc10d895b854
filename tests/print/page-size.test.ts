/** The page of a realistic event of ten reports: under 1.5 MB, with findings, rows and texts. */
import { expect, test } from 'vitest'
import { renderHtml } from '../../src/print/html/page.js'
import { compareAll, readSample, readText } from '../support/event.js'

test('ten reports of one event stay under 1.5 MB', async () => {
  const five = await readSample('moscow-talks')
  const told = five.map(({ text, blocks }) =>
    blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => text.slice(start, end)),
  )
  /** Five more: every other paragraph of one report with the rest of the next, as rewritten copy has it. */
  const more = await Promise.all(
    told.map((own, index) => {
      const next = told[(index + 1) % told.length] ?? []
      const mixed = own.map((words, place) => (place % 2 === 0 ? words : (next[place] ?? words)))
      return readText(`outlet-${index}.txt`, [`Report ${index} on the talks`, ...mixed].join('\n\n'))
    }),
  )
  const report = compareAll([...five, ...more])
  const page = renderHtml(report)
  expect(report.articles).toHaveLength(10)
  expect(page.match(/id="cc-/g)?.length).toBeGreaterThan(20)
  expect(page.match(/class="entry finding"/g)?.length).toBeGreaterThan(10)
  expect(Buffer.byteLength(page)).toBeLessThan(1_500_000)
})
