/** All batches. In: one page of their states. Out: a page. */
import { html, nothing } from '../../print/html/markup.js'
import type { BatchBody } from '../schemas.js'
import { batchName } from './batch-page.js'
import { layout } from './layout.js'
import { time } from './state-words.js'

export function batchListPage(items: readonly BatchBody[], next: string | null): string {
  return layout(
    { title: 'Batches', here: '/batches' },
    html`<h1>Batches</h1>
      <p class="lead">Many events at once, with tables of all of them.</p>
      <p><a class="main-link" href="/batches/new">New batch</a></p>
      ${
        items.length === 0
          ? html`<p>There is none yet.</p>`
          : html`<ul class="list">
              ${items.map(
                (batch) =>
                  html`<li>
                    <p><a href="${batch.links.page}">${batchName(batch)}</a></p>
                    <p>
                      ${batch.finished ? 'finished' : 'under way'}:
                      ${batch.states.complete + batch.states.partial + batch.states.failed} of ${batch.total}
                      events done <span class="hint">${time(batch.createdAt)}</span>
                    </p>
                  </li>`,
              )}
            </ul>`
      }
      ${next === null ? nothing : html`<p><a rel="next" href="/batches?after=${next}">Older ones</a></p>`}`,
  )
}
