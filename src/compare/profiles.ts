/**
 * Who is heard in each article and how much: counts of words, never a score.
 *
 * In:    the annotated articles, all of them. Out: a Profile each, in the order given.
 * Three bins: quoted (inside quotation marks of an attribution), reported (the rest of an attribution's content), own.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Profile } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { mergeSpans } from '../text/spans.js'
import { tokenize, type Token } from '../text/tokens.js'
import { hedges } from './lexicon/polarity.js'
import { marksWithin } from './quotes/marks.js'

export function profileOf(article: AnnotatedArticle): Profile {
  const top = article.quotes.filter((quote) => quote.parent === undefined)
  const content = mergeSpans(top.flatMap((quote) => quote.content))
  const marked = mergeSpans(
    top.flatMap((quote) =>
      quote.kind === 'direct'
        ? quote.content
        : quote.content.flatMap((span) => marksWithin(article.text, span)),
    ),
  )
  const words = tokenize(article.text)
  const quoted = words.filter((word) => inside(word, marked))
  const reported = words.filter((word) => inside(word, content) && !inside(word, marked))
  const own = words.filter((word) => !inside(word, content) && !inside(word, marked))
  return {
    article: article.id,
    words: words.length,
    ownWords: own.length,
    quotedWords: quoted.length,
    reportedWords: reported.length,
    hedgesInOwnWords: own.filter((word) => hedges.has(word.norm)).length,
    speakers: speakersOf(article, words),
  }
}

function inside(word: Token, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= word.start && word.end <= span.end)
}

function speakersOf(article: AnnotatedArticle, words: readonly Token[]): Profile['speakers'] {
  const speakers = new Map<string, { quotes: number; words: number; cues: Set<string> }>()
  for (const quote of article.quotes) {
    const name = quote.speaker?.name
    if (name === undefined) continue
    const entry = speakers.get(name) ?? { quotes: 0, words: 0, cues: new Set<string>() }
    entry.quotes++
    entry.words += words.filter((word) => inside(word, quote.content)).length
    if (quote.cueLemma !== null) entry.cues.add(quote.cueLemma)
    speakers.set(name, entry)
  }
  return [...speakers]
    .map(([name, entry]) => ({
      name,
      quotes: entry.quotes,
      words: entry.words,
      cues: [...entry.cues].sort(),
    }))
    .sort(
      byKeys(
        (entry) => -entry.words,
        (entry) => entry.name,
      ),
    )
}
