/** The head that all pages of the service share, a served report among them. In: where one is. Out: markup. */
import type { Home } from '../../model/pool-job.js'
import { html, nothing, trusted, type Markup } from './markup.js'

/** The places of the service, in the order in which a day at a desk meets them. */
export const places = [
  ['/', 'New'],
  ['/comparisons', 'Stories'],
  ['/watching', 'Watching'],
  ['/docs', 'Docs'],
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

const own = [['/rulings', 'Yours']] as const
const forOperators = [
  ['/people', 'People'],
  ['/operation', 'Operation'],
  ['/log', 'Log'],
] as const

/** Who is signed in, at the end of the bar; `leave`: a form, where the page may send one. */
export function signedInAs(
  { name, runs }: NonNullable<Home['who']>,
  here: string | null,
  leave: Markup = nothing,
): Markup {
  return html`${[...own, ...(runs ? forOperators : [])].map(([address, words]) => item(address, words, address === here))}
    <li class="who"><span>${name}</span>${leave}</li>`
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
