/** What states and outcomes are called on pages. In: a state, a summary. Out: words. */
import type { ReportSummary } from '../../model/pool-job.js'
import type { ComparisonState, SourceProgress } from '../../model/submission.js'
import { html, nothing, type Markup } from '../../print/html/markup.js'
import { readableTime } from '../../print/times.js'

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
