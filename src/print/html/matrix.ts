/**
 * The claims: a row for each thing told in two reports or more, a narrow column for each report; rows that differ first, those
 * told alike by all in one line. A row opens the passages side by side. What one report alone tells is listed below it.
 *
 * In: a Report. Out: markup. Never: more rows than `mostRows` says (the rest is in cells.csv, and the page says so).
 */
import type { Voice } from '../../model/annotation.js'
import type { ClaimColumn } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { RowChip } from '../../model/report.js'
import { reportsIn, linkedIn } from '../counts.js'
import { tagOf } from '../finding-words.js'
import { columnsOf, type ReportProfile } from '../report-profiles.js'
import { shorten } from '../safe-text.js'
import { synopsisRows, titleOf, type CellState, type SynopsisRow } from '../synopsis.js'
import { count, voiceWords } from '../words.js'
import { aloneList } from './alone.js'
import { roomFor, withinLimits } from './budget.js'
import { cellMarkup, classOf, stateWords } from './cells.js'
import { columnPassages } from './column-passages.js'
import { filterBar } from './filter-bar.js'
import { glyph } from './glyphs.js'
import { html, nothing, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { lettersOf, widthsOf } from './outlets.js'
import { scrollTable } from './table.js'
import type { View } from './view.js'

const mostRows = 80
const states: readonly CellState[] = ['asserts', 'perhaps', 'other-value', 'denies', 'absent', 'unknown']
const voices: readonly Voice[] = ['own', 'attributed', 'unclear']

export function claimMatrix(view: View): Markup {
  if (view.report.claims.length === 0) return html`<p>No claims were found in what could be read.</p>`
  const rows = synopsisRows(view.report)
  const across = columnsOf(view.report, view.labels)
  const { shown, left } = withinLimits(rows, { items: mostRows, size: roomFor(view.report).claims }, (row) =>
    matrixRow(view, across, row),
  )
  const table = (name: string, wanted: (row: SynopsisRow) => boolean): Markup =>
    matrixTable(
      name,
      across,
      shown.filter((_, index) => {
        const row = rows[index]
        return row !== undefined && wanted(row)
      }),
    )
  const alike = rows.slice(0, shown.length).filter((row) => row.alike).length
  return html`${
    shown.length === 0
      ? html`<p>No claim was found in two reports.</p>`
      : html`${key()} ${filters()} ${table('What each report tells, claim by claim', (row) => !row.alike)}`
  }
  ${
    alike === 0
      ? nothing
      : html`<details class="alike">
          <summary>${count(alike, 'claim')} told alike by all</summary>
          ${table('What all tell alike', (row) => row.alike)}
        </details>`
  }
  ${noneLeft} ${more(left, 'cells.csv and report.json; the most prominent stand here')} ${aloneList(view)}`
}

function matrixTable(
  name: string,
  { columns, profiles }: ReturnType<typeof columnsOf>,
  rows: readonly Markup[],
): Markup {
  if (rows.length === 0) return nothing
  return scrollTable(
    name,
    html`<colgroup>
        <col />
        ${columns.map(({ letter }) => html`<col class="narrow-column" data-o="${letter}" />`)}
      </colgroup>
      <thead>
        ${profiles.length === 0 ? nothing : profileHeads(profiles)}
        <tr>
          <th scope="col">Claim</th>
          ${columns.map(
            ({ letter, anchor, outlet }) =>
              html`<th scope="col" data-o="${letter}">
                <a class="letter" href="#${anchor}" title="${outlet}"
                  >${letter}<span class="vh"> ${outlet}</span></a
                >
              </th>`,
          )}
        </tr>
      </thead>
      ${rows}`,
    `matrix ${widthsOf(columns.length)}`,
  )
}

/** Reports that tell alike stand together, under one head. */
function profileHeads(profiles: readonly ReportProfile[]): Markup {
  return html`<tr class="profiles">
    <td></td>
    ${profiles.map(({ name, labels }) => html`<th scope="colgroup" colspan="${labels.length}">${name}</th>`)}
  </tr>`
}

const chipNames: readonly (readonly [RowChip, string])[] = [
  ['differs', 'differs'],
  ['missing', 'missing'],
  ['credited', 'credited differently'],
  ['unknown', 'unknown'],
]

function filters(): Markup {
  return filterBar({ target: 'claims', name: 'Filter the rows', choices: [], chips: chipNames })
}

/** Two table rows: the cells, then the passages, which show when the first is open or linked to. */
function matrixRow(
  view: View,
  { columns, profiles }: ReturnType<typeof columnsOf>,
  row: SynopsisRow,
): Markup {
  const { column } = row
  const told = lettersOf(view, (id) => column.cells[id]?.state === 'present')
  return html`<tbody id="${column.id}" data-item data-told="${told}" data-chips="${row.chips.join(' ')}">
    <tr>
      <th scope="row" data-words>
        <details>
          <summary><span dir="auto">${shorten(titleOf(column), 160)}</span></summary>
        </details>
        ${profiles.length === 0 ? nothing : html`<small>${silence(view, column)}</small>`}
      </th>
      ${columns.map((label) => cellMarkup(column, label))}
    </tr>
    <tr class="opened">
      <td colspan="${columns.length + 1}">
        <div class="fit">
          <p class="note">
            ${linkedIn(view.report, column)}${linked(view, row.findings).map((finding) => html` · <a href="#${finding.id}">${tagOf(finding)}</a>`)}
          </p>
          ${columnPassages(view, column)}
        </div>
      </td>
    </tr>
  </tbody>`
}

/** Of many reports those that say nothing are counted, not looked for. */
function silence({ report }: View, { cells }: ClaimColumn): string {
  const of = (state: string): number =>
    reportsIn(report).filter(({ id }) => cells[id]?.state === state).length
  const [silent, unknown] = [of('absent'), of('unknown')]
  return [
    ...(silent === 0 ? [] : [`${silent} with no passage`]),
    ...(unknown === 0 ? [] : [`${unknown} cannot tell`]),
  ].join(' · ')
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
