/**
 * All that the reports have in common or apart, as rows in the Report’s order, which every view prints: a question or label, what each
 * report answers, the passages behind it. Never: an answer set above another, or a decision.
 */
import type { Actor, ActorInArticle } from '../model/actor.js'
import type { Cell, Column, QuoteColumn } from '../model/alignment.js'
import type { Fact, Finding } from '../model/comparison.js'
import type { InspectedArticle, Report, RowChip } from '../model/report.js'
import type { Span } from '../model/span.js'
import { isCompared, reportsIn, strangersIn, tellers } from '../text/compared.js'
import { inQuotes } from '../text/in-quotes.js'
import { itemAt } from '../text/item-at.js'
import { sortedBy } from '../text/order.js'
import { overlap } from '../text/spans.js'
import { oneLine } from '../text/trimmed.js'
import { columnCards, findingCards, silentCards, type Card } from './cards.js'
import { ofDays } from './extent.js'
import { answerWords, partingOf, states, wordsOf, type Answer, type AnswerState } from './differences.js'
import type { Labels } from './labels.js'
import { passageText } from './passage.js'
import { shorten, unquoted, visibleLine } from './safe-text.js'
import { addedByValue, readableValue } from './values.js'
import {
  foundBy,
  sureClass,
  tagOf,
  certaintyNote,
  count,
  formWords,
  gradeWords,
  roleWords,
  stanceWords,
  voiceWords,
} from './words.js'
import { grouped } from '../text/grouped.js'

export type Row = {
  /** Of the finding or column, for links; null where nothing links to it. */
  readonly id: string | null
  /** The kind in a word: `length of time`, `quotation`, `person`; '' where the list says it. */
  readonly word: string
  readonly label: string
  /** What the label is about, with `blank` where the answers differ; '' where it says all. */
  readonly about: string
  /** Places in the label of words that are no part of what is told. */
  readonly added?: readonly Span[]
  readonly answers: readonly Answer[]
  /** How sure, where that is less than the page says of all; why, where there is a reason. */
  readonly note: string
  /** Behind it; a row without is a line, which does not open. */
  readonly cards: (() => readonly Card[]) | null
  /** What filters go by: words by name. */
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly finding?: Finding
  readonly column?: Column
}

const longestLabel = 160

export function findingRow(report: Report, labels: Labels, finding: Finding): Row {
  const { word, question, about, answers } = partingOf(report, labels, finding)
  const named = new Set([...finding.articles, ...finding.evidence.map(({ article }) => article)])
  const left = (wanted: 'silent' | 'unread'): readonly Card[] =>
    answers
      .filter(({ state }) => state === wanted)
      .flatMap((answer) => silentCards(report, labels, finding, wanted, wordsOf(answer), answer.articles))
  return {
    id: finding.id,
    word,
    label: question,
    about,
    answers,
    // Of a later day, another date may be a change of plan.
    note: [
      ...(finding.detail.type === 'date' ? ofDays(report, finding.articles) : []),
      isPlain(finding) ? '' : certaintyNote(finding.confidence),
      foundBy(report, finding),
    ]
      .filter((part) => part !== '')
      .join('; '),
    cards: () => [...findingCards(labels, finding), ...left('silent'), ...left('unread')],
    facets: {
      kinds: [finding.kind],
      sure: [sureClass(finding.confidence)],
      about: labels.all.flatMap(({ article, letter }) => (named.has(article.id) ? [letter] : [])),
      ruled: ['open'],
      ...(finding.by === undefined ? {} : { by: [finding.by] }),
    },
    finding,
  }
}

/** Headlines stand as they are: nothing was matched. */
function isPlain({ kind, confidence }: Finding): boolean {
  return kind === 'headline-focus' || sureClass(confidence) === 'strong'
}

/** Without a statement only a difference is, in the words there are. */
export function isDrawn({ statement }: { readonly statement?: unknown }, chips: readonly string[]): boolean {
  return statement !== null || chips.includes('differs')
}

/** Claims told in two reports or more; rows that differ first, then the most prominent. */
export function claimRows(report: Report, labels: Labels): readonly Row[] {
  const by = findingsByColumn(report.findings)
  const columns = new Map(report.claims.map((column) => [column.id, column]))
  return (report.rows ?? []).flatMap(({ column: id, chips }) => {
    const column = columns.get(id)
    if (column === undefined || !isDrawn(column, chips)) return []
    const { words: label, added = [] } = column.statement ?? {
      words: shorten(column.title ?? column.label, longestLabel),
    }
    return [
      {
        ...columnRow(labels, column, by.get(id) ?? []),
        label,
        added,
        facets: { told: toldIn(labels, column), chips: chipsOf(column, chips) },
      },
    ]
  })
}

