/**
 * The naming table on the page.
 *
 * In: a View. Out: markup. Never: more than `most` rows; the page says where the rest is.
 */
import { namingRows, type NamingRow } from '../naming.js'
import { shorten } from '../safe-text.js'
import { html, nothing, type Markup } from './markup.js'
import { outletHeads, scrollTable } from './table.js'
import type { View } from './view.js'

const most = 60

export function namingTable(view: View): Markup {
  const rows = namingRows(view.report)
  if (rows.length === 0) return html`<p>No person or thing was found under different names.</p>`
  const left = rows.length - most
  return html`${scrollTable(
    'What each report calls the same person or thing',
    html`<thead>
        <tr>
          <th scope="col">Who or what</th>
          ${outletHeads(view)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map((row) => namingRow(view, row))}
      </tbody>`,
    'names',
  )}
  ${left > 0 ? html`<p class="note">${left} more in findings.csv and report.json.</p>` : nothing}`
}

function namingRow(view: View, { finding, labels, referent }: NamingRow): Markup {
  const words = shorten(referent, 160)
  return html`<tr>
    <th scope="row" dir="auto">
      ${view.findings.has(finding.id) ? html`<a href="#${finding.id}">${words}</a>` : words}
    </th>
    ${view.labels.all.map(({ article }) => {
      const names = labels[article.id] ?? []
      return names.length === 0
        ? html`<td class="absent"><span class="vh">no name found</span><span aria-hidden="true">–</span></td>`
        : html`<td dir="auto">${names.map((name) => html`<p>“${shorten(name, 120)}”</p>`)}</td>`
    })}
  </tr>`
}
