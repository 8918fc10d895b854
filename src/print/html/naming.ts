/**
 * The naming table on the page.
 *
 * In: a View. Out: markup. Never: words that no report prints.
 */
import { namingRows, type NamingRow } from '../naming.js'
import { shorten } from '../safe-text.js'
import { html, type Markup } from './markup.js'
import { outletTable } from './outlet-table.js'
import { lettersOf, outletCells } from './outlets.js'
import type { View } from './view.js'

const silent = 'no word found'

export function namingTable(view: View): Markup {
  return outletTable(view, {
    name: 'names',
    title: 'What each report calls the same person, thing or act',
    head: 'Who or what',
    lead: 'What the reports call one person, thing or act.',
    silent,
    none: 'No person, thing or act was found under different words.',
    most: 60,
    rest: 'findings.csv and report.json',
    rows: namingRows(view.report),
    row: (row) => namingRow(view, row),
  })
}

function namingRow(view: View, { finding, labels, referent }: NamingRow): Markup {
  const words = shorten(referent, 160)
  const namesOf = (article: string): readonly string[] => labels[article] ?? []
  return html`<tr data-item data-told="${lettersOf(view, (id) => namesOf(id).length > 0)}">
    <th scope="row" dir="auto">
      ${view.findings.has(finding.id) ? html`<a href="#${finding.id}">${words}</a>` : words}
    </th>
    ${outletCells(view, silent, ({ article }) =>
      namesOf(article.id).map((name) => html`<p dir="auto">“${shorten(name, 120)}”</p>`),
    )}
  </tr>`
}
