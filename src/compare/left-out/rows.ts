/** What the rows of an event say of a passage in another report. */
import type { Column, Mention } from '../../model/alignment.js'
import type { Span } from '../../model/span.js'
import { comparedInFull } from '../../text/drawn.js'
import { firstBy } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import { presentCells } from '../../likeness/columns.js'
import { sentenceIndex, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { grouped } from '../../text/grouped.js'
import { once } from '../../text/once.js'
import type { Passage } from './passages.js'

/** The columns with a mention that stands mostly in a sentence, by the sentence's id. */
export const columnsBySentence = once((context: Context): ReadonlyMap<string, readonly Column[]> => {
  const found = new Map<string, Column[]>()
  const { claims, quotes } = context.alignment
  for (const column of [...claims, ...quotes])
    for (const [id, cell] of presentCells(column))
      for (const mention of cell.mentions) {
        const view = context.view(id)
        const sentence = view?.sentences[sentenceIndex(view, mention)]
        if (!sentence || overlap(sentence, mention) * 2 <= mention.end - mention.start) continue
        const list = found.get(sentence.id)
        if (!list) found.set(sentence.id, [column])
        else if (!list.includes(column)) list.push(column)
      }
  return found
})

/** Of a large event the passage of the surest cell is looked at for its row; true of others that no row links, and of small events. */
export function standsForRow(context: Context, { view, sentence }: Passage): boolean {
  if (context.views.length - 1 <= comparedInFull) return true
  const shared = (columnsBySentence(context).get(sentence.id) ?? []).filter(
    (column) => presentCells(column).length > 1,
  )
  return shared.length === 0 || shared.some((column) => surestOf(column) === view.id)
}

const surestOf = once((column: Column): string | undefined => {
  return firstBy(presentCells(column), ([id, { confidence }]) => [-confidence, id])?.[0]
})

/** Cells less sure than this may be on two things. */
export const sureCell = 0.8

/** Whether a row has two passages, each in a cell that is sure of it. */
export function isSurelyLinked(context: Context, one: Place, other: Place): boolean {
  const rows = sureRows(context)
  const at = ({ view, span }: Place): readonly Column[] =>
    (rows.get(view.id) ?? [])
      .filter(({ mentions }) => mentions.some((mention) => overlap(mention, span) > 0))
      .map(({ column }) => column)
  const theirs = at(other)
  return theirs.length > 0 && at(one).some((column) => theirs.includes(column))
}

/** Rows of claims by the report whose cell is sure, with its mentions. */
const sureRows = once((context: Context) =>
  grouped(
    context.alignment.claims.flatMap((column) =>
      presentCells(column)
        .filter(([, { confidence }]) => confidence >= sureCell)
        .map(([id, { mentions }]) => ({ id, mentions, column })),
    ),
    ({ id }) => [id],
  ),
)

export type Place = { readonly view: ArticleView; readonly span: Span }

export type InRows = {
  readonly mentions: readonly Mention[]
  /** How sure the surest absent cell is. */
  readonly absent: number
  /** Of a row of the passage nobody can tell, or not for sure. */
  readonly isOpen: boolean
}

export const rowsOf = once((context: Context): ((passage: Passage, other: ArticleView) => InRows) => {
  const columns = columnsBySentence(context)
  return ({ sentence }, other) => {
    const mentions: Mention[] = []
    let absent = 0
    let isOpen = false
    for (const column of columns.get(sentence.id) ?? []) {
      const cell = column.cells[other.id]
      if (cell?.state === 'present') mentions.push(...cell.mentions)
      else if (cell?.state === 'absent') absent = Math.max(absent, cell.confidence)
      if (cell?.state !== 'absent' || cell.confidence < sureCell) isOpen = true
    }
    return { mentions, absent, isOpen }
  }
})
