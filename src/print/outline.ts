/**
 * The report as an outline: sections of text, lists, rows and tables, in the order in which every form without a page prints
 * them (Markdown, Word, `--full` in the terminal).
 *
 * In: a Report. Out: sections. Never: a decision, or markup: each form escapes what it prints.
 */
import { blank, type Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { inQuotes } from '../text/in-quotes.js'
import { hull } from '../text/spans.js'
import { noneInFront, sortedOf, reviewWords, rulingText } from './blocks.js'
import type { Card } from './cards.js'
import { frontIn, printedOf, restIn, shareOf, toldIn, wordsOf } from './differences.js'
import {
  completenessText,
  extent,
  heardWords,
  limits,
  methodSteps,
  sharedWith,
  sourceName,
  strangersNote,
  timesOf,
  titleOf,
  titledBy,
  troublesOf,
  versionRows,
} from './extent.js'
import { longestLead, longestPassage, openingOf, passageText } from './passage.js'
import { inOneText } from '../text/in-one-text.js'
import { labelArticles, type Labels } from './labels.js'
import {
  actorRows,
  aloneRows,
  claimRows,
  factRows,
  findingRow,
  linkedIn,
  quoteRows,
  tagsOn,
  type Row,
} from './rows.js'
import { shorten } from './safe-text.js'
import {
  editText,
  foundBy,
  notesInWords,
  rateRows,
  ratesOfNotes,
  sureness,
  tagOf,
  toldAs,
  unmeasured,
} from './words.js'

export type OutlineRow = {
  readonly word: string
  readonly question: string
  /** `over three years (A); over two years (B, C)` */
  readonly answers: string
  /** What stands behind it: how sure, rulings, passages. */
  readonly below: readonly Said[]
}

/** A sentence, and what it opens with: a report's name, a state. */
export type Said = { readonly lead: string; readonly text: string }

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Said[] }
  | { readonly kind: 'rows'; readonly rows: readonly OutlineRow[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

export type Section = {
  readonly title: string
  /** `hand-out`: also in Word, which is read from paper. */
  readonly part: 'hand-out' | 'tables'
  readonly blocks: readonly Block[]
}

export type Outline = {
  readonly title: string
  /** What happened, and in whose words; null where no words are carried by all. */
  readonly happened: Said | null
  readonly extent: string
  readonly reports: string
  readonly sections: readonly Section[]
  readonly made: string
}

export function outlineOf(report: Report): Outline {
  const labels = labelArticles(report)
  const { happened = null, generator } = report
  const titled = titledBy(report)
  return {
    title: titleOf(report),
    happened:
      happened && happened.words !== report.event.title
        ? {
            lead: `What happened, as ${labels.letters([happened.article])} puts it:`,
            text: happened.words,
          }
        : null,
    extent:
      `${titled === null ? '' : `Title: ${titled.what} of ${labels.letters(titled.articles)}. `}${extent(report)}. ${strangersNote(report)}`.trim(),
    reports: labels.all.map(({ name }) => name).join(' · '),
    sections: [...differences(report, labels), ...lists(report, labels), ...made(report, labels)].filter(
      ({ blocks }) => blocks.some(hasSome),
    ),
    made: `Made by ${generator.name} ${generator.version}. It points to differences: check them before use.`,
  }
}

/** Lines of a page of A4 below title and extent, and characters of one: upper estimates for Word. */
const [memoLines, memoLine] = [38, 88]
const mostOfPassage = 220

/** One page: what happened, what stands first, each with the words that show it as far as they fit, what all tell. */
export function memoOf(report: Report): Outline {
  const labels = labelArticles(report)
  const { title, sentence, lines } = toldIn(report)
  let left = memoLines
  const fits = ({ lead, text: words }: Said): boolean => {
    const needed = Math.ceil((lead.length + words.length + 1) / memoLine)
    if (needed > left) return false
    left -= needed
    return true
  }
  // Every question before any passage.
  const asked = frontIn(report).flatMap((finding) => {
    const { cards, ...row } = findingRow(report, labels, finding)
    const { question, answers } = outlineRow(labels, { ...row, cards: null })
    const line = { lead: question, text: answers }
    return fits(line) ? [{ line, cards: cards?.() ?? [] }] : []
  })
  const shown = asked.map(({ line, cards }) => [
    line,
    ...cards
      .flatMap(({ articles, passages }): readonly Said[] => {
        const article = labels.of(articles[0] ?? '')?.article
        const words = article && passages[0] ? passageText(article, passages[0].spans) : ''
        if (words === '') return []
        return [{ lead: `${labels.letters(articles)}:`, text: inQuotes(shorten(words, mostOfPassage)) }]
      })
      .filter(fits),
  ])
  const told = lines.map(({ label }) => said(shorten(label, mostOfPassage))).filter(fits)
  return {
    ...outlineOf(report),
    sections: [
      asked.length === 0
        ? handOut('Main differences', text(noneInFront(report.issues)))
        : handOut('Main differences', ...shown.map(list)),
      ...(told.length === 0 ? [] : [handOut(title, text(sentence), list(told))]),
    ],
  }
}

function hasSome(block: Block): boolean {
  if (block.kind === 'text') return true
  return (block.kind === 'list' ? block.items : block.rows).length > 0
}

type Part = (title: string, ...blocks: readonly Block[]) => Section
const handOut: Part = (title, ...blocks) => ({ title, part: 'hand-out', blocks })
const tables: Part = (title, ...blocks) => ({ title, part: 'tables', blocks })
const text = (words: string): Block => ({ kind: 'text', text: words })
const list = (items: readonly Said[]): Block => ({ kind: 'list', items })
const rowsOf = (rows: readonly OutlineRow[]): Block => ({ kind: 'rows', rows })
const said = (words: string): Said => ({ lead: '', text: words })

function differences(report: Report, labels: Labels): readonly Section[] {
  const { dismissed } = sortedOf(report.findings)
  const front = frontIn(report)
  const rest = restIn(report)
  const { title, sentence, lines } = toldIn(report)
  const { review } = report
  const line = (finding: Finding): OutlineRow =>
    outlineRow(labels, { ...findingRow(report, labels, finding), cards: null })
  const behind = (finding: Finding): readonly Said[] => behindFinding(report, labels, finding)
  return [
    front.length === 0
      ? handOut('Main differences', text(noneInFront(report.issues)))
      : handOut(`Main differences (${shareOf(front, printedOf(report))})`, rowsOf(front.map(line))),
    handOut(title, text(sentence), list(lines.map(({ label }) => said(shorten(label, 300))))),
    handOut(
      `The passages (${front.length})`,
      rowsOf(
        front.map((one) => ({
          word: tagOf(one),
          question: one.sentence,
          answers: '',
          below: behind(one),
        })),
      ),
    ),
    handOut(
      `More differences (${rest.length})`,
      rowsOf(rest.map((one) => ({ ...line(one), below: [said(`${tagOf(one)}.`), ...behind(one)] }))),
    ),
    handOut('Judged wrong', list(dismissed.map((one) => ({ lead: one.sentence, text: rulings(one) })))),
    handOut(
      'Verdicts that no longer apply',
      list(
        (review?.stale ?? []).map(({ ruling, reviewer, why }) => ({
          lead: ruling.sentence,
          text: `${rulingText({ reviewer, ...ruling })}. ${why}`,
        })),
      ),
    ),
    handOut('Reviewed', list(review === undefined ? [] : [said(reviewWords(report, review))])),
    handOut('Warnings about the reports', list(troubles(report, labels, true))),
  ]
}

function rulings({ review = [] }: Finding): string {
  return review.map((ruling) => `${rulingText(ruling)}.`).join(' ')
}

function troubles(report: Report, labels: Labels, serious: boolean): readonly Said[] {
  const issues = report.issues.filter(({ severity }) => (severity !== 'info') === serious)
  return troublesOf(issues, labels).map(({ lead, label, words }) => ({
    lead: `${lead}:`,
    text: label === null ? words : `${label.name}. ${words}`,
  }))
}

/** How sure, why, as what it is told, what was cut, and the passages. */
function behindFinding(report: Report, labels: Labels, finding: Finding): readonly Said[] {
  const { id, kind, articles, review } = finding
  const { type, reason, referent, positions = [], edits = [] } = finding.detail
  const { cards } = findingRow(report, labels, finding)
  const sign = foundBy(report, finding)
  const why = reason === undefined ? '' : ` Reason: ${reason}.`
  const meant = referent === undefined || kind === 'naming' || type === 'date' ? '' : ` About: ${referent}.`
  return [
    said(`${sureness(finding)}${sign === '' ? '' : `; ${sign}`}.${why}${meant} ${id}`),
    ...positions.flatMap((one) => {
      const words = toldAs(one)
      return words === '' ? [] : [said(`${labels.letters(one.articles)}: ${words}`)]
    }),
    ...edits.map((edit) => said(`${labels.letters(articles)}: ${editText(edit)}`)),
    ...(review === undefined ? [] : [said(rulings(finding))]),
    ...passagesOf(labels, cards?.() ?? []),
  ]
}

/** A column's row with what its foot on the page has. */
function columnOutline(report: Report, labels: Labels, row: Row): OutlineRow {
  const { below, ...asked } = outlineRow(labels, row)
  const { column } = row
  if (column === undefined) return { ...asked, below }
  const tags = tagsOn(report.findings, column).map(([tag]) => tag)
  return { ...asked, below: [...below, said([linkedIn(report, column), ...tags].join('; '))] }
}

function outlineRow(labels: Labels, row: Row): OutlineRow {
  const { word, label, added = [], about, answers, note, cards } = row
  const asks = [inOneText({ words: label, added }), about.replaceAll(blank, '___')]
    .filter((part) => part !== '')
    .join(' ')
  const given = answers.map((answer) => `${wordsOf(answer)} (${labels.letters(answer.articles)})`.trim())
  return {
    word,
    question: /[\p{L}\p{N}”]$/u.test(asks) && given.length > 0 ? `${asks}:` : asks,
    answers: [...given, ...(note === '' ? [] : [note])].join('; '),
    below: passagesOf(labels, cards?.() ?? []),
  }
}

/** `C Tide Radio` `(says this, characters 12 to 40): “…”`, and what was changed there. */
function passagesOf(labels: Labels, cards: readonly Card[]): readonly Said[] {
  return cards.flatMap(({ articles, passages, note, edits }) => {
    const article = labels.of(articles[0] ?? '')?.article
    if (article === undefined) return []
    const lead = labels.names(articles)
    if (passages.length === 0 && note !== '') return [{ lead, text: note }]
    return passages.flatMap(({ spans, tags }, index): readonly Said[] => {
      const place = hull(spans)
      const words = passageText(article, spans)
      const facts = [...(index === 0 && note !== '' ? [note] : []), ...tags]
      const at = place === undefined ? [] : [`characters ${place.start} to ${place.end}`]
      const printed = words === '' ? 'text not included' : inQuotes(shorten(words, longestPassage))
      return [
        { lead, text: `(${[...facts, ...at].join(', ')}): ${printed}` },
        ...(index > 0 ? [] : edits.map((edit) => ({ lead, text: editText(edit) }))),
      ]
    })
  })
}

/** The same rows as the page has, in its order. */
function lists(report: Report, labels: Labels): readonly Section[] {
  const section = (title: string, lead: string, rows: readonly Row[]): Section =>
    tables(
      title,
      ...(rows.length === 0 ? [] : [text(lead)]),
      rowsOf(rows.map((row) => columnOutline(report, labels, row))),
    )
  const alone = (title: string, rows: readonly Row[]): Section =>
    tables(
      `${title} (${rows.length})`,
      list(
        rows.map(({ answers, label, added = [], word }) => ({
          lead: labels.letters(answers.flatMap(({ articles }) => articles)),
          text: inOneText({ words: label, added }) + (word === '' ? '' : ` (${word})`),
        })),
      ),
    )
  return [
    section(
      'Claim by claim',
      'What each report says. “Cannot tell”: there is something like it, which may not mean the same.',
      claimRows(report, labels),
    ),
    alone('Found in no other report', aloneRows(labels, report.claims)),
    section(
      'Quotations',
      'What people are said to have said, longest version first. In quotation marks only where a report quotes.',
      quoteRows(report, labels),
    ),
    alone('Quotations found in no other report', aloneRows(labels, report.quotes)),
    section('Figures, dates, places', 'As each report gives them.', factRows(report, labels)),
    section(
      'People and sources',
      'What each report calls people, organisations and places.',
      actorRows(report, labels),
    ),
    tables(
      'Headlines and leads',
      list(
        labels.all.map(({ article, name }) => {
          const { headline, lead } = openingOf(article)
          const words = (span: Span | null): string => (span === null ? '' : passageText(article, [span]))
          const opening = [words(headline) || 'No headline.', shorten(words(lead), longestLead)]
          return { lead: name, text: opening.filter((part) => part !== '').join(' / ') }
        }),
      ),
    ),
    tables('Who is heard', {
      kind: 'table',
      head: [
        'Report',
        'Words',
        'The report’s own words',
        'Direct quotations',
        'Indirect quotations',
        'Cautious words (“may”, “reportedly”)',
        'Who is heard',
      ],
      rows: report.profiles.map(
        ({ article, words, ownWords, quotedWords, reportedWords, hedgesInOwnWords, speakers }) => [
          labels.names([article]),
          ...[words, ownWords, quotedWords, reportedWords, hedgesInOwnWords].map(String),
          speakers.map((one) => `${one.name}: ${heardWords(one)}`).join('; ') || 'nobody',
        ],
      ),
    }),
  ]
}

function made(report: Report, labels: Labels): readonly Section[] {
  return [
    handOut('Where the texts come from', {
      kind: 'table',
      head: [
        'Report',
        'Source',
        'Times',
        'How much was read',
        'Same wording as another report',
        'File fingerprint (SHA-256)',
      ],
      rows: labels.all.map(({ article, name }) => [
        [name, ...article.bylines.map((one) => `by ${one}`)].join(', '),
        [
          sourceName(article),
          ...(article.url === null || article.url === article.source ? [] : [article.url]),
        ].join(' '),
        timesOf(article).join('; ') || 'time not given',
        completenessText(article),
        sharedWith(report, labels, article).join('; ') || 'nothing shared word for word',
        article.sha256 ?? 'no bytes',
      ]),
    }),
    tables('Notes on the sources', list(troubles(report, labels, false))),
    handOut('A second reader', list(notesInWords(report).map(said))),
    tables('Method', list(methodSteps.map(said))),
    tables(
      'How often differences were right in tests',
      { kind: 'table', head: ['Kind', 'Right', 'Tested on'], rows: rateRows },
      ...[unmeasured, report.notes === undefined ? '' : ratesOfNotes(report)].flatMap((words) =>
        words === '' ? [] : [text(words)],
      ),
    ),
    handOut('What is not covered', list(limits(report).map(said))),
    tables('Technical details', {
      kind: 'table',
      head: ['What', 'Version or value'],
      rows: versionRows(report),
    }),
  ]
}
