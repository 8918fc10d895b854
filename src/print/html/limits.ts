/**
 * What could not be read, how this was made, and what it does not tell.
 *
 * In: a Report. Out: markup. Never: promises more than was measured.
 */
import type { Issue } from '../../model/issue.js'
import { troublesOf, type Trouble } from '../troubles.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName } from './outlets.js'
import { headAndRows, scrollTable } from './table.js'
import type { View } from './view.js'

const most = 100

/** Errors and warnings first on the page; notes stand at the end. */
export function troubles(view: View): readonly Issue[] {
  return view.report.issues.filter((issue) => issue.severity !== 'info')
}

export function issueList(view: View, issues: readonly Issue[]): Markup {
  if (issues.length === 0) return nothing
  return html`<ul class="issues">
      ${troublesOf(issues.slice(0, most), view.labels).map(troubleItem)}
    </ul>
    ${issues.length > most ? html`<p class="note">${issues.length - most} more in report.json.</p>` : nothing}`
}

function troubleItem({ severity, lead, label, words }: Trouble): Markup {
  return html`<li class="${severity}" dir="auto">
    <b>${lead}</b>${label === null ? nothing : html` ${outletName(label)}`}: ${words}
  </li>`
}

export function generatorTable(view: View): Markup {
  const { name, version, options, versions } = view.report.generator
  const rows = [
    ['program', `${name} ${version}`],
    ['report schema', view.report.schema],
    ...Object.entries(versions),
    ...Object.entries(options).map(([key, value]) => [`option ${key}`, String(value)]),
  ]
  return scrollTable(
    'Versions and options',
    headAndRows(
      ['What', 'Version or value'],
      rows.map(
        ([key, value]) =>
          html`<tr>
            <th scope="row">${key}</th>
            <td>${value}</td>
          </tr>`,
      ),
    ),
    'versions',
  )
}
