/**
 * Prominence: where the most prominent things stand in each report, and how much room they have there.
 *
 * In: a Report and its labels. Out: measures between 0 and 1, and their drawing: one lane a report from headline (top) to
 * end (bottom), a mark for each passage as tall as its share of the text, a line from report to report for one thing.
 * Never: a rank of reports.
 */
import { scaleLinear, scalePoint } from 'd3-scale'
import { curveBumpX, line } from 'd3-shape'
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

export const mostThings = 8

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

export type Mark = {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly headline: boolean
}
export type Lane = { readonly x: number; readonly letter: string }
export type ProminenceDrawing = {
  readonly width: number
  readonly height: number
  readonly laneWidth: number
  readonly top: number
  readonly bottom: number
  readonly lanes: readonly Lane[]
  readonly things: readonly { readonly path: string; readonly marks: readonly Mark[] }[]
}

const top = 40
const bottom = 12
const lanes = { gap: 92, width: 58 }
/** For more reports than ten. */
const narrowLanes = { gap: 60, width: 46 }
const height = 440
const markRoom = 22

export function drawProminence(list: readonly Thing[], labels: readonly ArticleLabel[]): ProminenceDrawing {
  const lane = labels.length > 10 ? narrowLanes : lanes
  const width = Math.max(360, labels.length * lane.gap)
  const letters = labels.map(({ letter }) => letter)
  const x = scalePoint().domain(letters).range([0, width]).padding(0.5)
  const y = scaleLinear()
    .domain([0, 1])
    .range([top, height - bottom])
  const link = line<Mark>()
    .x((mark) => mark.x)
    .y((mark) => mark.y)
    .curve(curveBumpX)
  const raw = list.map(({ places }) =>
    places.flatMap((place) =>
      place.start === null
        ? []
        : [
            {
              x: round(x(place.letter) ?? 0),
              y: y(place.start),
              height: Math.max(3, y(place.room) - top),
              headline: place.headline,
            },
          ],
    ),
  )
  const spread = spreadMarks(raw)
  return {
    width,
    height,
    laneWidth: lane.width,
    top,
    bottom: height - bottom,
    lanes: letters.map((letter) => ({ letter, x: round(x(letter) ?? 0) })),
    things: spread.map((marks) => ({ marks, path: link(marks) ?? '' })),
  }
}

/** Marks of one lane that would cover each other are moved down by what a numbered mark takes, the last ones up again. */
function spreadMarks(raw: readonly (readonly Mark[])[]): readonly (readonly Mark[])[] {
  const moved = new Map<Mark, Mark>()
  for (const x of new Set(raw.flat().map((mark) => mark.x))) {
    const lane = raw
      .flat()
      .filter((mark) => mark.x === x)
      .sort((a, b) => a.y - b.y)
    spread(lane.map((mark) => mark.y)).forEach((y, index) => {
      const mark = lane[index]
      if (mark) moved.set(mark, { ...mark, y: round(y), height: round(mark.height) })
    })
  }
  return raw.map((marks) => marks.map((mark) => moved.get(mark) ?? mark))
}

/** Ascending heights, at least `markRoom` apart, the last not below the lane. */
function spread(heights: readonly number[]): readonly number[] {
  const down: number[] = []
  for (const y of heights) down.push(Math.max(y, (down.at(-1) ?? -markRoom) + markRoom))
  let limit = height - bottom - markRoom / 2
  return down
    .reverse()
    .map((y) => {
      const at = Math.min(y, limit)
      limit = at - markRoom
      return at
    })
    .reverse()
}

/** One decimal of a pixel, so that the same report draws the same bytes everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
