/** What the table of claims shows: which rows in which order, what each can be asked for, which links are not sure. */
import { contentKey } from '../english/concepts.js'
import type { Cell, ClaimColumn, Column, PresentCell, Statement } from '../model/alignment.js'
import type { Sentence } from '../model/annotation.js'
import type { Found } from '../model/comparison.js'
import type { Row, RowChip } from '../model/report.js'
import type { Span } from '../model/span.js'
import { reportsIn, strangerCell, strangersIn, tellers } from '../text/compared.js'
import { addTo, grouped } from '../text/grouped.js'
import { once } from '../text/once.js'
import { firstBy, sortedBy } from '../text/order.js'
import { firstEndingAfter, overlap, spanLength } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { normalText } from '../text/trimmed.js'
import { articleOf, contentOf, printsMost, titleOf, wordsAt, type Article, type Event } from './event.js'
import { statementOf } from './statement.js'

/** A link less sure than this is shown as one. */
const sureLink = 0.8

/** A report says what is printed where this share of its words stand in its sentence, or this of those that were compared: by 105 cells judged strictly. */
const leastSaid = { ofAll: 0.45, ofCompared: 0.75 } as const

export function shownColumn<C extends Column>(event: Event, column: C): C {
  const strangers = strangersIn(event)
  const tellings = tellingsOf(event, column)
  const statement = 'speaker' in column ? undefined : statementIn(tellings, column)
  const cells = Object.entries(column.cells).map(([id, cell]) => {
    const telling = tellings.find(({ article }) => article.id === id)
    if (cell.state === 'absent' && strangers.has(id)) return [id, strangerCell] as const
    return [id, !telling || isSure(telling, column, statement) ? cell : { ...cell, perhaps: true }] as const
  })
  const title = titleOf(column.label)
  return {
    ...column,
    ...(title === column.label ? {} : { title }),
    ...(statement === undefined ? {} : { statement }),
    ...(isToldElsewhere(event, column) ? { elsewhere: true } : {}),
    cells: Object.fromEntries(cells),
  }
}

/** A report that asserts it, and the words of its sentences there. */
type Telling = { readonly article: Article; readonly cell: PresentCell; readonly keys: ReadonlySet<string> }

function tellingsOf(event: Event, { cells }: Column): readonly Telling[] {
  return Object.entries(cells).flatMap(([id, cell]) => {
    const article = articleOf(event, id)
    if (!article || cell.state !== 'present' || cell.stance !== 'asserts') return []
    const sentences = cell.mentions.flatMap((mention) => sentencesAt(article, mention))
    return [{ article, cell, keys: contentOf(wordsAt(article, sentences)) }]
  })
}

/** It prints the very words, or is linked surely, by more than names, and says much of what is printed. */
function isSure(telling: Telling, { label }: Column, statement: Statement | null = null): boolean {
  const { article, cell } = telling
  const name = statement?.words ?? label.replace(/…$/u, '')
  const passages = cell.mentions.map(({ spans }) => wordsAt(article, spans))
  const isPrinted = statement
    ? shareOf(contentIn(statement).all, telling.keys) === 1
    : passages.some((one) => one.startsWith(name))
  const isLinked = cell.confidence >= sureLink && passages.some((passage) => saysAlike(name, passage))
  return isPrinted || (isLinked && (!statement || says(telling, statement)))
}

function says({ keys }: Telling, statement: Statement): boolean {
  const { all, compared } = contentIn(statement)
  return shareOf(compared, keys) >= leastSaid.ofCompared || shareOf(all, keys) >= leastSaid.ofAll
}

/** What it says, and what the passage that was compared says of it; without what was put in to make it understood. */
const contentIn = once((statement: Statement) => {
  const { words, added } = statement
  const compared = added.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    words,
  )
  return { all: contentOf(ownWords(statement)), compared: contentOf(compared) }
})

function shareOf(content: ReadonlySet<string>, keys: ReadonlySet<string>): number {
  return [...content].filter((key) => keys.has(key)).length / Math.max(1, content.size)
}

function sentencesAt({ sentences }: Article, { start, end }: Span): readonly Sentence[] {
  const from = firstEndingAfter(sentences, start)
  const to = sentences.findIndex((one, at) => at >= from && one.start >= end)
  return sentences.slice(from, to < 0 ? undefined : to)
}

/** Without what was put in to make it understood. */
function ownWords({ words }: Statement): string {
  return words.replace(/\[[^[\]]*\]/gu, '')
}

/** Without a word in common beside names two passages are on one person; of ten such links in two samples six were wrong. */
function saysAlike(name: string, passage: string): boolean {
  const [one, other] = [plainWords(name), plainWords(passage)]
  // A headline may have a capital on each word.
  return one.size === 0 || other.size === 0 || [...one].some((key) => other.has(key))
}

function plainWords(text: string): ReadonlySet<string> {
  const words = tokenize(text).filter(({ start }) => !/\p{Lu}/u.test(text.charAt(start)))
  return new Set(words.map(({ norm }) => contentKey(norm)).filter((key) => key !== ''))
}

/** What few words say stands anywhere. */
const fewestToFind = 4

