/**
 * The page of a batch: a row an event, with what differs in it, its state in words and a link to its report. Those with most
 * that cannot all be right come first, those without a comparison last. Opens from disk, no script.
 */
import { html, nothing, trusted, type Markup } from './markup.js'

export type BatchRow = {
  readonly id: string
  readonly state: 'complete' | 'partial' | 'nothing-comparable' | 'failed'
  readonly title: string | null
  readonly folder: string | null
  readonly sources: number
  readonly articles: number
  readonly texts: number
  readonly findings: number
  /** Findings of the three blocks in front. */
  readonly blocks: { readonly cannot: number; readonly quoted: number; readonly told: number }
  /** The sentence that stands first in its report. */
  readonly first: string | null
  readonly reasons: readonly string[]
}

const states: Readonly<Record<BatchRow['state'], string>> = {
  complete: 'complete',
  partial: 'report made, a source was lost',
  'nothing-comparable': 'nothing comparable',
  failed: 'failed',
}

const style = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;min-width:40rem;width:100%}th,td{border-bottom:1px solid GrayText;padding:.4rem .6rem;text-align:left;vertical-align:top}
td.number,th.number{text-align:right}a:focus-visible,.scroll:focus-visible{outline:3px solid Highlight}ul{margin:.2rem 0;padding-left:1.2rem}`

export function batchPage(rows: readonly BatchRow[]): string {
  const count = (state: BatchRow['state']): number => rows.filter((row) => row.state === state).length
  const page = html`${trusted('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${rows.length} events · Synoptic</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${rows.length} events</h1>
          <p>
            ${count('complete')} complete, ${count('partial')} with a lost source,
            ${count('nothing-comparable')} with nothing comparable, ${count('failed')} failed. Tables of all
            events: <a href="findings.csv">findings.csv</a>, <a href="quotes.csv">quotes.csv</a>,
            <a href="cells.csv">cells.csv</a>, <a href="actors.csv">actors.csv</a>,
            <a href="articles.csv">articles.csv</a>. Results line by line:
            <a href="results.jsonl">results.jsonl</a>.
          </p>
          <div class="scroll" role="region" aria-label="Events" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">Event</th>
                  <th scope="col">What differs</th>
                  <th scope="col">State</th>
                  <th scope="col" class="number">Reports read</th>
                  <th scope="col" class="number">Independent texts</th>
                  <th scope="col" class="number">Cannot all be right</th>
                  <th scope="col" class="number">Quoted differently</th>
                  <th scope="col" class="number">Told differently</th>
                </tr>
              </thead>
              <tbody>
                ${[...rows].sort(byDifference).map(tableRow)}
              </tbody>
            </table>
          </div>
        </main>
      </body>
    </html> `
  return page.toString()
}

function tableRow(row: BatchRow): Markup {
  const name = isCompared(row) ? (row.title ?? row.id) : row.id
  return html`<tr>
    <th scope="row">
      ${
        row.folder === null || !isCompared(row)
          ? name
          : html`<a href="${encodeURIComponent(row.folder)}/report.html">${name}</a>`
      }
    </th>
    <td>${isCompared(row) ? (row.first ?? 'Nothing was found that differs.') : nothing}</td>
    <td>
      ${states[row.state]}${
        row.reasons.length === 0
          ? nothing
          : html`<ul>
              ${row.reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
      }
    </td>
    <td class="number">${row.articles} of ${row.sources}</td>
    <td class="number">${row.texts}</td>
    ${[row.blocks.cannot, row.blocks.quoted, row.blocks.told].map(
      (count) => html`<td class="number">${isCompared(row) ? count : nothing}</td>`,
    )}
  </tr>`
}

type Weighed = Pick<BatchRow, 'state' | 'blocks'>

function isCompared({ state }: Weighed): boolean {
  return state === 'complete' || state === 'partial'
}

/** Most that cannot all be right first; equal ones stay in the manifest's order. */
export function byDifference(a: Weighed, b: Weighed): number {
  return (
    Number(isCompared(b)) - Number(isCompared(a)) ||
    b.blocks.cannot - a.blocks.cannot ||
    b.blocks.quoted - a.blocks.quoted ||
    b.blocks.told - a.blocks.told
  )
}
