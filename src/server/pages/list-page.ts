/** All comparisons with their states. In: one page of summaries. Out: a page. */
import { html, nothing, type Markup } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import type { ComparisonSummary } from '../schemas.js'
import { layout } from './layout.js'
import { differs, stateOf, time } from './state-words.js'

export type ListItem = ComparisonSummary & { readonly sources: readonly string[] }

/** A comparison that was just deleted, and can be taken back. */
export type Deleted = { readonly id: string; readonly title: string }

export function listPage(
  items: readonly ListItem[],
  { next, deleted }: { readonly next: string | null; readonly deleted: Deleted | null },
): string {
  return layout(
    { title: 'Comparisons', here: '/comparisons' },
    html`<h1>Comparisons</h1>
      ${deleted === null ? nothing : undo(deleted)}
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

/** For an hour; what the button does stands in its name, for those who hear it alone. */
export function undo({ id, title }: Deleted): Markup {
  return html`<form class="aside" method="post" action="/comparisons/${id}/restore">
    <p role="status">Deleted: ${title}. It can be taken back for an hour.</p>
    <button class="quiet" type="submit">Undo the deletion</button>
  </form>`
}

function item(summary: ListItem): Markup {
  const { createdAt, links, sources } = summary
  const names = shorten(sources.join(', '), 160)
  const title = titleOf(summary)
  return html`<li>
    <p><a href="${links.page}">${title ?? names}</a></p>
    ${differs(summary.summary)} ${title === null ? nothing : html`<p class="hint">${names}</p>`}
    <p>${stateOf(summary.state)} <span class="hint">${time(createdAt)}</span></p>
  </li>`
}

/** As given, else as its report is called. */
export function titleOf({ title, summary }: Pick<ComparisonSummary, 'title' | 'summary'>): string | null {
  return title ?? (summary?.nothingComparable === false ? summary.title : null)
}
