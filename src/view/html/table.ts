/** A table in a region of its own that scrolls sideways, by keyboard too, so that the page never does. */
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** `name` is the table's accessible name. */
export function scrollTable(name: string, content: Markup, className = ''): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
    <table class="${className}">
      ${content}
    </table>
  </div>`
}

/** Column heads, one a report, in the order of the letters. */
export function outletHeads(view: View): Markup {
  return html`${view.labels.all.map(
    ({ letter, outlet }) => html`<th scope="col"><span class="letter">${letter}</span> ${outlet}</th>`,
  )}`
}
