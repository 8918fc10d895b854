/** Problems as pages for people; and what states and times are called on all pages. */
import type { ReportSummary } from '../../model/pool-job.js'
import type { ComparisonState, SourceProgress } from '../../model/submission.js'
import { html, type Markup, nothing } from '../../print/html/markup.js'
import { readableTime } from '../../print/values.js'
import { type HttpProblem, problems } from '../problems.js'
import type { ComparisonSummary } from '../schemas.js'
import { layout } from './layout.js'

/** As given, else as its report is called. */
export function titleOf({ title, summary }: Pick<ComparisonSummary, 'title' | 'summary'>): string | null {
  return title ?? (summary?.nothingComparable === false ? summary.title : null)
}

/** How a page on a comparison names it. */
export function about(submission: Pick<ComparisonSummary, 'id' | 'title' | 'summary'>) {
  return { id: submission.id, title: titleOf(submission) ?? 'Comparison' }
}

export function problemPage(problem: HttpProblem): string {
  const { title } = problems[problem.code]
  return layout(
    { title },
    html`<h1>${title}</h1>
      <p>${problem.message}</p>
      <p>
        <a href="/comparisons">Stories</a><span class="edits"> · <a href="/">New comparison</a></span>
      </p>`,
  )
}

/** In place of what a form asked for whose session has ended. */
export function signedOutPage(): string {
  const title = 'You are no longer signed in'
  return layout(
    { title },
    html`<h1>${title}</h1>
      <p>Nothing was changed, and nothing is lost while this page is open.</p>
      <p>
        <a href="/sign-in" target="_blank">Sign in in another window</a>, then load this page again: what you
        filled in is sent once more.
      </p>`,
  )
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

/** `short`: for a column; without the zone, which the foot of every page tells. */
export function time(iso: string, form: 'full' | 'short' = 'full'): Markup {
  const told = readableTime(iso)
  if (form === 'full') return html`<time datetime="${iso}">${told}</time>`
  const [day = '', clock = ''] = told.split(', ')
  const short = `${day.replace(/([A-Z][a-z]{2})[a-z]+/u, '$1')}, ${clock.replace(/ \(.*$/u, '')}`
  return html`<time datetime="${iso}" data-short>${short}</time>`
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
    ${said.length > 0 && html`<p class="hint">${said.join(' · ')}</p>`}`
}

/** Of a sentence that begins with the name beside which it stands. */
export function withoutName(message: string, name: string): string {
  return message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message
}
