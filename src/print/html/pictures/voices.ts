/**
 * Who is heard as pictures: own, quoted and reported words; speakers by report. The counts stand in the table below them.
 *
 * In: a View. Out: markup. Never: a score.
 */
import {
  drawSpeakers,
  drawVoices,
  mostSpeakers,
  speakerRows,
  type SpeakerRow,
  type SpeakersDrawing,
  type VoicesDrawing,
  type VoicesLayout,
} from '../../pictures/voices.js'
import { shorten } from '../../safe-text.js'
import { count } from '../../words.js'
import { profileTable } from '../profiles.js'
import { html, nothing, type Markup } from '../markup.js'
import { letterKey, outletHeads } from '../outlets.js'
import type { View } from '../view.js'
import { figure, type Drawn } from './figure.js'
import { headAndRows } from '../table.js'

const kindWords = { own: 'own words', quoted: 'quoted', reported: 'reported speech' } as const
const shortKinds = ['own', 'quoted', 'reported'] as const

export function voicePictures(view: View): Markup {
  const { profiles } = view.report
  if (profiles.length === 0) return html`<p>No words were counted.</p>`
  return html`${shares(view)} ${speakers(view)}`
}

function shares(view: View): Markup {
  const { profiles } = view.report
  const drawn = (layout: VoicesLayout): Drawn => drawnShares(drawVoices(profiles, view.labels.all, layout))
  const shown = profiles.filter(({ words }) => words > 0).length
  return html`<ul class="key voices-key">
      ${Object.entries(kindWords).map(([kind, words]) => html`<li><span class="swatch ${kind}"></span> ${words}</li>`)}
    </ul>
    ${figure({
      id: 'voices-picture',
      alternative: `Own, quoted and reported words of ${count(shown, 'report')}, as shares of each report’s words.`,
      wide: drawn('wide'),
      narrow: drawn('narrow'),
      data: {
        name: 'Own, quoted and reported words, and who is heard',
        table: profileTable(view),
      },
    })}`
}

function drawnShares({ width, height, figures, ticks, bars, barHeight, nameAbove }: VoicesDrawing): Drawn {
  const heads = shortKinds.map(
    (words, place) => html`<text class="tick" x="${figures[place]}" y="13" text-anchor="end">${words}</text>`,
  )
  const scale = ticks.map(
    ({ x, words }) =>
      html`<line class="grid" x1="${x}" x2="${x}" y1="20" y2="${height - 6}" />
        <text class="tick" x="${x}" y="13" text-anchor="middle">${words}</text>`,
  )
  const rows = bars.map(
    ({ letter, outlet, y, parts, shares: of }) =>
      html`<text class="name" x="0" y="${y + 15 - nameAbove}">${letter} ${shorten(outlet, 24)}</text>
        ${parts.map(({ kind, x, width: long }) => html`<rect class="${kind}" x="${x}" y="${y}" width="${long}" height="${barHeight}" />`)}
        ${of.map((share, place) => html`<text class="count" x="${figures[place]}" y="${y + 15 - nameAbove}" text-anchor="end">${share} %</text>`)}`,
  )
  return { width, height, drawing: html`${heads}${scale}${rows}` }
}

function speakers(view: View): Markup {
  const rows = speakerRows(view.report.profiles, view.labels.all)
  if (rows.length === 0) return html`<p>Nobody is credited by name in two words or more.</p>`
  const drawn = (layout: VoicesLayout): Drawn => drawnSpeakers(drawSpeakers(rows, view.labels.all, layout))
  const left = rows.length - mostSpeakers
  return html`<h3>Speakers, by words</h3>
    ${figure({
      id: 'speakers-picture',
      alternative: `Words of ${count(Math.min(rows.length, mostSpeakers), 'speaker')} in ${count(view.labels.all.length, 'report')}; the area of a dot is the number of words.`,
      wide: drawn('wide'),
      narrow: drawn('narrow'),
      data: { name: 'Words by speaker and report', table: speakerTable(view, rows) },
    })}
    ${letterKey(view.labels.all)}
    ${left > 0 ? html`<p class="note">${count(left, 'more speaker')} in the figures.</p>` : nothing}`
}

function drawnSpeakers({ width, height, left, nameAbove, lanes, rows }: SpeakersDrawing): Drawn {
  const heads = lanes.map(
    ({ x, letter }) => html`<text class="head" x="${x}" y="14" text-anchor="middle">${letter}</text>`,
  )
  const lines = rows.map(
    ({ name, y, dots }) =>
      html`<line class="grid" x1="${left}" x2="${width - 8}" y1="${y}" y2="${y}" />
        <text class="name" x="0" y="${y + 5 - nameAbove}">${shorten(name, 26)}</text>
        ${dots.map(
          ({ x, r, words }) =>
            html`<circle class="said" cx="${x}" cy="${y}" r="${r}" />
              <text class="count" x="${x + r + 3}" y="${y + 4}">${words}</text>`,
        )}`,
  )
  return { width, height, drawing: html`${heads}${lines}` }
}

const mostRows = 60

function speakerTable(view: View, rows: readonly SpeakerRow[]): Markup {
  return headAndRows(
    ['Speaker', outletHeads(view)],
    rows.slice(0, mostRows).map(
      ({ name, words }) =>
        html`<tr>
          <th scope="row" dir="auto">${shorten(name, 120)}</th>
          ${words.map((one, index) => html`<td class="number" data-o="${view.labels.all[index]?.letter}">${one}</td>`)}
        </tr>`,
    ),
  )
}
