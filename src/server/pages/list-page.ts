/** All comparisons with their states. In: one page of summaries. Out: a page. */
import { html, nothing, type Markup } from '../../view/html/markup.js'
import { shorten } from '../../view/safe-text.js'
import type { ComparisonSummary } from '../schemas.js'
import { layout } from './layout.js'
import { comparisonWords, time } from './words.js'

export type ListItem = ComparisonSummary & { readonly sources: readonly string[] }

export function listPage(items: readonly ListItem[], next: string | null): string {
  return layout(
    { title: 'All comparisons', here: '/comparisons' },
    html`<h1>All comparisons</h1>
      ${
        items.length === 0
          ? html`<p class="lead">There is none yet. <a href="/">Make the first one.</a></p>`
          : html`<ul class="list">
              ${items.map(item)}
            </ul>`
      }
      ${next === null ? nothing : html`<p><a rel="next" href="/comparisons?after=${next}">Older ones</a></p>`}`,
  )
}

function item({ title, state, createdAt, links, sources }: ListItem): Markup {
  const names = shorten(sources.join(', '), 160)
  return html`<li>
    <p><a href="${links.page}">${title ?? names}</a></p>
    ${title === null ? nothing : html`<p class="hint">${names}</p>`}
    <p>
      <span class="state ${state}">${comparisonWords[state]}</span>
      <span class="hint">${time(createdAt)}</span>
    </p>
  </li>`
}
