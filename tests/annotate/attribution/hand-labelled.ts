/**
 * The hand-labelled sentences and how much of them annotate gets right.
 *
 * In:    a file of labels. Out: cases with their labels; counts of right and all for each thing that was labelled.
 * Never: counts a label twice; an attribution not found counts as wrong for its parts too.
 */
import { readFileSync } from 'node:fs'
import { annotate } from '../../../src/annotate/annotate.js'
import type { AnnotatedArticle } from '../../../src/model/annotated-article.js'
import type { Quote } from '../../../src/model/annotation.js'
import type { BlockKind } from '../../../src/model/article.js'
import type { Span } from '../../../src/model/span.js'
import { articleOf } from '../article.js'

type Attribution = {
  readonly cue: string
  readonly source: string
  readonly content: readonly string[]
  readonly kind: string
  readonly stance: string
  readonly sourceClass: string
  readonly speaker: string
  /** Number of the attribution it is nested in. */
  readonly parent?: number
}

export type Case = {
  readonly name: string
  readonly lines: readonly { readonly kind: BlockKind; readonly text: string }[]
  readonly attributions: readonly Attribution[]
  readonly marked: readonly { readonly kind: string; readonly words: string }[]
  readonly claims: readonly { readonly voice: string; readonly certainty: string; readonly words: string }[]
}

/** Single sentences for each form, and short reports as newspapers print them. */
export const labelFiles = ['hand-labelled.txt', 'hand-labelled-news.txt'] as const

