/**
 * What could not be read, how this was made, and what it does not tell.
 *
 * In: a Report. Out: markup. Never: promises more than was measured.
 */
import type { Issue } from '../../model/issue.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName } from './outlets.js'
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

/** One entry for each report and severity: its name once, then what is the matter. */
export function issueList(view: View, issues: readonly Issue[]): Markup {
  if (issues.length === 0) return nothing
  const groups = new Map<string, Issue[]>()
  for (const issue of issues.slice(0, most)) {
    const key = JSON.stringify([issue.severity, issue.source, issue.article])
    groups.set(key, [...(groups.get(key) ?? []), issue])
  }
  return html`<ul class="issues">
      ${[...groups.values()].map((group) => issueItem(view, group))}
    </ul>
    ${issues.length > most ? html`<p class="note">${issues.length - most} more in report.json.</p>` : nothing}`
}

function issueItem(view: View, issues: readonly Issue[]): Markup {
  const [first] = issues
  if (first === undefined) return nothing
  const label = view.labels.all.find(({ article }) => article.id === first.article)
  const words = issues.map(({ message, source }) => withoutSource(message, source)).join(' ')
  return html`<li class="${first.severity}" dir="auto">
    <b>${severityWords[first.severity]}</b>${label === undefined ? nothing : html` ${outletName(label)}`}:
    ${words}
  </li>`
}

/** The source stands in the entry's name: what follows it is a sentence of its own. */
function withoutSource(message: string, source: string | null): string {
  const named = source === null ? '' : `${source}: `
  if (named === '' || !message.startsWith(named)) return message
  const rest = message.slice(named.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
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
