/**
 * The fact table: a row for each checkable detail, a column for each report, the words as printed in the cells.
 *
 * In: a Report. Out: markup. Never: says which value holds.
 */
import type { Fact } from '../../model/comparison.js'
import { readableValue } from '../values.js'
import { gradeWords } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { outletHeads, scrollTable } from './table.js'
import type { View } from './view.js'

const most = 100

export function factTable(view: View): Markup {
  const { facts } = view.report
  if (facts.length === 0) return html`<p>No checkable detail was found in two reports.</p>`
  const left = facts.length - most
  const rest = left > 0 ? html`<p class="note">${left} more in report.json.</p>` : nothing
  const table = scrollTable(
    'Checkable details and what each report gives',
    html`<thead>
        <tr>
          <th scope="col">Question</th>
          ${outletHeads(view)}
          <th scope="col">Together</th>
        </tr>
      </thead>
      <tbody>
        ${facts.slice(0, most).map((fact) => factRow(view, fact))}
      </tbody>`,
    'facts',
  )
  return html`${table}${rest}`
}

function factRow(view: View, fact: Fact): Markup {
  return html`<tr id="${fact.id}">
    <th scope="row" dir="auto">${fact.question}</th>
    ${view.labels.all.map(({ article }) => factCell(fact, article.id))}
    <td class="grade ${fact.grade}">${gradeWords[fact.grade]}${notes(fact)}</td>
  </tr>`
}

function factCell(fact: Fact, article: string): Markup {
  const values = fact.values.filter((value) => value.articles.includes(article))
  if (values.length === 0)
    return html`<td class="absent">
      <span class="vh">no value found</span><span aria-hidden="true">–</span>
    </td>`
  return html`<td dir="auto">
    ${values.map((value) => html`<p>“${value.text}”${valueNote(value.text, readableValue(value.value))}</p>`)}
  </td>`
}

function valueNote(text: string, value: string): Markup {
  return value.toLowerCase() === text.toLowerCase() ? nothing : html` <small>${value}</small>`
}

function notes(fact: Fact): Markup {
  const all = [...new Set(fact.values.map((value) => value.note).filter((note) => note !== ''))]
  return html`${all.map((note) => html`<small>${note}</small>`)}`
}
