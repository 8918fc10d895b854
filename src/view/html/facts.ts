/**
 * The fact table: a row for each checkable detail, a column for each report, the words as printed in the cells.
 *
 * In: a Report. Out: markup. Never: says which value holds.
 */
import type { Fact } from '../../model/comparison.js'
import { addedByValue } from '../values.js'
import { gradeWords } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { byOutlet, cellsLead, lettersOf, outletCells, outletHeads } from './outlets.js'
import { scrollTable } from './table.js'
import type { View } from './view.js'

const most = 100

export function factTable(view: View): Markup {
  const { facts } = view.report
  if (facts.length === 0) return html`<p>No checkable detail was found in two reports.</p>`
  const table = scrollTable(
    'Checkable details and what each report gives',
    html`<thead>
        <tr>
          <th scope="col">Question</th>
          ${outletHeads(view)}
        </tr>
      </thead>
      <tbody>
        ${facts.slice(0, most).map((fact) => factRow(view, fact))}
      </tbody>`,
    byOutlet(view, 'facts'),
  )
  return html`${cellsLead(view, 'What can be checked, in the words of each report, with the value they stand for.', 'no value found')}${table}${noneLeft}${more(facts.length - most, 'report.json')}`
}

function factRow(view: View, fact: Fact): Markup {
  const valuesOf = (article: string): Fact['values'] =>
    fact.values.filter((value) => value.articles.includes(article))
  return html`<tr id="${fact.id}" data-item data-told="${lettersOf(view, (id) => valuesOf(id).length > 0)}">
    <th scope="row">
      <span dir="auto">${fact.question}</span>
      <small class="grade ${fact.grade}"
        ><b>${gradeWords[fact.grade]}</b>${fact.reason === undefined ? nothing : `: ${fact.reason}`}</small
      >
    </th>
    ${outletCells(view, 'no value found', ({ article }) =>
      valuesOf(article.id).map(({ text, value }) => {
        const added = addedByValue(text, value)
        return html`<p dir="auto">“${text}”${added === '' ? nothing : html` <small>${added}</small>`}</p>`
      }),
    )}
  </tr>`
}
