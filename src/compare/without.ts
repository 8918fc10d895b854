/**
 * An alignment as it stands when one article is left out.
 *
 * In:    an alignment, an article's id.
 * Out:   the alignment of the others: no cell, no group, no shared passage of that article; columns that only it told
 *        are gone; where it had the fullest version, the longest of the rest takes its place.
 * Never: aligns again: no third article is asked when two passages are linked, so links between the others stand.
 *        `salience` stays as it was.
 */
import type { Alignment, Cell, ClaimColumn, Column, QuoteColumn } from '../model/alignment.js'
import { byKeys } from '../text/order.js'

export function without(alignment: Alignment, article: string): Alignment {
  const groups = alignment.independence.groups
    .map((group) => group.filter((id) => id !== article))
    .filter((group) => group.length > 0)
  const groupOf = new Map(groups.flatMap((ids, index) => ids.map((id) => [id, index] as const)))
  const cut = <T extends Column>(column: T): T[] => {
    const cells = Object.fromEntries(Object.entries(column.cells).filter(([id]) => id !== article))
    const tellers = Object.entries(cells).flatMap(([id, cell]) => (cell.state === 'present' ? [id] : []))
    const fullest = column.fullest.article === article ? longest(cells) : column.fullest
    if (fullest === null) return []
    const texts = new Set(tellers.flatMap((id) => groupOf.get(id) ?? [])).size
    return [{ ...column, cells, texts, fullest }]
  }
  return {
    ...alignment,
    independence: {
      groups,
      shared: alignment.independence.shared
        .map(({ spans }) => ({ spans: spans.filter((span) => span.article !== article) }))
        .filter(({ spans }) => spans.length > 1),
    },
    quotes: alignment.quotes.flatMap((column) => cut<QuoteColumn>(column)),
    claims: alignment.claims.flatMap((column) => cut<ClaimColumn>(column)),
  }
}

function longest(cells: Readonly<Record<string, Cell>>): Column['fullest'] | null {
  const told = Object.entries(cells).flatMap(([article, cell]) =>
    cell.state === 'present' ? cell.mentions.map(({ spans }) => ({ article, spans })) : [],
  )
  const [first] = told.sort(
    byKeys(
      ({ spans }) => -spans.reduce((sum, span) => sum + span.end - span.start, 0),
      ({ article }) => article,
      ({ spans }) => spans[0]?.start ?? 0,
    ),
  )
  return first ?? null
}
