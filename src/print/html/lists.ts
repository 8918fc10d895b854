/** The lists of the page below the differences: claims, quotations, details, actors, all made of rows. */
import type { Column } from '../../model/alignment.js'
import { answerWords } from '../differences.js'
import type { Labels } from '../labels.js'
import { actorRows, aloneRows, claimRows, factRows, quoteRows, type Row } from '../rows.js'
import { count } from '../words.js'
import { filterBar } from './controls.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName, rowMarkup } from './row.js'
import { roomFor, type View } from './view.js'

const mostClaims = 80
const mostQuotes = 40
const mostAlone = 20

type List = {
  readonly lead: string
  readonly none: string
  readonly rows: readonly Row[]
  readonly most: number
  /** Which files have all rows. */
  readonly rest: string
  /** Characters of markup. */
  readonly size?: number
}

/** Rows until there are enough of them, or enough markup. */
function within(view: View, { rows, most, size = Infinity }: List): readonly Markup[] {
  const shown: Markup[] = []
  let length = 0
  for (const row of rows.slice(0, most)) {
    const markup = rowMarkup(view, row)
    length += markup.length
    if (length > size && shown.length > 0) break
    shown.push(markup)
  }
  return shown
}

function listOf(view: View, list: List): Markup {
  const { lead, none, rows, rest } = list
  if (rows.length === 0) return html`<p>${none}</p>`
  const shown = within(view, list)
  return html`<p class="lead">${lead}</p>
    <ol class="rows">
      ${shown}
    </ol>
    ${noneLeft} ${more(rows.length - shown.length, rest)}`
}

export function more(left: number, files: string): Markup {
  return left > 0 ? html`<p class="note">${left} more are not on this page: see ${files}.</p>` : nothing
}

/** Shown by the script where filters leave nothing of a list. */
export const noneLeft = html`<p class="none-left" hidden>Nothing here fits these filters.</p>`

const chipNames = [
  ['differs', 'differs'],
  ['missing', answerWords.silent],
  ['credited', 'a source in one, none in another'],
  ['unknown', answerWords.unread],
] as const

/** Rows that differ first, those told alike by all in one line; below them what one report alone tells. */
export function claimList(view: View): Markup {
  const { report, labels } = view
  if (report.claims.length === 0) return html`<p>No claims were found in what could be read.</p>`
  const rows = claimRows(report, labels)
  const shown = within(view, {
    lead: '',
    none: '',
    rest: '',
    rows,
    most: mostClaims,
    size: roomFor(report).claims,
  })
  const isAlike = (_: Markup, index: number): boolean =>
    rows[index]?.facets['chips']?.includes('alike') ?? false
  const alike = shown.filter(isAlike)
  return html`${
    shown.length === 0
      ? html`<p>No claim was found in two reports.</p>`
      : html`${filterBar({ target: 'claims', name: 'Filter the rows', choices: [], chips: chipNames })}
          <p class="lead">
            What each report says, claim by claim. “Cannot tell”: there is something like it, which may not
            mean the same.
          </p>
          <ol class="rows">
            ${shown.filter((markup, index) => !isAlike(markup, index))}
          </ol>`
  }
  ${
    alike.length > 0 &&
    html`<details class="alike">
      <summary>${count(alike.length, 'claim')} without a difference</summary>
      <ol class="rows">
        ${alike}
      </ol>
    </details>`
  }
  ${noneLeft} ${more(rows.length - shown.length, 'cells.csv and report.json')}
  ${aloneList(view, report.claims, 'Found in no other report', 'cells.csv and report.json')}`
}

export function quoteList(view: View): Markup {
  const { report, labels } = view
  if (report.quotes.length === 0) return html`<p>No quotations were found in what could be read.</p>`
  return html`${listOf(view, {
    lead: 'What people are said to have said, in the longest version. In quotation marks only where a report quotes. Open one to compare. Struck through: in the longest version, not here. Underlined: here, not there.',
    none: 'No quotation was found in two reports.',
    rows: quoteRows(report, labels),
    most: mostQuotes,
    size: roomFor(report).quotes,
    rest: 'quotes.csv and report.json',
  })}
  ${aloneList(view, report.quotes, 'Quotations found in no other report', 'quotes.csv and report.json')}`
}

function aloneList(view: View, columns: readonly Column[], title: string, files: string): Markup {
  const rows = aloneRows(view.labels, columns)
  if (rows.length === 0) return nothing
  return html`<details class="alone">
    <summary>${title}: ${rows.length}</summary>
    ${view.labels.all.map((label) => {
      const mine = rows.filter(({ answers: [answer] }) => answer?.articles.includes(label.article.id))
      if (mine.length === 0) return nothing
      return html`<div data-o="${label.letter}">
        <h3>${outletName(label)}</h3>
        <ol class="rows">
          ${mine.slice(0, mostAlone).map((row) => rowMarkup(view, row))}
        </ol>
        ${more(mine.length - mostAlone, files)}
      </div>`
    })}
  </details>`
}

export function factList(view: View): Markup {
  return listOf(view, {
    lead: `Figures, dates and places as each report gives them.${inPart(view.labels)}${elsewhere(view.report)}`,
    none: 'No figure, date or place was found in two reports.',
    rows: factRows(view.report, view.labels),
    most: 100,
    rest: 'report.json',
  })
}

export function actorList(view: View): Markup {
  return listOf(view, {
    lead: 'What each report calls people, organisations and places. Open a row to read what they do and how they are described.',
    none: 'No person or organisation was found in two reports.',
    rows: actorRows(view.report, view.labels),
    most: 24,
    rest: 'actors.csv and report.json',
  })
}

function elsewhere({ facts }: View['report']): string {
  return facts.some((fact) => fact.elsewhere)
    ? ' “Cannot tell”: the value stands in the text, but perhaps of something else.'
    : ''
}

function inPart({ all }: Labels): string {
  return all.some(({ article }) => article.completeness.state !== 'complete')
    ? ' “Cannot tell”: the text was not read whole, or is not in English.'
    : ''
}
