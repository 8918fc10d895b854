/**
 * The signs of the cells, drawn once on the page and used by reference. The shape tells the stance, the mark inside it
 * whose voice: nothing for own words, two strokes for credited, a slanted half for unclear.
 *
 * In: a state and a voice. Out: SVG. Never: a sign without words beside it.
 */
import type { Voice } from '../../model/annotation.js'
import type { CellState } from '../synopsis.js'
import { html, nothing, type Markup } from './markup.js'

const voices = ['own', 'attributed', 'unclear'] as const
const stances = ['asserts', 'other-value', 'denies'] as const

export function glyph(state: CellState, voice: Voice = 'own'): Markup {
  const id = state === 'absent' || state === 'unknown' ? state : `${state}-${voice}`
  return html`<svg class="g" width="16" height="16" aria-hidden="true"><use href="#g-${id}" /></svg>`
}

/** Stands once in the page. */
export function glyphSheet(): Markup {
  return html`<svg width="0" height="0" class="sheet" aria-hidden="true">
    ${stances.flatMap((stance) => voices.map((voice) => symbol(`${stance}-${voice}`, html`${body(stance)}${inner(voice)}`)))}
    ${symbol('absent', html`<circle cx="8" cy="8" r="5.5" class="ring" />`)}
    ${symbol('unknown', html`<path class="ring" d="M3.5 2.5h9v11h-9z" /><path class="stroke" d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.2v.6" />`)}
  </svg>`
}

function symbol(id: string, content: Markup): Markup {
  return html`<symbol id="g-${id}" viewBox="0 0 16 16">${content}</symbol>`
}

function body(stance: (typeof stances)[number]): Markup {
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
