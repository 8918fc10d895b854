/** What two texts build on and a third never mentions. */
import { describe, expect, test } from 'vitest'
import { compareAll, readText } from '../support/event.js'
import type { Report } from '../../src/model/report.js'

const one = `Council votes on the bridge

The council voted on Monday to close the old bridge over the Tarn for two years.

Inspectors had found asbestos there, the mayor said. Experts will carry the asbestos out of town first.`

const other = `Tarn bridge will close

The old bridge over the Tarn will be closed for two years, the council decided on Monday.

Workers had noticed asbestos in spring and told the council. Removing the asbestos costs 4 million crowns.`

const silent = `Bridge over the Tarn to close for two years

The council decided on Monday that the old bridge over the Tarn will close for two years.

Buses will take another road, the mayor said.`

async function report(...texts: readonly string[]): Promise<Report> {
  return compareAll(await Promise.all(texts.map((text, at) => readText(`${'abc'.charAt(at)}.txt`, text))))
}

function themesIn({ findings }: Report) {
  return findings.filter(({ kind }) => kind === 'omitted-theme')
}

describe('a thing that two reports name', () => {
  test('is said to be never mentioned by the third', async () => {
    const found = await report(one, other, silent)
    const [theme] = themesIn(found).filter(({ detail }) => detail.referent === 'asbestos')
    const [a, b, c] = found.articles.map(({ id }) => id)
    expect(theme?.question).toBe('Who mentions “asbestos”?')
    expect(theme?.silent).toEqual([c])
    expect(theme?.detail.times).toEqual({ [a ?? '']: 2, [b ?? '']: 2 })
    for (const { article, start, end } of theme?.evidence ?? [])
      expect(found.articles.find(({ id }) => id === article)?.text.slice(start, end)).toMatch(/asbestos/iu)
  })

  test('is no theme where the third has it in another form', async () => {
    const named = silent.replace('Buses', 'Because of the asbestos buses')
    const found = await report(one, other, named)
    expect(themesIn(found).map(({ detail }) => detail.referent)).not.toContain('asbestos')
  })

  test('is no theme where the third was not read whole', async () => {
    const texts = await Promise.all(
      [one, other, silent].map((text, at) => readText(`${'abc'.charAt(at)}.txt`, text)),
    )
    const cut = texts.map((article, at) =>
      at === 2
        ? { ...article, completeness: { state: 'truncated' as const, reasons: ['cut-off' as const] } }
        : article,
    )
    expect(themesIn(compareAll(cut))).toEqual([])
  })
})
