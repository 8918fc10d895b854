/**
 * What happened, in one sentence of one report that others tell too.
 *
 * In: a Report. Out: the most widely told statement of those that stand first in their reports, and whose words they are;
 * null where no statement is carried by two independent texts. Never: what reports dispute, words of two reports joined, or
 * a list of who tells it: a row links what is near, and a letter that is missing would say that a report does not.
 */
import type { ClaimColumn, Mention } from '../model/alignment.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { statementOf } from './agreed-words.js'
import { sureEnough, undisputed } from './agreement.js'
import { columnTitle } from './column-title.js'
import { comparedGroups } from './counts.js'
import { contentOf } from './held-words.js'
import { passageText } from './passage.js'
import { oneLine, unstopped } from './trimmed.js'

export type Happened = {
  readonly words: string
  readonly column: string
  /** Id of the report in whose words it is told. */
  readonly article: string
}

const fewestWords = 6
const mostWords = 30

export function happened(report: Report): Happened | null {
  const texts = comparedGroups(report).length
  const columns = report.claims
    .filter(undisputed(report))
    .map((column) => ({ column, told: tellings(report, column) }))
    .filter(({ told }) => isWidely(new Set(told.map(({ group }) => group)).size, texts))
    .sort(
      byKeys(
        ({ column, told }) =>
          -quantise(new Set(told.map(({ group }) => group)).size * (0.25 + column.salience)),
        ({ column }) => column.id,
      ),
    )
  for (const { column, told } of columns) {
    const best = plainest(told)
    if (best === null) continue
    return { words: best.words, column: column.id, article: best.article }
  }
  return null
}

/** Two texts, and of many a third: what fewer tell may be news of their own. */
function isWidely(told: number, texts: number): boolean {
  return told > 1 && told * 3 >= texts
}

type Telling = {
  readonly article: string
  /** The independent text it belongs to. */
  readonly group: number
  /** In the headline or the first paragraph. */
  readonly first: boolean
  readonly words: string
}

/** The words in which reports tell a column in their own voice, where they surely do. */
function tellings(report: Report, column: ClaimColumn): readonly Telling[] {
  return report.articles.flatMap((article) => {
    const cell = column.cells[article.id]
    if (cell?.state !== 'present' || cell.confidence < sureEnough || article.role === 'reference') return []
    const lead = article.blocks.find(({ kind }) => kind === 'paragraph')
    return cell.mentions
      .filter(({ voice }) => voice !== 'attributed')
      .map((mention) => ({
        article: article.id,
        group: report.independence.groups.findIndex((ids) => ids.includes(article.id)),
        first: mention.start < (lead?.end ?? 0),
        words: unstopped(columnTitle({ label: oneLine(wordsOf(article, mention)) })),
      }))
  })
}

/** A clause that stands alone, or a headline told whole. */
function wordsOf(article: InspectedArticle, mention: Mention): string {
  const { headline } = article
  if (headline === null || mention.start >= headline.end) return statementOf(article, mention) ?? ''
  const whole = mention.end - mention.start > 0.9 * (headline.end - headline.start)
  return whole ? passageText(article, [headline]) : ''
}

/**
 * Of the words in which the reports of a column tell it, those that stand first in theirs, and have most in common with
 * the others. All state the same: that is what makes a column.
 */
function plainest(told: readonly Telling[]): Telling | null {
  const [best] = told
    .filter(({ words }) => speaksForItself(words))
    .map((one) => ({ ...one, cost: -inCommon(one.words, told) }))
    .sort(
      byKeys(
        ({ first }) => (first ? 0 : 1),
        ({ cost }) => cost,
        ({ words }) => words.length,
        ({ words }) => words,
      ),
    )
  return best?.first === true ? best : null
}

/** Share of words that the others have, and of the others' words that these have. */
function inCommon(words: string, told: readonly Telling[]): number {
  const own = contentOf(words)
  const shares = told.map((other) => {
    const there = contentOf(other.words)
    const common = [...own].filter((key) => there.has(key)).length
    return (2 * common) / Math.max(1, own.size + there.size)
  })
  return quantise(shares.reduce((sum, share) => sum + share, 0))
}

/** It names what it is about and no day that only its report knows, and is a sentence of its own. */
function speaksForItself(words: string): boolean {
  const number = words.split(' ').length
  return (
    number >= fewestWords &&
    number <= mostWords &&
    !/[:“”"…]/u.test(words) &&
    !/\b(?:today|yesterday|tonight|tomorrow)\b/iu.test(words) &&
    !/^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|there|then|who|which)\b/iu.test(
      words,
    )
  )
}
