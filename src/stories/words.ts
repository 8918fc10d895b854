/**
 * The words of a report as numbers: stems of the headline, of its beginning and of the whole, names, pairs of neighbouring words, figures, each
 * weighed by how rare it is in news. So small that 50,000 of them are held at once.
 *
 * Never: the outlet's name as a word, or a weight from the reports at hand: what else is grouped changes no word.
 */
import { bearsClaims, type Article } from '../model/article.js'
import type { Span } from '../model/span.js'
import { StoryText, type Sparse, type StoryWords } from '../model/story.js'
import { background } from '../text/background.js'
import { fnv } from '../text/fnv.js'
import { textId } from '../text/hash.js'
import { stem } from '../text/stem.js'
import { tokenize } from '../text/tokens.js'

/** A word as rare as one that the table lacks weighs no more than this, a misspelling among them. */
const heaviest = 9
/** Commoner words are in too many reports to say anything, and open no pair and no name. */
const lightest = 1
const ofMatter = 2.5
/** Words of the beginning, in which news tells what it is about. */
const beginning = 150
/** Of a text without a headline. */
const firstWords = 14
/** A longer text is told by its beginning. */
const mostWords = 4_000
const most = { headline: 40, lead: 120, body: 240, names: 60, pairs: 200, figures: 40 } as const

type Seen = {
  readonly stem: string
  readonly weight: number
  readonly norm: string
  readonly capital: boolean
  readonly inHeadline: boolean
}

export function storyText(article: Article): StoryText {
  const { source, text, headline, sha256: bytes, publishedAt, language, outlet, completeness } = article
  return StoryText.parse({
    id: textId(text === '' ? `${source}\n${bytes ?? ''}` : text),
    source,
    outlet: outlet.name,
    headline: headline === null ? null : text.slice(headline.start, headline.end).slice(0, 200),
    publishedAt,
    language,
    unreadable:
      completeness.state === 'unreadable' ? (article.issues.at(-1)?.message ?? 'nothing was read') : null,
    words: wordsOf(text, headline, spansOf(article)),
    length: text.split(/\s+/u).filter(Boolean).length,
  } satisfies StoryText)
}

function spansOf({ blocks, text }: Article): readonly Span[] {
  const told = blocks.filter(({ kind }) => bearsClaims(kind))
  return told.length > 0 ? told : [{ start: 0, end: text.length }]
}

/** Of a text whose parts are told by `spans`; a capital that opens a sentence or stands in a headline makes no name. */
export function wordsOf(text: string, headline: Span | null, spans: readonly Span[]): StoryWords {
  const seen: Seen[] = []
  const names = new Set<string>()
  for (const span of spans) {
    let opens = true
    let last = span.start
    for (const token of tokenize(text, span.start, span.end)) {
      if (seen.length >= mostWords) break
      opens ||= endsSentence(text, last, token.start)
      last = token.end
      const root = stem(token.norm)
      const weight = weightOf(root)
      const capital = /^\p{Lu}/u.test(text.slice(token.start, token.start + 2))
      const inHeadline = headline !== null && token.end <= headline.end
      if (capital && !opens && !inHeadline && weight > ofMatter) names.add(root)
      seen.push({ stem: root, weight, norm: token.norm, capital, inHeadline })
      opens = false
    }
  }
  return gather(seen, names)
}

function endsSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ('.!?:\n“"'.includes(text.charAt(at))) return true
  return false
}

function gather(seen: readonly Seen[], names: ReadonlySet<string>): StoryWords {
  const told = seen.some(({ inHeadline }) => inHeadline)
  const fields = ofEachKind(counter)
  seen.forEach((word, i) => {
    const { stem: root, weight, norm, capital } = word
    fields.body.add(root, weight - lightest)
    if (i < beginning) fields.lead.add(root, weight - lightest)
    if (told ? word.inHeadline : i < firstWords) fields.headline.add(root, weight - lightest)
    if (capital && names.has(root)) fields.names.add(root, weight)
    if (/^\p{N}/u.test(norm)) fields.figures.add(norm, 1)
    const next = seen[i + 1]
    if (next && weight > ofMatter && next.weight > ofMatter)
      fields.pairs.add(`${root} ${next.stem}`, (weight + next.weight) / 2)
  })
  return ofEachKind((kind) => fields[kind].sparse(most[kind]))
}

type WordKind = keyof StoryWords

export function ofEachKind<Made>(make: (kind: WordKind) => Made): Record<WordKind, Made> {
  const [headline, lead, body] = [make('headline'), make('lead'), make('body')]
  return { headline, lead, body, names: make('names'), pairs: make('pairs'), figures: make('figures') }
}

function weightOf(root: string): number {
  const table = background()
  return Math.min(heaviest, table.weightOf(table.rowOf(root)))
}

type Counted = { count: number; readonly weight: number }

/** Counts words with their weights; out: the heaviest of them, in the order of their numbers. */
function counter(): { add(word: string, weight: number): void; sparse(most: number): Sparse } {
  const words = new Map<string, Counted>()
  return {
    add(word, weight) {
      if (weight <= 0) return
      const known = words.get(word)
      if (known) known.count++
      else words.set(word, { count: 1, weight })
    },
    sparse(mostOf) {
      const rows = [...words]
        .map(([word, { count, weight }]) => ({ key: fnv(word), weight: (1 + Math.log(count)) * weight }))
        .sort((a, b) => b.weight - a.weight || a.key - b.key)
        .slice(0, mostOf)
        .sort((a, b) => a.key - b.key)
      const length = Math.sqrt(rows.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
      return {
        keys: Int32Array.from(rows, ({ key }) => key),
        weights: Float32Array.from(rows, ({ weight }) => weight / length),
      }
    },
  }
}
