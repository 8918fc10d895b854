/**
 * What one report alone tells, listed by report.
 *
 * In: a View. Out: markup. Never: more than `mostAlone` a report; the page says where the rest is.
 */
import type { ClaimColumn } from '../../model/alignment.js'
import { tellers } from '../counts.js'
import { passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { html, nothing, type Markup } from './markup.js'
import { more } from './more.js'
import { outletName } from './outlets.js'
import type { View } from './view.js'

const mostAlone = 20

export function aloneList(view: View): Markup {
  const columns = view.report.claims.filter((column) => tellers(column).length === 1)
  if (columns.length === 0) return nothing
  const groups = view.labels.all
    .map((label) => ({
      label,
      columns: columns.filter((column) => column.cells[label.article.id]?.state === 'present'),
    }))
    .filter((group) => group.columns.length > 0)
  return html`<details class="alone">
    <summary>Found in one report alone: ${columns.length}</summary>
    ${groups.map(
      (group) =>
        html`<div data-o="${group.label.letter}">
          <h3>${outletName(group.label)}</h3>
          <ul>
            ${group.columns.slice(0, mostAlone).map(
              (column) =>
                html`<li id="${column.id}">
                  <div lang="${group.label.article.language}" dir="auto">${aloneText(view, column)}</div>
                </li>`,
            )}
          </ul>
          ${more(group.columns.length - mostAlone, 'cells.csv and report.json')}
        </div>`,
    )}
  </details>`
}

function aloneText(view: View, column: ClaimColumn): string {
  const article = view.labels.of(column.fullest.article)?.article
  const text = article ? passageText(article, column.fullest.spans) : ''
  return shorten(text === '' ? column.label : text, 240)
}
