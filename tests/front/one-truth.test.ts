/** One truth a report: no two places of it contradict each other on who tells what. */
import { describe, expect, test } from 'vitest'
import type { Column } from '../../src/model/alignment.js'
import type { Report } from '../../src/model/report.js'
import type { Span } from '../../src/model/span.js'
import { labelArticles } from '../../src/print/labels.js'
import { aloneRows, claimRows, linkedIn } from '../../src/print/rows.js'
import { tellers } from '../../src/text/compared.js'
import { overlap, spanLength } from '../../src/text/spans.js'
import { compareAll, compareSample, readText, samples } from '../support/event.js'

const courier = `Ferry stops after fire

The ferry Lindgard stopped in the sound of Orsa on Monday after a fire in its engine room, the coast guard said. All 120 passengers were taken off by boats within two hours.

The captain, Ida Brandt, had shut the engine down before anybody smelled smoke. The harbour of Orsa stayed closed until the evening.`

const post = `Passengers taken off ferry in Orsa

Boats took all 120 passengers off the ferry Lindgard on Monday. A fire in the engine room had stopped it in the sound of Orsa, according to the coast guard.

The harbour of Orsa stayed closed until the evening. Divers will look at the hull on Wednesday, the owner said.`

const radio = `Lindgard afire

On Monday a blaze broke out in the engine room of the ferry Lindgard in the sound of Orsa. Nobody was hurt when boats took the passengers off.

Ida Brandt, who is captain of the ferry, shut down the engine before anybody smelled any smoke.`

const events: readonly (readonly [string, () => Promise<Report>])[] = [
  ...samples.map((name) => [name, () => compareSample(name)] as const),
  [
    'a ferry',
    async () =>
      compareAll(
        await Promise.all(
          [courier, post, radio].map((text, at) => readText(`${'abc'.charAt(at)}.txt`, text)),
        ),
      ),
  ],
]

const spansIn = (column: Column, id: string): readonly Span[] => {
  const cell = column.cells[id]
  return cell?.state === 'present' ? cell.mentions.flatMap(({ spans }) => spans) : []
}

describe.each(events)('in the report on %s', (_name, make) => {
  test('who prints the words of a row says it', async () => {
    const report = await make()
    const heads = report.rows?.flatMap(({ column: id }) => report.claims.find((one) => one.id === id) ?? [])
    const doubted = heads?.flatMap((column) =>
      report.articles.filter(({ id, text }) => {
        const cell = column.cells[id]
        const { words = '', added = [] } = column.statement ?? {}
        const isOwn = column.statement && added.length === 0 && text.includes(words)
        return isOwn && cell?.state === 'present' && cell.perhaps === true
      }),
    )
    expect(doubted).toEqual([])
  })

  test('what is found in no other report is in no row, and nothing near it was found', async () => {
    const report = await make()
    const columns = [...report.claims, ...report.quotes]
    const shared = columns.filter((column) => tellers(column).length > 1)
    const labels = labelArticles(report)
    const alone = [...aloneRows(labels, report.claims), ...aloneRows(labels, report.quotes)]
    expect(alone.length).toBeGreaterThan(0)
    for (const { column, label } of alone) {
      const cells = Object.values(column?.cells ?? {})
      const open = cells.filter((cell) => cell.state === 'unknown' && cell.reason === 'told-differently')
      expect(open, label).toEqual([])
      const linked = report.articles.flatMap(({ id }) =>
        (column ? spansIn(column, id) : []).filter((own) =>
          shared
            .flatMap((other) => spansIn(other, id))
            .some((span) => 2 * overlap(own, span) >= Math.min(spanLength(own), spanLength(span))),
        ),
      )
      expect(linked, label).toEqual([])
    }
  })

  test('no line says of a report that a row links that it is silent, or that nobody can tell', async () => {
    const { findings, claims } = await make()
    for (const { kind, evidence, silent = [], unknown = [], sentence } of findings) {
      if (kind !== 'omitted-claim' && kind !== 'only-here') continue
      const telling = evidence.filter(({ role }) => role === 'asserts')
      const linked = [...silent, ...unknown].filter((id) =>
        claims.some((column) => {
          const cell = column.cells[id]
          if (cell?.state !== 'present' || cell.perhaps === true) return false
          return telling.some((passage) =>
            spansIn(column, passage.article).some((span) => overlap(span, passage) > 0),
          )
        }),
      )
      expect(linked, sentence).toEqual([])
    }
  })

  test('as many reports are counted for a row as are said to say it', async () => {
    const report = await make()
    for (const { column, answers, label } of claimRows(report, labelArticles(report))) {
      if (column === undefined) continue
      const told = answers.filter(({ state }) => state === 'value')
      const numberOf = (some: typeof told): number => some.flatMap(({ articles }) => articles).length
      const saying = told.filter(({ pieces }) => pieces.some(({ text }) => text.startsWith('says this')))
      const [number, others] = [numberOf(told), numberOf(told) - numberOf(saying)]
      const linked = linkedIn(report, column)
      expect(linked, label).toMatch(number === 0 ? /^perhaps/u : new RegExp(`^found in ${number} of `, 'u'))
      expect(/in (\d+) of them otherwise/u.exec(linked)?.[1] ?? '0', label).toBe(`${others}`)
    }
  })
})

test('what stands nearly word for word in another report is not found in one alone', async () => {
  const report = await events[2]?.[1]()
  const rows = report ? aloneRows(labelArticles(report), report.claims).map(({ label }) => label) : []
  expect(rows.join('\n')).toContain('Divers will look at the hull')
  expect(rows.join('\n')).not.toMatch(/smelled|harbour of Orsa/u)
})
