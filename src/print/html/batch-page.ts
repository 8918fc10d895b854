/** The page of a batch: a row an event with a link to its report; those with most that cannot all be right first. Opens from disk. */
import type { BatchResult } from '../../model/batch-result.js'
import { sourceHash, styleFile } from '../page-files.js'
import { carriedHouseSheet } from './style/index.js'
import { html, trusted, type Markup } from './markup.js'
import { byKeys } from '../../text/order.js'
import { count as counted } from '../words.js'

export type BatchRow = Omit<BatchResult, 'hash' | 'seconds'>

const states: Readonly<Record<BatchRow['state'], string>> = {
  complete: 'complete',
  partial: 'report made, a source was lost',
  'nothing-comparable': 'nothing comparable',
  failed: 'failed',
}

const style = `${carriedHouseSheet}\n${styleFile('print', 'html', 'batch-page.css').trimEnd()}`

export function batchPage(rows: readonly BatchRow[]): string {
  const count = (state: BatchRow['state']): number => rows.filter((row) => row.state === state).length
  const page = html`${trusted('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src ${sourceHash(style)}; font-src data:; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${counted(rows.length, 'event')} · Synoptic</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${counted(rows.length, 'event')}</h1>
          <p>
            ${count('complete')} complete, ${count('partial')} with a lost source,
            ${count('nothing-comparable')} with nothing comparable, ${count('failed')} failed. Tables of all
            events: <a href="findings.csv">findings.csv</a>, <a href="quotes.csv">quotes.csv</a>,
            <a href="cells.csv">cells.csv</a>, <a href="actors.csv">actors.csv</a>,
            <a href="articles.csv">articles.csv</a>. Results line by line:
            <a href="results.jsonl">results.jsonl</a>.
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col" class="event">Event</th>
                <th scope="col" class="what">What differs, and what is missing</th>
                <th scope="col">State</th>
                ${numbers.map((name) => html`<th scope="col" class="number">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${[...rows].sort(byDifference).map(tableRow)}
            </tbody>
          </table>
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
    <td>
      ${isCompared(row) && (row.first ?? 'Nothing was found that differs.')}
      ${
        row.reasons.length > 0 &&
        html`<ul>
          ${row.reasons.map((reason) => html`<li>${reason}</li>`)}
        </ul>`
      }
    </td>
    <td data-name="State">${states[row.state]}</td>
    ${numbersOf(row).map((number, at) =>
      number === null
        ? html`<td class="number"></td>`
        : html`<td class="number" data-name="${numbers[at] ?? ''}">${number}</td>`,
    )}
  </tr>`
}

const numbers = [
  'Reports read',
  'Independent texts',
  'Cannot all be right',
  'Quoted differently',
  'Told differently',
] as const

/** In the order of `numbers`; what was not compared differs in nothing. */
function numbersOf(row: BatchRow): readonly (string | number | null)[] {
  const { cannot, quoted, told } = row.blocks
  const read = `${row.articles} of ${row.sources}`
  return isCompared(row) ? [read, row.texts, cannot, quoted, told] : [read, null, null, null, null]
}

type Weighed = Pick<BatchRow, 'state' | 'blocks'>

function isCompared({ state }: Weighed): boolean {
  return state === 'complete' || state === 'partial'
}

/** Most that cannot all be right first; equal ones stay in the manifest's order. */
export const byDifference = byKeys<Weighed>(
  (row) => (isCompared(row) ? 0 : 1),
  ({ blocks }) => -blocks.cannot,
  ({ blocks }) => -blocks.quoted,
  ({ blocks }) => -blocks.told,
)
