/** How one article gives one utterance: which words stand in quotation marks, which are reported, who is credited. */
import type { Mention, PresentCell, QuoteColumn } from '../../model/alignment.js'
import type { Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { presentCells } from '../../likeness/columns.js'
import { wordsIn, type ArticleView, type Word } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { onceForTwo } from '../../text/once.js'
import { relateSpeakers } from '../../english/speakers.js'
import { marksWithin } from '../../text/marks-within.js'
import { mergeSpans } from '../../text/spans.js'

/** What is printed of an utterance, to be held word against word. */
export type Quoted = {
  readonly view: ArticleView
  /** The parts in quotation marks. */
  readonly quotedSpans: readonly Span[]
  readonly quotedWords: readonly Word[]
}

export type Version = Quoted & {
  readonly cell: PresentCell
  /** Everything that tells the utterance, quoted or reported. */
  readonly spans: readonly Span[]
  readonly quotes: readonly Quote[]
  readonly speaker: string | null
}

export function versionsOf(context: Context, column: QuoteColumn): readonly Version[] {
  return presentCells(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    return view ? versionsIn(view, cell) : []
  })
}

const versionsIn = onceForTwo((view: ArticleView, cell: PresentCell): readonly Version[] =>
  bySpeaker(cell).map((own) => versionOf(view, own)),
)

/** A headline's or lead's repeat of words quoted again further down is no part of the utterance of its own. */
function withoutRepeats(view: ArticleView, spans: readonly Span[]): readonly Span[] {
  const said = spans.map(
    (span) =>
      ` ${wordsIn(view, span)
        .map((word) => word.norm)
        .join(' ')} `,
  )
  return spans.filter(
    (_span, index) =>
      !said.some(
        (other, at) =>
          at !== index && other.includes(said[index] ?? '') && (other !== said[index] || at > index),
      ),
  )
}

/** One cell a speaker: words that a report credits to two people are two utterances, whatever they were aligned with. */
function bySpeaker(cell: PresentCell): readonly PresentCell[] {
  const groups: { name: string | null; mentions: Mention[] }[] = []
  for (const mention of cell.mentions) {
    const name = mention.speaker?.name ?? null
    const known = groups.find(
      (group) => group.name === null || name === null || relateSpeakers(group.name, name) !== 'different',
    )
    if (known) {
      known.mentions.push(mention)
      known.name ??= name
    } else groups.push({ name, mentions: [mention] })
  }
  return groups.map(({ mentions }) => ({ ...cell, mentions }))
}

function versionOf(view: ArticleView, cell: PresentCell): Version {
  const spans = mergeSpans(cell.mentions.flatMap((mention) => mention.spans))
  // Every word of a transcript is the speaker's, with quotation marks or without.
  const quotedSpans =
    view.article.role === 'reference'
      ? spans
      : withoutRepeats(view, mergeSpans(cell.mentions.flatMap((mention) => quotedParts(view, mention))))
  return {
    view,
    cell,
    spans,
    quotedSpans,
    quotedWords: quotedSpans.flatMap((span) => wordsIn(view, span)),
    quotes: cell.mentions.flatMap((mention) => {
      const quote = view.quotes.get(mention.ref)
      return quote ? [quote] : []
    }),
    speaker: cell.mentions.find((mention) => mention.speaker)?.speaker?.name ?? null,
  }
}

function quotedParts(view: ArticleView, mention: Mention): readonly Span[] {
  const kind = view.quotes.get(mention.ref)?.kind
  return mention.spans.flatMap((span) => {
    const marked = marksWithin(view.text, span)
    // Quoted words of several paragraphs, or a block quotation, may have no marks, or one in front alone.
    const isWhole = marked.length === 0 || (marked[0]?.start ?? 0) <= span.start
    return kind === 'direct' && isWhole ? [span] : marked
  })
}

const toCome =
  /\b(?:will|would|(?:expected|scheduled|planning|plans?|planned|intends?|preparing|prepared|set|due|going) to)(?: \p{L}{1,12}ly)?\s*$/iu
const advanceText = /\b(?:excerpts?|prepared (?:text|remarks|speech)|advance (?:text|copy))\b/iu
/** Characters before a cue. */
const beforeCue = 40

/** Printed before it was said: "she will say", "according to excerpts of the speech". */
export function isAdvance({ quotes, view: { text } }: Version): boolean {
  return quotes.some(
    ({ cue, source }) =>
      cue.some(({ start }) => toCome.test(text.slice(Math.max(0, start - beforeCue), start))) ||
      source.some(({ start, end }) => advanceText.test(text.slice(start, end))),
  )
}
