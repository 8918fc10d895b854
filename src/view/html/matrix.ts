/**
 * The synopsis: a row for each thing told in two reports or more, a column for each report; a row opens the passages
 * side by side. What one report alone tells is listed below it.
 *
 * In: a Report. Out: markup. Never: more rows than `mostRows` says (the rest is in cells.csv, and the page says so).
 */
import type { Voice } from '../../model/annotation.js'
import type { Finding } from '../../model/comparison.js'
import { columnTitle } from '../column-title.js'
import { tellers, toldIn } from '../counts.js'
import { tagOf } from '../finding-words.js'
import { shorten } from '../safe-text.js'
import { sureClasses } from '../sureness.js'
import { synopsisRows, type CellState, type SynopsisRow } from '../synopsis.js'
import { kindName, voiceWords } from '../words.js'
import { aloneList } from './alone.js'
import { roomFor, withinLimits } from './budget.js'
import { cellMarkup, classOf, stateWords } from './cells.js'
import { columnPassages } from './column-passages.js'
import { filterBar } from './filter-bar.js'
import { glyph } from './glyphs.js'
import { html, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { lettersOf, outletName, widthsOf } from './outlets.js'
import { scrollTable } from './table.js'
import type { View } from './view.js'

const mostRows = 80
const states: readonly CellState[] = ['asserts', 'other-value', 'denies', 'absent', 'unknown']
const voices: readonly Voice[] = ['own', 'attributed', 'unclear']

export function claimMatrix(view: View): Markup {
  if (view.report.claims.length === 0) return html`<p>No claims were found in what could be read.</p>`
  const rows = synopsisRows(view.report)
  let rank = 0
  const { shown, left } = withinLimits(rows, { items: mostRows, size: roomFor(view.report).claims }, (row) =>
    matrixRow(view, row, rank++),
  )
  return html`${matrixTable(view, rows.slice(0, shown.length), shown)}
  ${more(left, 'cells.csv and report.json; the most prominent stand here')} ${aloneList(view)}`
}

function matrixTable(view: View, rows: readonly SynopsisRow[], shown: readonly Markup[]): Markup {
  if (shown.length === 0) return html`<p>No claim was found in two reports.</p>`
  return html`<p class="lead">Each row is one thing told. Open a row to read the passages side by side.</p>
    ${key()} ${filters(rows)}
    ${scrollTable(
      'What each report tells, claim by claim',
      html`<thead>
          <tr>
            <th scope="col">Claim</th>
            ${view.labels.all.map(
              (label) =>
                html`<th scope="col" data-o="${label.letter}">
                  <a href="#${label.anchor}">${outletName(label)}</a>
                </th>`,
            )}
          </tr>
        </thead>
        ${shown}`,
      `matrix ${widthsOf(view.labels.all.length)}`,
    )}
    ${noneLeft}`
}

function filters(rows: readonly SynopsisRow[]): Markup {
  const kinds = [...new Set(rows.flatMap((row) => row.kinds))]
  const present = new Set(rows.flatMap((row) => row.states))
  const options = (used: ReadonlySet<string>, words: readonly (readonly [string, string])[]) =>
    words.filter(([value]) => used.has(value))
  return filterBar({
    target: 'claims',
    name: 'Filter and order the rows',
    choices: [
      {
        key: 'kinds',
        name: 'Difference',
        any: 'any or none',
        options: kinds.map((kind) => [kind, kindName(kind)]),
      },
      {
        key: 'states',
        name: 'With a cell that',
        any: 'says anything',
        options: options(present, [
          ['other-value', stateWords['other-value']],
          ['denies', stateWords.denies],
          ['absent', 'has no passage'],
          ['unknown', 'cannot tell'],
        ]),
      },
      {
        key: 'sure',
        name: 'Match',
        any: 'any',
        options: options(
          new Set(rows.map((row) => row.sureness)),
          sureClasses.map((one) => [one, one] as const),
        ),
      },
    ],
    orders: [
      ['rank', 'most prominent'],
      ['-spread', 'most told'],
      ['-differs', 'differences first'],
      ['place', 'as in the texts'],
    ],
  })
}

/** Two table rows: the cells, then the passages, which show when the first is open or linked to. */
function matrixRow(view: View, row: SynopsisRow, rank: number): Markup {
  const { column } = row
  const { all } = view.labels
  const told = lettersOf(view, (id) => column.cells[id]?.state === 'present')
  return html`<tbody
    id="${column.id}"
    data-item
    data-rank="${rank}"
    data-spread="${column.texts * 100 + tellers(column).length}"
    data-differs="${row.difference}"
    data-place="${row.place.toFixed(4)}"
    data-told="${told}"
    data-kinds="${row.kinds.join(' ')}"
    data-states="${row.states.join(' ')}"
    data-sure="${row.sureness}"
  >
    <tr>
      <th scope="row" data-words>
        <details>
          <summary><span dir="auto">${shorten(columnTitle(column), 160)}</span></summary>
        </details>
        <small>${toldIn(view.report, column)}</small>
        ${linked(view, row.findings)
          .slice(0, 3)
          .map((finding) => html`<small class="has"><a href="#${finding.id}">${tagOf(finding)}</a></small>`)}
      </th>
      ${all.map(({ article, letter }) => cellMarkup(column.cells[article.id], letter))}
    </tr>
    <tr class="opened">
      <td colspan="${all.length + 1}"><div class="fit">${columnPassages(view, column)}</div></td>
    </tr>
  </tbody>`
}

/** Findings on this page, one of each name: a second of the same name says nothing more here. */
function linked(view: View, findings: readonly Finding[]): readonly Finding[] {
  const byTag = new Map<string, Finding>()
  for (const finding of findings)
    if (view.findings.has(finding.id) && !byTag.has(tagOf(finding))) byTag.set(tagOf(finding), finding)
  return [...byTag.values()]
}

function key(): Markup {
  return html`<ul class="key" aria-label="Key to the cells">
    ${states.map((state) => html`<li class="${classOf(state)}">${glyph(state)} ${stateWords[state]}</li>`)}
    ${voices.map((voice) => html`<li>${glyph('asserts', voice)} ${voiceWords[voice]}</li>`)}
  </ul>`
}
