/**
 * The articles as read, block by block, each sentence a place that passages link to.
 *
 * In: a Report. Out: markup. Never: a block that normalize did not keep.
 */
import type { Block } from '../../model/article.js'
import type { InspectedArticle } from '../../model/report.js'
import type { ArticleLabel } from '../labels.js'
import { passageText } from '../passage.js'
import { visible } from '../safe-text.js'
import { readableTime } from '../times.js'
import { reasonText } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { mostCharacters, sentenceAnchor } from './passages.js'
import type { View } from './view.js'

export function articleList(view: View): Markup {
  return html`${view.labels.all.map(articleSection)}`
}

function articleSection(label: ArticleLabel): Markup {
  const { article } = label
  const headline = article.headline === null ? '' : passageText(article, [article.headline])
  return html`<article id="${label.anchor}" aria-labelledby="${label.anchor}-title">
    <h3 id="${label.anchor}-title"><span class="letter">${label.letter}</span> ${label.outlet}</h3>
    ${byline(article)} ${state(article)}
    <details class="text" open>
      <summary>
        ${article.excerpts === undefined ? 'Text as read' : 'Excerpts'}<span class="vh">
          of ${label.name}${headline === '' ? '' : `: ${headline}`}</span
        >
      </summary>
      <div lang="${article.language}" dir="auto">
        ${article.excerpts === undefined ? blocks(label) : excerpts(article)}
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

function blocks(label: ArticleLabel): Markup {
  const { article } = label
  if (article.text.trim() === '') return html`<p class="note">No text.</p>`
  const shown = article.blocks.filter((block) => block.start < mostCharacters)
  const left = article.text.length - mostCharacters
  return html`${shown.map((block) => blockMarkup(label, block))}${left > 0 ? html`<p class="note">${left} more characters in the JSON report.</p>` : nothing}`
}

function blockMarkup(label: ArticleLabel, block: Block): Markup {
  const words = sentences(label, block)
  switch (block.kind) {
    case 'headline':
      return html`<p class="headline">${words}</p>`
    case 'subhead':
      return html`<p class="subhead">${words}</p>`
    case 'paragraph':
      return html`<p>${words}</p>`
    case 'list-item':
    case 'table-row':
      return html`<p class="item">${words}</p>`
    case 'blockquote':
      return html`<blockquote><p>${words}</p></blockquote>`
    case 'caption':
      return html`<p class="caption">${words}</p>`
  }
}

function sentences({ article, letter }: ArticleLabel, block: Block): Markup {
  const parts: Markup[] = []
  let reached = block.start
  article.sentences.forEach((sentence, index) => {
    if (sentence.start < reached || sentence.end > block.end) return
    parts.push(
      html`${article.text.slice(reached, sentence.start)}<span id="${sentenceAnchor(letter, index)}"
          >${article.text.slice(sentence.start, sentence.end)}</span
        >`,
    )
    reached = sentence.end
  })
  return html`${parts}${article.text.slice(reached, block.end)}`
}

function excerpts(article: InspectedArticle): Markup {
  const list = article.excerpts ?? []
  if (list.length === 0) return html`<p class="note">No excerpt.</p>`
  return html`${list.map((excerpt) => html`<p>${excerpt.text} <small>characters ${excerpt.start} to ${excerpt.end}</small></p>`)}`
}
