/** What every HTML piece is given: the Report, how its articles are called, and what links may lead to. */
import type { Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import { sortedOf } from '../blocks.js'
import { labelArticles, type ArticleLabel, type Labels } from '../labels.js'

export type View = {
  readonly report: Report
  readonly labels: Labels
  /** Ids of the columns that stand on this page: what a link may lead to. */
  readonly reachable: ReadonlySet<string>
  /** Ids of the findings that stand on this page. */
  readonly findings: ReadonlySet<string>
  /** A short number for each column, by which sentences of one thing find each other. */
  readonly columnNumber: ReadonlyMap<string, number>
}

/** Passages shown of one row. */
export const mostCards = 12

/** Findings shown in each list of the page; the rest is in findings.csv, and the page says so. `size` is of ten reports. */
const mostFindings = { items: 40, size: 110_000 }

export function viewOf(report: Report): View {
  const { front, notes, dismissed } = sortedOf(report.findings)
  const size = mostFindings.size * Math.max(1, Math.min(2.5, 10 / report.articles.length))
  const shown = [front, notes, dismissed].flatMap((list) => firstOf(list, size))
  return {
    report,
    labels: labelArticles(report),
    reachable: new Set(),
    findings: new Set([...(report.front ?? []), ...shown.map(({ id }) => id)]),
    columnNumber: new Map([...report.claims, ...report.quotes].map(({ id }, index) => [id, index])),
  }
}

/** Those of a list that stand on the page. */
export function onPage({ findings }: View, list: readonly Finding[]): readonly Finding[] {
  return list.filter(({ id }) => findings.has(id))
}

function firstOf(list: readonly Finding[], most: number): readonly Finding[] {
  let size = 0
  return list.slice(0, mostFindings.items).filter((finding, index) => {
    size += sizeOf(finding)
    return size <= most || index === 0
  })
}

/** Characters of markup that a finding needs, about: itself, and a card for each passage. */
function sizeOf({ sentence, evidence }: Finding): number {
  const words = evidence.reduce((sum, { start, end }) => sum + Math.min(1_200, end - start), 0)
  return 1_600 + 3 * sentence.length + 900 * Math.min(mostCards, evidence.length) + words
}

/** Bounds the text of an article on the page when a source is a book; the rest is in the JSON report. */
export const mostCharacters = 40_000

/** Rows for claims and quotations, so that a page of ten reports stays below 1.5 MB, one of more in the same measure. */
export function roomFor({ articles }: Report): { readonly claims: number; readonly quotes: number } {
  const texts = articles.reduce(
    (sum, { text }) => sum + 20_000 + 3 * Math.min(text.length, mostCharacters),
    0,
  )
  const left = 1_420_000 * Math.max(1, articles.length / 10) - 480_000 - texts
  const between = (least: number, most: number, share: number): number =>
    Math.max(least, Math.min(most, left * share))
  return { claims: between(120_000, 550_000, 0.65), quotes: between(70_000, 300_000, 0.35) }
}

type Placed = { readonly article: Pick<InspectedArticle, 'sentences' | 'excerpts'> }

/** Where a place of a text stands on this page: its sentence, or the article where no sentence holds it. */
export function placeAnchor(
  { article, letter, anchor }: Placed & Pick<ArticleLabel, 'letter' | 'anchor'>,
  place: number,
): string {
  const index = article.sentences.findIndex((one) => one.start <= place && place < one.end)
  if (index < 0 || article.excerpts !== undefined || place >= mostCharacters) return anchor
  return sentenceAnchor(letter, index)
}

export function sentenceAnchor(letter: string, index: number): string {
  return `s-${letter.toLowerCase()}-${index + 1}`
}
