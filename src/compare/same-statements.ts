/**
 * Passages of two reports that say the same, one in the outlet's own words.
 *
 * In:    the event's claim columns. Out: for each telling in an outlet's own words those of other passages that may say
 *        the same, credited or not, and how much they have in common; which of them do so by a run's thresholds.
 * Method: clause against clause: the two must say the same by their own words, not by their column alone; what is
 *        credited in the column of such a clause needs less in common.
 * Never: takes for the outlet's own what stands in quotation marks, behind a credit, or with a verb of telling.
 */
import type { ClaimColumn, Mention, PresentCell } from '../model/alignment.js'
import type { Claim } from '../model/annotation.js'
import { overlap } from '../text/spans.js'
import { stem } from '../text/stem.js'
import { inHeadline, sentenceIndex, wordsIn, type ArticleView } from '../likeness/view.js'
import { presentCells } from '../likeness/columns.js'
import type { Event } from './context.js'
import { inFull } from './in-full.js'
import { once } from '../text/once.js'
import { WordIndex } from '../likeness/word-index.js'
import { termsIn, type Term } from '../likeness/terms.js'
import { share } from '../likeness/soft-cover.js'
import { tagsOf } from './tags.js'
import { loosest, type Limit } from './thresholds.js'

/** Passages of one column linked less surely than this do not count as telling the same. */
const leastLink = 0.45
/** Least share of the content words that both clauses have, weighted, both ways: in one column, or in two. */
export const leastShare = { sure: 0.3, column: 0.5, apart: 0.65, apartButMuch: 0.6, beside: 0.5 } as const
/** So many common words are much. */
const muchCommon = 4
/** From this confidence on both links are sure. */
const sureLink = 0.8
/** A clause of fewer content words is no statement. */
const leastTerms = 3
/** Content words that both must have, and at least this share of the shorter clause's. */
const leastCommon = 2
const leastOfShorter = 0.34
/** From this confidence on a credited telling stands beside another of its column. */
const besideLink = 0.55

export type Telling = {
  readonly view: ArticleView
  readonly cell: PresentCell
  readonly column: ClaimColumn
  readonly mention: Mention
  readonly terms: readonly Term[]
  readonly own: boolean
  readonly credited: boolean
}

/** Another passage that may say the same. */
export type Like = {
  readonly other: Telling
  /** Share of the content words that both have, 0..1. */
  readonly score: number
  /** The least share from which on the two say the same: more is asked of passages that are not surely linked. */
  readonly least: number
  /** How surely both stand in one column; 1 for passages of two columns, of which more words in common are asked instead. */
  readonly link: number
}

/** Those that have enough in common, and credited ones that share a column with one of them and have less in common. */
export function sayTheSame(others: readonly Like[], limit: Limit): readonly Like[] {
  const enough = others.filter(({ score, least, link }) => score >= limit(least) && link >= limit(leastLink))
  const columns = new Set(enough.filter(({ other }) => other.credited).map(({ other }) => other.column))
  const beside = others.filter(
    ({ other, score }) =>
      other.credited &&
      columns.has(other.column) &&
      score >= limit(leastShare.beside) &&
      other.cell.confidence >= limit(besideLink),
  )
  return [...new Set([...enough, ...beside])]
}

/** Every mention of the claim columns that is told by the outlet itself or credited to a printed source. */
function tellings(event: Event): readonly Telling[] {
  return event.alignment.claims.flatMap((column) =>
    presentCells(column).flatMap(([id, cell]) => {
      const view = event.view(id)
      if (!view) return []
      return cell.mentions.flatMap((mention): Telling[] => {
        const own = isOwn(view, mention)
        const credited = isCredited(view, mention)
        if (inHeadline(view, mention.start) || (!own && !credited)) return []
        const terms = termsIn(view, mention.spans)
        return terms.length < leastTerms ? [] : [{ view, cell, column, mention, own, credited, terms }]
      })
    }),
  )
}

