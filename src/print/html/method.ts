/**
 * How this was made: the sources with times, hashes and completeness; the method in sentences; how often findings were
 * right when measured; what is not covered; versions and options.
 *
 * In: a View. Out: markup. Never: a promise beyond what was measured.
 */
import { FindingKind } from '../../model/comparison.js'
import { limits, methodSteps } from '../limits.js'
import { measured } from '../measured.js'
import { enough } from '../sureness.js'
import { kindName } from '../words.js'
import { generatorTable, issueList } from './limits.js'
import { html, nothing, type Markup } from './markup.js'
import { provenance } from './provenance.js'
import { headAndRows, scrollTable } from './table.js'
import type { View } from './view.js'

export function method(view: View): Markup {
  const notes = view.report.issues.filter((issue) => issue.severity === 'info')
  return html`<h3 id="sources">Where the texts come from</h3>
    ${provenance(view)}
    ${
      notes.length === 0
        ? nothing
        : html`<h3>Notes on the sources</h3>
            ${issueList(view, notes)}`
    }
    <h3>Method</h3>
    <ol class="steps">
      ${methodSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <h3>How often findings were right when measured</h3>
    ${errorRates()}
    <h3 id="limits">What is not covered</h3>
    <ul>
      ${limits(view.report).map((limit) => html`<li>${limit}</li>`)}
    </ul>
    <details class="made">
      <summary>Versions and options</summary>
      ${generatorTable(view)}
    </details>`
}

function errorRates(): Markup {
  const known = FindingKind.options.flatMap((kind) => {
    const result = measured[kind]
    return result ? [{ kind, ...result }] : []
  })
  const unknown = FindingKind.options.filter((kind) => measured[kind] === undefined)
  return html`${scrollTable(
    'Findings that were right, by kind, on the test set',
    headAndRows(
      [
        'Kind',
        html`<th scope="col" class="number">Right</th>`,
        html`<th scope="col" class="number">Of</th>`,
        'Set',
      ],
      known.map(
        ({ kind, right, of, set }) =>
          html`<tr>
            <th scope="row">${kindName(kind)}</th>
            <td class="number">${right}</td>
            <td class="number">${of}</td>
            <td>${set}${of < enough ? '; too few for a frequency' : ''}</td>
          </tr>`,
      ),
    ),
    'rates',
  )}
  ${
    unknown.length === 0
      ? nothing
      : html`<p class="note">
          Shown too rarely on the test set to be measured: ${unknown.map(kindName).join('; ')}.
        </p>`
  }`
}
