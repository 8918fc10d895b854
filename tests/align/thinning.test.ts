/** Thinning: small events untouched, large ones compared sparsely, strangers without influence. */
import { describe, expect, it } from 'vitest'
import { articleBags } from '../../src/align/kinship.js'
import { Lexicon } from '../../src/likeness/lexicon.js'
import { thinning, type Thinning } from '../../src/align/thinning.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { article } from './draw.js'

const told = article('told', 'Engineers closed the harbour bridge in Velden after finding a cracked cable.\n')
const other = article('other', 'A grandmaster gave up tournament chess; pupils cheered in the mountains.\n')
const many = (count: number, from = told): AnnotatedArticle[] =>
  Array.from({ length: count }, (_, k) => ({ ...from, id: `${from.id}-${k}` }))
const FULL = 6
const thinningOf = (articles: readonly AnnotatedArticle[], lexicon: Lexicon): Thinning => {
  const ids = articles.map(({ id }) => id)
  return thinning(ids, articleBags(articles, lexicon), lexicon, FULL)
}
/** `#` where two articles are compared in full. */
const plan = (articles: readonly AnnotatedArticle[]): string[] => {
  const thin = thinningOf(articles, new Lexicon())
  return articles.map((_, a) => articles.map((__, b) => (thin(a, b) === null ? '#' : '.')).join(''))
}

describe('thinning', () => {
  it('compares everything in a small event', () => {
    expect(plan(many(FULL + 1)).join('')).toBe('#'.repeat((FULL + 1) ** 2))
  })
  it('compares an article of a large event with about as many others as in a small one', () => {
    const rows = plan(many(60))
    const full = rows.map((row) => row.replaceAll('.', '').length - 1)
    expect(full.reduce((sum, count) => sum + count, 0) / 60).toBeCloseTo(FULL, -0.5)
    rows.forEach((row, a) => {
      expect(row).toBe(rows.map((column) => column[a]).join(''))
    })
  })
  it('is not moved by a stranger, who is compared in full', () => {
    const rows = plan(many(30))
    const more = plan([...many(30), other])
    expect(more.slice(0, 30).map((row) => row.slice(0, 30))).toEqual(rows)
    expect(more.at(-1)).toBe('#'.repeat(31))
  })
  it('looks for rare words in the other pairs', () => {
    const [first, ...rest] = many(30)
    if (!first) throw new Error('no article')
    const rare = article('rare', `${told.text} Beekeepers protested.\n`)
    const articles = [first, ...rest, { ...rare, id: 'z-1' }, { ...rare, id: 'z-2' }]
    const lexicon = new Lexicon()
    const thin = thinningOf(articles, lexicon)
    const thinned = articles.map((_, a) => thin(a, 0)).find((words) => words !== null)
    expect(thinned?.has(lexicon.idOf('beekeepers'))).toBe(true)
    expect(thinned?.has(lexicon.idOf('bridge'))).toBe(false)
  })
})
