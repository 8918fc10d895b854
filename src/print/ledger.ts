/**
 * The quote ledger: for each utterance what every report prints of it, how it is credited in print, and what was cut.
 *
 * In: a Report. Out: entries. Never: calls a version the original; there is none unless the user gives one.
 */
import type { Cell, Mention, QuoteColumn } from '../model/alignment.js'
import type { Quote } from '../model/annotation.js'
import type { Edit, Finding } from '../model/comparison.js'
import type { InspectedArticle, Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { contains, mergeSpans, overlap } from '../text/spans.js'
import { tellers } from './counts.js'
import { passageText } from './passage.js'
import { findingsByColumn } from './synopsis.js'

export type LedgerEntry = {
  readonly column: QuoteColumn
  readonly findings: readonly Finding[]
  /** Some cut takes away a negation, a condition, a hedge or the like. */
  readonly weighty: boolean
}

export type PrintedVersion = {
  readonly mention: Mention
  /** The words around the utterance that credit it, `…` where the utterance stands; '' where nothing does. */
  readonly credit: string
  readonly quote: Quote | undefined
}

/** Utterances in two reports or more, and those in one alone, each in the report's order. */
export function ledger(report: Report): {
  readonly shared: readonly LedgerEntry[]
  readonly alone: readonly QuoteColumn[]
} {
  const by = findingsByColumn(report.findings)
  const shared = report.quotes
    .filter((column) => tellers(column).length > 1)
    .map((column) => {
      const findings = by.get(column.id) ?? []
      const weighty = findings.some(({ detail }) => detail.edits?.some((edit) => edit.carries !== null))
      return { column, findings, weighty }
    })
  return { shared, alone: report.quotes.filter((column) => tellers(column).length === 1) }
}

/** Changes that findings name for this article's version, each once. */
export function editsOf(entry: LedgerEntry, article: string): readonly Edit[] {
  const edits = entry.findings
    .filter((finding) => finding.articles.includes(article))
    .flatMap((finding) => finding.detail.edits ?? [])
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()]
}

export function versionsOf(article: InspectedArticle, cell: Cell): readonly PrintedVersion[] {
  if (cell.state !== 'present') return []
  return withoutNested(cell.mentions).map((mention) => ({
    mention,
    credit: creditOf(article, mention),
    quote: article.quotes.find((quote) => quote.id === mention.ref),
  }))
}

/** A mention that stands inside another's words is printed with it: the words are there once. */
function withoutNested(mentions: readonly Mention[]): readonly Mention[] {
  const around = (outer: Mention, inner: Mention): boolean =>
    outer !== inner && inner.spans.every((span) => outer.spans.some((one) => contains(one, span)))
  return mentions.filter(
    (one, index) =>
      !mentions.some((other, place) => around(other, one) && !(around(one, other) && index < place)),
  )
}

const longestCredit = 220

/** The sentence or sentences of the passage without the passage: who is credited, with which verb, where and when. */
function creditOf(article: InspectedArticle, mention: Mention): string {
  const parts = [...mention.source, ...mention.cue]
  if (parts.length === 0 || article.excerpts !== undefined) return ''
  const sentences = article.sentences.filter((sentence) =>
    parts.some((part) => contains(sentence, part) || overlap(sentence, part) > 0),
  )
  const words = sentences
    .map((sentence) => without(article, sentence, mention.spans))
    .join(' ')
    .replace(/(?:…\s*)+/g, '… ')
    .trim()
  return words.length > longestCredit || !/\p{L}/u.test(words) ? printedCredit(article, mention) : words
}

function printedCredit(article: InspectedArticle, mention: Mention): string {
  const inOrder = mergeSpans([...mention.source, ...mention.cue])
  return inOrder.map((span) => passageText(article, [span])).join(' … ')
}

function without(article: InspectedArticle, sentence: Span, gaps: readonly Span[]): string {
  let text = ''
  let reached = sentence.start
  for (const gap of mergeSpans(gaps)) {
    if (overlap(gap, sentence) === 0) continue
    text += `${article.text.slice(reached, Math.max(reached, gap.start))}… `
    reached = Math.min(sentence.end, Math.max(reached, gap.end))
  }
  return (text + article.text.slice(reached, sentence.end)).replace(/\s+/g, ' ').trim()
}
