/** Mentions: what a claim or a quote of an article looks like in a cell; and the items that columns are drawn from. */
import type { Mention } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Claim, Quote } from '../model/annotation.js'
import { overlap } from '../text/spans.js'

export type Item = {
  readonly article: AnnotatedArticle
  /** Place of the article among the event's. */
  readonly number: number
  readonly mention: Mention
}

export function claimMention(article: AnnotatedArticle, claim: Claim): Mention {
  const quote = article.quotes.find((candidate) => candidate.id === claim.quote)
  return {
    ref: claim.id,
    start: claim.start,
    end: claim.end,
    spans: [{ start: claim.start, end: claim.end }],
    voice: claim.voice,
    source: quote?.source ?? [],
    cue: quote?.cue ?? [],
    speaker: quote?.speaker ?? null,
    hedged: claim.hedged,
    ...(claim.allegation ? { allegation: true } : {}),
  }
}

export function quoteMention(article: AnnotatedArticle, quote: Quote): Mention {
  const inside = article.claims.filter((claim) =>
    quote.content.some((piece) => 2 * overlap(piece, claim) > claim.end - claim.start),
  )
  return {
    ref: quote.id,
    start: quote.content[0]?.start ?? 0,
    end: quote.content.at(-1)?.end ?? 0,
    spans: quote.content,
    voice: 'attributed',
    source: quote.source,
    cue: quote.cue,
    speaker: quote.speaker,
    hedged: inside.some((claim) => claim.hedged),
    ...(inside.some((claim) => claim.allegation) ? { allegation: true } : {}),
  }
}
