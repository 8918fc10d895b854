/** The frame of every page, in the house's type, colours and bar. In: a title and content. Out: an HTML document. Never: inline script or style. */
import { readFileSync } from 'node:fs'
import type { Home } from '../../model/pool-job.js'
import { roleOf } from '../../model/api-key.js'
import { bodyClass, crumbs, houseBar, operatorPlaces, ownPlaces, type Place } from '../../print/html/house.js'
import { html, type Markup, trusted } from '../../print/html/markup.js'
import { faceBytes, faces, houseSheet } from '../../print/html/style/index.js'
import { styleFile } from '../../print/page-files.js'
import { sourceFile } from '../../text/data-file.js'
import { sha256 } from '../../text/hash.js'
import type { Caller } from '../deps.js'
import { withToken } from '../sessions.js'

/** Pages load their own files and nothing else, send forms home, and are framed by nobody. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export type Frame = {
  /** Says where one is, the nearest thing first. */
  readonly title: string
  readonly here?: Place
  /** Whether what it shows is still under way: without script there is a link to look again. */
  readonly watched?: boolean
  readonly scripts?: readonly Asset[]
  /** Pages beside this one, which is `at` among them; `name` says of what. */
  readonly beside?: { readonly name: string; readonly at: string; readonly links: Home['links'] }
}

export const lists = (at: string): NonNullable<Frame['beside']> => ({
  name: 'Lists',
  at,
  links: [
    { href: '/comparisons', name: 'Comparisons' },
    { href: '/batches', name: 'Batches' },
    { href: '/stories', name: 'Collected reports' },
  ],
})

/** What whoever runs the place looks after. */
export const operators = (at: string): NonNullable<Frame['beside']> => ({
  name: 'Operation',
  at,
  links: operatorPlaces,
})

export const placesOf = (id: string): Home['links'] => [
  { href: '/comparisons', name: '← Stories' },
  { href: `/comparisons/${id}/report`, name: 'Report' },
  { href: `/comparisons/${id}/rulings`, name: 'Verdicts' },
  { href: `/comparisons/${id}/details`, name: 'Sources and downloads' },
  { href: `/comparisons/${id}/ask`, name: 'Ask' },
  { href: `/comparisons/${id}/share`, name: 'Share', edits: true },
]

/** Where a page of one comparison stands; `at`: the end of its address. */
export const ofComparison = (id: string, at: string): Pick<Frame, 'here' | 'beside'> => ({
  here: '/comparisons',
  beside: { name: 'This comparison', at: `/comparisons/${id}/${at}`, links: placesOf(id) },
})

/** Where a page says who is signed in. */
const whoPlace = '<!--who-->'

export function layout(
  { title, here, watched = false, scripts = [], beside }: Frame,
  content: Markup,
): string {
  return html`${trusted('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Synoptic</title>
        <link rel="stylesheet" href="${style.path}" />
        <script src="${script.path}"></script>
        ${scripts.map(({ path }) => html`<script src="${path}" defer></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        ${houseBar(here ?? null, trusted(whoPlace))}
        ${beside !== undefined && crumbs(beside.links, beside.at, beside.name)}
        <main id="main" tabindex="-1">
          ${content}
          ${
            watched &&
            html`<noscript
              ><p><a href="">Look again</a></p></noscript
            >`
          }
        </main>
        <footer>
          <p data-zone>All times on these pages are in UTC.</p>
        </footer>
      </body>
    </html>`.toString()
}

/** A page as whoever is signed in gets it: their name in the bar, their token in its forms. */
export function personal(page: string, caller: Caller, here: string): string {
  const who = whoOf(caller)
  if (who === undefined) return page
  const bar = ownPlaces(who, here, signOutForm).toString()
  return withToken(
    page.replace(whoPlace, () => bar).replace('<body>', `<body${bodyClass(who).toString()}>`),
    caller,
  )
}

/** Undefined for a stranger. */
export function whoOf({ session, name, scopes }: Caller): Home['who'] {
  return scopes.length === 0 ? undefined : { name: session === null ? '' : name, role: roleOf(scopes) }
}

const signOutForm = html`<form method="post" action="/sign-out">
  <button class="quiet" type="submit">Sign out</button>
</form>`

const pageScript = readFileSync(sourceFile('server', 'pages', 'pages.js'), 'utf8')

export type Asset = {
  readonly path: string
  readonly mediaType: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/** The hash in the address lets browsers keep a file for as long as they like. */
export function asset(ending: string, mediaType: string, content: Asset['content']): Asset {
  return { path: `/static/site-${sha256(content).slice(0, 10)}.${ending}`, mediaType, content }
}

const fonts = new Map<string, Asset>(
  faces.map(({ file }) => [file, asset('woff2', 'font/woff2', Uint8Array.from(faceBytes(file)))]),
)

export const style = asset(
  'css',
  'text/css; charset=utf-8',
  `${houseSheet((file) => fonts.get(file)?.path ?? '')}\n${styleFile('server', 'pages', 'pages.css').trimStart()}`,
)
export const script = asset('js', 'text/javascript; charset=utf-8', pageScript)
/** Three columns of one text: at the address that browsers ask by themselves. */
export const icon: Asset = {
  path: '/favicon.ico',
  mediaType: 'image/svg+xml; charset=utf-8',
  content:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5674"/><path d="M7 8v16M16 8v10M25 8v16M14 24h4" stroke="#fff" stroke-width="4" fill="none"/></svg>',
}
export const assets: readonly Asset[] = [style, script, icon, ...fonts.values()]
