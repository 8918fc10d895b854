/**
 * The fact table: a row for each checkable detail, a column for each report, the words as printed in the cells.
 *
 * In: a Report. Out: markup. Never: says which value holds.
 */
import type { Fact } from '../../model/comparison.js'
import { addedByValue } from '../values.js'
import { valueWords } from '../cell-words.js'
import { unquoted } from '../safe-text.js'
import { gradeWords } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { outletTable } from './outlet-table.js'
import { lettersOf, outletCells } from './outlets.js'
import type { View } from './view.js'

const silent = 'no value found'

export function factTable(view: View): Markup {
  return outletTable(view, {
    name: 'facts',
    title: 'Checkable details and what each report gives',
    head: 'Question',
    lead: 'What can be checked, in the words of each report, with the value they stand for.',
    silent,
    none: 'No checkable detail was found in two reports.',
    most: 100,
    rest: 'report.json',
    rows: view.report.facts,
    row: (fact) => factRow(view, fact),
  })
}

function factRow(view: View, fact: Fact): Markup {
  return html`<tr
    id="${fact.id}"
    data-item
    data-told="${lettersOf(view, (id) => fact.values.some(({ articles }) => articles.includes(id)))}"
  >
    <th scope="row">
      <span dir="auto">${fact.question}</span>
      <small class="grade ${fact.grade}"
        ><b>${gradeWords[fact.grade]}</b>${fact.reason === undefined ? nothing : `: ${fact.reason}`}</small
      >
    </th>
    ${outletCells(view, silent, ({ article }) =>
      fact.values.flatMap((value) =>
        valueWords(article, fact, value).map((words) => {
          const added = addedByValue(unquoted(words), value.value)
          return html`<p dir="auto">${words}${added === '' ? nothing : html` <small>${added}</small>`}</p>`
        }),
      ),
    )}
  </tr>`
}
