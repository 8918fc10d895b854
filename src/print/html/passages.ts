/**
 * Passages side by side, each in its sentence, with word-level differences where there is a version to hold it against.
 *
 * In: cards (an article, spans, captions). Out: markup. Never: prints words the article does not have, except struck
 * through and named as another version's.
 */
import type { InspectedArticle } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { contains, hull } from '../../text/spans.js'
import type { ArticleLabel } from '../labels.js'
import { passage, passageText } from '../passage.js'
import { shorten } from '../safe-text.js'
import { passageAddress } from '../text-fragment.js'
import { timeOrNone } from '../times.js'
import { wordDiff, type Piece } from '../../text/word-diff.js'
import { html, nothing, type Markup } from './markup.js'
import type { View } from './view.js'

export type PassageCard = {
  readonly article: string
  readonly spans: readonly Span[]
  /** Short facts on the passage: `own words`, `hedged`, `credited to X`. */
  readonly tags: readonly string[]
  /**
   * The words to mark differences against, or null. `showMissing` also prints what stands there alone, struck through:
   * for a version held against a fuller one, not for two versions of equal standing.
   */
  readonly against: { readonly text: string; readonly showMissing: boolean } | null
}

/** Longer passages are cut for display; the whole stands in the article below. */
const longest = 1200

const shownHash = 12

/** When it was published, the hash of its bytes, and the passage on the outlet's page. */
export function sourceLine(article: InspectedArticle, spans: readonly Span[]): Markup {
  const address = passageAddress(
    article.url,
    spans.map((span) => passageText(article, [span])),
  )
  return html`<p class="source">
    <span>${timeOrNone(article.publishedAt)}</span>
    ${article.sha256 === null ? nothing : html`<span>sha256 <code>${article.sha256.slice(0, shownHash)}</code></span>`}
    ${address === null ? nothing : html`<a class="out" href="${address}" rel="noopener noreferrer nofollow">on its page<span class="vh">, at this passage</span></a>`}
  </p>`
}

/** The passage and its tags, without the outlet's name. */
export function passageOf(view: View, label: ArticleLabel, card: PassageCard): Markup {
  return html`${quotedPassage(label.article, card)}
    <p class="tags">
      ${card.tags.map((tag) => html`<span class="tag">${tag}</span> `)}${placeLink(view, card)}
    </p>`
}

/** The passage in its sentence. */
export function quotedPassage(article: InspectedArticle, card: PassageCard): Markup {
  const found = passage(article, card.spans)
  const place = hull(card.spans)
  if (found.state === 'withheld') {
    const at = place ? `characters ${place.start} to ${place.end}` : 'no place given'
    return html`<p class="note">Text not included in this report (${at}).</p>`
  }
  const whole = found.state === 'text' && article.excerpts === undefined
  const { before, after } = whole ? sentenceAround(article, card.spans) : noContext
  return html`<blockquote lang="${article.language}" dir="auto">
    <p>${context(before)}${marked(found.text, card.against)}${context(after)}</p>
  </blockquote>`
}

function context(text: string): Markup {
  return text === '' ? nothing : html`<span class="around">${text}</span>`
}

/** The passage with `<ins>` for words the other version has not and `<del>` for those it has and this one has not. */
export function marked(text: string, against: PassageCard['against']): Markup {
  const shown = shorten(text, longest)
  const pieces = against === null || shown !== text ? null : wordDiff(against.text, text)
  if (pieces === null || against === null) return html`<strong class="hit">${shown}</strong>`
  const printed = against.showMissing ? pieces : pieces.filter((piece) => piece.kind !== 'there')
  return html`<strong class="hit compared">${printed.map(markedPiece)}</strong>`
}

function markedPiece({ kind, text }: Piece): Markup {
  switch (kind) {
    case 'same':
      return html`${text}`
    case 'here':
      return html`<ins><span class="vh">[here: </span>${text}<span class="vh">]</span></ins>`
    case 'there':
      return html`<del><span class="vh">[not here: </span>${text}<span class="vh">]</span></del>`
  }
}

const noContext = { before: '', after: '' }
const contextLength = 240

/** The rest of the sentence a passage stands in; nothing around split passages. */
function sentenceAround(
  article: InspectedArticle,
  spans: readonly Span[],
): { before: string; after: string } {
  const [span] = spans
  if (span === undefined || spans.length > 1) return noContext
  const sentence = article.sentences.find((one) => contains(one, span))
  if (sentence === undefined) return noContext
  const before = passageText(article, [{ start: sentence.start, end: span.start }])
  const after = passageText(article, [{ start: span.end, end: sentence.end }])
  return { before: lastPart(before), after: shorten(after, contextLength) }
}

function lastPart(text: string): string {
  if (text.length <= contextLength) return text
  return `…${text.slice(-contextLength).replace(/^[\udc00-\udfff]/, '')}`
}

export function placeLink(view: View, card: Pick<PassageCard, 'article' | 'spans'>): Markup {
  const label = view.labels.of(card.article)
  const place = hull(card.spans)
  if (label === undefined || place === undefined) return nothing
  return html`<a class="place" href="#${placeAnchor(label, place.start)}"
    >in the text<span class="vh"> of ${label.name}</span></a
  >`
}

/** Where a place of a text stands on this page: its sentence, or the article where no sentence holds it. */
export function placeAnchor({ article, letter, anchor }: ArticleLabel, place: number): string {
  const index = article.sentences.findIndex((one) => one.start <= place && place < one.end)
  if (index < 0 || article.excerpts !== undefined || place >= mostCharacters) return anchor
  return sentenceAnchor(letter, index)
}

/** Bounds the text of an article on the page when a source is a book; the rest is in the JSON report. */
export const mostCharacters = 40_000

export function sentenceAnchor(letter: string, index: number): string {
  return `s-${letter.toLowerCase()}-${index + 1}`
}
