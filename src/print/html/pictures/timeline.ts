/**
 * The publication timeline with shared copy, as a picture and as tables.
 *
 * In: a View. Out: markup. Never: says who took from whom.
 */
import { drawTimeline, type SharedCopy, type TimelineDrawing } from '../../pictures/timeline.js'
import { shorten } from '../../safe-text.js'
import { readableTime } from '../../times.js'
import { count } from '../../words.js'
import { html, nothing, type Markup } from '../markup.js'
import type { View } from '../view.js'
import { figure } from './figure.js'

export function timelinePicture(view: View): Markup {
  const drawing = drawTimeline(view.report, view.labels.all, 'wide')
  const narrow = drawTimeline(view.report, view.labels.all, 'narrow')
  const shared = drawing.bows.map((bow) => bow.shared)
  return html`<p class="lead">
      Times as the pages give them, drawn in UTC.
      ${shared.length === 0 ? 'No passage was found word for word in two reports.' : 'Bows join reports that share passages word for word, the thicker the more; a full line joins those that count as one text, a broken one those that count as two.'}
    </p>
    ${figure({
      id: 'timeline-picture',
      alternative: `Times of publication of ${count(drawing.rows.length, 'report')}; ${count(shared.length, 'pair')} share passages word for word.`,
      wide: { width: drawing.width, height: drawing.height, drawing: draw(drawing) },
      narrow: { width: narrow.width, height: narrow.height, drawing: draw(narrow) },
      data: { name: 'Times and shared copy', table: table(drawing, shared) },
    })}`
}

function draw({ ticks, rows, bows, height, left, right, top, nameAbove }: TimelineDrawing): Markup {
  return html`${ticks.map(
    ({ x, words: [day, clock] }) =>
      html`<line class="grid" x1="${x}" x2="${x}" y1="${top - 4}" y2="${height - 8}" />
        <text class="tick" x="${x}" y="14" text-anchor="middle">${day}</text>
        <text class="tick" x="${x}" y="30" text-anchor="middle">${clock}</text>`,
  )}
  ${bows.map(({ path, width, shared }) => html`<path class="${shared.oneText ? 'bow one' : 'bow'}" d="${path}" stroke-width="${width}" />`)}
  ${rows.map(
    ({ label, x, y }) =>
      html`<text class="name" x="0" y="${y + 5 - nameAbove}"
          >${label.letter} ${shorten(label.outlet, 26)}</text
        >
        ${
          x === null
            ? html`<text class="tick" x="${right}" y="${y + 5}" text-anchor="end">time not given</text>`
            : html`<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}" /><circle
                  class="at"
                  cx="${x}"
                  cy="${y}"
                  r="6"
                />`
        }`,
  )}`
}

function table({ rows }: TimelineDrawing, shared: readonly SharedCopy[]): Markup {
  return html`<thead>
      <tr>
        <th scope="col">Report</th>
        <th scope="col">Published</th>
        <th scope="col">Passages shared word for word</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(({ label }) => {
        const mine = shared.filter(({ letters }) => letters.includes(label.letter))
        return html`<tr>
          <th scope="row">${label.name}</th>
          <td>
            ${label.article.publishedAt === null ? 'not given' : readableTime(label.article.publishedAt)}
          </td>
          <td>
            ${mine.length === 0 ? 'none' : mine.map((one) => html`<p>${sharedWords(one, label.letter)}</p>`)}
          </td>
        </tr>`
      })}
    </tbody>`
}

function sharedWords({ letters, passages, length, oneText }: SharedCopy, mine: string): Markup {
  const other = letters.find((letter) => letter !== mine) ?? mine
  return html`with ${other}: ${count(passages, 'passage')},
  ${count(length, 'character')}${oneText ? '; they count as one text' : nothing}`
}
