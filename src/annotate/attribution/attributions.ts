/**
 * In:    an article with its parsed sentences and entities.
 * Out:   who is said to have told, asked or thought what (`quotes`), and words in quotation marks that are nobody's
 *        utterance (`marked`).
 * Never: changes the text, guesses a speaker, or knows another article.
 */
import type { Article } from '../../model/article.js'
import type { Entity, Marked, Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { overlap, totalLength } from '../../text/spans.js'
import { type Found, type WordRange, readingOf, type Word, wordsOf } from './reading.js'
import { cueStance } from '../../english/telling-verbs.js'
import { markedOf, type Quotation, scanQuotations } from './marks/quote-marks.js'
import { findLearned } from './learned/learned.js'
import { shippedModel } from './learned/model.js'
import { spokenWith, speakersOf } from './speakers/speakers.js'
import type { TaggedSentence } from '../sentences.js'
import { sourceClassOf } from './speakers/source-class.js'

type Attributions = {
  readonly quotes: readonly Quote[]
  readonly marked: readonly Marked[]
  /** Cues that were left unread, since there are too many. */
  readonly unread: readonly Span[]
}

export function attributions(
  article: Article,
  sentences: readonly TaggedSentence[],
  entities: readonly Entity[],
): Attributions {
  const words = wordsOf(sentences)
  const quotations = scanQuotations(article.text, article.blocks)
  const marks = marksOf(article, quotations)
  const reading = readingOf(words, article.blocks, quotations)
  const { found, unread } = findLearned(reading, shippedModel())
  const unresolved = found.map((item, index) => quoteOf(item, index, article, words, marks, entities))
  const speakers = speakersOf(unresolved, words, entities, marks.quoted)
  const quotes = unresolved.map((quote, index): Quote => {
    const speaker = speakers[index] ?? null
    const others = speaker ? spokenWith(article.text, quote.source, speaker, entities) : []
    return { ...quote, speaker, ...(others.length > 0 && { withSpeakers: others }) }
  })
  return {
    quotes,
    marked: markedOf(article.text, quotations, quotes),
    unread: unread.map((range) => spanOf(words, range)),
  }
}

type Marks = {
  /** Pieces of outermost quotations. */
  readonly quoted: readonly Span[]
  /** The same, and blocks that the page sets apart as quotations. */
  readonly outer: readonly Span[]
  /** Pieces of quotations inside quotations. */
  readonly inner: readonly Span[]
}

/** All in text order; `outer` never counts a place twice. */
function marksOf({ blocks }: Article, quotations: readonly Quotation[]): Marks {
  const pieces = (nested: boolean): Span[] =>
    quotations
      .filter(({ depth }) => depth > 0 === nested)
      .flatMap((quotation) => quotation.pieces)
      .sort((a, b) => a.start - b.start)
  const quoted = pieces(false)
  const setApart = blocks.filter(({ kind }) => kind === 'blockquote')
  const rest = quoted.filter((piece) => !setApart.some((block) => overlap(block, piece) > 0))
  return { quoted, outer: [...rest, ...setApart], inner: pieces(true) }
}

function quoteOf(
  item: Found,
  index: number,
  article: Article,
  words: readonly Word[],
  marks: Marks,
  entities: readonly Entity[],
): Quote {
  const content = item.content.map((range) => spanOf(words, range))
  const lemma = cueLemma(words, item.cue)
  const sourceClass = item.source
    ? sourceClassOf(words.slice(item.source.from, item.source.to), entities)
    : undefined
  return {
    id: `${article.id}-q${index + 1}`,
    kind: item.verbatim ? 'direct' : kindOf(content, item.parent === undefined ? marks.outer : marks.inner),
    content,
    source: item.source ? [spanOf(words, item.source)] : [],
    cue: item.cue ? [spanOf(words, item.cue)] : [],
    ...(sourceClass === undefined ? {} : { sourceClass }),
    speaker: null,
    cueLemma: lemma,
    stance: lemma === null ? null : cueStance(lemma),
    confidence: item.confidence,
    ...(item.parent === undefined ? {} : { parent: `${article.id}-q${item.parent + 1}` }),
  }
}

function spanOf(words: readonly Word[], range: WordRange): Span {
  return { start: words[range.from]?.start ?? 0, end: words[range.to - 1]?.end ?? 0 }
}

function cueLemma(words: readonly Word[], cue: WordRange | null): string | null {
  if (!cue) return null
  const inside = words.slice(cue.from, cue.to)
  if (inside[0]?.lower === 'according') return 'according to'
  const verb = inside.findLast((word) => word.pos === 'VERB') ?? inside.at(-1)
  return verb ? verb.lemma : null
}

/**
 * `direct` when at least nine tenths of the content is in quotation marks (or in a block set apart as a quotation),
 * `indirect` when none is. For a nested attribution the marks around its parent do not count.
 */
function kindOf(content: readonly Span[], marks: readonly Span[]): Quote['kind'] {
  let inside = 0
  for (const piece of marks) for (const span of content) inside += overlap(piece, span)
  if (inside === 0) return 'indirect'
  return inside >= 0.9 * totalLength(content) ? 'direct' : 'mixed'
}