function chipsOf({ cells }: Column, chips: readonly RowChip[]): readonly string[] {
  const open = Object.values(cells).some((cell) => cell.state === 'present' && !isSurelyTold(cell))
  if (open) return [...new Set([...chips, 'unknown'])]
  return chips.length === 0 ? ['alike'] : chips
}

function isSurelyTold(cell: Cell | undefined): boolean {
  return cell?.state === 'present' && cell.perhaps !== true
}

/** Utterances in two reports or more, in the longest version. */
export function quoteRows(report: Report, labels: Labels): readonly Row[] {
  const by = findingsByColumn(report.findings)
  return report.quotes
    .filter((column) => tellers(column).length > 1)
    .map((column) => {
      const findings = by.get(column.id) ?? []
      const weighty = findings.some(({ detail }) => detail.edits?.some(({ carries }) => carries !== null))
      return {
        ...columnRow(labels, column, findings),
        word: speakerOf(column),
        label: fullestText(labels, column),
        note: weighty ? 'A cut may change the meaning.' : '',
      }
    })
}

/** What one report alone tells or quotes and no other may tell in other words, in the order of the reports; two clauses of one sentence that is shown are one. */
export function aloneRows(labels: Labels, columns: readonly Column[]): readonly Row[] {
  const alone = columns.filter(
    (column) =>
      tellers(column).length === 1 &&
      !('thing' in column) &&
      column.statement !== null &&
      column.elsewhere !== true,
  )
  return labels.all.flatMap(({ article }) => {
    const rows = alone
      .filter((column) => column.cells[article.id]?.state === 'present')
      .map((column): Row => {
        const { words, added = [] } = column.statement ?? {
          words: shorten(passageText(article, column.fullest.spans) || column.label, 240),
        }
        return {
          id: column.id,
          word: 'speaker' in column ? speakerOf(column) : '',
          label: 'speaker' in column ? fullestText(labels, column) : words,
          added,
          about: '',
          answers: [{ state: 'value', pieces: [], articles: [article.id] }],
          note: '',
          cards: null,
          facets: { told: toldIn(labels, column) },
          column,
        }
      })
    return [...grouped(rows, ({ word, label }) => [JSON.stringify([word, label])]).values()].map((same) => ({
      ...itemAt(same, 0),
      added: same.map(({ added = [] }) => added).reduce(inBoth),
    }))
  })
}

function inBoth(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  return one.flatMap((a) =>
    other
      .filter((b) => overlap(a, b) > 0)
      .map((b) => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) })),
  )
}

function columnRow(labels: Labels, column: Column, findings: readonly Finding[]): Row {
  return {
    id: column.id,
    word: '',
    label: '',
    about: '',
    answers: columnAnswers(labels, column),
    note: '',
    cards: () => columnCards(labels, column, findings),
    facets: { told: toldIn(labels, column) },
    column,
  }
}

function toldIn(labels: Labels, column: Column): readonly string[] {
  return lettersOf(labels, (id) => column.cells[id]?.state === 'present')
}

/** Letters of the reports that pass: a row goes when none of them is shown. */
function lettersOf(labels: Labels, passes: (article: string) => boolean): readonly string[] {
  return labels.all.flatMap(({ article, letter }) => (passes(article.id) ? [letter] : []))
}

function speakerOf(column: QuoteColumn): string {
  return column.speaker === null ? 'source not recognised' : `attributed to ${column.speaker.name}`
}

/** In quotation marks of our own only what stands in some as a whole. */
function fullestText(labels: Labels, { fullest, cells, label }: QuoteColumn): string {
  const article = labels.of(fullest.article)?.article
  const text = article ? passageText(article, fullest.spans) : ''
  const words = shorten(visibleLine(text === '' ? label : text), 320)
  const cell = cells[fullest.article]
  const refs = cell?.state === 'present' ? cell.mentions.map(({ ref }) => ref) : []
  const isDirect = article?.quotes.some(({ id, kind }) => refs.includes(id) && kind === 'direct') ?? true
  return isDirect ? inQuotes(unquoted(words)) : words
}

