/** The frame of every page. In: a title and content. Out: an HTML document. Never: inline script or style. */
import { readFileSync } from 'node:fs'
import { html, type Markup, nothing, trusted } from '../../print/html/markup.js'
import { styleFile } from '../../print/page-files.js'
import { sourceFile } from '../../text/data-file.js'
import { sha256 } from '../../text/hash.js'

/** Pages load their own files and nothing else, send forms home, and are framed by nobody. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export type Frame = {
  /** Says where one is, the nearest thing first. */
  readonly title: string
  /** Address of the page in the navigation, if it is there or below it. */
  readonly here?: (typeof places)[number][0]
  /** Whether what it shows is still under way: without script there is a link to look again. */
  readonly watched?: boolean
  /** Whether the page is better with the script. */
  readonly script?: boolean
  /** Scripts of its own. */
  readonly scripts?: readonly Asset[]
}

const places = [
  ['/', 'New comparison'],
  ['/comparisons', 'Comparisons'],
  ['/stories', 'Stories'],
  ['/watching', 'Watching'],
  ['/batches', 'Batches'],
  ['/docs', 'API'],
] as const

export function layout(
  { title, here, watched = false, script: scripted = watched, scripts = [] }: Frame,
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
        ${[...(scripted ? [script] : []), ...scripts].map(({ path }) => html`<script src="${path}" defer></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <header>
          <a class="brand" href="/">Synoptic</a>
          <nav aria-label="Main">
            <ul>
              ${places.map(
                ([address, name]) =>
                  html`<li>
                    <a href="${address}" ${address === here ? trusted('aria-current="page"') : nothing}
                      >${name}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">
          ${content}
          ${
            watched
              ? html`<noscript
                  ><p><a href="">Look again</a></p></noscript
                >`
              : nothing
          }
        </main>
        <footer><p>All times on these pages are in UTC.</p></footer>
      </body>
    </html>`.toString()
}

const styleSheet = styleFile('server', 'pages', 'pages.css')

const pageScript = readFileSync(sourceFile('server', 'pages', 'pages.js'), 'utf8')

export type Asset = { readonly path: string; readonly mediaType: string; readonly content: string }

/** The hash in the address lets browsers keep a file for as long as they like. */
export function asset(ending: string, mediaType: string, content: string): Asset {
  return { path: `/static/site-${sha256(content).slice(0, 10)}.${ending}`, mediaType, content }
}

export const style = asset('css', 'text/css', styleSheet.trimStart())
export const script = asset('js', 'text/javascript', pageScript)
/** Three columns of one text: at the address that browsers ask by themselves. */
export const icon: Asset = {
  path: '/favicon.ico',
  mediaType: 'image/svg+xml',
  content:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5a7a"/><path d="M7 8v16M16 8v10M25 8v16M14 24h4" stroke="#fff" stroke-width="4" fill="none"/></svg>',
}
export const assets: readonly Asset[] = [style, script, icon]
