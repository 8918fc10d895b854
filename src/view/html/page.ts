/**
 * The whole page: one file, no script, no request. A Content-Security-Policy in the page holds it to that.
 *
 * In: a View. Out: an HTML document. Never: a style attribute, an event handler, an address that is loaded.
 */
import { createHash } from 'node:crypto'
import { blocksOf, type Block } from '../blocks.js'
import { articleList } from './articles.js'
import { factTable } from './facts.js'
import { findingItem } from './finding.js'
import { quoteLedger } from './ledger.js'
import { generatorTable, issueList, limitList } from './limits.js'
import { html, nothing, trusted, type Markup } from './markup.js'
import { claimMatrix } from './matrix.js'
import { positionTable } from './positions.js'
import { voiceProfiles } from './profiles.js'
import { provenance } from './provenance.js'
import { styleSheet } from './style/index.js'
import { agreementSection, pageHeader, unreadSection, whoReported } from './summary.js'
import type { View } from './view.js'

export function page(bare: View): Markup {
  const { report } = bare
  const claims = claimMatrix(bare)
  const quotes = quoteLedger(bare)
  const view = { ...bare, reachable: idsIn(claims, quotes) }
  const notes = report.issues.filter((issue) => issue.severity === 'info')
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${report.event.title} · Synoptic</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the comparison</a>
        ${pageHeader(view)}
        <nav aria-label="Parts of this page">
          <ul>
            ${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">
          <div class="first">${agreementSection(view)} ${whoReported(view)} ${unreadSection(view)}</div>
          ${frontBlocks(view)}
          ${section(
            'claims',
            'Claim by claim',
            html`<p class="lead">Each row is one thing told. Open a row to read the passages side by side.</p>
              ${claims}`,
          )}
          ${section(
            'quotes',
            'Quotations',
            html`<p class="lead">
                Each utterance in the fullest version in these reports. Open one to see what each report
                prints. <del>Struck through</del>: in the fullest version, not here. <ins>Underlined</ins>:
                here, not in the fullest version.
              </p>
              ${quotes}`,
          )}
          ${section('facts', 'Checkable details', factTable(view))}
          ${section('positions', 'Positions of the parties', positionTable(view))}
          ${section('voices', 'Who is heard', voiceProfiles(view))}
          ${section('articles', 'The reports', articleList(view))}
          ${section('sources', 'Where the texts come from', provenance(view))}
          ${section(
            'limits',
            'Limits and method',
            html`${limitList(view)}
              ${
                notes.length === 0
                  ? nothing
                  : html`<h3>Notes</h3>
                      ${issueList(notes)}`
              }
              <h3>Made with</h3>
              ${generatorTable(view)}`,
          )}
        </main>
        <footer>
          <p>
            Made by ${report.generator.name} ${report.generator.version}. Indicators to check, not verdicts.
          </p>
        </footer>
      </body>
    </html> `
}

function idsIn(...parts: readonly Markup[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => [...part.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')))
}

/** The hash covers every byte between the tags. */
const styleElement = trusted(`<style>${styleSheet}</style>`)

const contents = [
  ['cannot', 'Cannot all be right'],
  ['quoted', 'Quoted differently'],
  ['told', 'Told differently'],
  ['claims', 'Claims'],
  ['quotes', 'Quotations'],
  ['facts', 'Details'],
  ['positions', 'Positions'],
  ['voices', 'Voices'],
  ['articles', 'Reports'],
  ['sources', 'Sources'],
  ['limits', 'Limits'],
] as const

function section(id: string, title: string, content: Markup): Markup {
  return html`<section id="${id}" class="part" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section>`
}

function frontBlocks(view: View): Markup {
  const { front, notes } = blocksOf(view.report.findings)
  return html`${front.map((block) => frontBlock(view, block))}
  ${
    notes.length === 0
      ? nothing
      : html`<details class="notes">
          <summary>Smaller differences, kept out of the three blocks: ${notes.length}</summary>
          <ol class="findings">
            ${notes.slice(0, mostFindings).map((finding) => findingItem(view, finding, false))}
          </ol>
          ${rest(notes.length)}
        </details>`
  }`
}

const mostFindings = 40

/** The first finding stands open, so that one sees what opening the others gives. */
function frontBlock(view: View, block: Block): Markup {
  return html`<section id="${block.id}" class="block ${block.id}" aria-labelledby="${block.id}-title">
    <h2 id="${block.id}-title">${block.title} <span class="tally">${block.findings.length}</span></h2>
    <p class="lead">${block.lead}</p>
    ${
      block.findings.length === 0
        ? html`<p class="none">${block.none}</p>`
        : html`<ol class="findings">
            ${block.findings.slice(0, mostFindings).map((finding, index) => findingItem(view, finding, index === 0))}
          </ol>`
    }
    ${rest(block.findings.length)}
  </section>`
}

function rest(number: number): Markup {
  return number > mostFindings
    ? html`<p class="note">${number - mostFindings} more in findings.csv and report.json.</p>`
    : nothing
}

/** Nothing may be loaded; the one style sheet is named by its hash. */
export function policy(): string {
  const hash = createHash('sha256').update(styleSheet).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
