/**
 * A row of any list of the page; it opens in place on the passages behind it, the differing words marked. Never: an answer larger than
 * another, colour that tells what no word tells, or words the article does not have, except struck through as another version’s.
 */
import { blank, type Detail, type Edit, type Finding } from '../../model/comparison.js'
import type { InspectedArticle } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { contains, hull } from '../../text/spans.js'
import { wordDiff, type Piece } from '../../text/word-diff.js'
import { rulingText } from '../blocks.js'
import { type Against, type Card, type CardPassage, evidenceGroups } from '../cards.js'
import { type Answer, type AnswerPiece, leadOf, wordsOf } from '../differences.js'
import type { ArticleLabel } from '../labels.js'
import { longestPassage, passage, passageText } from '../passage.js'
import { linkedIn, tagsOn, type Row } from '../rows.js'
import { shorten } from '../safe-text.js'
import { passageAddress } from '../text-fragment.js'
import { timeOrNone } from '../values.js'
import { editText, tagOf, sureness, count, toldAs } from '../words.js'
import { html, nothing, trusted, type Markup } from './markup.js'
import { mostCards, placeAnchor, type View } from './view.js'

/** Lines of answers of a closed row, beside its label and below a long one; the other answers show when it opens. */
const mostLines = { beside: 6, below: 3 } as const

export function rowMarkup(view: View, row: Row): Markup {
  const { id, finding, cards } = row
  return html`<li
    data-row
    data-item
    ${Object.entries(row.facets).map(([name, words]) => html`${trusted(` data-${name}`)}="${words.join(' ')}"`)}
  >
    ${
      cards === null
        ? html`<p class="entry line statement" ${id !== null && html`id="${id}"`} data-words>
            ${asked(row)}${answers(view, row)}
          </p>`
        : html`<details
            class="${finding === undefined ? 'entry' : 'entry finding'}"
            ${id !== null && html`id="${id}"`}
          >
            <summary class="line ${layoutOf(row)}" data-words>${asked(row)}${answers(view, row)}</summary>
            <div class="evidence">${opened(view, row, cards())}</div>
          </details>`
    }
  </li>`
}

/** Characters of a line of answers, about, and of a label that needs the width of the row. */
const line = 80
const longLabel = 110

function isBelow({ label, about, answers: given }: Row): boolean {
  return label.length + about.length > longLabel && lengthOf(given) > longLabel
}

const lengthOf = (given: Row['answers']): number =>
  given.reduce((sum, answer) => sum + wordsOf(answer).length, 0)

/** Answers that a closed row shows; what is left and the note have a line together. */
function closedAnswers(row: Row): number {
  const most = isBelow(row) ? mostLines.below : mostLines.beside
  const lines = row.answers.length + (row.note === '' ? 0 : 1)
  return lines > most ? most - 1 : row.answers.length
}

/** `tight`: so many long answers that a closed row has a line for each. */
function layoutOf(row: Row): string {
  const { label, about, note } = row
  const given = row.answers.slice(0, closedAnswers(row))
  const values = given.filter(({ state }) => state === 'value')
  const lines = values.reduce(
    (sum, answer) => sum + Math.min(2, Math.ceil((wordsOf(answer).length + 8) / line)),
    0,
  )
  // Who says nothing of it stands in one line with the note.
  const rest = given.filter(({ state }) => state !== 'value')
  const hasRest = rest.length > 0 || note !== '' || given.length < row.answers.length
  const all = lines + (hasRest ? Math.max(1, Math.ceil(lengthOf(rest) / line)) : 0)
  if (isBelow(row)) return `long${all > mostLines.below ? ' tight' : ''}`
  const tight = all > mostLines.beside || given.length > 4 ? ' tight' : ''
  return `${label.length + about.length > lengthOf(given) ? 'statement' : 'short-row'}${tight}`
}

function asked({ word, label, added = [], about }: Row): Markup {
  return html`<span class="asked"
    >${word !== '' && html`<span class="kind">${word}</span> `}<span class="clamp"
      ><b dir="auto">${piecesOf(label, added)}</b
      >${about !== '' && html` <span class="about" dir="auto">${gapped(about)}</span>`}</span
    ></span
  > `
}

/** The words with those that were added softer. */
function piecesOf(label: string, added: readonly Span[]): Markup {
  const stops = [0, ...added.flatMap(({ start, end }) => [start, end]), label.length]
  return html`${stops.slice(1).map((stop, index) => {
    const text = label.slice(stops[index], stop)
    return index % 2 === 0 || text === '' ? text : html`<span class="beside">${text}</span>`
  })}`
}

function gapped(about: string): Markup {
  return html`${about.split(blank).map((part, index) => html`${index !== 0 && html`<span class="gap"><span class="vh">(what?)</span></span>`}${part}`)}`
}

function answers(view: View, row: Row): Markup {
  const most = closedAnswers(row)
  const left = row.answers.length - most
  return html`<span class="answers"
    >${row.answers.map((answer, index) => answerMarkup(view, row, answer, index >= most))}${
      left > 0 && html`<span class="left">${left} more</span>`
    }${row.note !== '' && html`<span class="sure-short">${row.note}</span>`}</span
  >`
}

