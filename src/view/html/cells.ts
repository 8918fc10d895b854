/**
 * One cell of the matrix: its state by shape and words as well as by colour.
 *
 * In: a cell. Out: markup, tags, a class. Never: colour alone.
 */
import type { Cell, Mention } from '../../model/alignment.js'
import { readableValue } from '../values.js'
import { certaintyWords, formWords, reasonText, stanceWords, voiceWords } from '../words.js'
import { html, type Markup } from './markup.js'

type CellLook = { readonly shape: string; readonly className: string; readonly words: string }

/** Filled circle: says so. Filled square: another value. Crossed circle: denies. Ring: no passage. Question mark: cannot tell. */
export function lookOf(cell: Cell | undefined): CellLook {
  if (cell === undefined || cell.state === 'unknown') {
    return { shape: '?', className: 'unknown', words: 'cannot tell' }
  }
  if (cell.state === 'absent') return { shape: '○', className: 'absent', words: 'no passage found' }
  switch (cell.stance) {
    case 'asserts':
      return { shape: '●', className: 'asserts', words: stanceWords.asserts }
    case 'denies':
      return { shape: '⊗', className: 'denies', words: stanceWords.denies }
    case 'other-value':
      return { shape: '■', className: 'other', words: stanceWords['other-value'] }
  }
}

export function cellMarkup(cell: Cell | undefined): Markup {
  const look = lookOf(cell)
  return html`<td class="${look.className}">
    <span class="shape" aria-hidden="true">${look.shape}</span>
    ${look.words}${cellNotes(cell).map((note) => html` <small>${note}</small>`)}
  </td>`
}

/** What the state alone does not say, shortest first. */
export function cellNotes(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return ['not in the table']
  switch (cell.state) {
    case 'unknown':
      return [reasonText(cell.reason)]
    case 'absent':
      return []
    case 'present':
      return [
        ...(cell.value === undefined ? [] : [readableValue(cell.value)]),
        ...voicesOf(cell.mentions),
        ...(cell.certainty === 'plain' ? [] : [certaintyWords[cell.certainty]]),
        ...(cell.form === 'verbatim' ? [] : [formWords[cell.form]]),
      ]
  }
}

function voicesOf(mentions: readonly Mention[]): readonly string[] {
  return [...new Set(mentions.map((mention) => mention.voice))].sort().map((voice) => voiceWords[voice])
}

/** `credited to Mara Holt, hedged` */
export function mentionTags(mention: Mention): readonly string[] {
  const voice =
    mention.speaker === null
      ? mention.voice === 'attributed'
        ? 'credited, speaker not resolved'
        : voiceWords[mention.voice]
      : `credited to ${mention.speaker.name}`
  return mention.hedged ? [voice, 'hedged'] : [voice]
}
