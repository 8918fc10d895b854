/** The words of a note widened to the sentences that they stand in, and who says them: never somebody whom the text does not name. */
import type { Quote } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { sentenceIndex, type ArticleView } from '../likeness/view.js'
import { contains, hull, overlap, sliceSpans, spanLength, totalLength } from '../text/spans.js'
import { placesOf } from './locate.js'

/** A sentence that is longer is not printed whole: only the words of the note are. */
const longestPrinted = 600
/** A quotation that is longer is not printed whole for the sake of a mark. */
const longestQuotation = 300

/** The whole sentences that the words stand in: with subject, negation and condition alone they mislead. */
export function understoodAlone(view: ArticleView, words: Span): Span {
  const around = view.sentences.filter((sentence) => overlap(sentence, words) > 0)
  const sentences = hull([words, ...around]) ?? words
  const whole = withBothMarks(view, sentences)
  return spanLength(whole) <= longestPrinted ? whole : withBothMarks(view, words)
}

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

export type Credit = { readonly words: string; readonly from: 'note' | 'program' }

/** Sentences before the words, and behind them, in which a report may say who says them. */
const within = { before: 6, behind: 1 } as const

/**
 * Who says it: as the note has it where the report names them close by, else as the program reads it. Where a reader names speakers and none
 * here, words in quotation marks alone get one.
 */
export function creditOf(
  view: ArticleView,
  words: Span,
  by: string | null,
  namesSpeakers = false,
): Credit | null {
  const at = sentenceIndex(view, words)
  const [first, last] = [view.sentences[Math.max(0, at - within.before)], view.sentences[at + within.behind]]
  const close = { start: first?.start ?? 0, end: (last ?? view.sentences.at(-1))?.end ?? view.text.length }
  const place = by === null ? undefined : placesOf(view, by).find((one) => contains(close, one))
  if (place) return { words: view.text.slice(place.start, place.end), from: 'note' }
  const isOwn = by === null && namesSpeakers && !view.inMarks.some((piece) => contains(piece, words))
  const read = isOwn ? null : readCredit(view, words)
  return read === null ? null : { words: read, from: 'program' }
}

function readCredit(view: ArticleView, words: Span): string | null {
  const over = view.article.quotes
    .filter(({ content }) => 2 * sharedWith(content, words) >= spanLength(words))
    .sort((a, b) => totalLength(a.content) - totalLength(b.content))
  for (const quote of over) {
    const source = sourceWords(view, quote)
    if (source !== null) return source
  }
  return parsedCredit(view, words)
}

function sharedWith(content: readonly Span[], words: Span): number {
  return content.reduce((sum, piece) => sum + overlap(piece, words), 0)
}

function sourceWords(view: ArticleView, { source, sourceClass, speaker }: Quote): string | null {
  if (source.length > 0 && sourceClass !== 'pronoun') return sliceSpans(view.text, source)
  return speaker?.name ?? null
}

/** The telling verb that the parser finds over the words, where annotate found none. */
function parsedCredit(view: ArticleView, words: Span): string | null {
  for (const sentence of view.sentences) {
    if (overlap(sentence, words) === 0 || isTooLong(sentence)) continue
    for (const { credit } of readingOf(view.article).within(sentence, words)) {
      if (!credit?.source || contains(words, credit.cue)) continue
      return view.text.slice(credit.source.start, credit.source.end)
    }
  }
  return null
}
