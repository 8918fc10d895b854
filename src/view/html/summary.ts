/**
 * The first screen: the event, who reported when, how many independent texts, what all of them tell.
 *
 * In: a Report. Out: markup. Never: a finding.
 */
import { byKeys } from '../../text/order.js'
import { agreement, type Line } from '../agreement.js'
import { isCompared, isReadable } from '../counts.js'
import { extent } from '../extent.js'
import type { ArticleLabel } from '../labels.js'
import { shorten } from '../safe-text.js'
import { publicationRank, timesInList, type TimeInList } from '../times.js'
import { issueList, troubles } from './limits.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName } from './outlets.js'
import type { View } from './view.js'

const longestTitle = 160

export function pageHeader(view: View): Markup {
  const { report } = view
  return html`<header>
    <p class="brand">Synoptic comparison</p>
    <h1 dir="auto">${shorten(report.event.title, longestTitle)}</h1>
    <p class="standfirst">${extent(report)}</p>
  </header>`
}

export function agreementSection(view: View): Markup {
  const { sentence, lines } = agreement(view.report)
  return html`<section class="agreement spoiler" aria-labelledby="agreement-title">
    <h2 id="agreement-title">What all tell</h2>
    <p>${sentence}</p>
    ${
      lines.length === 0
        ? nothing
        : html`<ul>
            ${lines.map((line) => html`<li dir="auto">${agreedLine(view, line)}</li>`)}
          </ul>`
    }
  </section>`
}

function agreedLine({ reachable }: View, { column, words }: Line): Markup {
  const shown = shorten(words, 200)
  return reachable.has(column.id) ? html`<a href="#${column.id}">${shown}</a>` : html`${shown}`
}

const mostInOneColumn = 8

export function whoReported(view: View): Markup {
  const ordered = view.labels.all
    .map((label, index) => ({ label, index }))
    .sort(
      byKeys(
        ({ label }) => publicationRank(label.article.publishedAt),
        ({ index }) => index,
      ),
    )
  const many = ordered.length > mostInOneColumn ? ' many' : ''
  const times = timesInList(ordered.map(({ label }) => label.article.publishedAt))
  return html`<section class="who-reported${many}" aria-labelledby="who-title">
    <h2 id="who-title">Who reported when</h2>
    <ol>
      ${ordered.map(({ label }, index) => reporter(view, label, times[index] ?? null))}
    </ol>
  </section>`
}

function reporter(view: View, label: ArticleLabel, time: TimeInList | null): Markup {
  const { id, publishedAt } = label.article
  const standing = standingWords(label.article)
  const group = view.report.independence.groups.find((ids) => ids.includes(id)) ?? []
  const others = group.filter((other) => other !== id)
  return html`<li>
    ${
      publishedAt === null || time === null
        ? html`<span class="at">time not given</span>`
        : html`<time class="at" datetime="${publishedAt}">${dayAndClock(time)}</time>`
    }
    <span class="whom"
      ><a href="#${label.anchor}">${outletName(label)}</a>
      ${standing === null ? nothing : html`<small class="warning">${standing}</small>`}
      ${others.length === 0 ? nothing : html`<small>shares most of its text with ${view.labels.letters(others)}</small>`}</span
    >
  </li>`
}

/** A clock and its zone stay on one line: `06:55 (UTC-05:00)`. */
function dayAndClock({ day, clock }: TimeInList): Markup {
  if (clock === '') return html`${day}`
  return html`${day === '' ? nothing : html`${day}, `}<span class="clock">${clock}</span>`
}

/** Why a report's silence says nothing, in short; null where it was read whole. */
function standingWords(article: ArticleLabel['article']): string | null {
  if (!isReadable(article)) return 'could not be read'
  if (!isCompared(article)) return 'not in English: not compared'
  return article.completeness.state === 'truncated' ? 'read in part' : null
}

export function unreadSection(view: View): Markup {
  const issues = troubles(view)
  if (issues.length === 0) return nothing
  return html`<section class="unread" aria-labelledby="unread-title">
    <h2 id="unread-title">What could not be read</h2>
    ${issueList(view, issues)}
  </section>`
}
