/** In: a finding. Out: what reviewers ruled on it (`compare --review`), as a list; nothing where nobody did. */
import type { Finding } from '../../model/comparison.js'
import { rulingText } from '../reviewed.js'
import { html, nothing, type Markup } from './markup.js'

export function rulings({ review = [] }: Pick<Finding, 'review'>): Markup {
  if (review.length === 0) return nothing
  return html`<ul class="rulings">
    ${review.map((ruling) => html`<li dir="auto">${rulingText(ruling)}</li>`)}
  </ul>`
}
