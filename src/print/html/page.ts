/** The whole page: one file, one script, two faces of our own, no request; a Content-Security-Policy in the page holds it to that. */
import type { DeskPlace, Home } from '../../model/pool-job.js'
import type { Report } from '../../model/report.js'
import { headlineCards, method, voiceTable } from './about.js'
import { articleList } from './articles.js'
import { classBar, reviewPart, settings, type Reader } from './controls.js'
import { differences, pageHeader, tallyOf } from './front.js'
import { bodyClass, crumbs, houseBar, ownPlaces } from './house.js'
import { actorList, claimList, factList, quoteList } from './lists.js'
import { html, nothing, trusted, type Markup } from './markup.js'
import { clientScript, sourceHash } from '../page-files.js'
import { styleSheet } from './style/index.js'
import { viewOf, type View } from './view.js'

/** `home`: of a page that is served. */
export function renderHtml(report: Report, home?: Home): string {
  const { view, parts: all } = partsOf(viewOf(report), home?.desk)
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(home?.desk !== undefined)}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${view.report.event.title} · Synoptic</title>
        ${trusted(`<style>${styleSheet}</style>`)}
        ${trusted(`<script type="module">${clientScript(scriptOf(home?.desk !== undefined))}</script>`)}
      </head>
      <body${bodyClass(home?.who)}>
        <a class="skip" href="#main">Skip to the comparison</a>
        ${home !== undefined && html`${houseBar(home.place, home.who && ownPlaces(home.who, null))}${crumbs(home.links, home.at, 'This comparison')}`}
        ${pageHeader(view)}
        <div class="bar">${contents(all)} ${settings(view.labels.all)}</div>
        <main id="main" tabindex="-1">${classBar} ${all.map((part) => section(view, part))}</main>
        <footer>
          <p>
            Made by ${view.report.generator.name} ${view.report.generator.version}. It points to differences:
            check them before use.
          </p>
        </footer>
      </body>
    </html> `
  return page.toString()
}

/** Tabs in this order. */
const tabs = ['findings', 'articles', 'claims', 'quotes', 'actors', 'method', 'review'] as const

type Part = {
  readonly id: string
  /** The tab it stands in: the id of that tab's first part. */
  readonly tab: (typeof tabs)[number]
  readonly title: string
  /** For the contents, of a tab's first part. */
  readonly short: string
  readonly readers: readonly Reader[]
  /** Kept back from a class until wanted. */
  readonly spoiler: boolean
  /** Hidden until the script shows it. */
  readonly scripted?: boolean
  readonly content: Markup
}

const everybody: readonly Reader[] = ['check', 'framing', 'class']

/** In reading order, and the View that knows which columns stand on the page. */
function partsOf(
  bare: View,
  desk: DeskPlace | undefined,
): { readonly view: View; readonly parts: readonly Part[] } {
  const claims = claimList(bare)
  const quotes = quoteList(bare)
  const view = { ...bare, reachable: idsIn(claims, quotes) }
  const part = (
    id: string,
    tab: Part['tab'],
    title: string,
    content: Markup,
    more: Partial<Part> = {},
  ): Part => ({ id, tab, title, short: title, readers: everybody, spoiler: true, content, ...more })
  return {
    view,
    parts: [
      part('findings', 'findings', 'Main differences', differences(view), { short: 'Differences' }),
      part('articles', 'articles', 'Texts', articleList(view), { spoiler: false }),
      part('claims', 'claims', 'Claims', claims),
      part('facts', 'claims', 'Figures, dates, places', factList(view), { readers: ['check', 'class'] }),
      part('quotes', 'quotes', 'Quotations', quotes),
      part('actors', 'actors', 'People', actorList(view), { spoiler: false }),
      part('headlines', 'actors', 'Headlines and leads', headlineCards(view), {
        readers: ['framing', 'class'],
        spoiler: false,
      }),
      part('voices', 'actors', 'Who is heard', voiceTable(view), {
        readers: ['framing', 'class'],
        spoiler: false,
      }),
      part('method', 'method', 'About this comparison', method(view), { short: 'About', spoiler: false }),
      part('review', 'review', 'Verdicts', reviewPart(view, desk), { scripted: true }),
    ],
  }
}

function idsIn(...parts: readonly Markup[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) => [...part.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')),
  )
}

function contents(parts: readonly Part[]): Markup {
  return html`<nav aria-label="Parts of this page">
    <ul>
      ${tabs.map((tab) => {
        const within = parts.filter((part) => part.tab === tab)
        const first = within.find(({ id }) => id === tab) ?? within[0]
        if (first === undefined) return nothing
        return html`<li
          data-for="${first.readers.join(' ')}"
          class="${within.some(({ spoiler }) => !spoiler) ? 'open' : 'spoiler'}"
          ${scripted(first)}
        >
          <a href="#${first.id}" data-to-tab="${tab}">${first.short}</a>
        </li>`
      })}
    </ul>
  </nav>`
}

function section(view: View, part: Part): Markup {
  const tally = part.id === 'findings' ? tallyOf(view) : ''
  return html`<section
    id="${part.id}"
    class="part ${classOf(part)}"
    data-tab="${part.tab}"
    data-for="${part.readers.join(' ')}"
    aria-labelledby="${part.id}-title"
    ${scripted(part)}
  >
    <h2 id="${part.id}-title" tabindex="-1">
      ${part.title}${tally !== '' && html` <span class="tally">${tally}</span>`}
    </h2>
    ${part.content}
  </section>`
}

function scripted(part: Part): Markup {
  return part.scripted ? html`data-js hidden` : nothing
}

function classOf(part: Part): string {
  return part.spoiler ? 'spoiler' : 'open'
}

const scriptOf = (talks: boolean) => (talks ? 'desk' : 'report')

/** Nothing may be loaded, and only where rulings are kept by the service (`talks`) is anything sent; the one style sheet and the one script are named by their hashes. */
export function policy(talks = false): string {
  return `default-src 'none'; ${talks ? "connect-src 'self'; " : ''}script-src ${sourceHash(clientScript(scriptOf(talks)))}; style-src ${sourceHash(styleSheet)}; font-src data:; base-uri 'none'; form-action 'none'`
}
