/** What states are called on pages. In: a state. Out: words. */
import type { ComparisonState, SourceProgress } from '../../model/submission.js'
import { html, type Markup } from '../../view/html/markup.js'
import { readableTime } from '../../view/times.js'

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

export function time(iso: string): Markup {
  return html`<time datetime="${iso}">${readableTime(iso)}</time>`
}
