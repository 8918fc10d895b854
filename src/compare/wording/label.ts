/** The words a column is called by in a sentence: its fullest version as printed. */
import type { Column } from '../../model/alignment.js'
import { sliceSpans } from '../../text/spans.js'
import type { Context } from '../context.js'

export function labelOf(context: Context, column: Column): string {
  const view = context.view(column.fullest.article)
  const words = view ? sliceSpans(view.text, column.fullest.spans) : ''
  return words.trim() === '' ? column.label : words
}
