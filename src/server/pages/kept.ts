/** Files that came with a form before, to be ticked off. In: what is kept. Out: markup; nothing where there is none. */
import { html, nothing, type Markup } from '../../print/html/markup.js'
import type { Kept } from '../kept-files.js'

export function keptFiles(kept: readonly Kept[]): Markup {
  if (kept.length === 0) return nothing
  return html`<fieldset>
    <legend>Files that are here already</legend>
    ${kept.map(
      ({ value, name }) =>
        html`<label class="check"
          ><input type="checkbox" name="kept" value="${value}" checked /> ${name}</label
        >`,
    )}
  </fieldset>`
}
