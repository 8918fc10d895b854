/**
 * Prominence as a picture and a table.
 *
 * In: a View. Out: markup. Never: a rank of reports.
 */
import { columnTitle } from '../../column-title.js'
import { count } from '../../words.js'
import {
  drawProminence,
  things,
  type Placed,
  type ProminenceDrawing,
  type Thing,
} from '../../pictures/prominence.js'
import { shorten } from '../../safe-text.js'
import { synopsisRows } from '../../synopsis.js'
import { html, type Markup } from '../markup.js'
import { letterKey, outletHeads } from '../outlets.js'
import type { View } from '../view.js'
import { figure } from './figure.js'

export function prominencePicture(view: View): Markup {
  const readable = view.labels.all.filter(({ article }) => article.sentences.length > 0)
  const list = things(synopsisRows(view.report), readable)
  if (list.length === 0) return html`<p>No claim was found in two reports.</p>`
  const drawing = drawProminence(list, readable)
  return html`<p class="lead">
      Each column is a report from its headline (top) to its end. A mark stands where a thing is first told,
      as tall as its share of the text, filled where that is the headline; a line follows one thing from
      report to report. A mark may be moved a little so that none covers another; the figures below are exact.
    </p>
    ${letterKey(readable)}
    ${figure({
      id: 'prominence-picture',
      alternative: `Where the ${count(list.length, 'most prominent thing')} stand in ${count(readable.length, 'report')}, from headline to end.`,
      wide: { width: drawing.width, height: drawing.height, drawing: draw(drawing) },
      key: html`<ol class="${readable.length > 10 ? 'things under' : 'things'}">
        ${list.map(({ column }) => html`<li dir="auto"><a href="#${column.id}">${shorten(columnTitle(column), 120)}</a></li>`)}
      </ol>`,
      data: { name: 'Where each thing stands and how much room it has', table: dataTable(view, list) },
    })}`
}

function draw({ lanes, laneWidth, top, bottom, things: list }: ProminenceDrawing): Markup {
  return html`${lanes.map(
    ({ x, letter }) =>
      html`<rect
          class="lane"
          x="${x - laneWidth / 2}"
          y="${top - 14}"
          width="${laneWidth}"
          height="${bottom - top + 14}"
        />
        <text class="head" x="${x}" y="${top - 22}" text-anchor="middle">${letter}</text>`,
  )}
  ${list.map(({ path }, index) => html`<path class="link t${index}" d="${path}" />`)}
  ${list.map(({ marks }, index) =>
    marks.map(
      ({ x, y, height, headline }) =>
        html`<g class="t${index}">
          <rect class="room" x="${x - laneWidth / 2 + 3}" y="${y - 1.5}" width="5" height="${height}" />
          <circle class="${headline ? 'dot first' : 'dot'}" cx="${x}" cy="${y}" r="9.5" />
          <text class="num" x="${x}" y="${y + 3.8}" text-anchor="middle">${index + 1}</text>
        </g>`,
    ),
  )}`
}

function dataTable(view: View, list: readonly Thing[]): Markup {
  return html`<thead>
      <tr>
        <th scope="col">Thing told</th>
        ${outletHeads(view)}
      </tr>
    </thead>
    <tbody>
      ${list.map(
        ({ column, places }) =>
          html`<tr>
            <th scope="row" dir="auto">${shorten(columnTitle(column), 120)}</th>
            ${view.labels.all.map(({ letter }) => html`<td data-o="${letter}">${placeWords(places.find((place) => place.letter === letter))}</td>`)}
          </tr>`,
      )}
    </tbody>`
}

function placeWords(place: Placed | undefined): string {
  if (place === undefined || place.state === 'unknown') return 'cannot tell'
  if (place.start === null) return 'no passage found'
  const where = place.headline ? 'in the headline' : `after ${Math.round(place.start * 100)} % of the text`
  return `${where}; ${(place.room * 100).toFixed(1)} % of the text`
}