/** How each report tells it, reports that tell it alike together. */
function columnAnswers(labels: Labels, column: Column): readonly Answer[] {
  return together(
    labels.all.flatMap(({ article }): readonly Answer[] => {
      const [state, words, differs = false] = cellAnswer(article, column)
      return words === '' ? [] : [{ state, pieces: [{ text: words, differs }], articles: [article.id] }]
    }),
  )
}

function cellAnswer(article: InspectedArticle, column: Column): readonly [AnswerState, string, boolean?] {
  const cell = column.cells[article.id]
  if (cell === undefined) return ['unread', '']
  if (cell.state === 'absent') return ['silent', answerWords.silent]
  if (cell.state === 'unknown' || cell.perhaps === true) return ['unread', answerWords.unread]
  if ('speaker' in column)
    return ['value', article.id === column.fullest.article ? roleWords.fuller : formWords[cell.form]]
  const voices = cell.mentions.map(({ voice }) => voice)
  const voice = (['own', 'attributed', 'unclear'] as const).find((one) => voices.includes(one)) ?? 'own'
  const value = cell.value === undefined ? '' : ` (${printedValue(article, cell.value, cell.mentions)})`
  const credited = voice === 'own' ? '' : `, ${voiceWords[voice]}`
  return ['value', `${stanceWords[cell.stance]}${credited}${value}`, cell.stance !== 'asserts']
}

/** An amount as its report prints it, "$210 million"; a day in full, since reports say "Thursday". */
function printedValue(article: InspectedArticle, value: string, mentions: readonly Span[]): string {
  const quantity = article.quantities.find(
    (one) =>
      one.kind !== 'date' &&
      (one.unit === null ? one.value : `${one.value} ${one.unit}`) === value &&
      mentions.some((mention) => overlap(mention, one) > 0),
  )
  const words = quantity ? visibleLine(passageText(article, [quantity])) : ''
  return words === '' ? readableValue(value) : words
}

/** Answers in the same words are one; those that do not tell come last. */
function together(answers: readonly Answer[]): readonly Answer[] {
  const by = new Map<string, Answer>()
  for (const answer of answers) {
    const key = `${answer.state} ${wordsOf(answer)}`
    by.set(key, { ...answer, articles: [...(by.get(key)?.articles ?? []), ...answer.articles] })
  }
  return sortedBy(by.values(), ({ state }) => states.indexOf(state))
}

/** What each report gives, and for those that give nothing: that nothing was found, or that this cannot be told. */
function answersOf(
  report: Report,
  labels: Labels,
  none: string,
  given: (article: InspectedArticle) => readonly string[],
  unsure: readonly string[] = [],
): readonly Answer[] {
  const strangers = strangersIn(report)
  return together(
    labels.all.flatMap(({ article }): readonly Answer[] => {
      const words = given(article)
      const answer = (state: AnswerState, text: string): Answer => ({
        state,
        pieces: [{ text, differs: false }],
        articles: [article.id],
      })
      if (words.length > 0) return [...new Set(words)].map((one) => answer('value', one))
      if (strangers.has(article.id)) return [answer('unread', 'not compared')]
      const whole =
        article.completeness.state === 'complete' && isCompared(article) && !unsure.includes(article.id)
      return [whole ? answer('silent', none) : answer('unread', answerWords.unread)]
    }),
  )
}

/** A row of things that stand in the texts, a card a report. */
function thingRow(labels: Labels, row: Omit<Row, 'id' | 'cards' | 'facets'>, cards: readonly Card[]): Row {
  const told = new Set(row.answers.flatMap(({ state, articles }) => (state === 'value' ? articles : [])))
  return { ...row, id: null, cards: () => cards, facets: { told: lettersOf(labels, (id) => told.has(id)) } }
}

type Placed = { readonly article: string; readonly start: number; readonly end: number; readonly tag: string }

const mostPassages = 4

function cardsOf(labels: Labels, places: readonly Placed[]): readonly Card[] {
  return labels.all.flatMap(({ article }): readonly Card[] => {
    const seen = new Set<string>()
    const mine = places.filter((place) => {
      if (place.article !== article.id) return false
      const words = oneLine(passageText(article, [place]))
      return words !== '' && !seen.has(words) && seen.add(words)
    })
    const [first] = mine
    if (first === undefined) return []
    return [
      {
        state: 'printed',
        articles: [article.id],
        places: new Map([[article.id, first.start]]),
        note: '',
        passages: mine.slice(0, mostPassages).map(({ start, end, tag }) => ({
          spans: [{ start, end }],
          tags: tag === '' ? [] : [tag],
          against: null,
        })),
        edits: [],
      },
    ]
  })
}

