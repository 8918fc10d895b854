/**
 * The passages of one column side by side: what each report prints, what came closest where none was found and what
 * was searched, or why it cannot be told.
 *
 * In: a column. Out: markup. Never: shows an absence without its scope.
 */
import type { Cell, Column, PresentCell, UnknownCell } from '../../model/alignment.js'
import type { Span } from '../../model/span.js'
import type { ArticleLabel } from '../labels.js'
import { passageText } from '../passage.js'
import { count, formWords, reasonText } from '../words.js'
import { cellNotes, mentionTags } from './cells.js'
import { html, nothing, type Markup } from './markup.js'
import { who } from './outlets.js'
import { passageOf } from './passages.js'
import type { View } from './view.js'

const mostMentions = 3

export function columnPassages(view: View, column: Column): Markup {
  const source = view.labels.of(column.fullest.article)
  const fullest = source ? passageText(source.article, column.fullest.spans) : ''
  return html`<div class="versions">
    ${source && fullest ? html`<p class="note">Marked against the fullest version in these reports (${source.name}).</p>` : nothing}
    ${view.labels.all.map((label) => {
      const cell = column.cells[label.article.id]
      return cell === undefined
        ? nothing
        : html`<div class="version" data-o="${label.letter}">
            ${version(view, column, label, cell, fullest)}
          </div>`
    })}
  </div>`
}

function version(view: View, column: Column, label: ArticleLabel, cell: Cell, fullest: string): Markup {
  switch (cell.state) {
    case 'present':
      return presentVersion(view, column, label, cell, fullest)
    case 'absent':
      return html`<div class="missing">
        ${who(label)}
        <p>No passage found. ${searched(label)}</p>
        ${nearest(view, label, cell.nearest)}
      </div>`
    case 'unknown':
      return html`<div class="missing">
        ${who(label)}
        <p>Cannot tell: ${reasonText(cell.reason)}.</p>
        ${comingClose(view, label, cell)}
      </div>`
  }
}

function presentVersion(
  view: View,
  column: Column,
  label: ArticleLabel,
  cell: PresentCell,
  fullest: string,
): Markup {
  const own = label.article.id === column.fullest.article
  const passages = cell.mentions.slice(0, mostMentions).map((mention, index) =>
    passageOf(view, label, {
      article: label.article.id,
      spans: mention.spans,
      tags: [...(index === 0 ? [formWords[cell.form], ...cellNotes(cell)] : []), ...mentionTags(mention)],
      against: own || fullest === '' ? null : { text: fullest, showMissing: true },
    }),
  )
  return html`<div class="card">
    ${who(label)} ${passages[0]} ${further(label, passages.slice(1), cell.mentions.length - passages.length)}
  </div>`
}

/** The first passage stands in the row; the others of the same report open below it, so that reports stay side by side. */
function further(label: ArticleLabel, passages: readonly Markup[], left: number): Markup {
  if (passages.length === 0) return nothing
  return html`<details class="further">
    <summary>${count(passages.length, 'more passage')}<span class="vh"> of ${label.name}</span></summary>
    ${passages}${left > 0 ? html`<p class="note">${left} more in the JSON report.</p>` : nothing}
  </details>`
}

/** The passage that came closest, of cells that tell nothing. */
export function nearestOf(cell: Cell): Span | null {
  return cell.state === 'present' ? null : (cell.nearest ?? null)
}

export function searched({ article }: ArticleLabel): string {
  return `Searched: headline and ${article.sentences.length} sentences as read, lists and quotations included.`
}

/** What came closest and was rejected. */
export function nearest(view: View, label: ArticleLabel, span: Span | null): Markup {
  if (span === null) return html`<p class="note">Nothing came close.</p>`
  return closest(view, label, span, 'closest passage, not the same')
}

/** The passage for which a cell is unclear. */
export function comingClose(view: View, label: ArticleLabel, { nearest: span }: UnknownCell): Markup {
  return span === undefined ? nothing : closest(view, label, span, 'closest passage')
}

function closest(view: View, label: ArticleLabel, span: Span, tag: string): Markup {
  const card = { article: label.article.id, spans: [span], tags: [tag], against: null }
  return passageOf(view, label, card)
}
