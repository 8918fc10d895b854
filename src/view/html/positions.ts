/**
 * The position table: who demands, rejects, accepts what, as each report has it.
 *
 * In: a Report. Out: markup. Never: merges what reports tell differently.
 */
import type { PartyPosition } from '../../model/comparison.js'
import { passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { partyStanceWords, voiceWords } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { outletHeads, scrollTable } from './table.js'
import type { View } from './view.js'

const most = 100

export function positionTable(view: View): Markup {
  const rows = rowsOf(view.report.positions)
  if (rows.length === 0) return html`<p>No party’s position was found.</p>`
  const left = rows.length - most
  const rest = left > 0 ? html`<p class="note">${left} more in report.json.</p>` : nothing
  const table = scrollTable(
    'Positions of the parties as each report has them',
    html`<thead>
        <tr>
          <th scope="col">Party and matter</th>
          ${outletHeads(view)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map(
          (row) =>
            html`<tr>
              <th scope="row" dir="auto">${row.party}<small>${row.issue}</small></th>
              ${view.labels.all.map(({ article }) => positionCell(view, row.positions, article.id))}
            </tr>`,
        )}
      </tbody>`,
    'positions',
  )
  return html`${table}${rest}`
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

function positionCell(view: View, positions: readonly PartyPosition[], article: string): Markup {
  const here = positions.filter((position) => position.article === article)
  if (here.length === 0) {
    return html`<td class="absent">
      <span class="vh">no passage found</span><span aria-hidden="true">–</span>
    </td>`
  }
  return html`<td>
    ${here.map((position) => {
      const source = view.labels.of(position.article)?.article
      const words = source ? shorten(passageText(source, [position]), 160) : ''
      return html`<p>
        <b>${partyStanceWords[position.stance]}</b
        >${words === '' ? '' : html`<span dir="auto"> “${words}”</span>`}
        <small
          >${position.source === null ? voiceWords[position.voice] : `credited to ${position.source}`}</small
        >
      </p>`
    })}
  </td>`
}
