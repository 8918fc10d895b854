/**
 * Cells after the second look: an `absent` cell for which something speaks against absence becomes `unknown`. So does one of a
 * report that shares nothing with any other (`unrelated`): it may be on another event, and its silence says nothing.
 *
 * In:    the annotated articles and their Alignment, its absent cells as linking left them.
 * Out:   the Alignment with the same columns; `told-differently` cells name the passage that comes close, `absent` cells
 *        the one that came closest and was rejected, and how sure the absence is.
 * Never: makes a cell `present`, or touches one that is `present` or `unknown`.
 */
import type { Alignment, Cell, Column } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { quantise } from '../text/quantise.js'
import { relatedArticles } from '../likeness/columns.js'
import { viewsOf, type ArticleView } from '../likeness/view.js'
import { refute, tellersOf } from './refute.js'

export function settleCells(articles: readonly AnnotatedArticle[], alignment: Alignment): Alignment {
  const views = new Map(viewsOf(articles).map((view) => [view.id, view]))
  const related = relatedArticles(alignment)
  const settle = <T extends Column>(column: T): T => ({ ...column, cells: settled(column, views, related) })
  return {
    ...alignment,
    quotes: alignment.quotes.map((column) => settle(column)),
    claims: alignment.claims.map((column) => settle(column)),
  }
}

function settled(
  column: Column,
  views: ReadonlyMap<string, ArticleView>,
  related: ReadonlySet<string>,
): Record<string, Cell> {
  const tellers = tellersOf(column, (id) => views.get(id))
  return Object.fromEntries(
    Object.entries(column.cells).map(([id, cell]): [string, Cell] => {
      const view = views.get(id)
      if (cell.state === 'absent' && !related.has(id)) return [id, { state: 'unknown', reason: 'unrelated' }]
      if (cell.state !== 'absent' || !view || tellers.length === 0) return [id, cell]
      const { reason, nearest, told } = refute(column, tellers, view, 1 - cell.confidence)
      const span = nearest?.span ?? cell.nearest
      if (reason === 'told-differently')
        return [id, { state: 'unknown', reason, ...(span === null ? {} : { nearest: span }) }]
      if (reason === 'too-early') return [id, { state: 'unknown', reason }]
      return [id, { ...cell, confidence: quantise(1 - told), nearest: span }]
    }),
  )
}
