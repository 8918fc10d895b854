/** The second, looser search: before an absence is published, tries to find the thing after all. */
import type { Mention } from '../model/alignment.js'
import type { Span } from '../model/span.js'
import { quantise } from '../text/quantise.js'
import { countsOf, kept } from '../text/grouped.js'
import type { ArticleView } from './view.js'
import { once, onceForTwo } from '../text/once.js'
import { levels, searched } from './levels.js'
import { termsIn, type Term, likeness } from './terms.js'

/** Terms with their background weight (`full`) beside the one that counts here. */
export type Needle = readonly (Term & { readonly full: number })[]

export type Found = { readonly score: number; readonly span: Span }

type Haystack = {
  readonly spans: readonly Span[]
  readonly index: WordIndex
  /** In how many passages a key stands. */
  readonly spread: ReadonlyMap<string, number>
}

const haystackOf = once((view: ArticleView): Haystack => {
  const spans = view.sentences.map(({ start, end }) => ({ start, end }))
  const terms = spans.map((span) => termsIn(view, [span]))
  return { spans, index: new WordIndex(terms), spread: countsOf(terms.flat().map(({ key }) => key)) }
})

/** What passages are about: their content words, weighted down where their own article repeats them all the time. */
function needleOf(view: ArticleView, spans: readonly Span[]): Needle {
  const { spread } = haystackOf(view)
  return termsIn(view, spans).map((term) => ({
    ...term,
    full: term.weight,
    weight: term.weight * rarity(spread.get(term.key) ?? 1),
  }))
}

/** A passage of an article as it stands. */
export const needleOfSpan = onceForTwo((view: ArticleView, span: Span): Needle => needleOf(view, [span]))

/** What a mention tells, with its source; all mentions of a cell. */
export const sourcedNeedleIn = onceForTwo((view: ArticleView, { spans, source }: Mention): Needle =>
  needleOf(view, [...spans, ...source]),
)
/** Whether an article has a word, or one that stands for it, anywhere. */
export function holds(view: ArticleView, term: Term): boolean {
  return haystackOf(view)
    .index.near(term)
    .some(({ like }) => like >= levels.word)
}

function rarity(sentences: number): number {
  return 1 / (1 + Math.log(Math.max(1, sentences)))
}

/** The passage that comes closest to any of the needles. */
export function closest(view: ArticleView, needles: readonly Needle[]): Found | null {
  let best: Found | null = null
  for (const needle of needles) {
    const scores = scoresIn(view, needle)
    haystackOf(view).spans.forEach((span, index) => {
      const score = scores[index] ?? 0
      if (score > (best?.score ?? 0)) best = { score, span }
    })
  }
  return best
}

/** How close each sentence comes to a needle, in the order of the text. */
export function scoredSentences(view: ArticleView, needle: Needle): readonly Found[] {
  const scores = scoresIn(view, needle)
  return haystackOf(view).spans.map((span, index) => ({ score: scores[index] ?? 0, span }))
}

/** How close each passage comes to a needle. */
function scoresIn(view: ArticleView, needle: Needle): Float64Array {
  const { spans, index, spread } = haystackOf(view)
  const scores = new Float64Array(spans.length)
  const named = new Uint8Array(spans.length)
  let total = 0
  for (const term of needle) {
    const weight = Math.min(term.weight, Math.max(1, term.weight) * rarity(spread.get(term.key) ?? 1))
    total += weight
    const rare =
      term.proper &&
      term.full >= searched.rareName.weight &&
      (spread.get(term.key) ?? Infinity) <= searched.rareName.passages
    const add = (place: number, part: number): void => {
      if (place < spans.length) scores[place] = (scores[place] ?? 0) + weight * part
    }
    const hits = index.near(term)
    hits.forEach(({ at: place, like }, k) => {
      const before = hits[k - 1]
      add(place, before?.at === place - 1 ? Math.max(like, searched.carriedOver * before.like) : like)
      if (rare && like === 1) named[place] = 1
      if (hits[k + 1]?.at !== place + 1) add(place + 1, searched.carriedOver * like)
    })
  }
  if (total === 0) return scores
  return scores.map((hit, place) =>
    quantise(Math.min(1, hit / total + (named[place] === 1 ? searched.rareNameBonus : 0))),
  )
}

// ---- word index

/** The number of a passage, and how near its nearest word is to the sought one. */
type Hit = { readonly at: number; readonly like: number }

class WordIndex {
  private readonly words = new Map<string, { readonly term: Term; readonly places: number[] }>()
  private readonly found = new Map<string, readonly Hit[]>()

  constructor(passages: readonly (readonly Term[])[]) {
    passages.forEach((terms, place) => {
      for (const term of terms)
        kept(this.words, wordOf(term), () => ({ term, places: [] })).places.push(place)
    })
  }

  /** Passages with a word from which likeness counts anything (`levels.term`). */
  near(sought: Term): readonly Hit[] {
    return kept(this.found, wordOf(sought), () => {
      const best = new Map<number, number>()
      for (const { term, places } of this.words.values()) {
        const like = likeness(sought, term)
        if (like > 0) for (const place of places) best.set(place, Math.max(best.get(place) ?? 0, like))
      }
      return [...best].sort(([a], [b]) => a - b).map(([place, like]) => ({ at: place, like }))
    })
  }
}

/** Likeness depends on these two alone. */
function wordOf({ key, stem }: Term): string {
  return `${key} ${stem}`
}
