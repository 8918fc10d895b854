/**
 * The passages of the first rows for paper, where nothing opens: each version in its sentence, with its letters.
 *
 * In: a View and findings. Out: markup that print alone shows. Never: a passage that the page does not have.
 */
import type { Finding } from '../../model/comparison.js'
import { html, nothing, type Markup } from './markup.js'
import { versionLines } from './versions.js'
import type { View } from './view.js'

export function onPaper(view: View, findings: readonly Finding[]): Markup {
  if (findings.length === 0) return nothing
  return html`<section class="on-paper" aria-labelledby="on-paper-title">
    <h3 id="on-paper-title">The passages</h3>
    <ol>
      ${findings.map(
        (finding) =>
          html`<li>
            <p class="sentence" dir="auto">${finding.sentence}</p>
            ${versionLines(view, finding)}
          </li>`,
      )}
    </ol>
  </section>`
}
