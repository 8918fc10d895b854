/**
 * Who says what, against PolNeAR's annotators (Newell, Margolin and Ruths, LREC 2018).
 * In: `attribution/<part>`. Out: content by exact span, by character and by overlap; source and cue of matched ones;
 * direct quotations of five words or more whose source overlaps the gold one.
 */
import path from 'node:path'
import { jsonLines, withFiles } from '../gold.js'
import { anyOverlap, f1, length, overlap, share, type InspectedArticle, type Span } from '../metrics.js'
import { inspectFiles, timed } from '../reading.js'
import { spreadOf, type PackRun } from '../result.js'

type Pair = readonly [number, number]
type Article = {
  readonly id: string
  readonly text: string
  readonly attributions: readonly {
    readonly content: readonly Pair[]
    readonly source?: readonly Pair[]
    readonly cue?: readonly Pair[]
  }[]
  readonly discard?: readonly Pair[]
}
type Quote = {
  readonly doc: string
  readonly quote: Pair
  readonly words: number
  readonly attribution?: string | null
  readonly source?: readonly Pair[] | Pair
}
type Attribution = {
  readonly content: readonly Span[]
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
}

const nothing = {
  exact: 0,
  predicted: 0,
  gold: 0,
  bothChars: 0,
  predictedChars: 0,
  goldChars: 0,
  matched: 0,
  withSource: 0,
  sourceExact: 0,
  sourceOverlap: 0,
  cueOverlap: 0,
  direct: 0,
  directFound: 0,
  directSource: 0,
  unattributed: 0,
  unattributedFound: 0,
  textChanged: 0,
}
type Counts = typeof nothing

export const attribution: PackRun = async (gold, part, limit) => {
  const folder = path.join(gold, 'attribution', part)
  const articles = jsonLines<Article>(path.join(folder, 'articles.jsonl')).slice(0, limit)
  const quotes = jsonLines<Quote>(path.join(folder, 'quotes.jsonl'))
  const files = articles.map((article, index) => [`${index}.txt`, article.text] as const)
  const [found, seconds] = await timed(() => withFiles(files, inspectFiles))
  const units = articles.map((article, index) =>
    scoreArticle(
      article,
      quotes.filter((quote) => quote.doc === article.id),
      found[index],
    ),
  )
  const total = sum(units)
  return {
    pack: 'attribution',
    part,
    figures: spreadOf(units, (some) => figures(sum(some))),
    counts: {
      articles: articles.length,
      attributions: total.gold,
      predicted: total.predicted,
      'direct quotes': total.direct,
      'unattributed quotes': total.unattributed,
      'of them taken': total.unattributedFound,
      'text changed': total.textChanged,
    },
    seconds,
  }
}

function figures(counts: Counts): Record<string, number> {
  const exact = [share(counts.exact, counts.predicted), share(counts.exact, counts.gold)] as const
  const chars = [
    share(counts.bothChars, counts.predictedChars),
    share(counts.bothChars, counts.goldChars),
  ] as const
  return {
    'content exact F1': f1(...exact),
    'content exact precision': exact[0],
    'content exact recall': exact[1],
    'content char F1': f1(...chars),
    'content char precision': chars[0],
    'content char recall': chars[1],
    'match >= 0.3 F1': f1(share(counts.matched, counts.predicted), share(counts.matched, counts.gold)),
    'source overlap': share(counts.sourceOverlap, counts.withSource),
    'source exact': share(counts.sourceExact, counts.withSource),
    'cue overlap': share(counts.cueOverlap, counts.matched),
    'direct quotes found': share(counts.directFound, counts.direct),
    'direct quotes with source': share(counts.directSource, counts.direct),
  }
}

export function scoreArticle(
  gold: Article,
  quotes: readonly Quote[],
  found: InspectedArticle | undefined,
): Counts {
  const usable = found?.text === gold.text
  const predicted = usable ? predictions(found, spans(gold.discard)) : []
  const wanted = gold.attributions
    .map(({ content, source, cue }) => ({ content: spans(content), source: spans(source), cue: spans(cue) }))
    .filter(({ content }) => content.length > 0)
  const keys = new Set(wanted.map(({ content }) => key(content, gold.text)))
  return {
    ...nothing,
    exact: predicted.filter(({ content }) => keys.has(key(content, gold.text))).length,
    predicted: predicted.length,
    gold: wanted.length,
    textChanged: usable ? 0 : 1,
    ...characters(wanted, predicted, gold.text),
    ...parts(wanted, predicted, gold.text),
    ...directQuotes(quotes, predicted),
  }
}

