/**
 * The whole page: one file, one script of our own, no request. A Content-Security-Policy in the page holds it to that.
 *
 * In: a View. Out: an HTML document. Never: a style attribute, an event handler, an address that is loaded.
 */
import { createHash } from 'node:crypto'
import type { Home } from '../../model/pool-job.js'
import { findingBlocks } from './findings.js'
import { frontCards } from './front.js'
import { html, nothing, trusted, type Markup } from './markup.js'
import { partsOf, type Part } from './parts.js'
import { clientScript } from './script.js'
import { styleSheet } from './style/index.js'
import { agreementSection, pageHeader, unreadSection, whoReported } from './summary.js'
import { classBar, outletChoice, readers, themes } from './tools.js'
import type { View } from './view.js'

export function page(bare: View, home?: Home): Markup {
  const { view, parts } = partsOf(bare)
  const findings: Part = {
    id: 'findings',
    title: 'Findings',
    short: 'Findings',
    readers: ['check', 'framing', 'class'],
    spoiler: true,
    content: findingBlocks(view),
  }
  const all = [findings, ...parts]
  return html`<!doctype html>
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
        <div class="tools" role="region" aria-label="How this page is shown" data-js hidden>
          ${readers()} ${themes()} ${classBar()}
        </div>
        <main id="main" tabindex="-1">
          <div class="first">
            ${whoReported(view)} ${agreementSection(view)} ${frontCards(view)} ${unreadSection(view)}
          </div>
          <div class="bar">
            ${contents(all)} ${view.labels.all.length > 1 ? outletChoice(view.labels.all) : nothing}
          </div>
          ${all.map(section)}
        </main>
        <footer>
          <p>
            Made by ${view.report.generator.name} ${view.report.generator.version}. Indicators to check, not
            verdicts.
          </p>
        </footer>
      </body>
    </html> `
}

function contents(parts: readonly Part[]): Markup {
  return html`<nav aria-label="Parts of this page">
    <ul>
      ${parts.map(
        (part) =>
          html`<li data-for="${part.readers.join(' ')}" class="${classOf(part)}" ${scripted(part)}>
            <a href="#${part.id}">${part.short}</a>
          </li>`,
      )}
    </ul>
  </nav>`
}

function section(part: Part): Markup {
  return html`<section
    id="${part.id}"
    class="part ${classOf(part)}"
    data-for="${part.readers.join(' ')}"
    aria-labelledby="${part.id}-title"
    ${scripted(part)}
  >
    <h2 id="${part.id}-title" tabindex="-1">${part.title}</h2>
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
  return `default-src 'none'; script-src ${hashOf(clientScript())}; style-src ${hashOf(styleSheet)}; base-uri 'none'; form-action 'none'`
}

/** The hash covers every byte between the tags. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
