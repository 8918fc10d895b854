/** Who is heard in each article and how much, in three bins: quoted, reported, own; and hedges in its own words. Counts, never a score. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Profile } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { sortedBy } from '../text/order.js'
import { mergeSpans } from '../text/spans.js'
import { tokenize, type Token } from '../text/tokens.js'
import { isHedgeWord } from '../english/hedges.js'
import { once } from '../text/once.js'
import { marksWithin } from '../text/marks-within.js'

/** Made once for an article. */
export const profileOf = once(makeProfile)

function makeProfile(article: AnnotatedArticle): Profile {
  const top = article.quotes.filter((quote) => quote.parent === undefined)
  const content = mergeSpans(top.flatMap((quote) => quote.content))
  const marked = mergeSpans(
    top.flatMap((quote) =>
      quote.kind === 'direct'
        ? quote.content
        : quote.content.flatMap((span) => marksWithin(article.text, span)),
    ),
  )
  const anyMarks = article.blocks.flatMap((block) => marksWithin(article.text, block))
  const words = tokenize(article.text)
  const quoted = words.filter((word) => inside(word, marked))
  const reported = words.filter((word) => inside(word, content) && !inside(word, marked))
  const own = words.filter((word) => !inside(word, content) && !inside(word, marked))
  const hedged = own.filter(
    (word) =>
      !inside(word, anyMarks) &&
      isHedgeWord({ norm: word.norm, proper: /^\p{Lu}/u.test(article.text.slice(word.start)) }),
  )
  return {
    article: article.id,
    words: words.length,
    ownWords: own.length,
    quotedWords: quoted.length,
    reportedWords: reported.length,
    hedgesInOwnWords: hedged.length,
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
  return sortedBy(
    [...speakers].map(([name, entry]) => ({
      name,
      quotes: entry.quotes,
      words: entry.words,
      cues: [...entry.cues].sort(),
    })),
    (entry) => [-entry.words, entry.name],
  )
}
