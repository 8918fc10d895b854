/** The head that all pages of the service share, a served report among them. In: where one is. Out: markup. */
import type { Home } from '../../model/pool-job.js'
import { html, nothing, trusted, type Markup } from './markup.js'

/** The places of the service, in the order in which a day at a desk meets them. What only whoever edits may do has the class `edits`. */
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
      ${places.map(([address, name]) => item(address, name, address === here, address === '/'))}${more}
    </ul>
  </nav>`
}

/** What whoever runs the place looks after. */
export const operatorPlaces: Home['links'] = [
  { href: '/operation', name: 'Operation' },
  { href: '/people', name: 'People' },
  { href: '/log', name: 'Log' },
]

/** Who looks, at the end of the bar, with what is theirs; `leave`: a form, where the page may send one. */
export function ownPlaces(
  { name, role }: NonNullable<Home['who']>,
  here: string | null,
  leave: Markup = nothing,
): Markup {
  const isOperators = operatorPlaces.some(({ href }) => href === here)
  return html`${name !== '' && item('/rulings', 'Yours', here === '/rulings', true)}
  ${role === 'runs' && item('/operation', 'Operation', isOperators)}
  ${name !== '' && html`<li class="who"><span>${name}</span>${leave}</li>`}`
}

/** Of a page's body: what whoever may only read cannot do is not shown to them. */
export function bodyClass(who: Home['who']): Markup {
  return who?.role === 'reads' ? trusted(' class="reads"') : nothing
}

/** Where a served page leads: back to the list, on to what belongs to it. */
export function crumbs(links: Home['links'], here: string | null = null, name = 'This page'): Markup {
  return html`<nav class="crumbs" aria-label="${name}">
    <ul>
      ${links.map(({ href, name: words, edits }) => item(href, words, href === here, edits))}
    </ul>
  </nav>`
}

function item(address: string, name: string, isHere: boolean, edits = false): Markup {
  return html`<li${edits && trusted(' class="edits"')}>
    <a href="${address}" ${isHere && trusted('aria-current="page"')}>${name}</a>
  </li>`
}
