/**
 * A reference (a transcript) set beside the quote columns: where it has the quoted words, it is the fullest version, and the forms of all
 * others are told against it. It is in no independence group and changes no column’s `texts` or `salience`. Words are found in order in
 * windows that start at a run of three (of two in short quotations), by longest common subsequence.
 */
import { diffArrays } from 'diff'
import type { Alignment, Cell, Form, Mention, PresentCell, QuoteColumn } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Speaker } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { firstBy, sortedBy } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { hull, mergeSpans, overlap, sliceSpans } from '../text/spans.js'
import { tokenize, type Token } from '../text/tokens.js'
import { normalText } from '../text/trimmed.js'
import { printedRuns } from './word-order.js'
import { addTo, countsOf } from '../text/grouped.js'

/** From this share of the quoted words on, in order, the reference has the quotation. */
const hasIt = 0.7
/** Shorter quotations are found only as they stand. */
const fewWords = 4
/** A window holds this many times the quotation's words. */
const room = 1.6
/** Windows tried for one quotation. */
const mostWindows = 40
/** Unmarked other words above this share make a version altered. */
const mostForeign = 0.12

export function withReference(
  alignment: Alignment,
  articles: readonly AnnotatedArticle[],
  reference: AnnotatedArticle,
): Alignment {
  const source = indexed(reference)
  const byId = new Map(articles.map((article) => [article.id, article]))
  const unknown: Cell = { state: 'unknown', reason: 'reference' }
  return {
    ...alignment,
    quotes: alignment.quotes.map((column) => setBeside(column, byId, source)),
    claims: alignment.claims.map((column) => ({
      ...column,
      cells: sorted({ ...column.cells, [reference.id]: unknown }),
    })),
  }
}

type Source = {
  readonly article: AnnotatedArticle
  readonly tokens: readonly Token[]
  /** Places where a pair of words stands. */
  readonly pairs: ReadonlyMap<string, readonly number[]>
}

function indexed(article: AnnotatedArticle): Source {
  const tokens = tokenize(article.text)
  const pairs = new Map<string, number[]>()
  tokens.forEach((token, index) => {
    const next = tokens[index + 1]
    if (next) addTo(pairs, `${token.norm} ${next.norm}`, index)
  })
  return { article, tokens, pairs }
}

type Hit = { readonly from: number; readonly to: number; readonly share: number }

function setBeside(
  column: QuoteColumn,
  articles: ReadonlyMap<string, AnnotatedArticle>,
  source: Source,
): QuoteColumn {
  const printed = Object.entries(column.cells).flatMap(([id, cell]) => {
    const article = articles.get(id)
    return article && cell.state === 'present'
      ? cell.mentions.flatMap((mention) => quotedWords(article, mention))
      : []
  })
  const hits = printed.flatMap((words) => find(source, words) ?? [])
  const found = hits.filter(({ share }) => share >= hasIt)
  const [first] = found
  if (!first)
    return { ...column, cells: sorted({ ...column.cells, [source.article.id]: absent(source, hits) }) }
  const spans = sentencesAt(source, found)
  const cell = present(source, spans, found, column)
  const cells = Object.fromEntries(
    Object.entries(column.cells).map(([id, own]) => [id, against(own, articles.get(id), source, spans)]),
  )
  return {
    ...column,
    cells: sorted({ ...cells, [source.article.id]: cell }),
    fullest: { article: source.article.id, spans },
  }
}

function sorted(cells: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(sortedBy(Object.entries(cells), ([id]) => id))
}

/** The printed runs of a mention, word by word; reported speech has none. */
function quotedWords(article: AnnotatedArticle, mention: Mention): readonly (readonly string[])[] {
  const quote = article.quotes.find(({ id }) => id === mention.ref)
  if (quote?.kind === 'indirect') return []
  return printedRuns(article.text, quote?.content ?? mention.spans, quote?.kind !== 'mixed').filter(
    (words) => words.length > 1,
  )
}

function find(source: Source, words: readonly string[]): Hit | null {
  const starts = countsOf(
    words.flatMap((word, index) =>
      (source.pairs.get(`${word} ${words[index + 1] ?? ''}`) ?? []).map((place) =>
        Math.max(0, place - index),
      ),
    ),
  )
  const windows = sortedBy(starts, ([start, count]) => [-count, start]).slice(0, mostWindows)
  const hits = windows.flatMap(([start]) => measure(source, words, start) ?? [])
  return firstBy(hits, ({ share }) => -share) ?? null
}

