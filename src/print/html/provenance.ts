/**
 * Where the texts come from: source, address, times, hash, how complete, how much was taken out of the page.
 *
 * In: a Report. Out: markup. Never: leaves a source out, read or not.
 */
import type { InspectedArticle } from '../../model/report.js'
import { completenessText } from '../provenance-words.js'
import { readableTime } from '../times.js'
import { pageLink } from './articles.js'
import { html, nothing, type Markup } from './markup.js'
import { headAndRows, scrollTable } from './table.js'
import type { View } from './view.js'

export function provenance(view: View): Markup {
  return scrollTable(
    'Sources, times, hashes and completeness',
    headAndRows(
      ['Report', 'Source', 'Times', 'Read', 'SHA-256 of the bytes'],
      view.labels.all.map(({ article, name }) => provenanceRow(article, name)),
    ),
    'provenance',
  )
}

function provenanceRow(article: InspectedArticle, name: string): Markup {
  const times = [
    ['published', article.publishedAt],
    ['changed', article.modifiedAt],
    ['fetched', article.fetchedAt],
  ] as const
  return html`<tr>
    <th scope="row">${name}</th>
    <td>
      <span class="breakable" dir="ltr">${article.source}</span
      >${article.url === null ? '' : html`<p class="breakable">${pageLink(article.url)}</p>`}
    </td>
    <td>
      ${times.map(([what, time]) => (time === null ? nothing : html`<p>${what} ${readableTime(time)}</p>`))}${times.every(([, time]) => time === null) ? 'not given' : nothing}
    </td>
    <td>${completenessText(article)}</td>
    <td><code class="breakable">${article.sha256 ?? 'no bytes'}</code></td>
  </tr>`
}
