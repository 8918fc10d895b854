/**
 * A picture on the page: static SVG with a text alternative, in a region that scrolls, and its data as a table.
 *
 * In: the drawing, what it shows in words, its data. Out: markup. Never: a picture without its data.
 */
import { html, nothing, type Markup } from '../markup.js'
import { scrollTable } from '../table.js'

export type Drawn = { readonly width: number; readonly height: number; readonly drawing: Markup }

export type Picture = {
  readonly id: string
  /** What it shows, in one sentence: the text alternative. */
  readonly alternative: string
  readonly wide: Drawn
  /** The same laid out for a phone, where there is one; one of the two is shown. */
  readonly narrow?: Drawn
  readonly data: PictureData
}

export type PictureData = { readonly name: string; readonly table: Markup }

export function figure({ id, alternative, wide, narrow, data }: Picture): Markup {
  const region = html`<div class="scroll plain" role="region" tabindex="0" aria-label="${data.name}: picture">
    ${svg(wide, alternative, 'wide')} ${narrow ? svg(narrow, alternative, 'narrow') : nothing}
  </div>`
  return html`<figure class="${narrow ? 'picture two' : 'picture'}" id="${id}">
    ${region} ${dataOf(data)}
  </figure>`
}

export function dataOf({ name, table }: PictureData): Markup {
  return html`<details class="data">
    <summary>${name}: the figures</summary>
    ${scrollTable(name, table)}
  </details>`
}

export function svg({ width, height, drawing }: Drawn, alternative: string, layout: string): Markup {
  return html`<svg
    class="${layout}"
    role="img"
    aria-label="${alternative}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
  >
    ${drawing}
  </svg>`
}
