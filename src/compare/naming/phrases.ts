/**
 * Noun phrases of a report's own words, with what ties them to a name.
 *
 * In:    an article view. Out: Phrases in text order, each without article or determiner.
 * Method: parts of speech (text/pos.ts); a phrase is a run of adjectives, nouns and names that ends in a common noun.
 * Never: takes words between quotation marks, or of an attribution's quoted content, for the report's own.
 */
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import type { TaggedWord } from '../../english/pos.js'
import { fold } from '../../text/fold.js'
import { countryOfDemonym } from '../../english/places.js'
import type { ArticleView } from '../context.js'
import { once } from '../once.js'
import { tagsOf } from '../tags.js'
import { kindsOf } from '../../english/nouns.js'

export type Phrase = {
  readonly view: ArticleView
  /** From the first word to the noun, or over "of <name>" where that follows. */
  readonly span: Span
  readonly words: string
  /** Lemma of the noun, lower case. */
  readonly head: string
  /** Names inside it, possessors of it, names after "of" or "in": folded last words; demonyms as their countries. */
  readonly anchors: ReadonlySet<string>
  /** Names after "of" alone. */
  readonly of: ReadonlySet<string>
  readonly plural: boolean
  /** "the", "this", a possessive: something known. */
  readonly definite: boolean
}

export const phrasesOf = once((view: ArticleView): readonly Phrase[] =>
  view.sentences
    .flatMap((_, index) => inSentence(view, tagsOf(view, index)))
    .filter(({ span }) => !view.inMarks.some((marked) => overlap(marked, span) > 0)),
)

const inPhrase = new Set(['ADJ', 'NOUN', 'PROPN'])

function inSentence(view: ArticleView, words: readonly TaggedWord[]): readonly Phrase[] {
  const found: Phrase[] = []
  let from = -1
  words.forEach((word, index) => {
    const joined = inPhrase.has(word.pos) || isPossessive(words, index)
    if (joined && from < 0) from = index
    const next = words[index + 1]
    const goesOn =
      next !== undefined &&
      (inPhrase.has(next.pos) || isPossessive(words, index + 1)) &&
      isClose(view, word, next)
    if (from >= 0 && !goesOn) {
      const phrase = word.pos === 'NOUN' ? phraseOf(view, words, from, index) : null
      if (phrase) found.push(phrase)
      from = -1
    }
  })
  return found
}

/** The mark between "Russia" and "invasion". */
function isPossessive(words: readonly TaggedWord[], index: number): boolean {
  return /^['’]s?$/u.test(words[index]?.lower ?? '') && words[index - 1] !== undefined
}

function isClose(view: ArticleView, a: TaggedWord, b: TaggedWord): boolean {
  return /^[\s-]*$/u.test(view.text.slice(a.end, b.start))
}

const known = new Set(['the', 'this', 'that', 'these', 'those', 'his', 'her', 'their', 'its'])
const longest = 7

function phraseOf(view: ArticleView, words: readonly TaggedWord[], from: number, at: number): Phrase | null {
  const head = words[at]
  const first = words[Math.max(from, at - longest)]
  if (!head || !first || /^\d/u.test(head.surface)) return null
  const kinds = kindsOf(head.lemma.toLowerCase())
  if (kinds[0] === 'time' && !kinds.includes('event')) return null
  const before = words[from - 1]
  const inside = words.slice(from, at)
  const anchors = new Set(inside.flatMap((word) => anchorOf(word)))
  const after = complement(words, at)
  for (const word of after) for (const anchor of anchorOf(word)) anchors.add(anchor)
  const span = { start: first.start, end: head.end }
  return {
    view,
    span,
    words: view.text.slice(span.start, span.end),
    head: head.lemma.toLowerCase(),
    anchors,
    of: new Set(words[at + 1]?.lower === 'of' ? after.flatMap((word) => anchorOf(word)) : []),
    plural: head.lower !== head.lemma && head.lower.endsWith('s'),
    definite:
      (before !== undefined && known.has(before.lower)) ||
      inside.some((word) => /^['’]s?$/u.test(word.lower)),
  }
}

/** A name, or an adjective made of one ("Russian"). */
function anchorOf(word: TaggedWord): readonly string[] {
  if (!/^\p{Lu}/u.test(word.surface) || word.lower.length < 3) return []
  const name = word.surface.replace(/['’]s?$/u, '')
  return [fold(countryOfDemonym(name) ?? name)]
}

const linking = new Set(['of', 'in', 'on', 'against', 'with'])

/** The names right after "of", "in" and the like. */
function complement(words: readonly TaggedWord[], at: number): readonly TaggedWord[] {
  const preposition = words[at + 1]
  if (!preposition || !linking.has(preposition.lower)) return []
  const rest = words.slice(at + 2, at + 7)
  const start = rest.findIndex((word) => word.pos === 'PROPN')
  if (start < 0 || rest.slice(0, start).some((word) => word.pos !== 'DET' && word.pos !== 'ADJ')) return []
  const end = rest.findIndex((word, index) => index > start && word.pos !== 'PROPN')
  return rest.slice(start, end < 0 ? undefined : end)
}
