/**
 * Learns how likely a report tells a thing in which no passage was linked with it, from events that readers read completely:
 * data/absence.json. Options and what is printed: matcher/held-out.ts.
 */
import { linked } from '../src/align/align.js'
import { absenceFeatures, absenceNames, silenceOf, tellersOf, toldAt } from '../src/align/silence.js'
import { presentCells } from '../src/likeness/columns.js'
import { viewsOf } from '../src/likeness/view.js'
import type { Column } from '../src/model/alignment.js'
import { learnHeldOut, type Row } from './matcher/held-out.js'
import { statementsOf, type ReadEvent } from './matcher/real-events.js'

const held = learnHeldOut({
  script: 'scripts/train-absence.ts',
  file: 'absence.json',
  names: absenceNames,
  penalty: 1,
  rowsOf: silentCells,
})
const unknown = held.filter(({ likely }) => likely >= toldAt).length
process.stdout.write(`unknown ${unknown} of ${held.length}\n`)

/** The cells of an event in which no passage was linked, with whether the report tells the thing by what was marked. */
function silentCells(event: ReadEvent): Row[] {
  const views = new Map(viewsOf(event.articles).map((view) => [view.id, view]))
  const { claims, quotes } = linked(event.articles)
  return [...claims, ...quotes].flatMap((column) => {
    const tellers = tellersOf(column, (id) => views.get(id))
    if (tellers.length === 0) return []
    const made = statementsIn(event, column)
    return Object.entries(column.cells).flatMap(([id, cell]): Row[] => {
      const view = views.get(id)
      if (cell.state !== 'absent' || !view) return []
      const told = event.statements.some((one) => made.has(one.id) && (one.at.get(id)?.length ?? 0) > 0)
      return [{ x: absenceFeatures(silenceOf(column, tellers, view, 1 - cell.confidence)), y: told ? 1 : 0 }]
    })
  })
}

function statementsIn(event: ReadEvent, column: Column): ReadonlySet<string> {
  return new Set(
    presentCells(column).flatMap(([id, { mentions }]) =>
      mentions.flatMap((mention) => [...statementsOf(event, id, mention)]),
    ),
  )
}
