/**
 * Cells and findings agree: no cell is `absent` where the second look finds something that speaks against absence, and
 * no report is said to lack what a row links with it. On generated events and on the samples.
 */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { refute, settleCells, tellersOf, toldAt } from '../../src/align/silence.js'
import { viewsOf } from '../../src/likeness/view.js'
import { bannedIn } from '../front/lexicon.js'
import type { Alignment, Cell, Column } from '../../src/model/alignment.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Evidence, Finding } from '../../src/model/comparison.js'
import { compareSample, readSample, samples } from '../support/event.js'
import { alignment, article, type Drawn } from './event.js'
import { compare } from './worded.js'

const columnsOf = ({ claims, quotes }: Pick<Alignment, 'claims' | 'quotes'>): readonly Column[] => [
  ...claims,
  ...quotes,
]

/** What stands against each `absent` cell. */
function against(articles: readonly AnnotatedArticle[], columns: readonly Column[]): readonly string[] {
  const views = new Map(viewsOf(articles).map((view) => [view.id, view]))
  return columns.flatMap((column) => {
    const tellers = tellersOf(column, (id) => views.get(id))
    return Object.entries(column.cells).flatMap(([id, cell]) => {
      const view = views.get(id)
      if (!view || cell.state !== 'absent' || tellers.length === 0) return []
      // The cell is settled, so its own doubt is what stands against it; and it must not have been too early.
      const { reason } = refute(column, tellers, view, 0)
      return [
        ...(1 - cell.confidence >= toldAt ? ['told-differently'] : []),
        ...(reason === 'too-early' ? [reason] : []),
      ]
    })
  })
}

/** The states that reports said to lack something have in the rows of the passages that tell it. */
function omittedStates(findings: readonly Finding[], columns: readonly Column[]): readonly Cell['state'][] {
  return findings
    .filter(({ kind }) => kind === 'omitted-claim' || kind === 'omitted-quote')
    .flatMap(({ articles, evidence }) =>
      evidence
        .filter(({ role }) => role === 'asserts')
        .flatMap((told) => columns.filter((column) => mentions(column, told)))
        .flatMap((column) => articles.flatMap((id) => column.cells[id]?.state ?? [])),
    )
}

function mentions(column: Column, { article: id, start, end }: Evidence): boolean {
  const cell = column.cells[id]
  return (
    cell?.state === 'present' && cell.mentions.some((mention) => mention.start >= start && mention.end <= end)
  )
}

const statements = [
  [
    '{c1:The ferry Marigold ran aground near Ostrava Point}.',
    'Near Ostrava Point the Marigold, a ferry, hit the ground.',
  ],
  ['{c2:The mayor thanked the crews on the quay}.', 'Crews on the quay had the thanks of the mayor.'],
  ['“{q1|Mara Sol:We lost the whole cargo},” Mara Sol said.', 'Mara Sol said the cargo was lost as a whole.'],
] as const
const hours = [
  '2026-03-01T06:00:00Z',
  '2026-03-01T18:00:00Z',
  '2026-03-01',
  '2026-03-01T18:00',
  null,
] as const

/** When a report was published, and whether it tells each statement in the column's words (0), in others (1) or not at all (2). */
type Row = readonly [publishedAt: string | null, ...picks: number[]]

const event = (rows: readonly Row[]): readonly Drawn[] =>
  rows.map(([publishedAt, ...picks], index) => {
    const told = picks.flatMap((pick, at) => statements[at]?.[pick] ?? []).join(' ')
    const drawn = article(`Outlet ${index}`, `Report ${index}`, `${told} {c9:The harbour is open again}.`)
    return { ...drawn, article: { ...drawn.article, publishedAt } }
  })

const anyEvent = fc
  .array(fc.tuple(fc.constantFrom(...hours), ...statements.map(() => fc.nat(2))), {
    minLength: 2,
    maxLength: 4,
  })
  .map(event)

/** Between them they have a cell of every state and reason, so that the property never passes for want of one. */
const everyState = [
  event([
    ['2026-03-01T06:00:00Z', 0, 2, 0],
    ['2026-03-01T18:00:00Z', 0, 0, 0],
    ['2026-03-01T18:00:00Z', 0, 0, 0],
  ]),
  event([
    ['2026-03-01', 0, 0, 0],
    ['2026-03-01', 0, 0, 0],
    ['2026-03-01', 1, 2, 2],
  ]),
]

describe('settled cells of generated events', () => {
  it('are absent only where nothing speaks against it, and no omission is told of a linked one', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyEvent, (drawn) => {
        const articles = drawn.map((item) => item.article)
        const settled = settleCells(articles, alignment(drawn))
        const columns = columnsOf(settled)
        expect(against(articles, columns)).toEqual([])
        for (const state of omittedStates(compare(articles, settled).findings, columns)) {
          expect(state).not.toBe('present')
          seen.add('omission')
        }
        for (const column of columns)
          for (const cell of Object.values(column.cells))
            seen.add(cell.state === 'unknown' ? cell.reason : cell.state)
      }),
      { numRuns: 60, examples: everyState.map((drawn) => [drawn]) },
    )
    expect([...seen].sort()).toEqual(['absent', 'omission', 'present', 'told-differently', 'too-early'])
  })

  it('leaves present cells and cells that could not be looked at as they were', () => {
    fc.assert(
      fc.property(anyEvent, (drawn) => {
        const before = alignment(drawn)
        const after = settleCells(
          drawn.map((item) => item.article),
          before,
        )
        columnsOf(before).forEach((column, index) => {
          for (const [id, cell] of Object.entries(column.cells))
            if (cell.state !== 'absent') expect(columnsOf(after)[index]?.cells[id]).toEqual(cell)
        })
      }),
      { numRuns: 20 },
    )
  })
})