function measure(source: Source, words: readonly string[], start: number): Hit | null {
  const length = words.length <= fewWords ? words.length : Math.ceil(words.length * room)
  const window = source.tokens.slice(start, start + length).map(({ norm }) => norm)
  const changes = diffArrays(window, [...words], { maxEditLength: 400 })
  if (changes === undefined) return null
  let at = start
  let from = -1
  let to = -1
  let common = 0
  for (const change of changes) {
    if (change.added) continue
    if (!change.removed) {
      if (from < 0) from = at
      to = at + change.count - 1
      common += change.count
    }
    at += change.count
  }
  return from < 0 ? null : { from, to, share: quantise(common / words.length) }
}

/** The whole sentences of the reference that hold what was found. */
function sentencesAt(source: Source, hits: readonly Hit[]): readonly Span[] {
  const spans = hits.flatMap(({ from, to }) => spanOf(source, from, to))
  const whole = source.article.sentences.filter((sentence) =>
    spans.some((span) => overlap(span, sentence) > 0),
  )
  return mergeSpans(
    (whole.length > 0 ? whole : spans).map(({ start, end }) => ({
      start: start + (labelOf(source.article, { start, end })?.[0].length ?? 0),
      end,
    })),
  )
}

function spanOf(source: Source, from: number, to: number): readonly Span[] {
  const first = source.tokens[from]
  const last = source.tokens[to]
  return first && last ? [{ start: first.start, end: last.end }] : []
}

function absent(source: Source, hits: readonly Hit[]): Cell {
  const best = firstBy(hits, (hit) => [-hit.share, hit.from])
  return {
    state: 'absent',
    confidence: quantise(1 - (best?.share ?? 0)),
    nearest: best ? (spanOf(source, best.from, best.to)[0] ?? null) : null,
  }
}

function present(
  source: Source,
  spans: readonly Span[],
  hits: readonly Hit[],
  column: QuoteColumn,
): PresentCell {
  const { start, end } = hull(spans) ?? { start: 0, end: 0 }
  const { article } = source
  const claim = article.claims.find((item) => item.start < end && start < item.end)
  const sentence = article.sentences.find((item) => item.start < end && start < item.end)
  return {
    state: 'present',
    form: 'verbatim',
    stance: 'asserts',
    certainty: 'plain',
    mentions: [
      {
        ref: claim?.id ?? sentence?.id ?? `${article.id}-s0`,
        start,
        end,
        spans,
        voice: 'attributed',
        source: [],
        cue: [],
        speaker: speakerAt(article, start) ?? column.speaker,
        hedged: false,
      },
    ],
    confidence: quantise(Math.max(...hits.map(({ share }) => share))),
  }
}

/** "PRESIDENT LEE: " at the start of a paragraph; a name of one to five words. */
const labelPattern = /^((?:[\p{Lu}][\p{L}.’'-]*\s){0,4}[\p{Lu}][\p{L}.’'-]*)(?:\s\([^()\n]{1,60}\))?:\s+/u

function labelOf({ text }: AnnotatedArticle, { start, end }: Span): RegExpExecArray | null {
  return labelPattern.exec(text.slice(start, Math.min(end, start + 120)))
}

/** The last label at or before the words. A transcript without labels names nobody. */
function speakerAt(article: AnnotatedArticle, offset: number): Speaker | null {
  const labelled = article.blocks
    .filter((block) => block.start <= offset && block.kind !== 'headline')
    .flatMap((block) => labelOf(article, block)?.[1] ?? [])
  const name = labelled.at(-1)
  return name === undefined || /^(?:Q|Question|Reporter|Journalist)$/u.test(name)
    ? null
    : { entity: null, name }
}

/** A version's form against the reference's words. Reported speech keeps its form. */
function against(
  cell: Cell,
  article: AnnotatedArticle | undefined,
  source: Source,
  spans: readonly Span[],
): Cell {
  if (cell.state !== 'present' || !article || cell.form === 'paraphrased' || cell.form === 'weaker')
    return cell
  const own = cell.mentions.flatMap((mention) => quotedWords(article, mention)).flat()
  const whole = normalText(sliceSpans(source.article.text, spans)).split(' ')
  return own.length === 0 ? cell : { ...cell, form: formOf(own, whole) }
}

function formOf(own: readonly string[], whole: readonly string[]): Form {
  const mine = normalText(own.join(' ')).split(' ')
  if (mine.join(' ') === whole.join(' ')) return 'verbatim'
  const changes = diffArrays([...whole], mine, { maxEditLength: 400 })
  const foreign = changes?.reduce((sum, change) => sum + (change.added ? change.count : 0), 0) ?? mine.length
  return foreign > mostForeign * mine.length ? 'altered' : 'shortened'
}
