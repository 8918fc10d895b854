/** Who is said to have told, asked or thought what in an article (`quotes`), and words in quotation marks that are nobody’s (`marked`). */
import type { Article } from '../../model/article.js'
import type { Entity, Marked, Quote, SourceClass } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { overlap, totalLength } from '../../text/spans.js'
import { type Found, type WordRange, readingOf, type Word, wordsOf } from './reading.js'
import {
  cueStance,
  bodyNouns,
  crowdNouns,
  documentNouns,
  hiddenNouns,
  hiddenPhrases,
} from '../../english/telling-verbs.js'
import { markedOf, type Quotation, scanQuotations } from './marks/quote-marks.js'
import { findLearned } from './learned/learned.js'
import { shippedModel } from './learned/model.js'
import { sourceByTree, type Trees, type Utterance } from './speakers/heads.js'
import { spokenWith, speakersOf } from './speakers/speakers.js'
import type { TaggedSentence } from '../sentences.js'
import { countryOfDemonym, knownPlace } from '../../english/places.js'
import { organisationHeads } from '../../english/organisations.js'
import { roles } from '../../english/roles.js'

type Attributions = {
  readonly quotes: readonly Quote[]
  readonly marked: readonly Marked[]
  /** With the id of the person whom each means. */
  readonly pronouns: readonly { readonly entity: string; readonly at: Span }[]
  /** Cues that were left unread, since there are too many. */
  readonly unread: readonly Span[]
}

export function attributions(
  article: Article,
  sentences: readonly TaggedSentence[],
  entities: readonly Entity[],
): Attributions {
  const { trees, quotations, marks, utterances, unread } = readAttributions(article, sentences, entities)
  const { speakers, pronouns } = speakersOf(utterances, trees, entities, marks.quoted)
  const quotes = utterances.map(({ byTree: _, ...quote }, index): Quote => {
    const speaker = speakers[index] ?? null
    const others = speaker ? spokenWith(article.text, quote.source, speaker, entities) : []
    return { ...quote, speaker, ...(others.length > 0 && { withSpeakers: others }) }
  })
  return { quotes, marked: markedOf(article.text, quotations, quotes), pronouns, unread }
}

