/**
 * The first part of the page: where the reports part, who reported when; below them what all tell, the smaller differences,
 * and what could not be read.
 *
 * In: a View. Out: markup. Never: more findings than `mostFindings` of view.ts a list; the page says where the rest is.
 */
import type { Finding } from '../../model/comparison.js'
import { blocksOf, frontOf, isComparison } from '../blocks.js'
import { answerWords, frontIn, printedOf, rowOf, shareOf, type AnswerState } from '../rows.js'
import { sureClass, sureClasses } from '../sureness.js'
import { kindName } from '../words.js'
import { filterBar } from './filter-bar.js'
import { html, nothing, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { findingRow } from './parting.js'
import { reviewParts } from './reviewed.js'
import { agreementSection, unreadSection, whoReported } from './summary.js'
import { versionLines } from './versions.js'
import { onPage, type View } from './view.js'

const files = 'findings.csv and report.json'

export function differences(view: View): Markup {
  return html`<div class="first">
      <div class="parting spoiler">${rows(view)}</div>
      ${whoReported(view)}
    </div>
    <div class="spoiler">${agreementSection(view)} ${smaller(view)} ${onPaper(view, frontRows(view))}</div>
    ${unreadSection(view)}`
}

/** How many stand in front of how many: an honest total beside the title. */
export function tallyOf({ report }: View): string {
  const front = frontIn(report)
  return front.length === 0 ? '' : shareOf(front, printedOf(report))
}

function frontRows(view: View): readonly Finding[] {
  return onPage(view, frontIn(view.report))
}

function rows(view: View): Markup {
  const front = frontRows(view)
  if (front.length > 0)
    return html`<ol class="rows findings">
        ${front.map((finding) => findingRow(view, finding))}
      </ol>
      ${keyOf(view, front)}`
  return isComparison(view.report.issues) ? nothingFound : nothingCompared
}

const meanings: Readonly<Record<Exclude<AnswerState, 'value'>, string>> = {
  otherwise: 'prints it, but not so',
  silent: 'no passage was found there',
  unread: 'from what could be read, this program cannot',
}

/** What stands for an answer, where it does. */
function keyOf({ report, labels }: View, front: readonly Finding[]): Markup {
  const states = new Set(
    front.flatMap((finding) => rowOf(report, labels, finding).answers.map(({ state }) => state)),
  )
  const used = (['otherwise', 'silent', 'unread'] as const).filter((state) => states.has(state))
  if (used.length === 0) return nothing
  return html`<p class="row-key">
    ${used.map((state) => html`<span><b>${answerWords[state]}</b> ${meanings[state]}</span> `)}
  </p>`
}

const nothingFound = html`<p class="lead">
  No difference was found that stands in front. That does not show that the reports agree: a passage may be
  missed, and what could not be read was not compared.
</p>`

const nothingCompared = html`<p class="lead">
  Nothing could be compared, so nothing is said of how the reports differ, or that they agree.
</p>`

/** What is kept out of the first rows: findings of lower classes, and those of the first class that are too many. */
function smaller(view: View): Markup {
  const { notes, dismissed } = blocksOf(view.report.findings, view.report.issues)
  const front = new Set(frontIn(view.report))
  const rest = [...frontOf(view.report.findings).filter((finding) => !front.has(finding)), ...notes]
  const shown = onPage(view, rest)
  return html`${
    rest.length === 0
      ? nothing
      : html`<details class="notes">
          <summary>${rest.length} more differences, smaller or less sure</summary>
          ${filters(view, shown)}
          <ol class="findings">
            ${shown.map((finding) => findingRow(view, finding))}
          </ol>
          ${more(rest.length - shown.length, files)}
        </details>`
  }
  ${reviewParts(view, dismissed)} ${noneLeft}`
}

function filters(view: View, shown: readonly Finding[]): Markup {
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
  })
}

/** The passages of the first rows for paper, where nothing opens: each version in its sentence, with its letters. */
function onPaper(view: View, findings: readonly Finding[]): Markup {
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
