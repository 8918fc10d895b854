/** One batch: how far it has come, what differs in each event, tables of all; and the list of batches. */
import { isFinal } from '../../model/submission.js'
import { byDifference } from '../../print/html/batch-page.js'
import { html, type Markup } from '../../print/html/markup.js'
import { count } from '../../print/words.js'
import type { BatchBody, ComparisonSummary } from '../schemas.js'
import { list, older } from './fields.js'
import { layout, lists } from './layout.js'
import { comparisonWords, differs, stateOf, time, titleOf } from './lists.js'

const tables = [
  ['findings', 'a row for each finding'],
  ['quotes', 'a row for each quotation'],
  ['cells', 'a row for each article in each column'],
  ['articles', 'a row for each article'],
] as const

export function batchName({ title, total }: Pick<BatchBody, 'title' | 'total'>): string {
  return title ?? `Batch of ${count(total, 'event')}`
}

export function batchPage(batch: BatchBody, events: readonly ComparisonSummary[]): string {
  const { finished, total, states, links } = batch
  const name = batchName(batch)
  const done = doneOf(states)
  return layout(
    {
      title: `${finished ? '' : `${done} of ${total}: `}${name} – Batches`,
      here: '/comparisons',
      beside: lists('/batches'),
      watched: !finished,
    },
    html`<h1>${name}</h1>
      ${
        finished
          ? html`<p role="status">Finished: ${stateCounts(states)}.</p>`
          : html`<div data-batch="${links.self}">
              <progress max="${total}" value="${done}" aria-labelledby="told"></progress>
              <p id="told" role="status" data-told>${done} of ${total} events done</p>
              <p class="hint">What is finished stands below; come back at any time.</p>
            </div>`
      }
      ${states.complete + states.partial !== 0 && downloads(links)}
      <h2>Events</h2>
      <p class="hint">Those with most that cannot all be right come first.</p>
      <ol class="list plain">
        ${[...events].sort(byWeight).map(eventItem)}
      </ol>
      <p class="hint">Submitted ${time(batch.createdAt)}.</p>`,
  )
}

function stateCounts(states: BatchBody['states']): string {
  const shown = (['complete', 'partial', 'failed'] as const).filter((state) => states[state] > 0)
  return shown.map((state) => `${states[state]} ${comparisonWords[state]}`).join('; ')
}

function downloads({ self, results }: BatchBody['links']): Markup {
  return html`<h2>Tables of all events</h2>
    ${list('links', [
      ...tables.map(
        ([table, row]) =>
          html`<a href="${self}/${table}.csv" download>${table}.csv</a> <span class="hint">${row}</span>`,
      ),
      html`<a href="${results}?follow=false" download="results.jsonl">results.jsonl</a>
        <span class="hint">a report a line</span>`,
    ])}`
}

function eventItem(event: ComparisonSummary): Markup {
  const { id, links, state, summary, reasons } = event
  return html`<li>
    <p><a href="${links.page}">${titleOf(event) ?? id}</a></p>
    ${differs(summary)}
    ${state === 'failed' && reasons.slice(0, 2).map((reason) => html`<p class="hint">${reason}</p>`)}
    <p>
      ${stateOf(state)}
      ${
        (state === 'complete' || state === 'partial') &&
        html`<a href="${links.page}/report">Read the report</a>`
      }
    </p>
  </li>`
}

/** As on the page that a batch of the command line leaves; what is not finished comes last. */
function byWeight(a: ComparisonSummary, b: ComparisonSummary): number {
  return Number(isFinal(b.state)) - Number(isFinal(a.state)) || byDifference(weighed(a), weighed(b))
}

function weighed({ state, summary }: ComparisonSummary): Parameters<typeof byDifference>[0] {
  return {
    state: state === 'complete' || state === 'partial' ? state : 'failed',
    blocks: summary?.blocks ?? { cannot: 0, quoted: 0, told: 0 },
  }
}

export function batchListPage(items: readonly BatchBody[], next: string | null): string {
  return layout(
    { title: 'Batches', here: '/comparisons', beside: lists('/batches') },
    html`<h1>Batches</h1>
      <p class="lead">Many events at once, with tables of all of them.</p>
      <p class="edits"><a class="main-link" href="/batches/new">New batch</a></p>
      ${items.length === 0 ? html`<p>There is none yet.</p>` : list('list', items.map(batchItem))}
      ${older('/batches?after=', next)}`,
  )
}

function batchItem(batch: BatchBody): Markup {
  const { links, finished, states, total, createdAt } = batch
  return html`<p><a href="${links.page}">${batchName(batch)}</a></p>
    <p>
      ${finished ? 'finished' : 'under way'}: ${doneOf(states)} of ${total} events done
      <span class="hint">${time(createdAt)}</span>
    </p>`
}

const doneOf = ({ complete, partial, failed }: BatchBody['states']): number => complete + partial + failed
