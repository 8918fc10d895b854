/**
 * Prominence: where the most prominent things stand in each report, and how much room they have there.
 *
 * In: a Report and its labels. Out: measures between 0 and 1, and a strip for each thing: a line from headline to end, and
 * a mark with a report's letter where that report first tells it.
 * Never: a rank of reports.
 */
import type { ClaimColumn } from '../../model/alignment.js'
import { totalLength } from '../../text/spans.js'
import type { ArticleLabel } from '../labels.js'
import type { SynopsisRow } from '../synopsis.js'

export type Placed = {
  readonly letter: string
  readonly state: 'present' | 'absent' | 'unknown'
  /** Where the first passage starts, share of the text; null unless present. */
  readonly start: number | null
  /** Share of the text that the passages take. */
  readonly room: number
  /** Whether a passage stands in the headline. */
  readonly headline: boolean
}

export type Thing = { readonly column: ClaimColumn; readonly places: readonly Placed[] }

const mostThings = 8

export function things(rows: readonly SynopsisRow[], labels: readonly ArticleLabel[]): readonly Thing[] {
  return rows.slice(0, mostThings).map(({ column }) => ({
    column,
    places: labels.map((label) => placeOf(column, label)),
  }))
}

function placeOf(column: ClaimColumn, { article, letter }: ArticleLabel): Placed {
  const cell = column.cells[article.id]
  const nowhere = { letter, start: null, room: 0, headline: false }
  if (cell?.state !== 'present') return { ...nowhere, state: cell?.state ?? 'unknown' }
  const length = Math.max(1, article.textLength ?? article.text.length)
  const spans = cell.mentions.flatMap((mention) => mention.spans)
  const headlineEnd = article.headline?.end ?? 0
  return {
    letter,
    state: 'present',
    start: Math.min(1, ...spans.map((span) => span.start / length)),
    room: Math.min(1, totalLength(spans) / length),
    headline: spans.some((span) => span.start < headlineEnd),
  }
}

type Mark = {
  readonly letter: string
  readonly x: number
  readonly y: number
  readonly headline: boolean
}
export type Strip = {
  readonly width: number
  readonly height: number
  /** The line from headline to end. */
  readonly left: number
  readonly right: number
  readonly line: number
  readonly marks: readonly Mark[]
}

export const markRadius = 9.5
const markRoom = 2 * markRadius + 2
const below = 6
const widths = { wide: 560, narrow: 300 } as const

/** Marks stand right above their place; one that would cover another stands above that. */
export function drawStrip({ places }: Thing, layout: keyof typeof widths): Strip {
  const width = widths[layout]
  const [left, right] = [markRadius + 1, width - markRadius - 1]
  const told = places.flatMap(({ letter, start, headline }) =>
    start === null ? [] : [{ letter, headline, x: round(left + start * (right - left)) }],
  )
  told.sort((a, b) => a.x - b.x)
  const reached: number[] = []
  const marks = told.map((mark) => {
    const free = reached.findIndex((x) => mark.x - x >= markRoom)
    const level = free < 0 ? reached.length : free
    reached[level] = mark.x
    return { ...mark, level }
  })
  const height = Math.max(1, reached.length) * markRoom + below
  const line = height - below
  return {
    width,
    height,
    left,
    right,
    line,
    marks: marks.map(({ level, ...mark }) => ({
      ...mark,
      y: round(line - markRadius - 2 - level * markRoom),
    })),
  }
}

/** One decimal of a pixel, so that the same report draws the same bytes everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
