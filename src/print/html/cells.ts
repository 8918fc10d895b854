/**
 * One cell of the synopsis: its state by shape and words as well as by colour.
 *
 * In: a cell. Out: markup, tags, a class. Never: colour alone.
 */
import type { Cell, Column, Mention, PresentCell, Sourcing } from '../../model/alignment.js'
import type { Voice } from '../../model/annotation.js'
import type { ArticleLabel } from '../labels.js'
import { stateOf, type CellState } from '../synopsis.js'
import { readableValue } from '../values.js'
import { certaintyWords, sourcingWords, stanceWords, voiceWords } from '../words.js'
import { namedGlyph } from './glyphs.js'
import { html, nothing, type Markup } from './markup.js'

export const stateWords: Readonly<Record<CellState, string>> = {
  ...stanceWords,
  perhaps: 'perhaps',
  absent: 'no passage found',
  unknown: 'cannot tell',
}

const classes: Readonly<Record<CellState, string>> = {
  asserts: 'asserts',
  perhaps: 'perhaps',
  'other-value': 'other',
  denies: 'denies',
  absent: 'absent',
  unknown: 'unknown',
}

export function classOf(state: CellState): string {
  return classes[state]
}

/** A sign and the value, nothing else: form, source and certainty stand with the passages. */
export function cellMarkup(column: Column, { article, letter }: ArticleLabel): Markup {
  const cell = column.cells[article.id]
  const state = stateOf(article, column)
  const [voice] = voicesOf(cell)
  return html`<td class="${classOf(state)}" data-o="${letter}">
    ${namedGlyph(state, voice, stateWords[state])}${valueOf(cell)}
  </td>`
}

function valueOf(cell: Cell | undefined): Markup {
  const value = cell?.state === 'present' ? cell.value : undefined
  return value === undefined ? nothing : html` <b class="value">${readableValue(value)}</b>`
}

/** What the sign does not say: what it rests on, and how certain. */
export function cellNotes(cell: PresentCell): readonly string[] {
  return [
    saysMore(cell, voicesOf(cell)) ? sourcingWords[cell.sourcing] : '',
    cell.certainty === 'plain' ? '' : certaintyWords[cell.certainty],
  ].filter((note) => note !== '')
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
