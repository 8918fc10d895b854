/**
 * Headlines and leads side by side, and what was found about them.
 *
 * In: a View. Out: markup. Never: one headline larger than another.
 */
import { openingOf } from '../headlines.js'
import type { ArticleLabel } from '../labels.js'
import { passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName } from './outlets.js'
import type { View } from './view.js'

const longestLead = 420

export function headlineCards(view: View): Markup {
  return html`<ul class="openings ${acrossOf(view.labels.all.length)}">
      ${view.labels.all.map(openingCard)}
    </ul>
    ${found(view)}`
}

/** Columns on a wide screen: rows of one length, or the last one short of one card. */
function acrossOf(reports: number): string {
  const across = [5, 4, 3].find((columns) => reports % columns === 0)
  return `a${Math.min(reports, across ?? [5, 4].find((columns) => reports % columns === columns - 1) ?? 4)}`
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
      ${leadWords === '' ? nothing : html`<p class="lead-text">${leadWords}</p>`}
    </div>
  </li>`
}

function found(view: View): Markup {
  const about = view.report.findings.filter(
    ({ kind, evidence, id }) =>
      view.findings.has(id) &&
      (kind === 'headline-focus' ||
        kind === 'headline-body' ||
        evidence.some(({ role }) => role === 'headline')),
  )
  if (about.length === 0) return nothing
  return html`<ul class="about spoiler">
    ${about.map(({ id, sentence }) => html`<li dir="auto"><a href="#${id}">${shorten(sentence, 300)}</a></li>`)}
  </ul>`
}
