/** All comparisons with their states, what was deleted, problems as pages for people; and what states are called on all pages. */
import type { ReportSummary } from '../../model/pool-job.js'
import type { ComparisonState, SourceProgress } from '../../model/submission.js'
import { html, type Markup, nothing } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { readableTime } from '../../print/values.js'
import { type HttpProblem, type ProblemCode, problems } from '../problems.js'
import type { ComparisonSummary } from '../schemas.js'
import { layout, lists } from './layout.js'

export type ListItem = ComparisonSummary & { readonly sources: readonly string[] }

/** A comparison that was just deleted, and can be taken back. */
export type Deleted = { readonly id: string; readonly title: string }

export function listPage(
  items: readonly ListItem[],
  { next, deleted }: { readonly next: string | null; readonly deleted: Deleted | null },
): string {
  return layout(
    { title: 'Stories', here: '/comparisons', beside: lists('/comparisons') },
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

export function problemPage(problem: HttpProblem): string {
  const { title } = problems[problem.code]
  return layout(
    { title },
    html`<h1>${title}</h1>
      <p>${problem.message}</p>
      <p><a href="/">New comparison</a> · <a href="/comparisons">Comparisons</a></p>`,
  )
}

export function problemTypePage(code: ProblemCode): string {
  const { title, status } = problems[code]
  return layout(
    { title: `${title} – API problems`, here: '/docs' },
    html`<h1>${title}</h1>
      <p>Problem <code>${code}</code>, HTTP status ${status}. Its <code>detail</code> says what to do.</p>
      <p><a href="/docs#problems">All problems</a></p>`,
  )
}

/** Where a comparison was that can still be taken back. */
export function deletedPage(deleted: Deleted): string {
  return layout(
    { title: `Deleted: ${deleted.title}`, here: '/comparisons' },
    html`<h1>This comparison was deleted</h1>
      ${undo(deleted)}
      <p><a href="/comparisons">Comparisons</a></p>`,
  )
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}

export const comparisonWords: Readonly<Record<ComparisonState, string>> = {
  queued: 'waiting for its turn',
  running: 'under way',
  complete: 'complete',
  partial: 'made, with a source missing',
  failed: 'failed',
}

export const sourceWords: Readonly<Record<SourceProgress['state'], string>> = {
  waiting: 'waiting',
  fetched: 'fetched, being read',
  read: 'read',
  lost: 'not read',
}

export function stateOf(state: ComparisonState): Markup {
  return html`<span class="state ${state}">${comparisonWords[state]}</span>`
}

export function time(iso: string): Markup {
  return html`<time datetime="${iso}">${readableTime(iso)}</time>`
}

/** The finding that stands first, and how many stand in each block. */
export function differs(summary: ReportSummary | null): Markup {
  if (summary === null || summary.nothingComparable) return nothing
  const { cannot, quoted, told } = summary.blocks
  const counts = [
    [cannot, 'cannot all be right'],
    [quoted, 'quoted differently'],
    [told, 'told or framed differently'],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`)
  return html`<p>${summary.first ?? 'Nothing was found that differs.'}</p>
    ${said.length === 0 ? nothing : html`<p class="hint">${said.join(' · ')}</p>`}`
}
