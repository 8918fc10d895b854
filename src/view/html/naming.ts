/**
 * The naming table on the page.
 *
 * In: a View. Out: markup. Never: more than `most` rows; the page says where the rest is.
 */
import { namingRows, type NamingRow } from '../naming.js'
import { shorten } from '../safe-text.js'
import { html, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { byOutlet, cellsLead, lettersOf, outletCells, outletHeads } from './outlets.js'
import { scrollTable } from './table.js'
import type { View } from './view.js'

const most = 60

export function namingTable(view: View): Markup {
  const rows = namingRows(view.report)
  if (rows.length === 0) return html`<p>No person, thing or act was found under different words.</p>`
  const table = scrollTable(
    'What each report calls the same person, thing or act',
    html`<thead>
        <tr>
          <th scope="col">Who or what</th>
          ${outletHeads(view)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map((row) => namingRow(view, row))}
      </tbody>`,
    byOutlet(view, 'names'),
  )
  return html`${cellsLead(view, 'What the reports call one person, thing or act.', 'no word found')}${table}${noneLeft}${more(rows.length - most, 'findings.csv and report.json')}`
}

function namingRow(view: View, { finding, labels, referent }: NamingRow): Markup {
  const words = shorten(referent, 160)
  const namesOf = (article: string): readonly string[] => labels[article] ?? []
  return html`<tr data-item data-told="${lettersOf(view, (id) => namesOf(id).length > 0)}">
    <th scope="row" dir="auto">
      ${view.findings.has(finding.id) ? html`<a href="#${finding.id}">${words}</a>` : words}
    </th>
    ${outletCells(view, 'no word found', ({ article }) =>
      namesOf(article.id).map((name) => html`<p dir="auto">“${shorten(name, 120)}”</p>`),
    )}
  </tr>`
}
