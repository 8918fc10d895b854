/**
 * The claim matrix: a row for each thing told in two texts or more, a column for each report; a row opens the
 * passages side by side. What one report alone tells is listed below it.
 *
 * In: a Report. Out: markup. Never: more rows than `mostRows` says (the rest is in cells.csv, and the page says so).
 */
import type { ClaimColumn } from '../../model/alignment.js'
import { byKeys } from '../../text/order.js'
import { tellers, toldIn } from '../counts.js'
import { passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { withinLimits } from './budget.js'
import { cellMarkup, lookOf } from './cells.js'
import { columnPassages } from './column-passages.js'
import { html, nothing, type Markup } from './markup.js'
import { scrollTable } from './table.js'
import type { View } from './view.js'

const mostRows = { items: 80, size: 550_000 }
const mostAlone = 20

export function claimMatrix(view: View): Markup {
  const { report } = view
  const shared = report.claims
    .filter((column) => tellers(column).length > 1)
    .sort(
      byKeys(
        (column) => -column.salience,
        (column) => column.id,
      ),
    )
  const alone = report.claims.filter((column) => tellers(column).length === 1)
  if (report.claims.length === 0) return html`<p>No claims were found in what could be read.</p>`
  const rows = withinLimits(shared, mostRows, (column) => matrixRow(view, column))
  return html`${matrixTable(view, rows.shown)}
  ${rest(rows.left, 'rows are in cells.csv and report.json, the most prominent being here')}
  ${aloneList(view, alone)}`
}

function matrixTable(view: View, rows: readonly Markup[]): Markup {
  if (rows.length === 0) return html`<p>No claim was found in two reports.</p>`
  return html`${key()}
  ${scrollTable(
    'What each report tells, claim by claim',
    html`<thead>
        <tr>
          <th scope="col">Claim</th>
          ${view.labels.all.map(
            ({ letter, outlet, anchor }) =>
              html`<th scope="col">
                <a href="#${anchor}"><span class="letter">${letter}</span> ${outlet}</a>
              </th>`,
          )}
        </tr>
      </thead>
      ${rows}`,
    'matrix',
  )}`
}

/** Two table rows: the cells, then the passages, which show when the first is open or linked to. */
function matrixRow(view: View, column: ClaimColumn): Markup {
  const { all } = view.labels
  return html`<tbody id="${column.id}">
    <tr>
      <th scope="row">
        <details>
          <summary><span dir="auto">${shorten(column.label, 160)}</span></summary>
        </details>
        <small>${toldIn(view.report, column)}</small>
      </th>
      ${all.map(({ article }) => cellMarkup(column.cells[article.id]))}
    </tr>
    <tr class="opened">
      <td colspan="${all.length + 1}"><div class="fit">${columnPassages(view, column)}</div></td>
    </tr>
  </tbody>`
}

function key(): Markup {
  const states = [
    lookOf({
      state: 'present',
      form: 'verbatim',
      stance: 'asserts',
      certainty: 'plain',
      mentions: [],
      confidence: 1,
    }),
    lookOf({
      state: 'present',
      form: 'verbatim',
      stance: 'other-value',
      certainty: 'plain',
      mentions: [],
      confidence: 1,
    }),
    lookOf({
      state: 'present',
      form: 'verbatim',
      stance: 'denies',
      certainty: 'plain',
      mentions: [],
      confidence: 1,
    }),
    lookOf({ state: 'absent', confidence: 1, nearest: null }),
    lookOf({ state: 'unknown', reason: '' }),
  ]
  return html`<ul class="key" aria-label="Key to the cells">
    ${states.map(
      ({ shape, className, words }) =>
        html`<li class="${className}"><span class="shape" aria-hidden="true">${shape}</span> ${words}</li>`,
    )}
  </ul>`
}

function aloneList(view: View, columns: readonly ClaimColumn[]): Markup {
  if (columns.length === 0) return nothing
  const groups = view.labels.all.map((label) => ({
    label,
    columns: columns.filter((column) => column.cells[label.article.id]?.state === 'present'),
  }))
  return html`<details class="alone">
    <summary>Found in one report alone: ${columns.length}</summary>
    ${groups
      .filter((group) => group.columns.length > 0)
      .map(
        (group) =>
          html`<h3><span class="letter">${group.label.letter}</span> ${group.label.outlet}</h3>
            <ul>
              ${group.columns
                .slice(0, mostAlone)
                .map(
                  (column) =>
                    html`<li id="${column.id}" lang="${group.label.article.language}" dir="auto">
                      ${aloneText(view, column)}
                    </li>`,
                )}
            </ul>
            ${rest(group.columns.length - mostAlone, 'are in cells.csv and report.json')}`,
      )}
  </details>`
}

function aloneText(view: View, column: ClaimColumn): string {
  const article = view.labels.of(column.fullest.article)?.article
  const text = article ? passageText(article, column.fullest.spans) : ''
  return shorten(text === '' ? column.label : text, 240)
}

function rest(number: number, where: string): Markup {
  return number > 0 ? html`<p class="note">${number} more ${where}.</p>` : nothing
}
