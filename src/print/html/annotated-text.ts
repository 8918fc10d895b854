/**
 * A text as read, block by block, each sentence a place that passages link to, with notes in the margin of each block:
 * told by how many others, here alone, cut, credited elsewhere; each with links to the same thing in the other reports.
 *
 * In: a label and the notes of its article. Out: markup. Never: more notes than `mostNotes` a block; the block says so.
 */
import type { Block } from '../../model/article.js'
import type { ArticleLabel } from '../labels.js'
import { segments, type MarginNote, type Segment } from '../margin.js'
import { shorten, unquoted } from '../safe-text.js'
import { count } from '../words.js'
import { html, nothing, type Markup } from './markup.js'
import { mostCharacters, placeAnchor, sentenceAnchor } from './passages.js'
import type { View } from './view.js'

const mostNotes = 1
const mostNotesInText = 80

export function annotatedText(view: View, label: ArticleLabel, notes: readonly MarginNote[]): Markup {
  const { article } = label
  if (article.text.trim() === '') return html`<p class="note">No text.</p>`
  const shown = article.blocks.filter((block) => block.start < mostCharacters)
  const left = article.text.length - mostCharacters
  let room = mostNotesInText
  return html`${shown.map((block) => {
    const here = notes.filter(({ span }) => span.start >= block.start && span.start < block.end)
    const printed = mostWeighty(here, Math.min(mostNotes, room))
    room -= printed.length
    return html`<div class="row">
      ${blockMarkup(view, label, block, notes)}
      ${marginMarkup(view, label, printed, here.length - printed.length)}
    </div>`
  })}${left > 0 ? html`<p class="note">${left} more characters in the JSON report.</p>` : nothing}`
}

/** Findings before what is told alone before what is shared; then in text order again. */
function mostWeighty(notes: readonly MarginNote[], limit: number): readonly MarginNote[] {
  if (notes.length <= limit) return notes
  const kept = new Set(
    (['differs', 'alone', 'shared'] as const)
      .flatMap((kind) => notes.filter((note) => note.kind === kind))
      .slice(0, Math.max(0, limit)),
  )
  return notes.filter((note) => kept.has(note))
}

/** Where several things of one block are told elsewhere, each note opens with the first words of its own. */
function marginMarkup(
  view: View,
  { article }: ArticleLabel,
  notes: readonly MarginNote[],
  left: number,
): Markup {
  if (notes.length === 0) return nothing
  const several = notes.filter(({ kind }) => kind === 'shared').length > 1
  const opening = ({ kind, span }: MarginNote): string =>
    several && kind === 'shared' ? firstWords(article.text.slice(span.start, span.end)) : ''
  return html`<ul class="margin spoiler" aria-label="Notes on this passage">
    ${notes.map((note) => noteMarkup(view, note, opening(note)))}
    ${left > 0 ? html`<li class="left">${count(left, 'more note')} under Claims</li>` : nothing}
  </ul>`
}

const openingWords = 3
const longestOpening = 28

function firstWords(text: string): string {
  const all = unquoted(text).split(/\s+/)
  return shorten(
    all.slice(0, openingWords).join(' ') + (all.length > openingWords ? '…' : ''),
    longestOpening,
  )
}

function noteMarkup(view: View, { kind, words, about, elsewhere }: MarginNote, opening: string): Markup {
  const linked = view.reachable.has(about) || view.findings.has(about)
  return html`<li class="${kind}">
    ${opening === '' ? nothing : html`<q class="opening" dir="auto">${opening}</q> `}${linked ? html`<a href="#${about}">${words}</a>` : words}${
      elsewhere.length === 0
        ? nothing
        : html`<span class="also"
            ><span class="vh">; the same in </span>${elsewhere.map(
              ({ label, place }) => html` <a href="#${placeAnchor(label, place)}">${label.letter}</a>`,
            )}</span
          >`
    }
  </li>`
}

function blockMarkup(view: View, label: ArticleLabel, block: Block, notes: readonly MarginNote[]): Markup {
  const words = sentences(view, label, block, notes)
  const { language } = label.article
  const p = (className: string): Markup =>
    html`<p class="${className}" lang="${language}" dir="auto">${words}</p>`
  switch (block.kind) {
    case 'headline':
      return p('headline')
    case 'standfirst':
      return p('standfirst')
    case 'subhead':
      return p('subhead')
    case 'paragraph':
      return p('para')
    case 'list-item':
    case 'table-row':
      return p('item')
    case 'blockquote':
      return html`<blockquote>${p('para')}</blockquote>`
    case 'caption':
      return p('caption')
    case 'imprint':
      return p('imprint')
    case 'embed':
      return html`<div class="embed">
        <p class="caption">Embedded post</p>
        ${p('para')}
      </div>`
  }
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
    const matched = shared.length === 0 ? nothing : html` data-c="${[...new Set(shared)].join(' ')}"`
    parts.push(
      html`${article.text.slice(reached, sentence.start)}<span
          id="${sentenceAnchor(letter, index)}"
          ${matched}
          >${segments(sentence, notes).map((segment) => marked(article.text, segment))}</span
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