/** Figures, dates and places, in the words of each report, with the value that they stand for. */
export function factRows(report: Report, labels: Labels): readonly Row[] {
  return report.facts.map((fact) => ({
    ...thingRow(
      labels,
      {
        word: gradeWords[fact.grade],
        label: fact.question,
        about: '',
        answers: answersOf(
          report,
          labels,
          answerWords.silent,
          (article) => fact.values.flatMap((value) => valueWords(article, value)),
          fact.elsewhere,
        ),
        note: fact.reason ?? '',
      },
      cardsOf(
        labels,
        fact.values.flatMap(({ spans }) => spans.map((span) => ({ ...span, tag: '' }))),
      ),
    ),
    id: fact.id,
  }))
}

const longestValue = 140

/** `“17 hours”`, each wording once, with the value where the words do not say it. */
function valueWords(
  article: InspectedArticle,
  { value, articles, spans }: Fact['values'][number],
): readonly string[] {
  if (!articles.includes(article.id)) return []
  return spans.flatMap((span) => {
    const words = span.article === article.id ? visibleLine(passageText(article, [span])) : ''
    const added = addedByValue(words, value)
    return words === '' ? [] : [inQuotes(shorten(words, longestValue)) + (added === '' ? '' : ` (${added})`)]
  })
}

const mostLabels = 2

/** What each report calls an actor; what it has the actor do and be is behind it. */
export function actorRows(report: Report, labels: Labels): readonly Row[] {
  return (report.actors ?? [])
    .filter(({ byArticle }) => Object.keys(byArticle).length > 1)
    .map((actor) => {
      const answers = answersOf(report, labels, 'does not name', ({ id }) => {
        const here = actor.byArticle[id]
        return here === undefined ? [] : [calledHere(here)]
      })
      const places = Object.entries(actor.byArticle).flatMap(([article, here]) => actorPlaces(article, here))
      return thingRow(
        labels,
        { word: actorWords[actor.kind], label: actor.name, about: '', answers, note: '' },
        cardsOf(labels, places),
      )
    })
}

const actorWords: Readonly<Record<Actor['kind'], string>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  group: 'group',
  other: '',
}

function calledHere({ labels }: ActorInArticle): string {
  return labels
    .slice(0, mostLabels)
    .map((label) => shorten(label.words, 60))
    .join(', ')
}

function actorPlaces(article: string, { acts, modifiers }: ActorInArticle): readonly Placed[] {
  return [
    ...acts.map(({ direction, voice, start, end }) => ({
      article,
      start,
      end,
      tag: `${direction === 'does' ? 'does this' : 'this is done to it'}, ${voiceWords[voice]}`,
    })),
    ...modifiers.map(({ voice, start, end }) => ({
      article,
      start,
      end,
      tag: `described, ${voiceWords[voice]}`,
    })),
  ]
}

/** `found in 4 of 5 reports, which are 3 independent texts, in 1 of them otherwise` */
export function linkedIn(report: Report, column: Column): string {
  const reports = reportsIn(report)
  const told = reports.flatMap(({ id }) => {
    const cell = column.cells[id]
    return cell?.state === 'present' && isSurelyTold(cell) ? [cell.stance] : []
  })
  const number = told.length
  if (number === 0) return 'perhaps found, in none for sure'
  const texts = column.texts >= number ? '' : `, which are ${count(column.texts, 'independent text')}`
  const others = told.filter((stance) => stance !== 'asserts').length
  const otherwise = others === 0 ? '' : `, in ${others} of them otherwise`
  return `found in ${number} of ${reports.length} reports${texts}${otherwise}`
}

/** The findings that rest on it, one of each name. */
export function tagsOn(findings: readonly Finding[], { id }: Column): readonly (readonly [string, string])[] {
  return [
    ...new Map(
      findings
        .filter(({ column }) => column === id)
        .reverse()
        .map((one) => [tagOf(one), one.id]),
    ),
  ]
}

function findingsByColumn(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return grouped(findings, ({ column }) => (column === null ? [] : [column]))
}
