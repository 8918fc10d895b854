/**
 * The position table: who demands, rejects, accepts what, as each report has it.
 *
 * In: a Report. Out: markup. Never: merges what reports tell differently.
 */
import type { PartyPosition } from '../../model/comparison.js'
import type { ArticleLabel } from '../labels.js'
import { passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { partyStanceWords, voiceWords } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { outletTable } from './outlet-table.js'
import { lettersOf, outletCells } from './outlets.js'
import type { View } from './view.js'

const silent = 'no passage found'

export function positionTable(view: View): Markup {
  return outletTable(view, {
    name: 'positions',
    title: 'Positions of the parties as each report has them',
    head: 'Party and matter',
    lead: 'What the parties demand, reject, accept or leave open, as each report has it.',
    silent,
    none: 'No party’s position was found.',
    most: 100,
    rest: 'report.json',
    rows: rowsOf(view.report.positions),
    row: (row) => positionRow(view, row),
  })
}

type Row = { readonly party: string; readonly issue: string; readonly positions: readonly PartyPosition[] }

function rowsOf(positions: readonly PartyPosition[]): readonly Row[] {
  const rows = new Map<string, { party: string; issue: string; positions: PartyPosition[] }>()
  for (const position of positions) {
    const key = JSON.stringify([position.party, position.issue])
    const row = rows.get(key) ?? { party: position.party, issue: position.issue, positions: [] }
    row.positions.push(position)
    rows.set(key, row)
  }
  return [...rows.values()]
}

function positionRow(view: View, { party, issue, positions }: Row): Markup {
  const told = lettersOf(view, (id) => positions.some(({ article }) => article === id))
  return html`<tr data-item data-told="${told}">
    <th scope="row" dir="auto">${party}<small>${issue}</small></th>
    ${outletCells(view, silent, (label) =>
      positions
        .filter(({ article }) => article === label.article.id)
        .map((position) => positionMarkup(label, position)),
    )}
  </tr>`
}

function positionMarkup({ article }: ArticleLabel, position: PartyPosition): Markup {
  const words = shorten(passageText(article, [position]), 160)
  return html`<p>
    <b>${partyStanceWords[position.stance]}</b
    >${words === '' ? nothing : html`<span dir="auto"> “${words}”</span>`}
    <small>${position.source === null ? voiceWords[position.voice] : `credited to ${position.source}`}</small>
  </p>`
}
