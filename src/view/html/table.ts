/** A table in a region of its own that scrolls sideways, by keyboard too, so that the page never does. */
import { html, type Markup } from './markup.js'

/** `name` is the table's accessible name. */
export function scrollTable(name: string, content: Markup, className = ''): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
    <table class="${className}">
      ${content}
    </table>
  </div>`
}
