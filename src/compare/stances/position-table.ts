/**
 * The position table: what each report has a party demand, reject, accept, agree to or leave open.
 *
 * In:    the Context. Out: rows, one a party and passage, those of one party together.
 * Method: predicates that take a stance (WordNet's verbs, phrases as "rule out") with their negation and modal verb; the
 *        parties are the subject (party.ts), the issue what the stance is on. Without either there is no row.
 * Never: takes what is only asked, feared or said under a condition for a position.
 */
import type { PartyPosition } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys, compareCodeUnits } from '../../text/order.js'
import { presentCells } from '../../likeness/columns.js'
import { inHeadline, wordsIn } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { partiesOf } from './party.js'
import { predicatesOf, type Predicate } from './predicates.js'
import { stanceOn } from './stance-on.js'

export function positionTable(context: Context): readonly PartyPosition[] {
  const columns = new Map<string, string>()
  for (const column of context.alignment.claims) {
    for (const [, cell] of presentCells(column))
      for (const { ref } of cell.mentions) columns.set(ref, column.id)
  }
  return context.views
    .flatMap((view) => {
      const found = predicatesOf(view)
        .filter(({ span }) => !inHeadline(view, span.start))
        .flatMap((predicate) => rowsOf(predicate, columns))
      return found.filter((row, at) => !found.slice(0, at).some((other) => isSame(other, row)))
    })
    .map(({ position }) => position)
    .sort(
      byKeys(
        (row) => row.party,
        (row) => row.issue,
        (row) => row.article,
        (row) => row.start,
      ),
    )
}

/** `at`: the verb with its negation. */
type Row = { readonly position: PartyPosition; readonly at: Span }

function rowsOf(predicate: Predicate, columns: ReadonlyMap<string, string>): readonly Row[] {
  const { view, claim, quote, span } = predicate
  const on = stanceOn(predicate)
  if (!on) return []
  const words = wordsIn(view, on.issue)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || words.every(({ key }) => key === '')) return []
  const issue = view.text.slice(first.start, last.end).replace(/\s/gu, ' ')
  const own = claim ? [claim] : view.article.claims.filter((item) => item.quote === quote?.id)
  const column = own.flatMap(({ id }) => columns.get(id) ?? []).sort(compareCodeUnits)[0]
  return partiesOf(predicate).map(({ name }) => ({
    at: predicate.at,
    position: {
      party: name,
      issue,
      stance: on.stance,
      article: view.id,
      column: column ?? null,
      source: quote?.speaker?.name ?? null,
      voice: claim?.voice ?? 'attributed',
      start: span.start,
      end: span.end,
    },
  }))
}

/** One verb read twice: as a clause, and as the cue of what it introduces. */
function isSame(one: Row, other: Row): boolean {
  if (one.position.party !== other.position.party) return false
  return one.at.start < other.at.end && other.at.start < one.at.end
}
