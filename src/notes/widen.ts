/**
 * The words of a note widened to what is understood alone: the subject, a negation, a hedge, a condition that stand outside
 * the words and govern them, and who is said to say it.
 *
 * In:    a view; where the words stand; for the credit, who the note says it is.
 * Out:   the passage to print, one run of the text; the credit in words of the text, or null in the report's own voice.
 * Never: goes beyond the sentences that the words stand in, or names somebody whom the text does not.
 */
import type { Quote } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { isHedgeWord } from '../english/hedges.js'
import { negationsAndDenials } from '../english/negation.js'
import { relateSpeakers } from '../english/speakers.js'
import { isTooLong, readingOf } from '../english/reading.js'
import type { Proposition } from '../english/propositions/proposition.js'
import type { Tree } from '../english/parse/tree.js'
import { sentenceIndex, wordsIn, type ArticleView } from '../likeness/view.js'
import { contains, hull, overlap, sliceSpans, spanLength, totalLength } from '../text/spans.js'
import { placesOf } from './locate.js'

/** Each step may bring in a word that is governed in turn. */
const steps = 3

export function understoodAlone(view: ArticleView, words: Span): Span {
  let passage = words
  for (let step = 0; step < steps; step++) {
    const wider = hull([passage, ...governing(view, passage)]) ?? passage
    if (spanLength(wider) === spanLength(passage)) break
    passage = wider
  }
  return withBothMarks(view, passage)
}

/** A quotation that is longer is not printed whole for the sake of a mark. */
const longestQuotation = 300

/** Of a quotation with one of its marks within the words the other stands there, too. */
function withBothMarks(view: ArticleView, passage: Span): Span {
  const cut = view.inMarks.filter(
    (marked) =>
      overlap(marked, passage) > 0 &&
      !contains(marked, passage) &&
      !contains(passage, marked) &&
      spanLength(marked) <= longestQuotation,
  )
  return hull([passage, ...cut]) ?? passage
}

function governing(view: ArticleView, passage: Span): readonly Span[] {
  return view.sentences
    .filter((sentence) => overlap(sentence, passage) > 0 && !isTooLong(sentence))
    .flatMap((sentence) => {
      const reading = readingOf(view.article)
      const all = reading.propositions(sentence)
      const inside = all.filter(({ predicate }) => contains(passage, predicate))
      // "A bloodied mask": of what nobody says anything is understood with its clause alone.
      const around = inside.length > 0 ? [] : clauseAround(all, passage)
      return [
        ...around,
        ...inside.flatMap((one) => [...needed(one), ...subjectOf(one, inside, passage)]),
        ...doubtsOn(reading.tree(sentence), inside),
        ...denialBefore(view, sentence, passage),
      ]
    })
}

function clauseAround(all: readonly Proposition[], passage: Span): readonly Span[] {
  const around = all.filter((one) => contains(one, passage))
  return around.sort((a, b) => spanLength(a) - spanLength(b)).slice(0, 1)
}

/** What turns, weakens or limits a clause. */
function needed({ governors, negations, modals, conditions }: Proposition): readonly Span[] {
  return [...governors, ...negations.map(({ cue }) => cue), ...modals, ...conditions]
}

function subjectOf(one: Proposition, inside: readonly Proposition[], passage: Span): readonly Span[] {
  const role = one.isPassive ? 'object' : 'subject'
  const subjects = one.arguments.filter((argument) => argument.role === role)
  const stands = (argument: Span): boolean => overlap(argument, passage) > 0
  // A clause within the words leans on theirs: one subject is enough.
  if (subjects.some(stands) || inside.some((other) => other !== one && contains(other, one))) return []
  return subjects.slice(0, 1)
}

/** "Reportedly", "is believed to". */
function doubtsOn(tree: Tree, inside: readonly Proposition[]): readonly Span[] {
  const verbs = new Set(
    inside.flatMap(({ predicate, governors }) => [predicate, ...governors].map(({ start }) => start)),
  )
  return tree.nodes.filter(
    (node) =>
      isHedgeWord({ norm: node.lower, proper: false }) &&
      node.label === 'advmod' &&
      verbs.has(tree.headOf(node)?.start ?? -1),
  )
}

/** Words so near before the passage that a denial among them reaches into it, whatever the parser made of them. */
const reach = 3

