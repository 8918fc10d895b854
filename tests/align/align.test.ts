/** The product rules that align must hold: order, copies, strangers, one column a claim, a cell for every article. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/align/align.js'
import { Alignment, type Cell } from '../../src/model/alignment.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { article, draw } from './draw.js'

const wire = article(
  'wire',
  `Harbour bridge closed after crack is found

Engineers closed the harbour bridge in Velden on Monday after finding a crack in a steel cable.

The repair will cost 12 million crowns and take five weeks, the mayor, Ida Brandt, said. “We will not open it before it is safe for every child,” she told reporters.

Ferries carry commuters free of charge until the bridge opens again.
`,
)
const daily = article(
  'daily',
  `Velden's bridge shut

The harbour bridge in Velden has been shut since Monday because of a crack in one of its cables.

Mayor Ida Brandt put the cost of the repair at 15 million crowns. “We will not open it before it is safe,” she said.

Bakers near the bridge complain of empty shops.
`,
)
const other = article(
  'other',
  `Chess champion retires

Grandmaster Lev Orlin gave up tournament chess on Friday. He wants to teach pupils in the mountains.
`,
)

describe('align', () => {
  it('keeps the contract', () => {
    expect(Alignment.safeParse(align([wire, daily, other])).error).toBeUndefined()
  })

  it('sets what two reports tell in one column and leaves the rest apart', () => {
    const { claims } = align([wire, daily])
    const drawn = claims.map((column) => draw(column, [wire, daily], 4))
    expect(drawn).toContainEqual(expect.stringMatching(/Ferries carry commuters free[^|]*\|-\|/u))
    expect(drawn).toContainEqual(expect.stringMatching(/^\|-\|Bakers near the bridge/u))
    expect(
      drawn.some((line) => line.includes('Engineers closed') && line.includes('The harbour bridge in')),
    ).toBe(true)
  })

  it('shows another value beside the fullest version', () => {
    const { claims } = align([wire, daily])
    const column = claims.find(({ label }) => label.includes('cost'))
    const values = [wire, daily]
      .map((item) => column?.cells[item.id])
      .map((cell) => cell?.state === 'present' && cell.value)
    expect(values).toEqual(['12000000 crown', '15000000 crown'])
    expect(
      Object.values(column?.cells ?? {}).map((cell) => cell.state === 'present' && cell.stance),
    ).toContain('other-value')
  })

  it.each([
    ['The council will not open the harbour bridge to lorries before May.', 'denies'],
    ['The council never agreed to open the harbour bridge to lorries before May.', 'denies'],
    ['The council cannot help but open the harbour bridge to lorries before May.', 'asserts'],
    ['With no vote, the council will open the harbour bridge to lorries before May.', 'asserts'],
  ])('%s: one %s what the other says', (words, stance) => {
    const texts = [words, 'The council agreed to open the harbour bridge to lorries before May.']
    const { claims } = align(texts.map((text, k) => article(`${k}`, `Bridge\n\n${text}\n`)))
    const stances = claims
      .map(({ cells }) => Object.values(cells))
      .filter((cells) => cells.every(({ state }) => state === 'present'))
      .flatMap((cells) => cells.map((cell) => cell.state === 'present' && cell.stance))
    expect(stances.includes('denies') ? 'denies' : stances.at(-1)).toBe(stance)
  })

  it('links a quotation that one report cuts', () => {
    const { quotes } = align([wire, daily])
    const column = quotes.find((candidate) => candidate.label.includes('every child'))
    expect(column && draw(column, [wire, daily], 4)).toBe('|“We will not open|“We will not open|')
    expect(column?.cells[daily.id]).toMatchObject({ state: 'present', form: 'shortened' })
    expect(column?.fullest.article).toBe(wire.id)
  })

  it.each([
    ['Thursday', 'Sunday', 2],
    ['Thursday', 'Friday', 1],
    ['Sunday', 'Monday', 1],
    ['Thursday', 'Thursday', 1],
  ])('a meeting on %s and one on %s are told in %i rows', (one, other, rows) => {
    const told = (day: string): string =>
      `Talks in Velden\n\nThe council of Velden met the shipowners on ${day} to speak about the toll at the northern gate.\n`
    const both = [article('one', told(one)), article('other', told(other))]
    const drawn = align(both).claims.map((column) => draw(column, both, 2))
    expect(drawn.filter((line) => line.includes('The council'))).toHaveLength(rows)
  })

  it('puts every claim in exactly one column and gives each article a cell', () => {
    const articles = [wire, daily, other]
    const { claims, quotes } = align(articles)
    const refs = claims.flatMap((column) => Object.values(column.cells).flatMap(mentionRefs))
    expect(refs.toSorted()).toEqual(
      articles.flatMap((item) => item.claims.map((claim) => claim.id)).toSorted(),
    )
    for (const column of [...claims, ...quotes])
      expect(Object.keys(column.cells)).toEqual(articles.map((item) => item.id).toSorted())
    expect(new Set([...claims, ...quotes].map((column) => column.id)).size).toBe(
      claims.length + quotes.length,
    )
  })

  it('does not depend on the order of the articles', () => {
    const expected = JSON.stringify(align([wire, daily, other]))
    fc.assert(
      fc.property(fc.shuffledSubarray([wire, daily, other], { minLength: 3 }), (order) => {
        expect(JSON.stringify(align(order))).toBe(expected)
      }),
      { numRuns: 6 },
    )
  })

  it('changes nothing among the others when an unrelated article comes', () => {
    const cellsOf = (articles: readonly AnnotatedArticle[]): string[] =>
      [...align(articles).claims, ...align(articles).quotes]
        .filter(
          (column) =>
            column.cells[wire.id]?.state === 'present' || column.cells[daily.id]?.state === 'present',
        )
        .map((column) => JSON.stringify([column.id, column.cells[wire.id], column.cells[daily.id]]))
        .toSorted()
    expect(cellsOf([wire, daily, other])).toEqual(cellsOf([wire, daily]))
  })

  it('finds no difference between two copies of one article', () => {
    const copy = { ...article('copy', wire.text), id: `${wire.id}-2` }
    const renamed = JSON.parse(
      JSON.stringify(copy).replaceAll(`"${wire.id}-`, `"${wire.id}-2-`),
    ) as AnnotatedArticle
    const { claims, quotes, independence } = align([wire, renamed])
    for (const column of [...claims, ...quotes]) {
      const [a, b] = [column.cells[wire.id], column.cells[renamed.id]]
      expect([a?.state, b?.state]).toEqual(['present', 'present'])
      expect(column.texts).toBe(1)
    }
    expect(independence.groups).toEqual([[wire.id, renamed.id]])
  })

  it('says unknown, not absent, for what was cut off or cannot be read', () => {
    const cut: AnnotatedArticle = {
      ...daily,
      completeness: { state: 'truncated', reasons: ['paywall-markup'] },
    }
    const german: AnnotatedArticle = { ...other, language: 'de' }
    const states = align([wire, cut, german]).claims.flatMap((column) =>
      [cut, german].map((item) => JSON.stringify(column.cells[item.id])),
    )
    expect(states.filter((state) => state.includes('"absent"'))).toEqual([])
    expect(states).toContain('{"state":"unknown","reason":"truncated"}')
    expect(states).toContain('{"state":"unknown","reason":"language"}')
  })

  it('gives an empty alignment for no articles', () => {
    expect(align([])).toEqual({
      independence: { groups: [], shared: [] },
      quotes: [],
      claims: [],
      issues: [],
    })
  })
})

function mentionRefs(cell: Cell): string[] {
  return cell.state === 'present' ? cell.mentions.map((mention) => mention.ref) : []
}