/** For each telling in an outlet's own words, those that may say the same; no re-run changes that. */
export const alike = once((event: Event): ReadonlyMap<Telling, readonly Like[]> => {
  const told = tellings(event)
  const isInFull = inFull(event)
  const meet = (own: Telling, other: Telling): boolean =>
    own.view === other.view || own.column === other.column || isInFull(own.view, other.view)
  const index = new WordIndex(told.map(({ terms }) => terms))
  return new Map(
    told
      .filter(({ own }) => own)
      .map((own) => {
        const counts = index.countsOf(own.terms)
        return [
          own,
          told.flatMap((other, at) => (meet(own, other) ? (likeOf(own, other, counts[at] ?? 0) ?? []) : [])),
        ] as const
      }),
  )
})

/** How much two clauses have in common, or null where they tell two things whatever the thresholds. */
function likeOf(own: Telling, other: Telling, common: number): Like | null {
  const fewest = Math.min(own.terms.length, other.terms.length)
  if (other === own || common < Math.max(leastCommon, leastOfShorter * fewest)) return null
  // Agreed here, did not agree there: that is no one thing told with a source and without.
  if (claimOf(own.view, own.mention)?.negated !== claimOf(other.view, other.mention)?.negated) return null
  const together = own.column === other.column
  const link = together ? Math.min(own.cell.confidence, other.cell.confidence) : 1
  const inOne = link >= sureLink ? leastShare.sure : leastShare.column
  const inTwo = common >= muchCommon ? leastShare.apartButMuch : leastShare.apart
  const least = together ? inOne : inTwo
  const score = share(own.terms, other.terms)
  const lowest = Math.min(least, other.credited ? leastShare.beside : least)
  return score >= loosest(lowest) ? { other, score, least, link } : null
}

/** What a verb of telling introduces, told apart from the telling itself. */
function isCredited(view: ArticleView, mention: Mention): boolean {
  const quote = view.article.quotes.find((item) => item.id === claimOf(view, mention)?.quote)
  return (
    mention.voice === 'attributed' &&
    mention.source.length > 0 &&
    quote !== undefined &&
    quote.cue.length > 0 &&
    ![...quote.cue, ...quote.source].some((span) => overlap(span, mention) > 0)
  )
}

function claimOf(view: ArticleView, { ref }: Mention): Claim | undefined {
  return view.claims.get(ref)
}

/** Verbs of telling: a clause that holds one may credit somebody although no attribution was found. */
const telling = new Set(
  'say says said tell told describe warn announce boast claim insist note argue accord'.split(' ').map(stem),
)

/** A clause that hangs on another says nothing of who vouches for it; "you" and "I" are somebody's words reprinted. */
const dependent =
  /^(?:who|whom|whose|which|where|when|while|as|after|before|because|since|if|whether|so|to|that|with|either|and)\b/iu
const reprinted = new Set(['i', 'me', 'my', 'you', 'your', 'we', 'us', 'our', "i'm", "you're", "we're"])

/** "The two sides, said the aide, had found none": what opens with a verb behind a credit goes on telling what is credited. */
function goesOnAfterCredit(view: ArticleView, { start, end }: Mention): boolean {
  const index = sentenceIndex(view, { start, end })
  const sentence = view.sentences[index]
  const first = tagsOf(view, index).find((tag) => tag.start >= start)
  return (
    sentence !== undefined &&
    (first?.pos === 'VERB' || first?.pos === 'AUX') &&
    view.article.quotes.some(({ cue }) =>
      cue.some((span) => span.start >= sentence.start && span.end <= start),
    )
  )
}

/** No attribution's content touches it, no quotation marks, no verb of telling. */
function isOwn(view: ArticleView, mention: Mention): boolean {
  return (
    mention.voice === 'own' &&
    !goesOnAfterCredit(view, mention) &&
    !dependent.test(view.text.slice(mention.start, mention.end)) &&
    !wordsIn(view, mention).some(({ norm }) => telling.has(stem(norm)) || reprinted.has(norm)) &&
    !view.inMarks.some((span) => overlap(span, mention) > 0) &&
    !view.article.quotes.some((quote) => quote.content.some((span) => overlap(span, mention) > 0))
  )
}
