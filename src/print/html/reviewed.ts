/**
 * What a review changed: findings that were dismissed, and rulings that found no place in this version.
 *
 * In: a View and the dismissed findings. Out: two closed lists, or nothing. Never: hides why a ruling is stale.
 */
import type { Finding } from '../../model/comparison.js'
import { rulingText } from '../reviewed.js'
import { findingRow } from './parting.js'
import { html, nothing, type Markup } from './markup.js'
import { onPage, type View } from './view.js'

export function reviewParts(view: View, dismissed: readonly Finding[]): Markup {
  const stale = view.report.review?.stale ?? []
  return html`${
    dismissed.length === 0
      ? nothing
      : html`<details class="notes">
          <summary>Dismissed in review: ${dismissed.length}</summary>
          <ol class="findings">
            ${onPage(view, dismissed).map((finding) => findingRow(view, finding))}
          </ol>
        </details>`
  }
  ${
    stale.length === 0
      ? nothing
      : html`<details class="notes">
          <summary>Rulings that no longer apply: ${stale.length}</summary>
          <ul>
            ${stale.map(
              ({ ruling, reviewer, why }) =>
                html`<li dir="auto">${ruling.sentence} ${rulingText({ reviewer, ...ruling })}. ${why}</li>`,
            )}
          </ul>
        </details>`
  }`
}
