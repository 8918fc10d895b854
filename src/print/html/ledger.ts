/**
 * The quote ledger on the page: each utterance in its fullest version, and below it, report by report, what is printed,
 * how it is credited in print, and what was cut. Cuts that carry sense stand out.
 *
 * In: a View. Out: markup. Never: more entries than `mostShared` says; the page says where the rest is.
 */
import type { Cell, QuoteColumn } from '../../model/alignment.js'
import { linkedIn } from '../counts.js'
import type { ArticleLabel } from '../labels.js'
import { editsOf, ledger, versionsOf, type LedgerEntry, type PrintedVersion } from '../ledger.js'
import { passageText } from '../passage.js'
import { shorten, unquoted } from '../safe-text.js'
import { cueStanceWords, formWords, reasonText, sourceClassWords } from '../words.js'
import { roomFor, withinLimits } from './budget.js'
import { comingClose, nearest, searched } from './column-passages.js'
import { editList } from './edits.js'
import { html, nothing, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { lettersOf, who } from './outlets.js'
import { marked, placeLink } from './passages.js'
import type { View } from './view.js'

const mostShared = 40
const mostAlone = 60
const mostVersions = 2
const files = 'quotes.csv and report.json'

export function quoteLedger(view: View): Markup {
  if (view.report.quotes.length === 0) return html`<p>No quotations were found in what could be read.</p>`
  const { shared, alone } = ledger(view.report)
  const entries = withinLimits(shared, { items: mostShared, size: roomFor(view.report).quotes }, (entry) =>
    ledgerEntry(view, entry),
  )
  return html`${
    shared.length === 0
      ? html`<p>No utterance was found in two reports.</p>`
      : html`<p class="lead">
          Each utterance in the fullest version in these reports. Open one to see what each report prints.
          <del>Struck through</del>: in the fullest version, not here. <ins>Underlined</ins>: here, not in the
          fullest version.
        </p>`
  }
  ${entries.shown} ${noneLeft} ${more(entries.left, files)} ${aloneQuotes(view, alone)}`
}

function ledgerEntry(view: View, entry: LedgerEntry): Markup {
  const { column } = entry
  const source = view.labels.of(column.fullest.article)
  const fullest = source ? passageText(source.article, column.fullest.spans) : ''
  const told = lettersOf(view, (id) => column.cells[id]?.state === 'present')
  return html`<details class="entry" id="${column.id}" data-item data-told="${told}">
    <summary>
      <q class="utterance" lang="${language(view, column)}" dir="auto">${fullestText(view, column, 320)}</q>
      <small
        >${speakerOf(column)}; fullest version in these reports:
        ${view.labels.names([column.fullest.article])}; ${linkedIn(view.report, column)}</small
      >
      ${entry.weighty ? html`<small class="weight">A cut takes away words that carry sense.</small>` : nothing}
    </summary>
    <ul class="prints">
      ${view.labels.all.map((label) => print(view, entry, label, fullest))}
    </ul>
  </details>`
}

function print(view: View, entry: LedgerEntry, label: ArticleLabel, fullest: string): Markup {
  const cell = entry.column.cells[label.article.id]
  if (cell === undefined) return nothing
  return html`<li class="print ${cell.state}" data-o="${label.letter}">
    ${who(label)} ${printed(view, entry, label, cell, fullest)}
  </li>`
}

function printed(view: View, entry: LedgerEntry, label: ArticleLabel, cell: Cell, fullest: string): Markup {
  switch (cell.state) {
    case 'unknown':
      return html`<div>
        <p class="note">Cannot tell: ${reasonText(cell.reason)}.</p>
        ${comingClose(view, label, cell)}
      </div>`
    case 'absent':
      return html`<div>
        <p class="note">No passage found. ${searched(label)}</p>
        ${nearest(view, label, cell.nearest)}
      </div>`
    case 'present': {
      const own = label.article.id === entry.column.fullest.article
      const against = own || fullest === '' ? null : { text: fullest, showMissing: true }
      const versions = versionsOf(label.article, cell)
      const left = versions.length - mostVersions
      return html`<div>
          ${versions.slice(0, mostVersions).map(({ mention }) => {
            const words = passageText(label.article, mention.spans)
            return words === ''
              ? html`<p class="note">Text not included in this report.</p>`
              : html`<blockquote lang="${label.article.language}" dir="auto">
                  <p>${marked(words, against)}</p>
                </blockquote>`
          })}
          ${editList(editsOf(entry, label.article.id))}
          ${left > 0 ? html`<p class="note">${left} more in this report.</p>` : nothing}
        </div>
        <div class="credit">
          <p>${own ? 'fullest version' : formWords[cell.form]}</p>
          ${versions.slice(0, mostVersions).map((version) => credit(version))}
          ${placeLink(view, { article: label.article.id, spans: versions[0]?.mention.spans ?? [] })}
        </div>`
    }
  }
}

/** `“… Ushakov told reporters after the meeting”`, the verb when it is not neutral, and what kind of source is named. */
function credit({ mention, credit: words, quote }: PrintedVersion): Markup {
  const stance = quote?.stance && quote.stance !== 'neutral' ? cueStanceWords[quote.stance] : null
  const kind = quote?.sourceClass === undefined ? null : sourceClassWords[quote.sourceClass]
  const speakers = mention.speaker === null ? [] : [mention.speaker, ...(quote?.withSpeakers ?? [])]
  const speaker =
    speakers.length === 0 ? 'speaker not identified' : speakers.map(({ name }) => name).join(' and ')
  return html`<p>
    ${words === '' ? html`credited to ${speaker}` : html`<span class="as-printed" dir="auto">${words}</span>`}
    ${[
      words === '' ? null : speaker,
      kind,
      quote?.cueLemma ? html`verb “${quote.cueLemma}”${stance === null ? '' : ` (${stance})`}` : null,
    ].map((part) => (part === null ? nothing : html`<small>${part}</small> `))}
  </p>`
}

function aloneQuotes(view: View, columns: readonly QuoteColumn[]): Markup {
  if (columns.length === 0) return nothing
  return html`<details class="alone">
    <summary>Quoted in one report alone: ${columns.length}</summary>
    <ul>
      ${columns.slice(0, mostAlone).map(
        (column) =>
          html`<li id="${column.id}" data-o="${view.labels.of(column.fullest.article)?.letter}">
            <q lang="${language(view, column)}" dir="auto">${fullestText(view, column, 240)}</q>
            <small>${speakerOf(column)}; ${view.labels.names([column.fullest.article])}</small>
          </li>`,
      )}
    </ul>
    ${more(columns.length - mostAlone, files)}
  </details>`
}

/** `<q>` brings its own quotation marks. */
function fullestText(view: View, column: QuoteColumn, limit: number): string {
  const article = view.labels.of(column.fullest.article)?.article
  const text = article ? passageText(article, column.fullest.spans) : ''
  return shorten(unquoted(text === '' ? column.label : text), limit)
}

function language(view: View, column: QuoteColumn): string {
  return view.labels.of(column.fullest.article)?.article.language ?? 'und'
}

function speakerOf(column: QuoteColumn): string {
  return column.speaker === null ? 'speaker not identified' : `credited to ${column.speaker.name}`
}
