/**
 * The quote ledger: each utterance in the fullest version in these reports, and below it what each report prints.
 *
 * In: a Report. Out: markup. Never: calls a version the original; there is none unless the user gives one.
 */
import type { QuoteColumn } from '../../model/alignment.js'
import { tellers, toldIn } from '../counts.js'
import { passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { withinLimits } from './budget.js'
import { columnPassages } from './column-passages.js'
import { html, nothing, type Markup } from './markup.js'
import type { View } from './view.js'

const mostShared = { items: 40, size: 300_000 }
const mostAlone = 60

export function quoteLedger(view: View): Markup {
  const { quotes } = view.report
  if (quotes.length === 0) return html`<p>No quotations were found in what could be read.</p>`
  const shared = quotes.filter((column) => tellers(column).length > 1)
  const alone = quotes.filter((column) => tellers(column).length === 1)
  const entries = withinLimits(shared, mostShared, (column) => ledgerEntry(view, column))
  return html`${shared.length === 0 ? html`<p>No utterance was found in two reports.</p>` : nothing}
  ${entries.shown} ${rest(entries.left)} ${aloneQuotes(view, alone)}`
}

function ledgerEntry(view: View, column: QuoteColumn): Markup {
  return html`<details class="entry" id="${column.id}">
    <summary>
      <q class="utterance" lang="${language(view, column)}" dir="auto">${fullestText(view, column, 320)}</q>
      <small
        >${speakerOf(column)}; fullest version in these reports:
        ${view.labels.names([column.fullest.article])}; ${toldIn(view.report, column)}</small
      >
    </summary>
    ${columnPassages(view, column)}
  </details>`
}

function aloneQuotes(view: View, columns: readonly QuoteColumn[]): Markup {
  if (columns.length === 0) return nothing
  return html`<details class="alone">
    <summary>Quoted in one report alone: ${columns.length}</summary>
    <ul>
      ${columns.slice(0, mostAlone).map(
        (column) =>
          html`<li id="${column.id}">
            <q lang="${language(view, column)}" dir="auto">${fullestText(view, column, 240)}</q>
            <small>${speakerOf(column)}; ${view.labels.names([column.fullest.article])}</small>
          </li>`,
      )}
    </ul>
    ${rest(columns.length - mostAlone)}
  </details>`
}

function fullestText(view: View, column: QuoteColumn, limit: number): string {
  const article = view.labels.of(column.fullest.article)?.article
  const text = article ? passageText(article, column.fullest.spans) : ''
  return shorten(bare(text === '' ? column.label : text), limit)
}

/** `<q>` brings its own quotation marks. */
function bare(text: string): string {
  return text.replace(/^["“”'‘’«»„]/, '').replace(/["“”'‘’«»„]$/, '')
}

function language(view: View, column: QuoteColumn): string {
  return view.labels.of(column.fullest.article)?.article.language ?? 'und'
}

function speakerOf(column: QuoteColumn): string {
  return column.speaker === null ? 'speaker not resolved' : `credited to ${column.speaker.name}`
}

function rest(number: number): Markup {
  return number > 0 ? html`<p class="note">${number} more in quotes.csv and report.json.</p>` : nothing
}