/** Of what one report alone has: another has something near, a row links its passage, or its words stand together in another. */
function isToldElsewhere(event: Event, { cells }: Column): boolean {
  const [alone, ...more] = Object.entries(cells).flatMap(([id, cell]) =>
    cell.state === 'present' ? [{ id, mentions: cell.mentions }] : [],
  )
  const article = articleOf(event, alone?.id ?? '')
  if (alone === undefined || more.length > 0 || article === undefined) return false
  const isNear = (cell: Cell): boolean => cell.state === 'unknown' && cell.reason === 'told-differently'
  if (Object.values(cells).some(isNear)) return true
  const spans = alone.mentions.flatMap((mention) => mention.spans)
  const isLinked = (linkedIn(event).get(alone.id) ?? []).some((span) =>
    spans.some((own) => 2 * overlap(own, span) >= Math.min(spanLength(own), spanLength(span))),
  )
  if (isLinked) return true
  const words = contentOf(wordsAt(article, spans))
  return (
    words.size >= fewestToFind &&
    reportsIn(event).some((other) => other.id !== alone.id && printsMost(other, words))
  )
}

/** The passages of each report that a row links with another report. */
const linkedIn = once(({ claims, quotes }: Event): ReadonlyMap<string, readonly Span[]> => {
  const cells = [...claims, ...quotes]
    .filter((column) => tellers(column).length > 1)
    .flatMap((column) => Object.entries(column.cells))
  return new Map(
    [...grouped(cells, ([id]) => [id])].map(([id, own]) => [
      id,
      own.flatMap(([, cell]) =>
        cell.state === 'present' ? cell.mentions.flatMap(({ spans }) => spans) : [],
      ),
    ]),
  )
})

/** Rows that differ first, then what two reports surely tell, the most prominent first; of the columns as they are shown. */
export function rowsOf(event: Event, claims: readonly ClaimColumn[]): readonly Row[] {
  const findings = grouped(event.findings, ({ column }) => (column === null ? [] : [column]))
  return sortedBy(
    oncePrinted(
      event,
      claims
        .filter((column) => tellers(column).length > 1)
        .map((column) => ({ column, chips: chipsOf(column, findings.get(column.id) ?? []) })),
    ),
    ({ chips, column }) => [
      chips.includes('differs') ? 0 : 1,
      surelyTold(column) > 1 ? 0 : 1,
      -column.salience,
      column.id,
    ],
  ).map(({ column, chips }) => ({ column: column.id, chips, stands: column.statement != null }))
}

type Drawn = { readonly column: ClaimColumn; readonly chips: readonly RowChip[] }

/** A statement that stands in another's words, told in the same sentence, is that row: of the one that differs, or that more reports tell. */
function oncePrinted(event: Event, rows: readonly Drawn[]): Drawn[] {
  const bySentence = new Map<string, string[]>()
  return sortedBy(rows, ({ chips, column }) => [
    chips.includes('differs') ? 0 : 1,
    -surelyTold(column),
    -(column.statement?.words.length ?? 0),
    column.id,
  ]).filter(({ column: { statement, cells } }) => {
    if (!statement) return true
    const words = ` ${normalText(ownWords(statement))} `
    const sentences = Object.entries(cells).flatMap(([id, cell]) => {
      const article = articleOf(event, id)
      if (!article || cell.state !== 'present') return []
      return cell.mentions.flatMap((mention) => sentencesAt(article, mention).map((one) => `${id} ${one.id}`))
    })
    const before = sentences.flatMap((id) => bySentence.get(id) ?? [])
    if (before.some((other) => other.includes(words) || words.includes(other))) return false
    for (const id of sentences) addTo(bySentence, id, words)
    return true
  })
}

function surelyTold({ cells }: ClaimColumn): number {
  return Object.values(cells).filter((cell) => cell.state === 'present' && cell.perhaps !== true).length
}

function chipsOf(column: ClaimColumn, findings: readonly Found[]): readonly RowChip[] {
  const cells = Object.values(column.cells)
  const present = cells.flatMap((cell) => (cell.state === 'present' ? [cell] : []))
  const voices = new Set(present.map(({ mentions }) => mentions.some(({ voice }) => voice === 'own')))
  const values = new Set(present.flatMap(({ value }) => value ?? []))
  const has: Readonly<Record<RowChip, boolean>> = {
    differs:
      present.some(({ stance }) => stance !== 'asserts') || values.size > 1 || findings.some(isDifference),
    missing: cells.some(({ state }) => state === 'absent'),
    credited: voices.size > 1 || findings.some(({ kind }) => kind === 'attribution-dropped'),
    unknown: cells.some(({ state }) => state === 'unknown'),
  }
  return (['differs', 'missing', 'credited', 'unknown'] as const).filter((chip) => has[chip])
}

/** What is told, not how long or whether. */
function isDifference({ kind }: Found): boolean {
  return kind === 'conflict' || kind === 'certainty-differs' || kind === 'attribution-dropped'
}

/** The statement that most reports say; of such, of the telling whose words name the column, if that is understood without more words. */
function statementIn(tellings: readonly Telling[], { label }: ClaimColumn): Statement | null {
  const name = label.replace(/…$/u, '')
  const told = tellings.flatMap(({ article, cell }) =>
    cell.mentions.flatMap((mention) => {
      const statement = statementOf(article, mention)
      if (statement === null) return []
      const by = tellings.filter((telling) => says(telling, statement)).length
      return [{ statement, by, isName: wordsAt(article, mention.spans).startsWith(name) }]
    }),
  )
  const best = firstBy(told, ({ by, statement, isName }) => [
    -by,
    statement.added.length === 0 ? 0 : 1,
    isName ? 0 : 1,
    statement.words.length,
    statement.words,
  ])
  return best?.statement ?? null
}