test('the silence of a report that shares nothing with any other says nothing', () => {
  const told = '{c1:The ferry Marigold ran aground near Ostrava Point}.'
  const recipe = article('Cook', 'Soup', '{c7:Let the onions turn soft in butter}.')
  const drawn = [article('Ant', 'Ferry', told), article('Bee', 'Ferry', `${told} {c9:It rained}.`), recipe]
  const settled = settleCells(
    drawn.map((item) => item.article),
    alignment(drawn),
  )
  const [column, rain] = ['col-c1', 'col-c9'].map((id) => settled.claims.find((one) => one.id === id))
  expect(column?.cells[recipe.article.id]).toEqual({ state: 'unknown', reason: 'unrelated' })
  expect(rain?.cells[drawn[0]?.article.id ?? '']?.state).toBe('absent')
})

test.each(samples)('settled cells of %s agree with its omissions', async (sample) => {
  const articles = await readSample(sample)
  const report = await compareSample(sample)
  expect(against(articles, columnsOf(report))).toEqual([])
  const states = omittedStates(report.findings, columnsOf(report))
  expect(states.length).toBeGreaterThan(0)
  expect(states).not.toContain('present')
  for (const column of columnsOf(report))
    for (const cell of Object.values(column.cells))
      if (cell.state === 'unknown' && cell.reason === 'told-differently') expect(cell.nearest).toBeDefined()
})

describe('too early', () => {
  const teller = (name: string, publishedAt: string | null): AnnotatedArticle => ({
    ...article(
      name,
      `Ferry ${name}`,
      '{c1:The ferry Marigold ran aground near Ostrava Point}. {c2:Crews were thanked}.',
    ).article,
    publishedAt,
  })
  const marks = article(
    'Ant',
    'Ferry Ant',
    '{c1:The ferry Marigold ran aground near Ostrava Point}. {c2:Crews were thanked}.',
  ).marks
  const cellOf = (early: string | null, late: string): Cell | undefined => {
    const silent = article('Cat', 'Crews thanked', '{c2:Crews were thanked}.')
    const drawn: Drawn[] = [
      { article: teller('Ant', late), marks },
      { ...silent, article: { ...silent.article, publishedAt: early } },
    ]
    const settled = settleCells(
      drawn.map((item) => item.article),
      alignment(drawn),
    )
    return settled.claims.find(({ id }) => id === 'col-c1')?.cells[silent.article.id]
  }

  it.each([
    ['seven hours before', '2026-03-01T05:00:00Z', '2026-03-01T12:00:00Z', 'too-early'],
    ['seven hours before by two clocks', '2026-03-01T08:00:00+03:00', '2026-03-01T12:00:00Z', 'too-early'],
    ['five hours before', '2026-03-01T07:00:00Z', '2026-03-01T12:00:00Z', null],
    ['a day alone, the same', '2026-03-01', '2026-03-01T23:00:00Z', null],
    ['a day alone, three days before', '2026-02-26', '2026-03-01T23:00:00Z', 'too-early'],
    ['seven hours before, zone not given', '2026-03-01T05:00', '2026-03-01T12:00:00Z', null],
    ['no time given', null, '2026-03-01T12:00:00Z', null],
  ])('%s', (_name, early, late, reason) => {
    expect(cellOf(early, late)).toMatchObject(
      reason === null ? { state: 'absent' } : { state: 'unknown', reason },
    )
  })

  it('is said of a report that can be judged alone, without a banned word', () => {
    const drawn = ['Ant', 'Bee'].map((name): Drawn => ({
      article: teller(name, '2026-03-01T12:00:00Z'),
      marks,
    }))
    const early = article('Cat', 'Crews thanked', '{c2:Crews were thanked}.')
    const other = article(
      'Dog',
      'Grounded',
      '{c2:Crews were thanked}. Near Ostrava Point the Marigold hit the ground, a ferry.',
    )
    const silent = article('Eel', 'Crews thanked at last', '{c2:Crews were thanked}.')
    const all = [
      ...drawn,
      { ...early, article: { ...early.article, publishedAt: '2026-02-27' } },
      other,
      silent,
    ]
    const articles = all.map((item) => item.article)
    const found = compare(articles, settleCells(articles, alignment(all))).findings.find(
      ({ kind }) => kind === 'omitted-claim',
    )
    expect(found?.sentence).toContain('Does not say: Eel')
    expect(found?.articles).toEqual([silent.article.id])
    expect(bannedIn(found?.sentence ?? '')).toEqual([])
  })
})
