/**
 * How a report is called on the page, and what stands in tables report by report. `data-o` is what the page's choice of
 * reports goes by.
 *
 * In: labels, a View. Out: markup. Never: a column without its letter.
 */
import { isCompared } from '../counts.js'
import type { ArticleLabel } from '../labels.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** The boxed letter and the outlet's name. */
export function outletName({ letter, outlet }: ArticleLabel): Markup {
  return html`<span class="letter">${letter}</span> <span dir="auto">${outlet}</span>`
}

/** The same as the first line of a card. */
export function who(label: ArticleLabel): Markup {
  return html`<p class="who">${outletName(label)}</p>`
}

/** Column heads, one a report, in the order of the letters. */
export function outletHeads(view: View): Markup {
  return html`${view.labels.all.map(
    (label) => html`<th scope="col" data-o="${label.letter}">${outletName(label)}</th>`,
  )}`
}

/**
 * A row's cells, one a report. A report with nothing to show has a dash, and words for those who do not see it; one that
 * was not read whole cannot be said to have nothing.
 */
export function outletCells(
  view: View,
  none: string,
  contents: (label: ArticleLabel) => readonly Markup[],
): Markup {
  return html`${view.labels.all.map((label) => {
    const shown = contents(label)
    if (shown.length > 0) return html`<td data-o="${label.letter}">${shown}</td>`
    return readWhole(label.article)
      ? html`<td class="absent" data-o="${label.letter}">
          <span class="vh">${none}</span><span aria-hidden="true">–</span>
        </td>`
      : html`<td class="unknown" data-o="${label.letter}">cannot tell</td>`
  })}`
}

/** What the signs of such a table say; `cannot tell` only where a cell may hold it. */
export function cellsLead(view: View, words: string, none: string): Markup {
  const inPart = view.labels.all.some(({ article }) => !readWhole(article))
  return html`<p class="lead">
    ${words} A dash: ${none} in the text as
    read.${inPart ? ' “Cannot tell”: the text was not read whole, or is not in English.' : ''}
  </p>`
}

function readWhole(article: ArticleLabel['article']): boolean {
  return article.completeness.state === 'complete' && isCompared(article)
}

/** The style sheet has widths for so many reports. */
export const mostWidths = 40

/** More reports than these stand below each other on paper. */
const mostAcrossPaper = 6

/** The class of a table with a column for each report; `n5` gives it the widths of five, the same in all tables. */
export function byOutlet({ labels }: View, name: string): string {
  return `by-outlet ${name} ${widthsOf(labels.all.length)}${labels.all.length > mostAcrossPaper ? ' long' : ''}`
}

export function widthsOf(reports: number): string {
  return `n${Math.min(reports, mostWidths)}`
}

/** Letters of the reports that pass, for `data-told`: a row goes when none of them is shown. */
export function lettersOf(view: View, passes: (article: string) => boolean): string {
  return view.labels.all
    .filter(({ article }) => passes(article.id))
    .map(({ letter }) => letter)
    .join(' ')
}

/** For pictures that name reports by letter alone. */
export function letterKey(labels: readonly ArticleLabel[]): Markup {
  return html`<p class="letters">${labels.map((label) => html`<span>${outletName(label)}</span> `)}</p>`
}
