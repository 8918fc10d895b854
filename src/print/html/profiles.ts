/**
 * Voice profiles: how many words of each report are its own, quoted, or reported speech, and who is heard. Counts only.
 *
 * In: a Report. Out: markup. Never: a score.
 */
import type { Profile } from '../../model/comparison.js'
import { count } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import type { View } from './view.js'
import { headAndRows } from './table.js'

const mostSpeakers = 8

export function profileTable(view: View): Markup {
  const { profiles } = view.report
  const inOrder = view.labels.all.flatMap(({ article }) =>
    profiles.filter((one) => one.article === article.id),
  )
  return headAndRows(
    ['Report', 'Words', 'Own words', 'Quoted', 'Reported speech', 'Hedges in own words', 'Who is heard'],
    inOrder.map((profile) => profileRow(view, profile)),
  )
}

function profileRow(view: View, profile: Profile): Markup {
  const left = profile.speakers.length - mostSpeakers
  return html`<tr data-o="${view.labels.letters([profile.article])}">
    <th scope="row">${view.labels.names([profile.article])}</th>
    <td class="number">${profile.words}</td>
    ${[profile.ownWords, profile.quotedWords, profile.reportedWords].map((words) => shareCell(words, profile.words))}
    <td class="number">${profile.hedgesInOwnWords}</td>
    <td>
      ${profile.speakers.length === 0 ? 'nobody' : nothing}
      <ul class="speakers">
        ${profile.speakers
          .slice(0, mostSpeakers)
          .map(
            (speaker) =>
              html`<li dir="auto">
                <b>${speaker.name}</b>: ${count(speaker.quotes, 'passage')},
                ${count(speaker.words, 'word')}${speaker.cues.length === 0 ? nothing : html`<small>${speaker.cues.slice(0, 6).join(', ')}</small>`}
              </li>`,
          )}
      </ul>
      ${left > 0 ? html`<small>${left} more</small>` : nothing}
    </td>
  </tr>`
}

function shareCell(words: number, all: number): Markup {
  const share = all === 0 ? '' : ` (${Math.round((100 * words) / all)} %)`
  return html`<td class="number">${words}${share}</td>`
}
