/** What tables have in common: a region that scrolls, a head of columns. */
import { html, nothing, trusted, type Child, type Markup } from './markup.js'

/** A table in a region of its own that scrolls sideways, by keyboard too, so that the page never does. `name`: its accessible name. */
export function scrollTable(name: string, content: Markup, className = ''): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
    <table class="${className}">
      ${content}
    </table>
  </div>`
}

/** Head and body of a table. A head that is not a word is an element of its own. */
export function headAndRows(heads: readonly (string | Markup)[], rows: Child): Markup {
  const between = (index: number): Markup => (index === 0 ? nothing : trusted('\n'))
  return html`<thead>
      <tr>
        ${heads.map((head, index) => [between(index), typeof head === 'string' ? html`<th scope="col">${head}</th>` : head])}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>`
}