export function loadCases(name: (typeof labelFiles)[number]): Case[] {
  const file = readFileSync(new URL(name, import.meta.url), 'utf8')
  return file
    .split(/\n\n(?=# )/u)
    .slice(1)
    .map(caseOf)
}

function caseOf(block: string): Case {
  const [name = '', ...lines] = block.trimEnd().split('\n')
  const isText = (line: string): boolean => !/^(?:\+ |= |~ |> .* \| )/u.test(line)
  const labels = lines.filter((line) => !isText(line))
  let outer = -1
  const attributions = labels
    .filter((line) => /^[+>]/u.test(line))
    .map((line, i) => {
      if (line.startsWith('+')) outer = i
      return attributionOf(line, line.startsWith('>') ? outer : undefined)
    })
  const pairs = (sign: string): (readonly [string, string])[] =>
    labels.filter((line) => line.startsWith(sign)).map((line) => twoOf(line.slice(2)))
  return {
    name: name.slice(2),
    lines: lines.filter(isText).map((line) => {
      if (line.startsWith('H ')) return { kind: 'headline', text: line.slice(2) }
      if (line.startsWith('> ')) return { kind: 'blockquote', text: line.slice(2) }
      return { kind: 'paragraph', text: line }
    }),
    attributions,
    marked: pairs('=').map(([kind, words]) => ({ kind, words })),
    claims: pairs('~').map(([what, words]) => {
      const [voice = '', certainty = ''] = what.split(' ')
      return { voice, certainty, words }
    }),
  }
}

function attributionOf(line: string, parent: number | undefined): Attribution {
  const [cue = '', source = '', content = '', rest = ''] = line.slice(2).split(' | ')
  const [kind = '', stance = '', sourceClass = '', ...speaker] = rest.split(' ')
  return {
    cue,
    source,
    content: content.split(' // '),
    kind,
    stance,
    sourceClass,
    speaker: speaker.join(' '),
    ...(parent === undefined ? {} : { parent }),
  }
}

function twoOf(line: string): readonly [string, string] {
  const [a = '', b = ''] = line.split(' | ')
  return [a, b]
}

export type Counts = Map<string, { right: number; all: number; misses: string[] }>

export function score(cases: readonly Case[]): Counts {
  const counts: Counts = new Map()
  for (const one of cases) {
    const article = annotate(
      articleOf(
        one.lines.map(({ text }) => text).join('\n\n'),
        one.lines.map(({ kind }) => kind),
      ),
      { zone: 'UTC' },
    )
    const add = (what: string, right: boolean, got: string): void => {
      const count = counts.get(what) ?? { right: 0, all: 0, misses: [] }
      count.all++
      if (right) count.right++
      else count.misses.push(`${one.name}: ${got}`)
      counts.set(what, count)
    }
    scoreAttributions(one, article, add)
    scoreMarked(one, article, add)
    scoreClaims(one, article, add)
  }
  return counts
}

type Add = (what: string, right: boolean, got: string) => void

function scoreAttributions(one: Case, article: AnnotatedArticle, add: Add): void {
  const used = new Set<Quote>()
  const found = one.attributions.map((label) => {
    const spans = placed(article.text, label.content)
    const best = article.quotes
      .filter((quote) => !used.has(quote))
      .map((quote) => ({ quote, ratio: ratio(quote.content, spans) }))
      .sort((a, b) => b.ratio - a.ratio)[0]
    if (!best || best.ratio < 0.5) return undefined
    used.add(best.quote)
    return best.quote
  })
  const nested = (quote: Quote | undefined): string =>
    quote?.parent === undefined ? 'no parent' : 'other parent'
  one.attributions.forEach((label, i) => {
    const quote = found[i]
    const words = (spans: readonly Span[] | undefined): string =>
      (spans ?? []).map(({ start, end }) => article.text.slice(start, end)).join(' // ') || '-'
    const content = words(quote?.content)
    add('found', quote !== undefined, `${label.cue} ${label.content.join(' // ')}`)
    add('content exact', bare(content) === bare(label.content.join(' // ')), content)
    add('cue', words(quote?.cue) === label.cue, words(quote?.cue))
    add('source', words(quote?.source) === label.source, words(quote?.source))
    add('kind', quote?.kind === label.kind, quote?.kind ?? '-')
    add('stance', quote?.stance === label.stance, `${quote?.cueLemma ?? '-'} ${quote?.stance ?? '-'}`)
    add('class of source', (quote?.sourceClass ?? '-') === label.sourceClass, quote?.sourceClass ?? '-')
    const speaker = quote?.speaker?.name ?? '-'
    add('speaker', quote !== undefined && speaker === label.speaker, speaker)
    if (label.parent !== undefined)
      add('parent', quote?.parent !== undefined && quote.parent === found[label.parent]?.id, nested(quote))
  })
  const extra = article.quotes.filter((quote) => !used.has(quote))
  add('nothing else found', extra.length === 0, extra.map((quote) => quote.cueLemma ?? '-').join(', '))
}

function scoreMarked(one: Case, { text, marked }: AnnotatedArticle, add: Add): void {
  for (const { kind, words } of one.marked) {
    const found = marked.find(({ start, end }) => text.slice(start, end) === words)
    add('marked', found?.kind === kind, found?.kind ?? 'not marked')
  }
}

function scoreClaims(one: Case, { text, claims }: AnnotatedArticle, add: Add): void {
  for (const { voice, certainty, words } of one.claims) {
    const [span] = placed(text, [words])
    const claim = claims
      .map((item) => ({ item, ratio: span ? ratio([item], [span]) : 0 }))
      .sort((a, b) => b.ratio - a.ratio)[0]
    const item = claim && claim.ratio >= 0.3 ? claim.item : undefined
    const got = item?.allegation === true ? 'allegation' : item?.hedged === true ? 'hedged' : 'plain'
    add(`voice ${voice}`, item?.voice === voice, item?.voice ?? 'no claim')
    add('certainty', got === certainty, item ? got : 'no claim')
  }
}

function placed(text: string, pieces: readonly string[]): Span[] {
  let from = 0
  return pieces.flatMap((piece) =>
    // a piece over two paragraphs is written on one line
    piece.split(/ (?=“)/u).map((part) => {
      const start = text.indexOf(part, from)
      if (start < 0) throw new Error(`not in the text: ${part}`)
      from = start + part.length
      return { start, end: from }
    }),
  )
}

function ratio(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const both = a.reduce(
    (sum, x) =>
      sum + b.reduce((s, y) => s + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  )
  return both / (size(a) + size(b) - both || 1)
}

/** Without marks and spaces, so that pieces may be cut at other places. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
