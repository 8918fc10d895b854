/**
 * The second, looser search: before an absence is published, tries to find the thing after all.
 *
 * In:    an article and what is looked for (passages that tell it elsewhere).
 * Out:   the passage that comes closest, and how close: 0..1, the weighted share of the sought content words that the
 *        passage holds, by stem, thesaurus concept or nearness of word vectors. A passage is a sentence, a headline or
 *        a list item, read together with the one before it so that a pronoun finds its name.
 * Never: weighs by what other articles say, so that an added article changes nothing.
 */
import type { Mention, PresentCell } from '../model/alignment.js'
import type { Span } from '../model/span.js'
import { quantise } from '../text/quantise.js'
import { wordsIn, type ArticleView } from './view.js'
import { once, onceForTwo } from '../text/once.js'
import { levels } from './levels.js'
import { likeness, termsOf, type Term } from './terms.js'

/** Terms with their background weight (`full`) beside the one that counts here. */
export type Needle = readonly (Term & { readonly full: number })[]

export type Found = { readonly score: number; readonly span: Span }

type Haystack = {
  readonly passages: readonly { readonly span: Span; readonly terms: readonly Term[] }[]
  /** Each word of the article once, with the passages it stands in. */
  readonly words: readonly { readonly term: Term; readonly at: readonly number[] }[]
  /** In how many passages a key stands. */
  readonly spread: ReadonlyMap<string, number>
  /** For a sought key and stem, on which likeness depends: the best likeness in each passage; null where it is nowhere. */
  readonly looked: Map<string, Float64Array | null>
}

const haystackOf = once((view: ArticleView): Haystack => {
  const passages = view.sentences.map(({ start, end }) => ({
    span: { start, end },
    terms: termsOf(wordsIn(view, { start, end })),
  }))
  const spread = new Map<string, number>()
  for (const { terms } of passages) for (const { key } of terms) spread.set(key, (spread.get(key) ?? 0) + 1)
  const words = new Map<string, { term: Term; at: number[] }>()
  passages.forEach(({ terms }, index) => {
    for (const term of terms) {
      const known = words.get(`${term.key} ${term.stem}`)
      if (known) known.at.push(index)
      else words.set(`${term.key} ${term.stem}`, { term, at: [index] })
    }
  })
  return { passages, words: [...words.values()], spread, looked: new Map<string, Float64Array | null>() }
})

/** What passages are about: their content words, weighted down where their own article repeats them all the time. */
function needleOf(view: ArticleView, spans: readonly Span[]): Needle {
  const { spread } = haystackOf(view)
  return termsOf(spans.flatMap((span) => wordsIn(view, span))).map((term) => ({
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
export const needleOfCell = onceForTwo((view: ArticleView, { mentions }: PresentCell): Needle =>
  needleOf(
    view,
    mentions.flatMap((mention) => mention.spans),
  ),
)

/** Whether an article has a word, or one that stands for it, anywhere. */
export function holds(view: ArticleView, term: Term): boolean {
  return bestLikeness(haystackOf(view), term)?.some((likeness) => likeness >= levels.word) ?? false
}

function rarity(sentences: number): number {
  return 1 / (1 + Math.log(Math.max(1, sentences)))
}

/** Share of a word's weight that it is worth in the passage before. */
const carriedOver = 0.5
/** Added once where a passage holds a sought name that stands in few passages of its article: same actors, same topic. */
const rareNameBonus = 0.12
const rareName = { passages: 2, weight: 6 } as const

/** The passage that comes closest to any of the needles. */
export function closest(view: ArticleView, needles: readonly Needle[]): Found | null {
  let best: Found | null = null
  for (const needle of needles) {
    const scores = scoresIn(view, needle)
    haystackOf(view).passages.forEach(({ span }, index) => {
      const score = scores[index] ?? 0
      if (score > (best?.score ?? 0)) best = { score, span }
    })
  }
  return best
}

/** How close each passage comes to a needle. */
function scoresIn(view: ArticleView, needle: Needle): Float64Array {
  const haystack = haystackOf(view)
  const terms = needle.map((term) => ({
    weight: Math.min(term.weight, Math.max(1, term.weight) * rarity(haystack.spread.get(term.key) ?? 1)),
    at: bestLikeness(haystack, term),
    rare:
      term.proper &&
      term.full >= rareName.weight &&
      (haystack.spread.get(term.key) ?? Infinity) <= rareName.passages,
  }))
  const scores = new Float64Array(haystack.passages.length)
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return scores
  const named = new Uint8Array(scores.length)
  for (const { weight, at, rare } of terms) {
    if (!at) continue
    let before = 0
    for (let index = 0; index < at.length; index++) {
      const here = at[index] ?? 0
      scores[index] = (scores[index] ?? 0) + weight * Math.max(here, carriedOver * before)
      if (rare && here === 1) named[index] = 1
      before = here
    }
  }
  return scores.map((hit, index) =>
    quantise(Math.min(1, hit / total + (named[index] === 1 ? rareNameBonus : 0))),
  )
}

function bestLikeness(haystack: Haystack, sought: Term): Float64Array | null {
  const id = `${sought.key} ${sought.stem}`
  const known = haystack.looked.get(id)
  if (known !== undefined) return known
  let found: Float64Array | null = null
  for (const { term, at } of haystack.words) {
    const like = likeness(sought, term)
    if (like === 0) continue
    found ??= new Float64Array(haystack.passages.length)
    for (const index of at) found[index] = Math.max(found[index] ?? 0, like)
  }
  haystack.looked.set(id, found)
  return found
}

/** The best score of the passages that start before an offset; 0 where there is none. */
export function foundBefore(view: ArticleView, needles: readonly Needle[], offset: number): number {
  const { passages } = haystackOf(view)
  let best = 0
  for (const needle of needles) {
    const scores = plainScores(view, needle)
    passages.forEach(({ span }, index) => {
      if (span.start < offset) best = Math.max(best, scores[index] ?? 0)
    })
  }
  return best
}

/** How much of a needle each passage holds. */
const plainScores = onceForTwo((view: ArticleView, needle: Needle): Float64Array => {
  const haystack = haystackOf(view)
  const scores = new Float64Array(haystack.passages.length)
  const total = needle.reduce((sum, term) => sum + term.weight, 0)
  if (total === 0) return scores
  const terms = needle.map((term) => ({ weight: term.weight, at: bestLikeness(haystack, term) }))
  return scores.map((_, index) => {
    const hit = terms.reduce((sum, { weight, at }) => sum + weight * (at?.[index] ?? 0), 0)
    return quantise(Math.min(1, hit / total))
  })
})
