/** In: how many are left out, and which file has them. Out: a line that says so; nothing where all are shown. */
import { html, nothing, type Markup } from './markup.js'

export function more(left: number, file: string): Markup {
  return left > 0 ? html`<p class="note">${left} more in ${file}.</p>` : nothing
}

/** Shown by the script where filters leave nothing of a list. */
export const noneLeft = html`<p class="none-left" hidden>Nothing here fits what is asked for.</p>`
