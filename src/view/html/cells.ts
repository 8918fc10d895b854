/**
 * One cell of the synopsis: its state by shape and words as well as by colour.
 *
 * In: a cell. Out: markup, tags, a class. Never: colour alone.
 */
import type { Cell, Mention } from '../../model/alignment.js'
import type { Voice } from '../../model/annotation.js'
import { stateOf, type CellState } from '../synopsis.js'
import { readableValue } from '../values.js'
import { certaintyWords, formWords, reasonText, sourcingWords, stanceWords, voiceWords } from '../words.js'
import { glyph } from './glyphs.js'
import { html, type Markup } from './markup.js'

export const stateWords: Readonly<Record<CellState, string>> = {
  ...stanceWords,
  absent: 'no passage found',
  unknown: 'cannot tell',
}

const classes: Readonly<Record<CellState, string>> = {
  asserts: 'asserts',
  'other-value': 'other',
  denies: 'denies',
  absent: 'absent',
  unknown: 'unknown',
}

export function classOf(state: CellState): string {
  return classes[state]
}

export function cellMarkup(cell: Cell | undefined, letter: string): Markup {
  const state = stateOf(cell)
  const [voice] = voicesOf(cell)
  return html`<td class="${classOf(state)}" data-o="${letter}">
    ${glyph(state, voice)} ${stateWords[state]}${cellNotes(cell).map((note) => html` <small>${note}</small>`)}
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
        voicesOf(cell)
          .map((voice) => voiceWords[voice])
          .join(', '),
        ...(cell.sourcing === undefined ? [] : [sourcingWords[cell.sourcing]]),
        ...(cell.certainty === 'plain' ? [] : [certaintyWords[cell.certainty]]),
        ...(cell.form === 'verbatim' ? [] : [formWords[cell.form]]),
      ].filter((note) => note !== '')
  }
}

const voiceOrder: readonly Voice[] = ['own', 'attributed', 'unclear']

/** The voices of a cell's passages; own words first, since they weigh most. */
function voicesOf(cell: Cell | undefined): readonly Voice[] {
  if (cell?.state !== 'present') return []
  const voices = new Set(cell.mentions.map((mention) => mention.voice))
  return voiceOrder.filter((voice) => voices.has(voice))
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
