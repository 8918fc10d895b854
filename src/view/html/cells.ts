/**
 * One cell of the synopsis: its state by shape and words as well as by colour.
 *
 * In: a cell. Out: markup, tags, a class. Never: colour alone.
 */
import type { Cell, Mention, PresentCell, Sourcing } from '../../model/alignment.js'
import type { Voice } from '../../model/annotation.js'
import { stateOf, type CellState } from '../synopsis.js'
import { readableValue } from '../values.js'
import { certaintyWords, formWords, reasonText, sourcingWords, stanceWords, voiceWords } from '../words.js'
import { glyph } from './glyphs.js'
import { html, nothing, type Markup } from './markup.js'

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
  const notes = cellNotes(cell)
  return html`<td class="${classOf(state)}" data-o="${letter}">
    ${glyph(state, voice)}
    ${stateWords[state]}${valueOf(cell)}${notes === '' ? nothing : html` <small>${notes}</small>`}
  </td>`
}

function valueOf(cell: Cell | undefined): Markup {
  const value = cell?.state === 'present' ? cell.value : undefined
  return value === undefined ? nothing : html` <b class="value">${readableValue(value)}</b>`
}

/** What sign and value do not say: whose voice; how sourced; how certain; in which form. */
export function cellNotes(cell: Cell | undefined): string {
  if (cell === undefined) return 'not in the table'
  switch (cell.state) {
    case 'unknown':
      return reasonText(cell.reason)
    case 'absent':
      return ''
    case 'present': {
      const voices = voicesOf(cell)
      return [
        voices.map((one) => voiceWords[one]).join(' and '),
        saysMore(cell, voices) ? sourcingWords[cell.sourcing] : '',
        cell.certainty === 'plain' ? '' : certaintyWords[cell.certainty],
        cell.form === 'verbatim' ? '' : formWords[cell.form],
      ]
        .filter((note) => note !== '')
        .join('; ')
    }
  }
}

/** That a report's own words name no source goes without saying. */
function saysMore(cell: PresentCell, voices: readonly Voice[]): cell is PresentCell & { sourcing: Sourcing } {
  return cell.sourcing !== undefined && !(cell.sourcing === 'none' && voices.every((one) => one === 'own'))
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
        ? 'credited, speaker not identified'
        : voiceWords[mention.voice]
      : `credited to ${mention.speaker.name}`
  return mention.hedged ? [voice, 'hedged'] : [voice]
}
