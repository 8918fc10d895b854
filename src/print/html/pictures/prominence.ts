/**
 * Prominence as a picture and a table.
 *
 * In: a View. Out: markup. Never: a rank of reports.
 */
import {
  drawStrip,
  markRadius,
  things,
  type Placed,
  type Strip,
  type Thing,
} from '../../pictures/prominence.js'
import { shorten } from '../../safe-text.js'
import { synopsisRows, titleOf } from '../../synopsis.js'
import { html, nothing, type Markup } from '../markup.js'
import { letterKey, outletHeads } from '../outlets.js'
import type { View } from '../view.js'
import { dataOf, svg } from './figure.js'
import { headAndRows } from '../table.js'

export function prominencePicture(view: View): Markup {
  const readable = view.labels.all.filter(({ article }) => article.sentences.length > 0)
  const list = things(synopsisRows(view.report), readable)
  if (list.length === 0) return html`<p>No claim was found in two reports.</p>`
  return html`<p class="lead">
      Each line is a text from its headline (left) to its end. A letter stands where that report first tells
      the thing, filled where that is the headline.
    </p>
    ${letterKey(readable)}
    <figure class="picture two" id="prominence-picture">
      <ol class="things">
        ${list.map(stripOf)}
      </ol>
      ${dataOf({ name: 'Where each thing stands and how much room it has', table: dataTable(view, list) })}
    </figure>`
}

function stripOf(thing: Thing): Markup {
  const title = shorten(titleOf(thing.column), 120)
  const drawn = (layout: 'wide' | 'narrow'): Markup => {
    const strip = drawStrip(thing, layout)
    return svg({ ...strip, drawing: draw(strip) }, whereWords(thing), layout)
  }
  return html`<li>
    <p dir="auto"><a href="#${thing.column.id}">${title}</a></p>
    ${drawn('wide')} ${drawn('narrow')} ${silent(thing)}
  </li>`
}

/** What leads to a mark lies under all marks. */
function draw({ left, right, line, marks }: Strip): Markup {
  const stems = marks.map(
    ({ x, y }) => html`<line class="at-line" x1="${x}" x2="${x}" y1="${y}" y2="${line}" />`,
  )
  const dots = marks.map(
    ({ x, y, letter, headline }) =>
      html`<circle class="${headline ? 'dot first' : 'dot'}" cx="${x}" cy="${y}" r="${markRadius}" />
        <text class="num" x="${x}" y="${y + 3.8}" text-anchor="middle">${letter}</text>`,
  )
  return html`<line class="lane" x1="${left}" x2="${right}" y1="${line}" y2="${line}" /> ${stems} ${dots}`
}

/** The picture in words. */
function whereWords({ places }: Thing): string {
  const told = places.filter(({ start }) => start !== null)
  return told.map((place) => `${place.letter} ${placeWords(place)}`).join(', ')
}

function silent({ places }: Thing): Markup {
  const lettersOf = (state: Placed['state']): string =>
    places
      .filter((place) => place.state === state)
      .map(({ letter }) => letter)
      .join(' ')
  const words = [
    ['no passage found', lettersOf('absent')],
    ['cannot tell', lettersOf('unknown')],
  ].flatMap(([name, letters]) => (letters === '' ? [] : [`${name}: ${letters}`]))
  return words.length === 0 ? nothing : html`<p class="note">${words.join(' · ')}</p>`
}

function dataTable(view: View, list: readonly Thing[]): Markup {
  return headAndRows(
    ['Thing told', outletHeads(view)],
    list.map(
      ({ column, places }) =>
        html`<tr>
          <th scope="row" dir="auto">${shorten(titleOf(column), 120)}</th>
          ${view.labels.all.map(({ letter }) => html`<td data-o="${letter}">${placeWords(places.find((place) => place.letter === letter))}</td>`)}
        </tr>`,
    ),
  )
}

function placeWords(place: Placed | undefined): string {
  if (place === undefined || place.state === 'unknown') return 'cannot tell'
  if (place.start === null) return 'no passage found'
  const where = place.headline ? 'in the headline' : `after ${Math.round(place.start * 100)} % of the text`
  return `${where}; ${(place.room * 100).toFixed(1)} % of the text`
}
