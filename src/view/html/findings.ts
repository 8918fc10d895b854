/**
 * All findings in full, in their three blocks, and the smaller ones kept out of them.
 *
 * In: a View. Out: markup. Never: more than `mostFindings` of view.ts a block; the page says where the rest is.
 */
import type { Finding } from '../../model/comparison.js'
import { blocksOf, isComparison, type Block } from '../blocks.js'
import { sureClass, sureClasses } from '../sureness.js'
import { kindName } from '../words.js'
import { filterBar } from './filter-bar.js'
import { findingItem } from './finding.js'
import { html, nothing, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { reviewParts } from './reviewed.js'
import { onPage, type View } from './view.js'

const files = 'findings.csv and report.json'

export function findingBlocks(view: View): Markup {
  const { front, notes, dismissed } = blocksOf(view.report.findings, view.report.issues)
  if (view.report.findings.length === 0 && (view.report.review?.stale ?? []).length === 0)
    return isComparison(view.report.issues) ? nothingFound : nothingCompared
  return html`${view.report.findings.length > 4 ? filters(view) : nothing}
  ${front.map((block) => blockMarkup(view, block))}
  ${
    notes.length === 0
      ? nothing
      : html`<details class="notes">
          <summary>Smaller differences, kept out of the three blocks: ${notes.length}</summary>
          <ol class="findings">
            ${onPage(view, notes).map((finding) => findingItem(view, finding, false))}
          </ol>
          ${more(notes.length - onPage(view, notes).length, files)}
        </details>`
  }
  ${reviewParts(view, dismissed)} ${noneLeft}`
}

const nothingFound = html`<p class="lead">
  Nothing was found in any of the three blocks. That does not show that the reports agree: a passage may be
  missed, and what could not be read was not compared. The tables below hold what was set side by side.
</p>`

const nothingCompared = html`<p class="lead">
  Nothing could be compared, so nothing is said of how the reports differ, or that they agree.
</p>`

function filters(view: View): Markup {
  const shown = view.report.findings.filter(({ id }) => view.findings.has(id))
  const kinds = [...new Set(shown.map(({ kind }) => kind))]
  const sure = new Set(shown.map(({ confidence }) => sureClass(confidence)))
  return filterBar({
    target: 'findings',
    name: 'Filter the findings',
    choices: [
      { key: 'kinds', name: 'Kind', any: 'any', options: kinds.map((kind) => [kind, kindName(kind)]) },
      {
        key: 'about',
        name: 'Report',
        any: 'any',
        options: view.labels.all.map(({ letter, name }) => [letter, name]),
      },
      {
        key: 'sure',
        name: 'Match',
        any: 'any',
        options: sureClasses.filter((one) => sure.has(one)).map((one) => [one, one]),
      },
      {
        key: 'ruled',
        name: 'Review',
        any: 'any',
        options: [
          ['open', 'not yet ruled on'],
          ['accept', 'accepted'],
          ['correct', 'corrected'],
          ['dismiss', 'dismissed'],
        ],
      },
    ],
    orders: [],
  })
}

function blockMarkup(view: View, block: Block): Markup {
  return html`<section id="${block.id}" class="block ${block.id}" aria-labelledby="${block.id}-title">
    <h3 id="${block.id}-title">${block.title} <span class="tally">${block.findings.length}</span></h3>
    ${
      block.findings.length === 0
        ? html`<p class="none">${block.none}</p>`
        : html`<p class="lead">${block.lead}</p>
            ${list(view, block.findings)}`
    }
    ${more(block.findings.length - onPage(view, block.findings).length, files)}
  </section>`
}

/** The first finding stands open, so that one sees what opening the others gives. */
function list(view: View, findings: readonly Finding[]): Markup {
  return html`<ol class="findings">
    ${onPage(view, findings).map((finding, index) => findingItem(view, finding, index === 0))}
  </ol>`
}