/** Letters come first where words may be long, and last where they are a state. */
function answerMarkup(view: View, row: Row, { state, pieces, articles }: Answer, rest: boolean): Markup {
  const words = html`<bdi>${pieces.map((piece, index) => pieceMarkup(piece, pieces[index + 1]))}</bdi> `
  const letters = chips(view, articles, row.finding !== undefined)
  return html`<span class="answer clamp is-${state}${rest ? ' rest' : ''}"
    >${state === 'value' ? html`${letters} ${words}` : html`${words} ${letters}`}</span
  > `
}

/** Characters of a sentence before the words of a note in it; the passage below has all. */
const longestLead = 24

function pieceMarkup({ text, differs, beside }: AnswerPiece, next: AnswerPiece | undefined): Markup {
  if (beside) return html`<span class="beside">${next?.differs ? leadOf(text, longestLead) : text}</span>`
  return differs ? html`<strong class="differs">${text}</strong>` : html`${text}`
}

/** So few reports are named beside their letters, where all have short names: nobody has to look a letter up. */
const mostNamed = 4
const longestName = 18

/** Reports by letter; the script makes each lead to the report's text. A finding keeps all, whatever reports are shown. */
function chips({ labels }: View, articles: readonly string[], stays: boolean): Markup {
  const named =
    labels.all.length <= mostNamed && labels.all.every(({ outlet }) => outlet.length <= longestName)
  return html`<span class="${named ? 'ch named' : 'ch'}"
    >${articles.flatMap((id) => {
      const label = labels.of(id)
      if (label === undefined) return []
      const { letter, outlet, anchor } = label
      const place = stays ? nothing : html` data-o="${letter}"`
      const chip = html`<abbr class="letter" title="${outlet}" data-to="${anchor}" ${!named && place}
        >${letter}</abbr
      >`
      return [named ? html`<span${place}>${chip} ${outlet}</span> ` : html`${chip} `]
    })}</span
  >`
}

/** As links to the reports' texts, or to a place in them. */
export function chipLinks(
  { labels }: View,
  articles: readonly string[],
  places: ReadonlyMap<string, number> = new Map(),
): Markup {
  return html`<span class="ch"
    >${articles.flatMap((id) => {
      const label = labels.of(id)
      if (label === undefined) return []
      const place = places.get(id)
      return [
        html`<a
          class="letter"
          href="#${place === undefined ? label.anchor : placeAnchor(label, place)}"
          title="Show in the text of ${label.outlet}"
          >${label.letter}</a
        > `,
      ]
    })}</span
  >`
}

/** The boxed letter and the outlet's name. */
export function outletName({ letter, outlet }: ArticleLabel): Markup {
  return html`<span class="letter">${letter}</span> <bdi>${outlet}</bdi>`
}

function opened(view: View, row: Row, cards: readonly Card[]): Markup {
  const left = cards.slice(mostCards).reduce((sum, { passages }) => sum + passages.length, 0)
  return html`<ul class="cards">
      ${cards.slice(0, mostCards).map((card) => cardMarkup(view, row, card))}
    </ul>
    ${left > 0 && html`<p class="note">${count(left, 'more passage')} not on this page: see report.json.</p>`}
    ${row.finding === undefined ? columnFoot(view, row.column) : findingFoot(view, row.finding)}`
}

function cardMarkup(view: View, row: Row, card: Card): Markup {
  const [id = ''] = card.articles
  const label = view.labels.of(id)
  if (label === undefined) return nothing
  const [first, ...further] = card.passages
  const one = card.articles.length === 1
  return html`<li
    class="${card.state === 'printed' ? 'card' : `missing ${card.state}`}"
    ${one && row.finding === undefined && html`data-o="${label.letter}"`}
  >
    <p class="who">
      ${chipLinks(view, card.articles, card.places)} ${one && html`<bdi>${label.outlet}</bdi>`}
    </p>
    ${card.note !== '' && html`<p class="note">${card.note}</p>`}
    ${first !== undefined && passageMarkup(label.article, first)}
    ${
      further.length > 0 &&
      html`<details class="further">
        <summary>${count(further.length, 'more passage')}<span class="vh"> of ${label.name}</span></summary>
        ${further.map((more) => passageMarkup(label.article, more))}
      </details>`
    }
    ${editList(card.edits)}
  </li>`
}

function passageMarkup(article: InspectedArticle, { tags, ...passed }: CardPassage): Markup {
  return html`${quotedPassage(article, passed)}${
    tags.length > 0 && html`<p class="tags">${tags.map((tag) => html`<bdi class="tag">${tag}</bdi> `)}</p>`
  }`
}

/** Those that carry sense stand out. */
function editList(edits: readonly Edit[]): Markup {
  if (edits.length === 0) return nothing
  return html`<ul class="edits">
    ${edits.map((edit) => html`<li class="${edit.carries === null ? 'edit' : 'edit weighty'}" dir="auto">${editText(edit)}</li>`)}
  </ul>`
}

