/**
 * Claim columns: one for each assertion, over all articles.
 *
 * In:    the event. Out: columns in which every claim of every article stands exactly once.
 * Never: compares everything with everything (see candidates.ts).
 */
import type { ClaimColumn, PresentCell } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Claim } from '../model/annotation.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { candidatePairs } from './candidates.js'
import { averageLink } from './cluster.js'
import { drawColumns, normalText, placeForm, type Item } from './columns.js'
import type { Event } from './event.js'
import { exactCosine, softCover } from './likeness.js'
import { claimMention } from './mention.js'
import { passage, type Passage } from './passage.js'

const THRESHOLD = 0.5

type ClaimItem = Item & { readonly claim: Claim; readonly passage: Passage }

export function claimColumns(event: Event): ClaimColumn[] {
  const items = event.articles.flatMap((article) => claimItems(article, event))
  const pairs = candidatePairs(items.map((item) => item.passage)).map(([i, j]) => {
    const [a, b] = [items[i]?.passage, items[j]?.passage]
    if (!a || !b) return { i, j, score: 0 }
    const cover = softCover(a, b, event.lexicon)
    return { i, j, score: quantise(0.4 * exactCosine(a, b) + 0.3 * (cover.ab + cover.ba)) }
  })
  const groups = averageLink(items.length, pairs, THRESHOLD)
  return drawColumns(event, items, groups, pairs, {
    prefix: 'cc',
    fullest: fullestClaim,
    cell: readCell,
  }).map(({ shape }) => shape)
}

function claimItems(article: AnnotatedArticle, event: Event): ClaimItem[] {
  return [...article.claims]
    .sort(
      byKeys(
        (claim) => claim.start,
        (claim) => claim.end,
      ),
    )
    .map((claim) => ({
      article,
      claim,
      mention: claimMention(article, claim),
      passage: passage(article, [claim], event.lexicon),
    }))
}

/** The one with most matter; headlines last; then by words, so that order of input says nothing. */
function fullestClaim(items: readonly ClaimItem[]): ClaimItem {
  const inHeadline = (item: ClaimItem): number =>
    item.article.headline && item.mention.start < item.article.headline.end ? 1 : 0
  const [first] = [...items].sort(
    byKeys(
      inHeadline,
      (item) => -quantise(item.passage.total),
      (item) => item.article.text.slice(item.claim.start, item.claim.end),
      (item) => item.claim.id,
    ),
  )
  if (!first) throw new Error('a column without items')
  return first
}

function readCell(
  own: readonly ClaimItem[],
  fullest: ClaimItem,
): Pick<PresentCell, 'form' | 'stance' | 'certainty' | 'value'> {
  const textOf = (item: ClaimItem): string =>
    normalText(item.article.text.slice(item.claim.start, item.claim.end))
  const hedged = own.every((item) => item.claim.hedged)
  const certainty = hedged ? 'hedged' : 'plain'
  const denies = own.every((item) => item.claim.negated) !== fullest.claim.negated
  const value = own.flatMap((item) => item.passage.quantities)[0]?.value
  const form = own.some((item) => textOf(item) === textOf(fullest))
    ? 'verbatim'
    : (placeForm(own) ?? (hedged && !fullest.claim.hedged ? 'weaker' : 'paraphrased'))
  return {
    form,
    stance: denies ? 'denies' : 'asserts',
    certainty,
    ...(value === undefined ? {} : { value }),
  }
}
