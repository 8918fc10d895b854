/**
 * The parts of the page below the findings, in reading order, and for whom each is.
 *
 * In: a View without links. Out: the parts, and the View that knows which columns stand on the page. Never: a part that
 * computes.
 */
import { actorTable } from './actors.js'
import { articleList } from './articles.js'
import { factTable } from './facts.js'
import { headlineCards } from './headlines.js'
import { quoteLedger } from './ledger.js'
import type { Markup } from './markup.js'
import { claimMatrix } from './matrix.js'
import { method } from './method.js'
import { namingTable } from './naming.js'
import { prominencePicture } from './pictures/prominence.js'
import { timelinePicture } from './pictures/timeline.js'
import { voicePictures } from './pictures/voices.js'
import { positionTable } from './positions.js'
import { reviewPart } from './review.js'
import type { Reader } from './tools.js'
import type { View } from './view.js'

export type Part = {
  readonly id: string
  /** The tab it stands in: the id of that tab's first part. */
  readonly tab: string
  readonly title: string
  /** For the contents. */
  readonly short: string
  readonly readers: readonly Reader[]
  /** Kept back from a class until wanted. */
  readonly spoiler: boolean
  /** Hidden until the script shows it. */
  readonly scripted?: boolean
  readonly content: Markup
}

export function partsOf(bare: View): { readonly view: View; readonly parts: readonly Part[] } {
  const claims = claimMatrix(bare)
  const quotes = quoteLedger(bare)
  const view = { ...bare, reachable: idsIn(claims, quotes) }
  return {
    view,
    parts: [
      {
        id: 'claims',
        tab: 'claims',
        title: 'Claims',
        short: 'Claims',
        readers: ['check', 'framing', 'class'],
        spoiler: true,
        content: claims,
      },
      {
        id: 'quotes',
        tab: 'quotes',
        title: 'Quotations',
        short: 'Quotations',
        readers: ['check', 'framing', 'class'],
        spoiler: true,
        content: quotes,
      },
      {
        id: 'facts',
        tab: 'claims',
        title: 'Checkable details',
        short: 'Details',
        readers: ['check', 'class'],
        spoiler: true,
        content: factTable(view),
      },
      {
        id: 'positions',
        tab: 'claims',
        title: 'Positions of the parties',
        short: 'Positions',
        readers: ['check', 'framing', 'class'],
        spoiler: true,
        content: positionTable(view),
      },
      {
        id: 'actors',
        tab: 'actors',
        title: 'Actors and voices',
        short: 'Actors and voices',
        readers: ['check', 'framing', 'class'],
        spoiler: false,
        content: actorTable(view),
      },
      {
        id: 'names',
        tab: 'actors',
        title: 'Words for the same person, thing or act',
        short: 'Words',
        readers: ['framing', 'class'],
        spoiler: true,
        content: namingTable(view),
      },
      {
        id: 'headlines',
        tab: 'actors',
        title: 'Headlines and leads',
        short: 'Headlines',
        readers: ['framing', 'class'],
        spoiler: false,
        content: headlineCards(view),
      },
      {
        id: 'prominence',
        tab: 'actors',
        title: 'How far up each thing stands',
        short: 'Prominence',
        readers: ['framing', 'class'],
        spoiler: true,
        content: prominencePicture(view),
      },
      {
        id: 'voices',
        tab: 'actors',
        title: 'Who is heard',
        short: 'Voices',
        readers: ['framing', 'class'],
        spoiler: false,
        content: voicePictures(view),
      },
      {
        id: 'timeline',
        tab: 'method',
        title: 'When each was published',
        short: 'Timeline',
        readers: ['check', 'class'],
        spoiler: false,
        content: timelinePicture(view),
      },
      {
        id: 'articles',
        tab: 'articles',
        title: 'Reading',
        short: 'Reading',
        readers: ['check', 'framing', 'class'],
        spoiler: false,
        content: articleList(view),
      },
      {
        id: 'review',
        tab: 'review',
        title: 'Your review',
        short: 'Review',
        readers: ['check', 'framing', 'class'],
        spoiler: true,
        scripted: true,
        content: reviewPart(view),
      },
      {
        id: 'method',
        tab: 'method',
        title: 'About this report',
        short: 'About',
        readers: ['check', 'framing', 'class'],
        spoiler: false,
        content: method(view),
      },
    ],
  }
}

function idsIn(...parts: readonly Markup[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) => [...part.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')),
  )
}