/** In how many reports and texts it is linked, and the findings that rest on it, one of each name. */
function columnFoot(view: View, column: Row['column']): Markup {
  if (column === undefined) return nothing
  const byTag = tagsOn(
    view.report.findings.filter(({ id }) => view.findings.has(id)),
    column,
  )
  return html`<p class="foot">
    <span>${linkedIn(view.report, column)}</span
    >${byTag.map(([tag, id]) => html` <a href="#${id}">${tag}</a>`)}
  </p>`
}

function findingFoot(view: View, finding: Finding): Markup {
  const { column, review = [] } = finding
  return html`${
      review.length > 0 &&
      html`<ul class="rulings">
        ${review.map((ruling) => html`<li dir="auto" data-by="${ruling.reviewer}">${rulingText(ruling)}</li>`)}
      </ul>`
    }
    <div class="foot">
      <details class="why">
        <summary>Why is this here?</summary>
        ${why(view, finding)}
      </details>
      ${column !== null && view.reachable.has(column) && html`<a href="#${column}">See this in every report</a>`}
    </div>`
}

function why(view: View, finding: Finding): Markup {
  const { kind, detail, articles, id, sentence } = finding
  return html`<p class="sentence" dir="auto">${sentence}</p>
    <p class="sure">${tagOf(finding)}. ${sureness(finding)}.</p>
    ${detail.reason && html`<p>Reason: ${detail.reason}</p>`} ${positions(view, detail)}
    ${
      detail.edits &&
      html`<p>${view.labels.names(articles)}:</p>
        ${editList(detail.edits)}`
    }
    ${kind !== 'naming' && detail.type === undefined && detail.referent && html`<p>About: ${detail.referent}</p>`}
    ${sources(view, finding)}
    <p>
      <a href="#${id}">Link to this difference</a>
    </p>`
}

/** Who is credited with each version, as what it is told. */
function positions(view: View, { positions: given = [] }: Detail): Markup {
  const rows = given.filter((row) => toldAs(row) !== '')
  if (rows.length === 0) return nothing
  return html`<ul class="told-as">
    ${rows.map((row) => html`<li dir="auto">${view.labels.letters(row.articles)}: ${toldAs(row)}</li>`)}
  </ul>`
}

/** When each was published, and the passage on its own page. */
function sources(view: View, finding: Finding): Markup {
  const groups = evidenceGroups(finding.evidence, view.labels).filter(({ role }) => role !== 'nearest')
  const first = new Map(groups.toReversed().map((group) => [group.article, group]))
  return html`<ul class="sources">
    ${view.labels.all.flatMap(({ article }) => {
      const group = first.get(article.id)
      if (group === undefined) return []
      const pieces = group.spans.map((span) => passageText(article, [span]))
      const address = passageAddress(article.url, pieces)
      if (article.publishedAt === null && address === null) return []
      return [
        html`<li>
          ${chipLinks(view, [article.id])} <span>${timeOrNone(article.publishedAt)}</span>
          ${address !== null && html`<a class="out" href="${address}" rel="noopener noreferrer nofollow">on its page<span class="vh">, at this passage</span></a>`}
        </li>`,
      ]
    })}
  </ul>`
}

/** The passage in its sentence. */
export function quotedPassage(
  article: InspectedArticle,
  { spans, against }: Pick<CardPassage, 'spans' | 'against'>,
): Markup {
  const found = passage(article, spans)
  if (found.state === 'withheld') {
    const place = hull(spans)
    const at = place ? `characters ${place.start} to ${place.end}` : 'no place given'
    return html`<p class="note">Text not included in this report (${at}).</p>`
  }
  const whole = found.state === 'text' && article.excerpts === undefined
  const [before, after] = whole ? sentenceAround(article, spans) : ['', '']
  // The page's own language is said once, at its head.
  const language = article.language === 'en' ? nothing : html` lang="${article.language}"`
  return html`<blockquote${language} dir="auto">
    <p>${context(before)}${marked(found.text, against)}${context(after)}</p>
  </blockquote>`
}

function context(text: string): Markup {
  return text === '' ? nothing : html`<i class="ctx">${text}</i>`
}

const contextLength = 240

/** The passage with `<ins>` for words the other version has not and `<del>` for those it has and this one has not. */
function marked(text: string, against: Against): Markup {
  const shown = shorten(text, longestPassage)
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

/** The rest of the sentence a passage stands in; nothing around split passages. */
function sentenceAround(article: InspectedArticle, spans: readonly Span[]): readonly [string, string] {
  const [span] = spans
  const sentence =
    span === undefined || spans.length > 1 ? undefined : article.sentences.find((one) => contains(one, span))
  if (span === undefined || sentence === undefined) return ['', '']
  const before = passageText(article, [{ start: sentence.start, end: span.start }])
  const after = passageText(article, [{ start: span.end, end: sentence.end }])
  const last =
    before.length <= contextLength
      ? before
      : `…${before.slice(-contextLength).replace(/^[\udc00-\udfff]/, '')}`
  return [last, shorten(after, contextLength)]
}
