/**
 * Reports that seem to be of another event than the rest of a comparison: another day's news on the same person, another
 * person of the same name.
 *
 * In:    the articles of a comparison and their Alignment. Out: ids.
 * Never: calls one strange that is about as near to another as they are among themselves. Of two reports nobody can tell which
 *        is the stranger, nor of two of each of two events.
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { isCompared } from '../text/compared.js'
import { pairsOf } from '../text/pairs-of.js'
import { quantise } from '../text/quantise.js'
import { decisionsOf, logOdds, pairFeatures, storiesModel } from './likeness.js'
import { storyText } from './words.js'

/** What counts beside how near its words are: how much of it is in rows with another, and how far it stays behind the others in both. */
const ofRows = 0.5
const behind = { words: 0.2, rows: 1 }
/** Beyond this reports are no nearer to each other. */
const nearest = 4
const strangeBelow = -2.4

type Pair = {
  readonly ids: readonly [string, string]
  /** Log odds of one story, by the words. */
  readonly words: number
  /** Share of the shorter one's claims in rows with the other, as a logarithm. */
  readonly rows: number
}

export function strangersAmong(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
): ReadonlySet<string> {
  const reports = articles.filter((article) => article.role !== 'reference' && isCompared(article))
  const pairs = pairsIn(reports, alignment)
  const isStrange = ({ id }: AnnotatedArticle): boolean => {
    const own = pairs.filter(({ ids }) => ids.includes(id))
    const others = pairs.filter(({ ids }) => !ids.includes(id))
    return others.length > 0 && strangeness(own, others) < strangeBelow
  }
  return new Set(reports.filter(isStrange).map(({ id }) => id))
}

function strangeness(own: readonly Pair[], others: readonly Pair[]): number {
  const best = (pairs: readonly Pair[], of: 'words' | 'rows'): number =>
    Math.max(...pairs.map((pair) => Math.min(nearest, pair[of])))
  const [words, rows] = [best(own, 'words'), best(own, 'rows')]
  return quantise(
    words +
      ofRows * rows -
      behind.words * (best(others, 'words') - words) -
      behind.rows * (best(others, 'rows') - rows),
  )
}

function pairsIn(reports: readonly AnnotatedArticle[], { claims, quotes }: Alignment): readonly Pair[] {
  const { pair } = decisionsOf(storiesModel())
  // Without its time: a report of the next day may be of the same event.
  const read = reports.map((article) => ({ article, words: storyText(article).words, time: null }))
  const rows = [...claims, ...quotes].map(({ cells }) => cells)
  return pairsOf(read).map(([a, b]) => {
    const ids = [a.article.id, b.article.id] as const
    const linked = rows.reduce((sum, row) => {
      const told = ids.flatMap((id) => (row[id]?.state === 'present' ? [row[id].confidence] : []))
      return told.length < 2 ? sum : sum + Math.min(...told)
    }, 0)
    const shorter = Math.min(a.article.claims.length, b.article.claims.length)
    return {
      ids,
      words: logOdds(pair, pairFeatures(a, b)),
      rows: Math.log((linked + 0.5) / (shorter + 0.5)),
    }
  })
}
