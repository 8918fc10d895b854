/**
 * The position table: what each report has a party demand, reject, accept, agree to or leave open.
 *
 * In:    the Context. Out: rows in order of party, issue, article; party and issue in the words of the report.
 * Method: stance words of a clause (stance.ts); the party is the name or source that stands before them, the issue what
 *        stands after. A clause without a named party gives no row.
 */
import type { Claim } from '../../model/annotation.js'
import type { PartyPosition } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { stem } from '../../text/stem.js'
import { presentCells, wordsIn, type ArticleView, type Context } from '../context.js'
import { stancesIn, type Stance } from './stance.js'

const demandStems = new Set(['demand', 'insist', 'requir', 'want', 'urg', 'seek', 'call'])

export function positionTable(context: Context): readonly PartyPosition[] {
  const columns = new Map<string, string>()
  for (const column of context.alignment.claims) {
    for (const [, cell] of presentCells(column))
      for (const { ref } of cell.mentions) columns.set(ref, column.id)
  }
  return context.views
    .flatMap((view) =>
      view.article.claims.flatMap((claim) => rowsOf(view, claim, columns.get(claim.id) ?? null)),
    )
    .sort(
      byKeys(
        (row) => row.party,
        (row) => row.issue,
        (row) => row.article,
        (row) => row.start,
      ),
    )
}

function rowsOf(view: ArticleView, claim: Claim, column: string | null): readonly PartyPosition[] {
  const found = [
    ...stancesIn(view, claim).flatMap(
      (stance): { stance: PartyPosition['stance']; span: Stance['span'] }[] => {
        const named = nameOf(stance)
        return named ? [{ stance: named, span: stance.span }] : []
      },
    ),
    ...wordsIn(view, claim)
      .filter((word) => demandStems.has(stem(word.norm)))
      .map((word) => ({ stance: 'demands' as const, span: { start: word.start, end: word.end } })),
  ]
  const first = found[0]
  if (!first) return []
  const party = partyOf(view, claim, first.span.start)
  const issue = view.text
    .slice(first.span.end, claim.end)
    .replace(/(?<![\s,.;:”"])[\s,.;:”"]+$/u, '')
    .replace(/^[\s,]+/u, '')
  if (party === null || issue.split(/\s+/u).length < 2) return []
  const quote = claim.quote === null ? undefined : view.quotes.get(claim.quote)
  return [
    {
      party,
      issue,
      stance: first.stance,
      article: view.id,
      column,
      source: quote?.speaker?.name ?? null,
      voice: claim.voice,
      start: claim.start,
      end: claim.end,
    },
  ]
}

function nameOf({ side, positive, negated }: Stance): PartyPosition['stance'] | null {
  if (side === 'agree') return positive ? 'agrees' : 'rejects'
  if (side !== 'reject') return null
  if (positive) return negated ? 'leaves-open' : 'accepts'
  return 'rejects'
}

/** The last name before the stance word within the clause; the entity's full name where annotate knows it. */
function partyOf(view: ArticleView, claim: Claim, before: number): string | null {
  let found: { name: string; start: number } | null = null
  for (const entity of view.article.entities) {
    for (const mention of entity.mentions) {
      if (mention.start < claim.start || mention.end > before) continue
      if (found === null || mention.start < found.start) found = { name: entity.name, start: mention.start }
    }
  }
  return found?.name ?? null
}
