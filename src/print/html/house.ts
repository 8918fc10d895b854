/** The head that all pages of the service share, a served report among them. In: where one is. Out: markup. */
import type { Home } from '../../model/pool-job.js'
import { html, nothing, trusted, type Markup } from './markup.js'

/** The places of the service, in the order in which a day at a desk meets them. */
export const places = [
  ['/', 'New'],
  ['/comparisons', 'Stories'],
  ['/watching', 'Watching'],
  ['/docs', 'API'],
] as const
export type Place = (typeof places)[number][0]

/** `more`: what stands at the end of the line, such as who is signed in; items of the list. */
export function houseBar(here: string | null, more: Markup = nothing): Markup {
  return html`<nav class="house" aria-label="Service">
    <a class="brand" href="/">Synoptic</a>
    <ul>
      ${places.map(([address, name]) => item(address, name, address === here))}${more}
    </ul>
  </nav>`
}

/** Where a served page leads: back to the list, on to what belongs to it. */
export function crumbs(links: Home['links'], here: string | null = null, name = 'This page'): Markup {
  return html`<nav class="crumbs" aria-label="${name}">
    <ul>
      ${links.map(({ href, name: words }) => item(href, words, href === here))}
    </ul>
  </nav>`
}

function item(address: string, name: string, isHere: boolean): Markup {
  return html`<li>
    <a href="${address}" ${isHere ? trusted('aria-current="page"') : nothing}>${name}</a>
  </li>`
}