function denialBefore(view: ArticleView, sentence: Span, passage: Span): readonly Span[] {
  if (passage.start <= sentence.start) return []
  const before = wordsIn(view, { start: sentence.start, end: passage.start }).slice(-reach)
  return before.filter(
    (word) =>
      (negationsAndDenials.has(word.norm) || word.norm.endsWith("n't")) &&
      !/[,;:.!?“”"]/u.test(view.text.slice(word.end, passage.start)),
  )
}

export type Credit = { readonly words: string; readonly from: 'note' | 'program' }

/** Sentences before the words, and behind them, in which a report may say who says them. */
const within = { before: 6, behind: 1 } as const

/**
 * Who says it: as the note has it where the report names them close by, else as the program reads it. On 32 real events the two named
 * different people 18 times, and the note was right in 17. A reader that names speakers and none here takes the words for the report's
 * own: on four unread events that was right 8 times in 8 where the program read a speaker, so words in quotation marks alone get one.
 */
export function creditOf(
  view: ArticleView,
  words: Span,
  printed: Span,
  by: string | null,
  namesSpeakers = false,
): Credit | null {
  const at = sentenceIndex(view, words)
  const [first, last] = [view.sentences[Math.max(0, at - within.before)], view.sentences[at + within.behind]]
  const close = { start: first?.start ?? 0, end: (last ?? view.sentences.at(-1))?.end ?? view.text.length }
  const place = by === null ? undefined : placesOf(view, by).find((one) => contains(close, one))
  if (place) return { words: view.text.slice(place.start, place.end), from: 'note' }
  const isOwn = by === null && namesSpeakers && !view.inMarks.some((piece) => contains(piece, words))
  const read = isOwn ? null : readCredit(view, words, printed)
  return read === null || read === '' ? null : { words: read, from: 'program' }
}

const relays = /^[\s,–—-]*(?:according to|(?:as )?(?:first |previously )?reported by)\b[^,.;:]{1,80}/u

/** At second hand: who relays it, where the credit names who is relayed; "according to the prepared text" behind the words. */
export function withRelay(view: ArticleView, words: Span, printed: Span, credit: Credit | null): Span {
  const sentence = view.sentences[sentenceIndex(view, words)]
  if (sentence === undefined) return printed
  const behind = relays.exec(view.text.slice(printed.end, sentence.end))?.[0] ?? ''
  const isNamed = credit !== null && behind.includes(credit.words)
  const relayed = { start: printed.start, end: printed.end + (isNamed ? 0 : behind.length) }
  if (credit?.from !== 'note') return relayed
  const others = view.article.quotes.flatMap(({ content, source, cue, sourceClass }) => {
    const place = hull([...source, ...cue])
    const isOver = 2 * sharedWith(content, words) >= spanLength(words) && sourceClass !== 'pronoun'
    return isOver &&
      source.length > 0 &&
      place !== undefined &&
      contains(sentence, place) &&
      relateSpeakers(credit.words, sliceSpans(view.text, source)) === 'different'
      ? [place]
      : []
  })
  return hull([relayed, ...others]) ?? relayed
}

/** '' where the printed words themselves say who. */
function readCredit(view: ArticleView, words: Span, printed: Span): string | null {
  const over = view.article.quotes
    .filter(({ content }) => 2 * sharedWith(content, words) >= spanLength(words))
    .sort((a, b) => totalLength(a.content) - totalLength(b.content))
  for (const quote of over) {
    if (quote.source.some((source) => contains(printed, source)) && quote.sourceClass !== 'pronoun') return ''
    const source = sourceWords(view, quote)
    if (source !== null) return source
  }
  return parsedCredit(view, words, printed)
}

function sharedWith(content: readonly Span[], words: Span): number {
  return content.reduce((sum, piece) => sum + overlap(piece, words), 0)
}

function sourceWords(view: ArticleView, { source, sourceClass, speaker }: Quote): string | null {
  if (source.length > 0 && sourceClass !== 'pronoun') return sliceSpans(view.text, source)
  return speaker?.name ?? null
}

/** The telling verb that the parser finds over the words, where annotate found none. */
function parsedCredit(view: ArticleView, words: Span, printed: Span): string | null {
  for (const sentence of view.sentences) {
    if (overlap(sentence, words) === 0 || isTooLong(sentence)) continue
    for (const { credit } of readingOf(view.article).within(sentence, words)) {
      if (!credit?.source || contains(words, credit.cue)) continue
      if (contains(printed, credit.source)) return ''
      return view.text.slice(credit.source.start, credit.source.end)
    }
  }
  return null
}