/** What is said to be told, before anybody is known who tells it. */
export function readAttributions(
  article: Pick<Article, 'id' | 'text' | 'blocks'>,
  sentences: readonly TaggedSentence[],
  entities: readonly Entity[],
) {
  const words = wordsOf(sentences)
  const trees: Trees = { words, trees: sentences.map(({ tree }) => tree) }
  const quotations = scanQuotations(article.text, article.blocks)
  const marks = marksOf(article, quotations)
  const reading = readingOf(words, article.blocks, quotations)
  const { found, unread } = findLearned(reading, shippedModel())
  const utterances = found.map((item, index): Quote & Utterance => {
    const source = sourceByTree(trees, item)
    const quote = quoteOf({ ...item, source }, index, article, words, marks, entities)
    return { ...quote, byTree: item.source === null && source !== null }
  })
  return { trees, quotations, marks, utterances, unread: unread.map((range) => spanOf(words, range)) }
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
function marksOf({ blocks }: Pick<Article, 'blocks'>, quotations: readonly Quotation[]): Marks {
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
  article: Pick<Article, 'id'>,
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

/** `direct` from nine tenths of the content in quotation marks (of its own, or a block set apart) on, `indirect` without any. */
function kindOf(content: readonly Span[], marks: readonly Span[]): Quote['kind'] {
  let inside = 0
  for (const piece of marks) for (const span of content) inside += overlap(piece, span)
  if (inside === 0) return 'indirect'
  return inside >= 0.9 * totalLength(content) ? 'direct' : 'mixed'
}

// ---- source class

const ends = /^(?:of|for|from|with|to|by|at|in|on|against|about|behind|who|whom|whose|which|that|,|–|—|\()$/u
const counted = /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$/u
const single = /^(?:a|an|one|another)$/u
/** Who asks and who answers in an interview. */
const asked = /^[QA]$/u
const spoken = /^spokes|^representative$/u

function sourceClassOf(inside: readonly Word[], entities: readonly Entity[]): SourceClass | undefined {
  const words = withoutOwnerMark(inside)
  const [opens] = words
  if (!opens) return undefined
  if (words.every(({ pos, lower }) => pos === 'PRON' || lower === 'both' || lower === 'all'))
    return crowdNouns.has(opens.lower) ? 'collective' : 'pronoun'
  if (words.length === 1 && asked.test(opens.surface)) return 'role'
  if (words.length === 1 && hiddenNouns.has(singularOf(opens.lower))) return 'anonymous'
  if (hasPerson(words, entities)) return 'named'
  const phrase = headPhrase(words)
  const head = phrase.at(-1)
  if (!head) return undefined
  if (hiddenPhrases.test(words.map(({ lower }) => lower).join(' '))) return 'anonymous'
  return byHead(phrase, head, entities)
}

function byHead(phrase: readonly Word[], head: Word, entities: readonly Entity[]): SourceClass {
  if (phrase.some(({ lower }, i) => lower === 'and' && phrase[i + 1]?.pos === 'DET')) return 'collective'
  const noun = singularOf(head.lower)
  const plural = noun !== head.lower
  const first = phrase[0]?.lower ?? ''
  if (hiddenNouns.has(noun)) return 'anonymous'
  if (spoken.test(noun)) return 'role'
  if (roles.has(noun)) {
    if (plural) return counted.test(first) ? 'anonymous' : 'collective'
    return single.test(first) ? 'anonymous' : 'role'
  }
  if (documentNouns.has(noun)) return 'document'
  if (crowdNouns.has(head.lower) || countryOfDemonym(head.surface) !== null) return 'collective'
  const known = entities.find(({ mentions }) => mentions.some(({ end }) => end === head.end))
  if (known?.kind === 'organisation' || known?.kind === 'place' || knownPlace(head.surface))
    return 'organisation'
  if (organisationHeads.has(noun) || bodyNouns.has(noun))
    return plural && first !== 'the' ? 'collective' : 'organisation'
  if (plural) return counted.test(first) ? 'anonymous' : 'collective'
  if (head.pos === 'PROPN') return 'named'
  return single.test(first) ? 'anonymous' : 'role'
}

/** A person's name heads the source or stands in apposition in it; not as an owner, nor behind a preposition. */
function hasPerson(words: readonly Word[], entities: readonly Entity[]): boolean {
  return entities.some(
    ({ kind, mentions }) =>
      kind === 'person' &&
      mentions.some(({ start, end }) => {
        const from = words.findIndex((word) => word.end > start)
        const last = words.findLastIndex((word) => word.start < end)
        if (from < 0 || last < from) return false
        const next = words[last + 1]
        if (next && (isOwnerMark(next) || /^(?:NOUN|PROPN|ADJ)$/u.test(next.pos))) return false
        return !words
          .slice(0, from)
          .some(({ lower }, i) => lower !== ',' && ends.test(lower) && !closed(words, i, from))
      }),
  )
}

/** Whether a comma parts the preposition at word `i` from the name at `to`: "the head of the fund, Ada Bell". */
function closed(words: readonly Word[], i: number, to: number): boolean {
  return words.slice(i + 1, to).some(({ lower }) => lower === ',')
}

/** The words up to the first preposition, relative pronoun or comma. */
function headPhrase(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(({ lower }, i) => i > 0 && ends.test(lower))
  return words.slice(0, stop > 0 ? stop : words.length).filter(({ pos }) => pos !== 'PUNCT')
}

function withoutOwnerMark(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1)
  return last && isOwnerMark(last) ? words.slice(0, -1) : words
}

function isOwnerMark({ lower }: Word): boolean {
  return /^['’]s?$/u.test(lower)
}

/** The singular of a plural noun, else the word itself. */
function singularOf(lower: string): string {
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  return /[^s]s$/u.test(lower) ? lower.slice(0, -1) : lower
}
