/**
 * The second look at a silence: what speaks against calling a report's cell `absent`.
 *
 * In:    a column, the passages that tell it, a report in which no passage was linked with them.
 * Out:   `told-differently` with the passage that comes close; `too-early`; or null, with what came closest. Cells
 *        (settle.ts) and omissions (lenses/omissions.ts) ask this one function, so that they never disagree.
 * Never: looks at reports beside this one and those that tell the thing.
 */
import type { Column, PresentCell } from '../../model/alignment.js'
import { overlap } from '../../text/spans.js'
import { blockKindAt, presentCells, wordsIn, type ArticleView } from '../context.js'
import { relateSpeakers } from '../../english/speakers.js'
import { closest, sourcedNeedleIn, type Found } from '../search/second-search.js'
import type { Limit } from '../thresholds.js'
import { mayBeTooEarly, type Passages } from './too-early.js'

/** At or above this share of the sought words the thing may be told after all. */
export const foundAt = 0.5
/** The same where the passage is credited to the speaker of the sought quotation. */
const foundWithSpeaker = 0.2
/** Passages linked less surely than this do not count as telling the same. */
const leastLink = 0.55
/** Fewer content words than this make no statement that could be missed. */
const leastWords = 3

export type Teller = Passages & { readonly cell: PresentCell }

/** Who tells it for sure, and with which of its passages. */
export function tellersOf(
  column: Column,
  view: (article: string) => ArticleView | undefined,
  limit: Limit,
): readonly Teller[] {
  return presentCells(column).flatMap(([id, cell]): Teller[] => {
    const teller = view(id)
    if (!teller || teller.article.role === 'reference' || cell.confidence < limit(leastLink)) return []
    const mentions = cell.mentions.filter((mention) => isStatement(teller, mention, 'speaker' in column))
    return mentions.length > 0 ? [{ view: teller, cell, mentions }] : []
  })
}

/** Subheads announce and headlines abridge; a clause of one or two content words says nothing that could be missed. */
function isStatement(
  view: ArticleView,
  { start, spans }: Teller['mentions'][number],
  isQuote: boolean,
): boolean {
  if (blockKindAt(view, start) === 'subhead') return false
  const content = spans.flatMap((span) => wordsIn(view, span)).filter((word) => word.key !== '')
  return content.length >= (isQuote ? 1 : leastWords)
}

export type Refuted = {
  readonly reason: 'told-differently' | 'too-early' | null
  /** What came closest, rejected or not. */
  readonly nearest: Found | null
}

export function refute(column: Column, tellers: readonly Teller[], view: ArticleView, limit: Limit): Refuted {
  const needles = tellers.flatMap((teller) =>
    teller.mentions.map((mention) => sourcedNeedleIn(teller.view, mention)),
  )
  const nearest = closest(view, needles)
  if (nearest && nearest.score >= limit(foundAt)) return { reason: 'told-differently', nearest }
  const said = saidBySpeaker(column, view)
  const near =
    said.length === 0 ? null : closest(view, needles, (span) => said.some((own) => overlap(own, span) > 0))
  if (near && near.score >= limit(foundWithSpeaker)) return { reason: 'told-differently', nearest: near }
  return { reason: mayBeTooEarly(view, tellers) ? 'too-early' : null, nearest }
}

/** What the report credits to the speaker of a quote column. */
function saidBySpeaker(column: Column, view: ArticleView) {
  const name = 'speaker' in column ? column.speaker?.name : undefined
  return name === undefined
    ? []
    : view.article.quotes.flatMap(({ speaker, content }) =>
        speaker !== null && relateSpeakers(speaker.name, name) === 'same' ? content : [],
      )
}
