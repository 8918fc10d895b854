/**
 * The answers of a finding: its positions, its names, its versions, its passages; then who tells the matter otherwise, who
 * does not say, and of whom nobody can tell.
 *
 * In: an event, a finding, what its question is about. Out: answers; a report stands in one place alone.
 * Never: takes a report that could not be read for one that does not say.
 */
import { functionWords } from '../english/function-words.js'
import { printedHeadline } from '../english/headline-line.js'
import { personKey, surnameKey } from '../english/names.js'
import type { Column } from '../model/alignment.js'
import type { Answer, Found, Position } from '../model/comparison.js'
import { isCompared, reportsIn } from '../text/compared.js'
import { grouped } from '../text/grouped.js'
import { bare, unquoted } from '../text/in-quotes.js'
import { itemAt } from '../text/item-at.js'
import { once } from '../text/once.js'
import { overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { differing } from './differing.js'
import {
  articleOf,
  columnOf,
  holdsWords,
  inOrder,
  untied,
  wordsAt,
  type Article,
  type Event,
  type Given,
} from './event.js'
import { heardOrNot } from './heard.js'
import { mentionedOrNot } from './mentioned.js'
import { isOmission, isTelling } from './question.js'
import { printings, versions } from './versions.js'

export type Answers = Given & { readonly unknown: readonly string[] }

export function answersOf(event: Event, finding: Found, about: string): Answers {
  const own = givenBy(event, finding, about)
  const sides = new Set(own.answers.flatMap(({ articles }) => articles))
  const credits = isOfSpeaker(finding)
    ? creditsOf(
        columnOf(event, finding),
        reportsIn(event).filter(({ id }) => !sides.has(id)),
      )
    : []
  const given = credits.length === 0 ? own : { ...own, ...values([...own.answers, ...credits]) }
  const placed = new Set(
    [...given.answers, ...given.otherwise].flatMap(({ articles }) => articles).concat(given.silent),
  )
  const left = inOrder(event).filter(({ role, id }) => role !== 'reference' && !placed.has(id))
  const rest = others(event, finding, left)
  const order = inOrder(event).map(({ id }) => id)
  const ordered = (ids: readonly string[]): readonly string[] => order.filter((id) => ids.includes(id))
  const told = <Told extends { readonly articles: readonly string[] }>(
    all: readonly Told[],
  ): readonly Told[] =>
    all
      .filter(({ articles }) => articles.length > 0)
      .map((one) => ({ ...one, articles: ordered(one.articles) }))
  return {
    answers: told(given.answers),
    otherwise: told([...given.otherwise, ...rest.otherwise]),
    silent: ordered([...given.silent, ...rest.silent]),
    unknown: rest.unknown,
  }
}

function givenBy(event: Event, finding: Found, about: string): Given {
  const { positions = [], labels, edits } = finding.detail
  const printed = edits === undefined ? null : versions(event, finding, columnOf(event, finding))
  if (printed !== null) {
    return { ...values(printed.answers), otherwise: printed.otherwise }
  }
  if (finding.kind === 'omitted-quote') return heardOrNot(event, finding)
  if (finding.kind === 'omitted-theme') return mentionedOrNot(event, finding)
  if (isOmission(finding)) return toldOrNot(event, finding, about)
  if (positions.length > 0) return values(positions.map((position) => valueOf(finding, position)))
  return values(
    labels === undefined
      ? passages(event, finding)
      : Object.entries(labels).map(([id, words]) => ({ text: words.join(', '), by: null, articles: [id] })),
  )
}

/** Answers in the same words of the same person are one; a report stands with the first of its own. */
function values(all: readonly Answer[]): Given {
  const placed = new Set<string>()
  const own = all.map((answer) => {
    const articles = answer.articles.filter((id) => !placed.has(id))
    articles.forEach((id) => placed.add(id))
    return { ...answer, articles }
  })
  const merged = [
    ...grouped(
      own.filter(({ articles }) => articles.length > 0),
      ({ text, by }) => [JSON.stringify([text, by])],
    ).values(),
  ].map((same) => ({ ...itemAt(same, 0), articles: same.flatMap(({ articles }) => articles) }))
  const places = differing(merged.map(({ text }) => text))
  const answers = merged.map((answer, at) => ({ ...answer, differs: itemAt(places, at) }))
  return { answers, otherwise: [], silent: [] }
}

/** What a position answers: whom it credits, or what it gives. */
function valueOf(finding: Found, { value, articles, source }: Position): Answer {
  const { type } = finding.detail
  if (isOfSpeaker(finding)) return { text: source ?? unquoted(value), by: null, articles }
  return { text: type === 'polarity' ? untied(value) : untied(bare(value)), by: source, articles }
}

export function isOfSpeaker({ kind, detail: { type } }: Found): boolean {
  return kind === 'speaker-differs' || type === 'attribution'
}

/** Whom a report that stands on no side credits, in its words; "she" is somebody whom it names, and no third person. */
function creditsOf(column: Column | undefined, left: readonly Article[]): readonly Answer[] {
  return left.flatMap((article) => {
    const cell = column?.cells[article.id]
    const sources = cell?.state === 'present' ? cell.mentions.flatMap(({ source }) => source) : []
    const words = sources.map((span) => wordsAt(article, [span]))
    const [first] = words
    return first === undefined || words.some((one) => functionWords.has(one.toLowerCase()))
      ? []
      : [{ text: first, by: null, articles: [article.id] }]
  })
}

/** What one tells alone, all others that were read whole have nothing of. */
function toldOrNot(event: Event, finding: Found, statement: string): Given {
  const telling = finding.evidence.filter((passage) => isTelling(finding, passage))
  const tellers = [...new Set(telling.map(({ article }) => article))]
  const holds = (id: string): boolean => {
    const article = articleOf(event, id)
    return article !== undefined && holdsWords(article, statement)
  }
  const near = finding.evidence.filter(({ role }) => role === 'context').map(({ article }) => article)
  const others = reportsIn(event)
    .filter((article) => isCompared(article) && article.completeness.state !== 'truncated')
    .map(({ id }) => id)
  const silent = finding.kind === 'only-here' ? others : finding.articles
  // What one text alone says its copies say, too.
  const whole = [...new Set([...tellers, ...silent])].filter(holds)
  return {
    answers: [{ text: statement, by: null, articles: whole }],
    otherwise: [{ how: 'part', articles: tellers.filter((id) => !whole.includes(id)) }],
    silent: silent.filter((id) => ![...tellers, ...near, ...whole].includes(id)),
  }
}

/** An absence less sure than this is none beside a passage that may tell it. */
const sureAbsence = 0.8

/** What a report that a finding leaves open does by the table of claims: it says no other than the finding. */
function standingInRows({ claims }: Event, finding: Found, { id }: Article): Standing {
  const telling = finding.evidence.filter((passage) => isTelling(finding, passage))
  const cells = claims.flatMap((column) => {
    const isTold = telling.some((passage) => {
      const told = column.cells[passage.article]
      return told?.state === 'present' && told.mentions.some((mention) => overlap(mention, passage) > 0)
    })
    return isTold ? (column.cells[id] ?? []) : []
  })
  if (cells.some((cell) => cell.state === 'present' && cell.perhaps !== true)) return 'otherwise'
  const isAbsent = cells.every((cell) => cell.state === 'absent' && cell.confidence >= sureAbsence)
  return isAbsent && cells.length > 0 && isOmission(finding) ? 'silent' : 'unknown'
}

function passages(event: Event, { evidence }: Found): readonly Answer[] {
  return printings(event, evidence)
    .filter(({ role }) => role !== 'context' && role !== 'nearest')
    .map(({ article, words }) => ({ text: bare(words), by: null, articles: [article], quoted: true }))
}

type Rest = Omit<Answers, 'answers'>

/** Reports that stand in no answer: silent, telling it otherwise, or not known. */
function others(event: Event, finding: Found, left: readonly Article[]): Rest {
  const ids = (articles: readonly Article[]): readonly string[] => articles.map(({ id }) => id)
  if (finding.kind === 'headline-focus' || finding.kind === 'told-differently') {
    const compared = left.filter(isCompared)
    const without = finding.kind === 'headline-focus' ? compared.filter(isUnheaded) : []
    return {
      otherwise: [{ how: 'no-headline', articles: ids(without) }],
      silent: [],
      unknown: ids(compared.filter((one) => !without.includes(one))),
    }
  }
  // What is looked for in every report; the others are of some reports, and say nothing of the rest.
  if (finding.column === null && !isOmission(finding) && finding.kind !== 'omitted-theme')
    return { otherwise: [], silent: [], unknown: [] }
  const column = columnOf(event, finding)
  const of = (wanted: Standing): readonly Article[] =>
    left.filter(
      (article) =>
        wanted === (column ? standingOf(column, article) : standingInRows(event, finding, article)),
    )
  const how =
    asksForValue(finding) && !left.some((article) => givesAny(event, finding, article)) ? 'no-value' : 'part'
  return {
    otherwise: [{ how, articles: ids(of('otherwise')) }],
    silent: ids(of('silent')),
    unknown: ids(of('unknown')),
  }
}

/** Its first line, where it is taken for a headline, reads as a sentence of its text. */
function isUnheaded(article: Article): boolean {
  return printedHeadline(article) === null
}

/** A sum in another currency, a count of another unit: it says which, and is held against none of the answers. */
function givesAny(event: Event, finding: Found, article: Article): boolean {
  const cell = columnOf(event, finding)?.cells[article.id]
  if (cell?.state !== 'present' || finding.detail.type !== 'number') return false
  const kinds = new Set(
    finding.evidence
      .filter(({ role }) => role === 'value')
      .flatMap(
        (span) => articleOf(event, span.article)?.quantities.filter((one) => overlap(one, span) > 0) ?? [],
      )
      .map(({ kind }) => kind),
  )
  return article.quantities.some(
    (quantity) => kinds.has(quantity.kind) && cell.mentions.some((mention) => overlap(mention, quantity) > 0),
  )
}

/** Who said the words is told with other words, too. */
function asksForValue({ kind, detail: { type } }: Found): boolean {
  return kind === 'conflict' && type !== 'attribution'
}

type Standing = 'otherwise' | 'silent' | 'unknown'

function standingOf(column: Column | undefined, article: Article): Standing {
  const cell = column?.cells[article.id]
  if (!isCompared(article) || cell === undefined) return 'unknown'
  switch (cell.state) {
    case 'present':
      return 'otherwise'
    case 'absent':
      return 'silent'
    case 'unknown':
      return cell.reason !== 'too-early' && isUnheard(column, article) ? 'silent' : 'unknown'
  }
}

/** Read whole, and without the family name of who said it. */
function isUnheard(column: Column | undefined, article: Article): boolean {
  const name = column && 'speaker' in column ? column.speaker?.name : undefined
  if (name === undefined || article.completeness.state !== 'complete') return false
  return !surnamesIn(article).has(personKey(name))
}

/** Every word, as a family name would be written. */
const surnamesIn = once(
  ({ text }: Article): ReadonlySet<string> => new Set(tokenize(text).map(({ norm }) => surnameKey(norm))),
)
