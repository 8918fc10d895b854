/**
 * Claims: the clause-level propositions of an article, the units in which reports are compared.
 *
 * In:    tagged sentences and attributions.
 * Out:   claims in text order, each inside one sentence, without the marks at its ends; and those left unread, since there
 *        are too many.
 * Never: leaves out a sentence that tells something; skips labels without a verb (`Why it matters`) and bare
 *        attributing clauses (`he said`).
 */
import type { Claim, Quote, Voice } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { limits, withinLimit } from '../../text/limits.js'
import { contains, firstEndingAfter, overlap } from '../../text/spans.js'
import { lettersOf } from '../../text/trimmed.js'
import type { TaggedSentence } from '../sentences.js'
import { isAlleged, isHedged } from '../../english/hedges.js'
import { hasFinite } from '../../english/finite-clause.js'
import { isNegated } from '../../english/negation.js'
import { segments } from './segments.js'
import { stanceOf } from '../../english/telling-verbs.js'
import type { Block } from '../../model/article.js'

type FoundClaims = { readonly found: Claim[]; readonly unread: readonly Span[] }

export function claims(
  id: string,
  sentences: readonly TaggedSentence[],
  quotes: readonly Quote[],
): FoundClaims {
  const touching = quotesBySentence(sentences, quotes)
  let trails = false
  const all = sentences.flatMap((sentence, i) => {
    const before = sentences[i - 1]
    const context = before?.blockIndex === sentence.blockIndex ? before : undefined
    const places = new Set([...((context && touching[i - 1]) ?? []), ...(touching[i] ?? [])])
    const near = [...places].sort((a, b) => a - b).flatMap((place) => quotes[place] ?? [])
    const followsReport = context !== undefined && (trails || isReported(context, near))
    const own = tells(sentence) ? claimsOf(sentence, near, followsReport) : []
    trails = own.some(({ voice }) => voice === 'unclear')
    return own
  })
  const { read, unread } = withinLimit(all, limits.claims)
  return { found: read.map((claim, i) => ({ id: `${id}-c${i + 1}`, ...claim })), unread }
}

function isReported(sentence: Span, quotes: readonly Quote[]): boolean {
  return quotes.some((quote) => quote.content.some((piece) => overlap(piece, sentence) > 0))
}

function claimsOf(
  sentence: TaggedSentence,
  quotes: readonly Quote[],
  followsReport: boolean,
): Omit<Claim, 'id'>[] {
  return segments(sentence, quotes).flatMap((segment) => {
    const words = sentence.words.slice(segment.from, segment.to)
    const span = withoutMarks(words)
    if (!span) return []
    const voiced = voiceOf(span, words, segment.quote, quotes, followsReport)
    const alleged = isAlleged(
      words,
      quotes.find(({ id }) => id === voiced.quote),
      sentence.words,
    )
    return {
      ...span,
      sentence: sentence.id,
      ...voiced,
      hedged: isHedged(words),
      negated: isNegated(words),
      ...(alleged ? { allegation: true } : {}),
    }
  })
}

/** For each sentence the places in `quotes` of those that reach into it. */
function quotesBySentence(
  sentences: readonly Span[],
  quotes: readonly Quote[],
): readonly ReadonlySet<number>[] {
  const touching = sentences.map(() => new Set<number>())
  for (const [place, { content, source, cue }] of quotes.entries())
    for (const span of [...content, ...source, ...cue]) {
      let at = firstEndingAfter(sentences, span.start)
      for (let next = sentences[at]; next && next.start < span.end; next = sentences[++at])
        if (overlap(span, next) > 0) touching[at]?.add(place)
    }
  return touching
}

/** Words of the longest crosshead that is taken for a label. */
const longestLabel = 3

/** Labels and crossheads tell nothing by themselves. */
function tells(sentence: TaggedSentence): boolean {
  const matter = sentence.words.filter((word) =>
    ['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM', 'ADV'].includes(word.pos),
  )
  if (matter.length === 0) return false
  if (sentence.block === 'headline') return true
  if (sentence.block === 'subhead') return sentence.words.length > longestLabel
  if (matter.length > 1 || sentence.words.length > longestLabel) return true
  return hasFinite(sentence.words)
}

const edge = /^[,;:.—–…"“”‘’'«»()[\]-]+$/u

/** From the first to the last word, and the quotation mark that closes one opened inside; null when there is no word. */
function withoutMarks(words: readonly TaggedWord[]): Span | null {
  const from = words.findIndex((word) => !edge.test(word.surface))
  let to = words.findLastIndex((word) => !edge.test(word.surface))
  const [first, last] = [words[from], words[to]]
  if (!first || !last) return null
  const inside = words.slice(from, to + 1)
  const open = inside.filter((word) => word.surface === '“').length
  const closed = inside.filter((word) => word.surface === '”').length
  if (open > closed && words.slice(to + 1).some((word) => word.surface === '”'))
    to = words.findIndex((word, i) => i > to && word.surface === '”')
  return { start: first.start, end: words[to]?.end ?? last.end }
}

type Voiced = { readonly voice: Voice; readonly quote: string | null }

function voiceOf(
  claim: Span,
  words: readonly TaggedWord[],
  owner: string | null,
  quotes: readonly Quote[],
  followsReport: boolean,
): Voiced {
  if (owner !== null) return { voice: 'attributed', quote: owner }
  const carried = quotes.find((quote) => quote.content.length > 0 && carries(claim, quote))
  if (carried) return { voice: 'attributed', quote: carried.id }
  const unclear = followsReport && isShifted(words)
  return { voice: unclear ? 'unclear' : 'own', quote: null }
}

/**
 * The whole content of an attribution with its source stands in the clause: `Rubio spoke of “some progress”`; or with a verb
 * that is known to tell: `The suspect is said to have fled`.
 */
function carries(claim: Span, quote: Quote): boolean {
  const tells =
    quote.source.length > 0 || quote.kind !== 'indirect' || stanceOf(quote.cueLemma ?? '') !== null
  if (!tells) return false
  if (!quote.content.every((piece) => contains(claim, piece))) return false
  return [...quote.source, ...quote.cue].some((span) => overlap(claim, span) > 0)
}

/** The tense and mood into which reports shift (`would`, `could`, `had to`). */
const shifted = new Set(['would', 'could', 'should', 'might'])

function isShifted(words: readonly TaggedWord[]): boolean {
  return words.some((word) => shifted.has(word.lower))
}

export function withoutRepeats(
  text: string,
  blocks: readonly Block[],
  sentences: readonly TaggedSentence[],
): readonly TaggedSentence[] {
  if (!blocks.some(({ kind }) => kind === 'standfirst')) return sentences
  const below = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'list-item' || kind === 'blockquote')
    .map(({ start, end }) => lettersOf(text.slice(start, end)))
    .join('\n')
  return sentences.filter(
    ({ block, start, end }) => block !== 'standfirst' || !below.includes(lettersOf(text.slice(start, end))),
  )
}