/** Attributions that are not nested and touch nothing the gold leaves out of the count. */
function predictions(article: InspectedArticle, discard: readonly Span[]): readonly Attribution[] {
  return article.quotes
    .filter((quote) => !quote.parent)
    .map(({ content, source, cue }) => ({
      content: filled(content),
      source: filled(source),
      cue: filled(cue),
    }))
    .filter(({ content }) => content.length > 0 && !anyOverlap(content, discard))
}

/** Characters but blanks inside any content, gold and predicted. */
function characters(gold: readonly Attribution[], predicted: readonly Attribution[], text: string) {
  const [want, got] = [gold, predicted].map((list) => {
    const marks = new Uint8Array(text.length)
    for (const { content } of list) for (const { start, end } of content) marks.fill(1, start, end)
    return marks
  })
  let [bothChars, predictedChars, goldChars] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    if (/\s/u.test(text.charAt(at))) continue
    const [w, g] = [want?.[at] ?? 0, got?.[at] ?? 0]
    goldChars += w
    predictedChars += g
    bothChars += w & g
  }
  return { bothChars, predictedChars, goldChars }
}

/** Greedy matching in gold order by overlap over union (at least 0.3), then source and cue of the matched ones. */
function parts(gold: readonly Attribution[], predicted: readonly Attribution[], text: string) {
  const used = new Set<Attribution>()
  const counts = { matched: 0, withSource: 0, sourceExact: 0, sourceOverlap: 0, cueOverlap: 0 }
  for (const want of gold) {
    let [best, most]: [Attribution | null, number] = [null, 0]
    for (const candidate of predicted) {
      if (used.has(candidate)) continue
      const both = want.content.reduce(
        (n, x) => n + candidate.content.reduce((k, y) => k + overlap(x, y), 0),
        0,
      )
      const ratio = both / (length(want.content) + length(candidate.content) - both)
      if (ratio > most) [best, most] = [candidate, ratio]
    }
    if (best === null || most < 0.3) continue
    used.add(best)
    counts.matched += 1
    if (want.source.length > 0) {
      counts.withSource += 1
      if (key(want.source, text) === key(best.source, text)) counts.sourceExact += 1
      if (anyOverlap(best.source, want.source)) counts.sourceOverlap += 1
    }
    if (want.cue.length > 0 && anyOverlap(best.cue, want.cue)) counts.cueOverlap += 1
  }
  return counts
}

/** Each quotation in quotation marks: the prediction that covers half of it, the shortest of the best covering ones. */
function directQuotes(quotes: readonly Quote[], predicted: readonly Attribution[]) {
  const counts = { direct: 0, directFound: 0, directSource: 0, unattributed: 0, unattributedFound: 0 }
  for (const quote of quotes) {
    const span = { start: quote.quote[0], end: quote.quote[1] }
    const cover = ({ content }: Attribution): number =>
      content.reduce((sum, piece) => sum + overlap(piece, span), 0)
    const [hit] = predicted
      .filter((candidate) => cover(candidate) >= 0.5 * (span.end - span.start))
      .sort((a, b) => cover(b) - cover(a) || length(a.content) - length(b.content))
    if (quote.attribution === null || quote.attribution === undefined) {
      counts.unattributed += 1
      if (hit !== undefined) counts.unattributedFound += 1
      continue
    }
    if (quote.words < 5) continue
    counts.direct += 1
    if (hit === undefined) continue
    counts.directFound += 1
    if (anyOverlap(hit.source, spans(isPair(quote.source) ? [quote.source] : quote.source)))
      counts.directSource += 1
  }
  return counts
}

function isPair(value: readonly Pair[] | Pair | undefined): value is Pair {
  return typeof value?.[0] === 'number'
}

function spans(pairs: readonly Pair[] | undefined): readonly Span[] {
  return filled((pairs ?? []).map(([start, end]) => ({ start, end })))
}

function filled(list: readonly Span[]): readonly Span[] {
  return list.filter(({ start, end }) => end > start)
}

const edge = /[\s"“”'‘’.,;:!?]/u

/** Spans without blanks and punctuation at their ends, as one text: the exact measure does not quarrel about a full stop. */
function key(list: readonly Span[], text: string): string {
  return list
    .map(({ start, end }) => {
      let [from, to] = [start, end]
      while (from < to && edge.test(text.charAt(from))) from += 1
      while (to > from && edge.test(text.charAt(to - 1))) to -= 1
      return `${from}-${to}`
    })
    .join(',')
}

function sum(units: readonly Counts[]): Counts {
  const total: Counts = { ...nothing }
  for (const unit of units)
    for (const name of Object.keys(nothing) as (keyof Counts)[]) total[name] += unit[name]
  return total
}
