/**
 * The event in a sentence, who reported when, how many independent texts, what all of them tell.
 *
 * In: a Report. Out: markup. Never: a finding.
 */
import type { Agreed } from '../../model/report.js'
import { isComparison } from '../blocks.js'
import { isCompared, isReadable } from '../counts.js'
import { extent } from '../extent.js'
import type { ArticleLabel } from '../labels.js'
import { toldIn } from '../rows.js'
import { shorten } from '../safe-text.js'
import { commonZone, inZone, timesInList, type TimeInList } from '../times.js'
import { chipLinks } from './chips.js'
import { issueList, troubles } from './limits.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName } from './outlets.js'
import type { View } from './view.js'

const longestTitle = 160

export function pageHeader(view: View): Markup {
  const { report } = view
  return html`<header>
    <h1 dir="auto">${shorten(report.event.title, longestTitle)}</h1>
    ${eventLine(view)}
  </header>`
}

/** What happened, in the words of one report; where nothing was compared, why. */
function eventLine(view: View): Markup {
  const { happened: event = null } = view.report
  if (event === null)
    return isComparison(view.report.issues)
      ? nothing
      : html`<p class="happened">${toldIn(view.report).sentence}</p>`
  return html`<p class="happened spoiler" dir="auto">
    ${event.words} (in the words of ${chipLinks(view, [event.article])})
  </p>`
}

export function agreementSection(view: View): Markup {
  const { title, sentence, lines } = toldIn(view.report)
  return html`<section class="agreement" aria-labelledby="agreement-title">
    <h3 id="agreement-title">${title}</h3>
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

function agreedLine({ reachable }: View, { column, label }: Agreed): Markup {
  const shown = shorten(label, 200)
  return reachable.has(column) ? html`<a href="#${column}">${shown}</a>` : html`${shown}`
}

export function whoReported(view: View): Markup {
  const { all } = view.labels
  const zone = commonZone(all.map(({ article }) => article.publishedAt))
  const times = timesInList(
    all.map(({ article }) => (article.publishedAt === null ? null : inZone(article.publishedAt, zone))),
  )
  return html`<section class="who-reported" aria-labelledby="who-title">
    <h3 id="who-title">The reports</h3>
    <p class="standfirst">${extent(view.report)}</p>
    <ol>
      ${all.map((label, index) => reporter(view, label, times[index] ?? null))}
    </ol>
  </section>`
}

function reporter(view: View, label: ArticleLabel, time: TimeInList | null): Markup {
  const { id, publishedAt, text, role } = label.article
  const standing = standingWords(label.article)
  const group = view.report.independence.groups.find((ids) => ids.includes(id)) ?? []
  const others = group.filter((other) => other !== id)
  const words = text.split(/\s+/).filter((word) => word !== '').length
  return html`<li class="${others.length === 0 ? 'alone-text' : `one-text g${groupNumber(view, id)}`}">
    <a href="#${label.anchor}">${outletName(label)}</a>
    <small
      >${
        publishedAt === null || time === null
          ? 'time not given'
          : html`<time datetime="${publishedAt}">${dayAndClock(time)}</time>`
      }${role === 'reference' ? ' · reference' : nothing}${words === 0 ? nothing : ` · ${words} words`}${
        standing === null ? nothing : html` · <span class="warning">${standing}</span>`
      }${others.length === 0 ? nothing : ` · one text with ${view.labels.letters(others)}`}</small
    >
  </li>`
}

/** Brackets of two colours tell groups apart that stand side by side. */
function groupNumber({ report }: View, id: string): number {
  return report.independence.groups.filter((ids) => ids.length > 1).findIndex((ids) => ids.includes(id)) % 2
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
    <h3 id="unread-title">What could not be read</h3>
    ${issueList(view, issues)}
  </section>`
}
