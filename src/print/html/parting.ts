/**
 * Where the reports part: a row a difference, which opens in place. The question, then the answers side by side, each as wide
 * as the independent texts that give it; hatched where a report could not be read, outlined where it does not say.
 *
 * In: a View, rows. Out: markup. Never: an answer larger in type than another, or colour that tells what no word tells.
 */
import { blank, type Finding } from '../../model/comparison.js'
import { isOmission, rowOf, type Answer, type PartingRow } from '../rows.js'
import { sureClass } from '../sureness.js'
import { chips } from './chips.js'
import { findingCard } from './finding.js'
import { html, nothing, type Markup } from './markup.js'
import type { View } from './view.js'

/** Answers of more texts than this are no wider. */
export const widestAnswer = 12

/** Answers of so many words stand below each other with the question above them. */
const longAnswers = 36

export function findingRow(view: View, finding: Finding): Markup {
  const row = rowOf(view.report, view.labels, finding)
  const about = [...new Set([...finding.articles, ...finding.evidence.map(({ article }) => article)])]
  return html`<li
    class="${row.block}"
    data-item
    data-kinds="${finding.kind}"
    data-sure="${sureClass(finding.confidence)}"
    data-about="${about.flatMap((id) => view.labels.of(id)?.letter ?? []).join(' ')}"
    data-ruled="open"
  >
    <details class="finding" id="${finding.id}">
      <summary class="${lengthOf(row)}" data-words>${asked(row)}${answers(view, row)}</summary>
      <div class="evidence">${findingCard(view, row)}</div>
    </details>
  </li>`
}

function lengthOf({ finding, answers: given }: PartingRow): string {
  if (isOmission(finding)) return 'statement'
  const words = given
    .filter(({ state }) => state === 'value')
    .flatMap(({ pieces }) => pieces.flatMap(({ text }) => text.split(' ')))
  return words.length > longAnswers ? 'long' : 'short-row'
}

function asked({ word, question, about }: PartingRow): Markup {
  return html`<span class="asked"
    ><span class="kind">${word}</span> <b dir="auto">${question}</b>${
      about === '' ? nothing : html` <span class="about" dir="auto">${gapped(about)}</span>`
    }</span
  > `
}

function gapped(about: string): Markup {
  return html`${about.split(blank).map((part, index) => html`${index === 0 ? nothing : html`<span class="gap"><span class="vh">(what?)</span></span>`}${part}`)}`
}

function answers(view: View, row: PartingRow): Markup {
  return html`<span class="answers">${row.answers.map((answer) => answerMarkup(view, answer))}</span>`
}

function answerMarkup(view: View, answer: Answer): Markup {
  const wide = Math.max(1, Math.min(widestAnswer, answer.texts))
  return html`<span class="answer is-${answer.state} t${wide}"
    ><span dir="auto"
      >${answer.pieces.map(({ text, differs }) => (differs ? html`<strong class="differs">${text}</strong>` : html`${text}`))}</span
    >
    ${chips(view, answer.articles)}</span
  > `
}
