/** Headlines and leads side by side, who is heard, and how this was made: sources, method, how often right, technical details. */
import type { Profile } from '../../model/comparison.js'
import { longestLead, openingOf, passageText } from '../passage.js'
import type { ArticleLabel } from '../labels.js'
import {
  completenessText,
  heardWords,
  limits,
  methodSteps,
  sharedWith,
  sourceName,
  timesOf,
  versionRows,
} from '../extent.js'
import { shorten, visible } from '../safe-text.js'
import { notesInWords, rateRows, ratesOfNotes, unmeasured } from '../words.js'
import { issueList } from './front.js'
import { html, nothing, type Markup, headAndRows, scrollTable, wordTable } from './markup.js'
import { outletName } from './row.js'
import type { View } from './view.js'

/** One headline no larger than another; below them what was found about them. */
export function headlineCards({ report, labels, findings }: View): Markup {
  const about = report.findings.filter(
    ({ kind, evidence, id }) =>
      findings.has(id) && (kind === 'headline-focus' || evidence.some(({ role }) => role === 'headline')),
  )
  return html`<ul class="openings">
      ${labels.all.map(openingCard)}
    </ul>
    ${
      about.length > 0 &&
      html`<ul class="about-list spoiler">
        ${about.map(({ id, sentence }) => html`<li dir="auto"><a href="#${id}">${shorten(sentence, 300)}</a></li>`)}
      </ul>`
    }`
}

function openingCard(label: ArticleLabel): Markup {
  const { article, letter, anchor } = label
  const { headline, lead } = openingOf(article)
  const words = headline === null ? '' : passageText(article, [headline])
  const leadWords = lead === null ? '' : shorten(passageText(article, [lead]), longestLead)
  return html`<li data-o="${letter}">
    <p class="who"><a href="#${anchor}">${outletName(label)}</a></p>
    <div lang="${article.language}" dir="auto">
      ${words === '' ? html`<p class="note">No headline.</p>` : html`<p class="headline">${shorten(words, 300)}</p>`}
      ${leadWords !== '' && html`<p class="lead-text">${leadWords}</p>`}
    </div>
  </li>`
}

const bins = [
  ['own', 'the reporter’s own text', 'own text'],
  ['quoted', 'direct quotations', 'quoted'],
  ['reported', 'indirect quotations', 'reported'],
] as const
const mostSpeakers = 8

/** Own, quoted and reported words of each report as shares and in figures, and who is heard. */
export function voiceTable({ report, labels }: View): Markup {
  const { profiles } = report
  if (profiles.length === 0) return html`<p>No words were counted.</p>`
  return html`<ul class="key voices-key">
      ${bins.map(([kind, words]) => html`<li><span class="swatch ${kind}"></span> ${words}</li>`)}
    </ul>
    ${scrollTable(
      'The report’s own words, quotations, and who is heard',
      headAndRows(
        [
          'Report',
          'Words',
          'Reporter’s text, direct and indirect quotations',
          'Cautious words (“may”, “reportedly”)',
          'Who is heard',
        ],
        labels.all.flatMap((label) =>
          profiles.filter(({ article }) => article === label.article.id).map((one) => voiceRow(label, one)),
        ),
      ),
      'voices',
    )}`
}

function voiceRow(label: ArticleLabel, profile: Profile): Markup {
  const { words, ownWords, quotedWords, reportedWords, hedgesInOwnWords, speakers } = profile
  const shares = [ownWords, quotedWords, reportedWords].map((one) => ({
    words: one,
    share: words === 0 ? 0 : Math.round((100 * one) / words),
  }))
  return html`<tr data-o="${label.letter}">
    <th scope="row">${outletName(label)}</th>
    <td class="number">${words}</td>
    <td>
      <span class="bar-of" aria-hidden="true"
        >${bins.map(([kind], index) => html`<span class="${kind} w${shares[index]?.share ?? 0}"></span>`)}</span
      >
      ${shares.map(({ words: one, share }, at) => `${bins[at]?.[2] ?? ''} ${one} (${share} %)`).join(', ')}
    </td>
    <td class="number">${hedgesInOwnWords}</td>
    <td>
      ${speakers.length === 0 && 'nobody'}
      <ul class="speakers">
        ${speakers.slice(0, mostSpeakers).map(speakerItem)}
      </ul>
      ${
        speakers.length > mostSpeakers &&
        html`<details>
          <summary>${speakers.length - mostSpeakers} more</summary>
          <ul class="speakers">
            ${speakers.slice(mostSpeakers).map(speakerItem)}
          </ul>
        </details>`
      }
    </td>
  </tr>`
}

function speakerItem(speaker: Profile['speakers'][number]): Markup {
  return html`<li dir="auto"><b>${speaker.name}</b>: ${heardWords(speaker)}</li>`
}

export function method(view: View): Markup {
  const { report } = view
  const notes = report.issues.filter((issue) => issue.severity === 'info')
  return html`<h3 id="sources">Where the texts come from</h3>
    ${scrollTable(
      'Sources and times',
      headAndRows(
        ['Report', 'Source', 'How much was read', 'Same wording as another report'],
        view.labels.all.map((label) => sourceRow(view, label)),
      ),
      'provenance',
    )}
    ${
      notes.length > 0 &&
      html`<h3>Notes on the sources</h3>
        ${issueList(view, notes)}`
    }
    ${secondReader(view)}
    <h3>Method</h3>
    <ol class="steps">
      ${methodSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <h3>How often differences were right in tests</h3>
    ${rates}${report.notes !== undefined && html`<p>${ratesOfNotes(report)}</p>`}
    <h3 id="limits">What is not covered</h3>
    <ul>
      ${limits(report).map((limit) => html`<li>${limit}</li>`)}
    </ul>
    <details class="made">
      <summary>Technical details</summary>
      ${wordTable('Technical details', ['What', 'Version or value'], versionRows(report), 'versions')}
    </details>`
}

const rates = html`${wordTable(
    'Differences that were right in tests, by kind',
    ['Kind', 'Right', 'Tested on'],
    rateRows,
    'rates',
  )}
  <p class="note">${unmeasured}</p>`

function secondReader({ report }: View): Markup {
  const lines = notesInWords(report)
  if (lines.length === 0) return nothing
  return html`<h3>A second reader</h3>
    <ul>
      ${lines.map((line) => html`<li dir="auto">${line}</li>`)}
    </ul>`
}

function sourceRow(view: View, { article, name }: ArticleLabel): Markup {
  const lines = (words: readonly string[], none: string): Markup =>
    html`${(words.length === 0 ? [none] : words).map((line) => html`<p>${line}</p>`)}`
  return html`<tr>
    <th scope="row">${name}</th>
    <td>
      <span class="breakable" dir="ltr">${sourceName(article)}</span
      >${article.url === null ? '' : html`<p class="breakable">${pageLink(article.url)}</p>`}
      ${lines(timesOf(article), 'time not given')}
      ${
        article.sha256 !== null &&
        html`<details>
          <summary>File fingerprint (SHA-256)</summary>
          <code class="breakable">${article.sha256}</code>
        </details>`
      }
    </td>
    <td>${completenessText(article)}</td>
    <td>${lines(sharedWith(view.report, view.labels, article), 'nothing shared word for word')}</td>
  </tr>`
}

/** Only http and https become links; anything else is shown as text. */
export function pageLink(url: string): Markup {
  const safe = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  return safe ? html`<a href="${url}" rel="noopener noreferrer nofollow">${visible(url)}</a>` : html`${url}`
}
