/**
 * The whole page: one file, one script and two faces of our own, no request. A Content-Security-Policy in the page holds it to that.
 *
 * In: a Report. Out: an HTML document. Never: a finding of its own, a style attribute, an event handler, an address that is loaded.
 */
import { createHash } from 'node:crypto'
import type { Home } from '../../model/pool-job.js'
import type { Report } from '../../model/report.js'
import { differences, tallyOf } from './findings.js'
import { html, nothing, trusted, type Markup } from './markup.js'
import { partsOf, type Part } from './parts.js'
import { clientScript } from './script.js'
import { styleSheet } from './style/index.js'
import { pageHeader } from './summary.js'
import { classBar, settings } from './tools.js'
import { viewOf, type View } from './view.js'

/** `home`: where the page leads back to, of a page that is served. */
export function renderHtml(report: Report, home?: Home): string {
  const { view, parts } = partsOf(viewOf(report))
  const findings: Part = {
    id: 'findings',
    tab: 'findings',
    title: 'Where they part',
    short: 'Differences',
    readers: ['check', 'framing', 'class'],
    spoiler: true,
    content: differences(view),
  }
  const all = inOrder([findings, ...parts])
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${view.report.event.title} · Synoptic</title>
        ${trusted(`<style>${styleSheet}</style>`)}
        ${trusted(`<script type="module">${clientScript()}</script>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the comparison</a>
        ${home === undefined ? nothing : html`<nav aria-label="Service"><a href="${home.href}">${home.name}</a></nav>`}
        ${pageHeader(view)}
        <div class="bar">${contents(all)} ${settings(view.labels.all)}</div>
        <main id="main" tabindex="-1">${classBar()} ${all.map((part) => section(view, part))}</main>
        <footer>
          <p>
            Made by ${view.report.generator.name} ${view.report.generator.version}. Indicators to check, not
            verdicts.
          </p>
        </footer>
      </body>
    </html> `
  return page.toString()
}

/** Tabs in this order; parts of one tab as partsOf has them. */
const tabs = ['findings', 'articles', 'claims', 'quotes', 'actors', 'method', 'review'] as const

function inOrder(parts: readonly Part[]): readonly Part[] {
  return tabs.flatMap((tab) => parts.filter((part) => part.tab === tab))
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
      ${part.title}${tally === '' ? nothing : html` <span class="tally">${tally}</span>`}
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

/** Nothing may be loaded; the one style sheet and the one script are named by their hashes. */
export function policy(): string {
  return `default-src 'none'; script-src ${hashOf(clientScript())}; style-src ${hashOf(styleSheet)}; font-src data:; base-uri 'none'; form-action 'none'`
}

/** The hash covers every byte between the tags. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
