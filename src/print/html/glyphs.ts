/**
 * The signs of the cells. The shape tells the stance, the mark inside it whose voice: nothing for own words, two strokes
 * for credited, a bar for unclear.
 *
 * In: a state and a voice. Out: SVG. Never: a sign without words, beside it or as its name.
 */
import type { Voice } from '../../model/annotation.js'
import type { CellState } from '../synopsis.js'
import { html, nothing, type Markup } from './markup.js'

type CellStance = Exclude<CellState, 'absent' | 'perhaps' | 'unknown'>

/** Drawn in place: a reference (`use`) costs a browser a copy of its own for each of a table's thousands. */
export function glyph(state: CellState, voice: Voice = 'own'): Markup {
  return html`<svg class="g" viewBox="0 0 16 16" aria-hidden="true">${drawing(state, voice)}</svg>`
}

/** The same where it stands alone, with its words for those who do not see it. */
export function namedGlyph(state: CellState, voice: Voice | undefined, words: string): Markup {
  return html`<svg class="g" viewBox="0 0 16 16" role="img" aria-label="${words}">
    ${drawing(state, voice ?? 'own')}
  </svg>`
}

function drawing(state: CellState, voice: Voice): Markup {
  switch (state) {
    case 'absent':
      return html`<circle cx="8" cy="8" r="5.5" class="ring" />`
    case 'perhaps':
      return html`<circle cx="8" cy="8" r="6" class="stroke" /><circle cx="8" cy="8" r="2.5" class="fill" />`
    case 'unknown':
      return html`<path class="stroke" d="M2 1.5h12v13H2z" /><path
          class="stroke"
          d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.2v.6"
        />`
    case 'asserts':
    case 'other-value':
    case 'denies':
      return html`${body(state)}${inner(voice)}`
  }
}

function body(stance: CellStance): Markup {
  switch (stance) {
    case 'asserts':
      return html`<circle cx="8" cy="8" r="6.5" class="fill" />`
    case 'other-value':
      return html`<path class="fill" d="M1.8 1.8h12.4v12.4H1.8z" />`
    case 'denies':
      return html`<path class="fill" d="M8 0 16 8 8 16 0 8z" />`
  }
}

function inner(voice: Voice): Markup {
  switch (voice) {
    case 'own':
      return nothing
    case 'attributed':
      return html`<path class="cut" d="M6.2 6v4M9.8 6v4" />`
    case 'unclear':
      return html`<path class="cut" d="M5.5 8h5" />`
  }
}
