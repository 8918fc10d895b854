/** Who is said to have told, asked or thought what in an article (`quotes`), and words in quotation marks that are nobody’s (`marked`). */
import type { Article } from '../../model/article.js'
import type { Entity, Marked, Quote, SourceClass, Speaker } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { contains, overlap, totalLength } from '../../text/spans.js'
import { type Found, type WordRange, readingOf, type Word, wordsOf } from './reading.js'
import { bodyNouns, cueStance, hiddenPhrases } from '../../english/telling-verbs.js'
import { markedOf, type Quotation, scanQuotations } from './marks/quote-marks.js'
import { findLearned } from './learned/learned.js'
import { shippedModel } from './learned/model.js'
import {
  creditOf,
  kindOfHead,
  singularOf,
  sourceByTree,
  type Credit,
  type HeadKind,
  type Trees,
  type Utterance,
} from './speakers/heads.js'
import { spokenWith, speakersOf } from './speakers/speakers.js'
import { isPersonNoun } from '../../english/nouns.js'
import { organisationHeads } from '../../english/organisations.js'
import type { TaggedSentence } from '../sentences.js'

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
  const { trees, quotations, marks, utterances, unread } = readAttributions(article, sentences)
  const { speakers, pronouns } = speakersOf(utterances, trees, entities, marks.quoted)
  const quotes = utterances.map((utterance, index): Quote => {
    const { id, kind, content, source, cue, cueLemma, stance, confidence, parent } = utterance
    const speaker = speakers[index] ?? null
    const credit = creditOf(trees, entities, utterance)
    const known = credit && { sourceClass: sourceClassOf(credit, source, speaker, entities) }
    const others = speaker ? spokenWith(article.text, source, speaker, entities) : []
    return {
      id,
      kind,
      content,
      source,
      cue,
      ...known,
      speaker,
      cueLemma,
      stance,
      confidence,
      ...(parent !== undefined && { parent }),
      ...(others.length > 0 && { withSpeakers: others }),
    }
  })
  return { quotes, marked: markedOf(article.text, quotations, quotes), pronouns, unread }
}

/** What is said to be told, before anybody is known who tells it. */
export function readAttributions(
  article: Pick<Article, 'id' | 'text' | 'blocks'>,
  sentences: readonly TaggedSentence[],
) {
  const words = wordsOf(sentences)
  const trees: Trees = { words, trees: sentences.map(({ tree }) => tree) }
  const quotations = scanQuotations(article.text, article.blocks)
  const marks = marksOf(article, quotations)
  const reading = readingOf(words, article.blocks, quotations)
  const { found, unread } = findLearned(reading, shippedModel())
  const utterances = found.map((item, index): Quote & Utterance => {
    const source = sourceByTree(trees, item)
    const quote = quoteOf({ ...item, source }, index, article, words, marks)
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
): Quote {
  const content = item.content.map((range) => spanOf(words, range))
  const lemma = cueLemma(words, item.cue)
  return {
    id: `${article.id}-q${index + 1}`,
    kind: item.verbatim ? 'direct' : kindOf(content, item.parent === undefined ? marks.outer : marks.inner),
    content,
    source: item.source ? [spanOf(words, item.source)] : [],
    cue: item.cue ? [spanOf(words, item.cue)] : [],
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

const counted = /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$/u
const single = /^(?:a|an|one|another)$/u
/** Who asks and who answers in an interview. */
const asked = /^[QA]$/u
const spoken = /^spokes|^representative$/u

const classes: Readonly<Record<HeadKind, SourceClass>> = {
  'person name': 'named', 'body name': 'organisation', 'place name': 'organisation', 'other name': 'named', name: 'named',
  he: 'pronoun', they: 'pronoun', it: 'pronoun', who: 'pronoun', pronoun: 'pronoun', crowd: 'collective',
  hidden: 'anonymous', body: 'organisation', document: 'document', role: 'role', person: 'role', word: 'role',
  time: 'role', event: 'role', thing: 'role', none: 'role',
} // prettier-ignore

/** By who is found to speak, the head of the source, and whether it is one or several. */
function sourceClassOf(
  { head, inside }: Credit,
  source: readonly Span[],
  speaker: Speaker | null,
  entities: readonly Entity[],
): SourceClass {
  const spoke = entities.find(({ id, kind }) => kind === 'person' && id === speaker?.entity)
  if (spoke?.mentions.some((mention) => source.some((part) => contains(part, mention))) === true)
    return 'named'
  if (inside.length === 1 && asked.test(head.surface)) return 'role'
  if (hiddenPhrases.test(inside.map(({ lower }) => lower).join(' '))) return 'anonymous'
  const headKind = kindOfHead(
    head,
    entities.filter(({ kind }) => kind !== 'other'),
  )
  const known = classes[headKind]
  const first = inside[0]?.lower ?? ''
  const noun = singularOf(head.lower)
  const isJoined = inside.some(({ lower }, i) => lower === 'and' && inside[i + 1]?.pos === 'DET')
  if (known === 'role' && isJoined) return 'collective'
  const mayBeSeveral =
    known === 'role' || headKind === 'name' || (headKind === 'body' && first !== 'the') || isPersonNoun(noun)
  if (mayBeSeveral && noun !== head.lower) return counted.test(first) ? 'anonymous' : 'collective'
  // "The crew", which is no body
  if (headKind === 'body' && !organisationHeads.has(noun) && !bodyNouns.has(noun)) return 'collective'
  return known === 'role' && single.test(first) && !spoken.test(head.lower) ? 'anonymous' : known
}
