/**
 * What could not be read, how this was made, and what it does not tell.
 *
 * In: a Report. Out: markup. Never: promises more than was measured.
 */
import type { Issue } from '../../model/issue.js'
import { html, nothing, type Markup } from './markup.js'
import { scrollTable } from './table.js'
import type { View } from './view.js'

const severityWords: Readonly<Record<Issue['severity'], string>> = {
  error: 'Not read',
  warning: 'With care',
  info: 'Note',
}
const most = 100

/** Errors and warnings first on the page; notes stand at the end. */
export function troubles(view: View): readonly Issue[] {
  return view.report.issues.filter((issue) => issue.severity !== 'info')
}

export function issueList(issues: readonly Issue[]): Markup {
  if (issues.length === 0) return nothing
  return html`<ul class="issues">
      ${issues
        .slice(0, most)
        .map(
          (issue) =>
            html`<li class="${issue.severity}" dir="auto">
              <b>${severityWords[issue.severity]}:</b> ${issue.message}
            </li>`,
        )}
    </ul>
    ${issues.length > most ? html`<p class="note">${issues.length - most} more in report.json.</p>` : nothing}`
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
    html`<thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Version or value</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([key, value]) =>
            html`<tr>
              <th scope="row">${key}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>`,
    'versions',
  )
}
