/**
 * The articles: byline and state, then the text as read with its notes, one by one or (by script) side by side.
 *
 * In: a View. Out: markup. Never: a block that normalize did not keep.
 */
import type { InspectedArticle } from '../../model/report.js'
import type { ArticleLabel } from '../labels.js'
import { passageText } from '../passage.js'
import { visible } from '../safe-text.js'
import { readableTime } from '../times.js'
import { reasonText } from '../words.js'
import { marginOf, type Margin } from '../margin.js'
import { annotatedText } from './annotated-text.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName } from './outlets.js'
import type { View } from './view.js'

export function articleList(view: View): Markup {
  const margin = marginOf(view.report, view.labels, view.findings)
  return html`${readingTools(view)} ${marksKey()}
    <div class="readings" data-readings>
      ${view.labels.all.map((label) => articleSection(view, label, margin))}
    </div>`
}

/** Hidden until the script shows them: one report below the other, or side by side with aligned passages linked. */
function readingTools(view: View): Markup {
  return html`<div
    class="reading-tools"
    role="group"
    aria-label="How the reports are laid out"
    data-js
    hidden
  >
    <fieldset class="seg">
      <legend>Reports</legend>
      <label><input type="radio" name="layout" value="parallel" checked /><span>side by side</span></label>
      <label><input type="radio" name="layout" value="single" /><span>one by one, with notes</span></label>
    </fieldset>
    <fieldset class="chips parallel-tools" hidden>
      <legend>Shown</legend>
      ${view.labels.all.map(
        ({ letter, outlet, anchor }) =>
          html`<label
            ><input type="checkbox" data-column="${anchor}" /> <span class="letter">${letter}</span>
            <span class="outlet">${outlet}</span></label
          >`,
      )}
    </fieldset>
    <p class="note parallel-tools" id="reading-keys" hidden>
      Choose a sentence: where the others tell the same, their columns move to it. Keys: up and down for the
      next matched sentence, left and right for the same thing in the next report.
    </p>
    <p class="note parallel-tools" data-reading-status aria-live="polite" hidden></p>
  </div>`
}

function marksKey(): Markup {
  return html`<ul class="key spoiler" aria-label="Key to the marks in the texts">
    <li><span class="m differs">marked</span> a finding rests on it</li>
    <li><span class="m alone-here">dotted</span> told in this report alone</li>
  </ul>`
}

function articleSection(view: View, label: ArticleLabel, margin: Margin): Markup {
  const { article } = label
  const headline = article.headline === null ? '' : passageText(article, [article.headline])
  return html`<article id="${label.anchor}" data-o="${label.letter}" aria-labelledby="${label.anchor}-title">
    <h3 id="${label.anchor}-title">${outletName(label)}</h3>
    ${byline(article)} ${state(article)}
    <details class="text" open>
      <summary>
        ${article.excerpts === undefined ? 'Text as read' : 'Excerpts'}<span class="vh">
          of ${label.name}${headline === '' ? '' : `: ${headline}`}</span
        >
      </summary>
      <div class="body">
        ${article.excerpts === undefined ? annotatedText(view, label, margin.get(article.id) ?? []) : excerpts(article)}
      </div>
    </details>
  </article>`
}

function byline(article: InspectedArticle): Markup {
  const parts = [
    article.bylines.length === 0 ? null : html`By ${article.bylines.join(', ')}`,
    article.publishedAt === null
      ? html`time of publication not given`
      : html`published <time datetime="${article.publishedAt}">${readableTime(article.publishedAt)}</time>`,
    article.modifiedAt === null
      ? null
      : html`changed <time datetime="${article.modifiedAt}">${readableTime(article.modifiedAt)}</time>`,
    article.credit === null ? null : html`text credited to ${article.credit}`,
    article.url === null ? null : pageLink(article.url),
  ]
  return html`<p class="byline">
    ${parts.map((part) => (part === null ? nothing : html`<span>${part}</span> `))}
  </p>`
}

/** Only http and https become links; anything else is shown as text. */
export function pageLink(url: string): Markup {
  const safe = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  return safe ? html`<a href="${url}" rel="noopener noreferrer nofollow">${visible(url)}</a>` : html`${url}`
}

function state({ completeness }: InspectedArticle): Markup {
  if (completeness.state === 'complete') return nothing
  const reasons = completeness.reasons.map(reasonText).join('; ')
  const words = completeness.state === 'truncated' ? 'Read in part' : 'Could not be read'
  return html`<p class="warning">${words}${reasons === '' ? '' : `: ${reasons}`}.</p>`
}

function excerpts(article: InspectedArticle): Markup {
  const list = article.excerpts ?? []
  if (list.length === 0) return html`<p class="note">No excerpt.</p>`
  return html`${list.map((excerpt) => html`<p lang="${article.language}" dir="auto">${excerpt.text} <small>characters ${excerpt.start} to ${excerpt.end}</small></p>`)}`
}
