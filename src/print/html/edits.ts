/** In: the changes of a quotation. Out: a list; those that carry sense stand out. */
import type { Edit } from '../../model/comparison.js'
import { editText } from '../finding-words.js'
import { html, nothing, type Markup } from './markup.js'

export function editList(edits: readonly Edit[] | undefined): Markup {
  if (!edits || edits.length === 0) return nothing
  return html`<ul class="edits">
    ${edits.map((edit) => html`<li class="${edit.carries === null ? 'edit' : 'edit weighty'}" dir="auto">${editText(edit)}</li>`)}
  </ul>`
}
