/** The articles: byline and state, the text with a place for each sentence, and notes in the margin of its blocks. */
import type { Block } from '../../model/article.js'
import type { InspectedArticle } from '../../model/report.js'
import type { ArticleLabel } from '../labels.js'
import { marginOf, segments, type Margin, type MarginNote, type Segment } from '../margin.js'
import { passageText } from '../passage.js'
import { readableTime } from '../values.js'
import { reasonText } from '../words.js'
import { pageLink } from './about.js'
import { html, nothing, type Markup } from './markup.js'
import { outletName } from './row.js'
import { mostCharacters, placeAnchor, sentenceAnchor, type View } from './view.js'

export function articleList(view: View): Markup {
  const margin = marginOf(view.report, view.labels, view.findings)
  // Excerpts have no marks, and no sentence of theirs leads to another.
  const marked = view.labels.all.some(({ article }) => article.excerpts === undefined)
  return html`${readingTools(view, marked)} ${marked && marksKey()}
    <div class="readings" data-readings>
      ${view.labels.all.map((label) => articleSection(view, label, margin))}
    </div>`
}

/** Hidden until the script shows them: one report below the other, or side by side with aligned passages linked. */
function readingTools(view: View, marked: boolean): Markup {
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
      <label
        ><input type="radio" name="layout" value="single" /><span
          >one below the other${marked && ', with marks in the margin'}</span
        ></label
      >
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
    ${
      marked &&
      html`<p class="note parallel-tools" hidden>
        Click an underlined sentence to find it in the other reports.
        <span class="keys"
          >Keys: up and down for the next such sentence, left and right for the same in the next report.</span
        >
      </p>`
    }
    <p class="note parallel-tools" data-reading-status aria-live="polite" hidden></p>
  </div>`
}

function marksKey(): Markup {
  return html`<ul class="key spoiler" aria-label="Key to the marks in the texts">
    <li><span class="m differs">yellow</span>: part of a listed difference</li>
    <li><span class="m alone-here">dotted</span>: found in no other report</li>
    <li class="parallel-tools" hidden><span class="matched">underlined</span>: matched in another report</li>
  </ul>`
}

function articleSection(view: View, label: ArticleLabel, margin: Margin): Markup {
  const { article } = label
  const headline = article.headline === null ? '' : passageText(article, [article.headline])
  return html`<article id="${label.anchor}" aria-labelledby="${label.anchor}-title">
    <h3 id="${label.anchor}-title">${outletName(label)}</h3>
    ${byline(article)} ${state(article)}
    <details class="text" open>
      <summary>
        ${article.excerpts === undefined ? 'Text' : 'Excerpts'}<span class="vh">
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

const mostNotesInText = 80

function annotatedText(view: View, label: ArticleLabel, notes: readonly MarginNote[]): Markup {
  const { article } = label
  if (article.text.trim() === '') return html`<p class="note">No text.</p>`
  const shown = article.blocks.filter((block) => block.start < mostCharacters)
  const left = article.text.length - mostCharacters
  let room = mostNotesInText
  return html`${shown.map((block) => {
    const here = notes.filter(({ span }) => span.start >= block.start && span.start < block.end)
    const note = room > 0 ? weightiest(here) : undefined
    if (note !== undefined) room--
    return html`<div class="block">
      ${blockMarkup(view, label, block, notes)} ${note !== undefined && marginMarkup(view, note)}
    </div>`
  })}${left > 0 && html`<p class="note">${left} more characters are not on this page: see report.json.</p>`}`
}

/** A finding before what is told alone before what is shared. */
function weightiest(notes: readonly MarginNote[]): MarginNote | undefined {
  const kinds = ['differs', 'alone', 'shared'] as const
  return kinds.flatMap((kind) => notes.find((note) => note.kind === kind) ?? [])[0]
}

function marginMarkup(view: View, note: MarginNote): Markup {
  return html`<ul class="margin spoiler" aria-label="Note on this passage">
    ${noteMarkup(view, note)}
  </ul>`
}

function noteMarkup(view: View, { kind, words, about, elsewhere }: MarginNote): Markup {
  const linked = view.reachable.has(about) || view.findings.has(about)
  return html`<li class="${kind}">
    ${linked ? html`<a href="#${about}">${words}</a>` : words}${
      elsewhere.length > 0 &&
      html`<span class="also"
        >${elsewhere.map(
          ({ label, place }) => html` <a href="#${placeAnchor(label, place)}">${label.letter}</a>`,
        )}</span
      >`
    }
  </li>`
}

function blockMarkup(view: View, label: ArticleLabel, block: Block, notes: readonly MarginNote[]): Markup {
  const { language } = label.article
  const text = sentences(view, label, block, notes)
  const name = classes[block.kind] ?? block.kind
  const words = html`<p class="${name}" lang="${language}" dir="auto">${text}</p>`
  if (block.kind === 'blockquote') return html`<blockquote>${words}</blockquote>`
  if (block.kind !== 'embed') return words
  return html`<div class="embed">
    <p class="caption">Embedded post</p>
    ${words}
  </div>`
}

/** Of blocks whose class is not their kind. */
const classes: Readonly<Partial<Record<Block['kind'], string>>> = {
  paragraph: 'para',
  blockquote: 'para',
  embed: 'para',
  'list-item': 'item',
  'table-row': 'item',
}

function sentences(
  view: View,
  { article, letter }: ArticleLabel,
  block: Block,
  notes: readonly MarginNote[],
): Markup {
  const parts: Markup[] = []
  let reached = block.start
  article.sentences.forEach((sentence, index) => {
    if (sentence.start < reached || sentence.end > block.end) return
    const shared = notes
      .filter(({ kind, span }) => kind === 'shared' && span.start < sentence.end && span.end > sentence.start)
      .flatMap(({ about }) => view.columnNumber.get(about) ?? [])
    // What one clause of it tells alone is not marked in a sentence that another report has.
    const marks = shared.length === 0 ? notes : notes.filter(({ kind }) => kind !== 'alone')
    const matched = shared.length === 0 ? nothing : html` data-c="${[...new Set(shared)].join(' ')}"`
    parts.push(
      html`${article.text.slice(reached, sentence.start)}<span
          id="${sentenceAnchor(letter, index)}"
          ${matched}
          >${segments(sentence, marks).map((segment) => marked(article.text, segment))}</span
        >`,
    )
    reached = sentence.end
  })
  return html`${parts}${article.text.slice(reached, block.end)}`
}

function marked(text: string, { start, end, kind }: Segment): Markup {
  const words = text.slice(start, end)
  if (kind === null || kind === 'shared') return html`${words}`
  return html`<span class="m ${kind === 'differs' ? 'differs' : 'alone-here'}">${words}</span>`
}
