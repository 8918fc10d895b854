/**
 * The words in which a column can be said to be told by all its reports.
 *
 * In:    an event and a column. Out: of a claim, the shortest of its passages that stands alone as a statement without a pronoun and whose
 *        names, numbers and nearly all other content words every report of the column has in its own passage; of a quotation, the longest stretch in quotation marks that stands in every report
 *        of the column, letter for letter. Null where there is none.
 * Never: joins words of two reports.
 */
import type { Column, Mention, PresentCell, QuoteColumn } from '../model/alignment.js'
import { contentKey } from '../english/concepts.js'
import { joining, thirdPerson } from '../english/function-words.js'
import type { Proposition } from '../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { relateSpeakers } from '../english/speakers.js'
import { saidIn, wholeClause } from '../english/finite-clause.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { contains, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { pointsBack } from './points-back.js'
import { lettersOf, oneLine } from '../text/trimmed.js'
import type { Article, Event } from './event.js'

type Teller = { readonly article: Article; readonly cell: PresentCell }

/** Fewer words in quotation marks may be a stock phrase. */
const leastQuoted = 7

export function agreedWords(event: Event, column: Column): string | null {
  const told = event.articles.flatMap((article): Teller[] => {
    const cell = column.cells[article.id]
    return cell?.state === 'present' && article.role !== 'reference' ? [{ article, cell }] : []
  })
  return 'speaker' in column ? quotedByAll(column, told) : shortestStatement(told)
}

/** Share of the content words of a statement that each report must have in the sentences that it is linked by. */
const nearlyAll = 0.75
/** Fewer content words may be of many things: "the search was over". */
const leastContent = 2

/** What is said, in the words of one report. */
type Statement = { readonly words: string; readonly said: Proposition | undefined }

/** Its numbers, its verb and nearly all else stand there, and it is not told under a condition, or not at all. */
function isCarriedBy({ words, said }: Statement, { article, cell }: Teller): boolean {
  const own = article.sentences.filter((sentence) =>
    cell.mentions.some((mention) => overlap(mention, sentence) > 0),
  )
  const there = new Set(
    own.flatMap(({ start, end }) => contentOf(article.text.slice(start, end))).map(({ key }) => key),
  )
  const sought = contentOf(words)
  const found = sought.filter(({ key }) => there.has(key))
  return (
    sought.length >= leastContent &&
    found.length >= nearlyAll * sought.length &&
    sought.every((word) => there.has(word.key) || !/\p{N}/u.test(word.norm)) &&
    (said === undefined || own.every(isTooLong) || own.some((sentence) => says(article, sentence, said)))
  )
}

/** Its verb stands there, and where it is told of, it is told alike. */
function says(article: Article, sentence: Span, { predicate, isNegated, conditions }: Proposition): boolean {
  const key = contentKey(predicate.lemma)
  if (key === '') return true
  if (isTooLong(sentence)) return false
  const reading = readingOf(article)
  const again = reading.propositions(sentence).filter((other) => contentKey(other.predicate.lemma) === key)
  const isAlike = (other: Proposition): boolean =>
    other.isNegated === isNegated && (conditions.length > 0 || other.conditions.length === 0)
  return again.length > 0
    ? again.some(isAlike)
    : reading.tree(sentence).nodes.some(({ lemma }) => contentKey(lemma) === key)
}

function contentOf(text: string): readonly { readonly norm: string; readonly key: string }[] {
  return tokenize(text).flatMap(({ norm }) => {
    const key = contentKey(norm)
    return key === '' ? [] : [{ norm, key }]
  })
}

function shortestStatement(told: readonly Teller[]): string | null {
  const [shortest] = told
    .flatMap(({ article, cell }) =>
      cell.mentions.flatMap((mention): Statement[] => {
        const words = statementOf(article, mention)
        const sentence = article.sentences.find((one) => contains(one, mention))
        if (words === null || !sentence) return []
        return [{ words, said: saidIn(readingOf(article), sentence, mention) }]
      }),
    )
    .filter(({ words }) => !tokenize(words).some(({ norm }) => thirdPerson.has(norm)))
    .filter((statement) => told.every((one) => isCarriedBy(statement, one)))
    .sort(
      byKeys(
        ({ words }) => words.length,
        ({ words }) => words,
      ),
    )
  return shortest?.words ?? null
}

/** The passage with the rest of its clause, where that stands alone as a statement; a headline never does. */
export function statementOf(article: Article, mention: Mention): string | null {
  const isHeadline = article.blocks.some(
    ({ kind, start, end }) => kind === 'headline' && start <= mention.start && mention.end <= end,
  )
  const sentence = article.sentences.find(({ start, end }) => start <= mention.start && mention.end <= end)
  if (isHeadline || !sentence) return null
  const whole = wholeClause(readingOf(article), sentence, mention)
  if (!whole) return null
  const words = withoutLoneMark(oneLine(article.text.slice(whole.start, whole.end)))
  return words === null ? null : words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Without the one mark at an end whose fellow stands outside; null where another stands alone. */
function withoutLoneMark(words: string): string | null {
  return [words, words.replace(/^[“"]/u, ''), words.replace(/[”"]$/u, '')].find(areMarksInPairs) ?? null
}

function areMarksInPairs(words: string): boolean {
  const count = (mark: string): number => words.split(mark).length - 1
  return count('"') % 2 === 0 && count('“') === count('”')
}

function quotedByAll({ speaker }: QuoteColumn, told: readonly Teller[]): string | null {
  const texts = told.map(({ article }) => lettersOf(article.text))
  const [longest] = told
    .flatMap(({ article, cell }) =>
      cell.mentions
        .flatMap(({ spans }) =>
          spans.flatMap((span) =>
            inMarks(article.text, span)
              .map((part) => withoutJoint(article, part))
              .filter((part) => !pointsBack(article, part)),
          ),
        )
        .map(({ start, end }) => oneLine(article.text.slice(start, end)).replace(/[.,;:]$/u, '')),
    )
    .filter((words) => words.split(' ').length >= leastQuoted)
    .filter((words) => texts.every((text) => text.includes(lettersOf(words))))
    .sort(
      byKeys(
        (words) => -words.length,
        (words) => words,
      ),
    )
  if (!speaker || longest === undefined || !told.every((one) => credits(one, speaker.name))) return null
  return `${speaker.name}: “${longest}”`
}

/** From "but God wants to see us help ourselves" on what does not go on from words that are not shown. */
function withoutJoint({ text }: Article, part: Span): Span {
  const first = tokenize(text, part.start, part.end).find(({ norm }) => !joining.has(norm))
  return first ? { start: first.start, end: part.end } : part
}

/** The report itself credits this speaker, by a name of its own. */
function credits({ cell }: Teller, name: string): boolean {
  return cell.mentions.some(
    ({ speaker }) => speaker !== null && relateSpeakers(speaker.name, name) === 'same',
  )
}

/** Each stretch between double quotation marks, of a passage with the marks around it. */
function inMarks(text: string, { start, end }: Span): readonly Span[] {
  const from = start - 1
  return [...text.slice(from, end + 1).matchAll(/[“"]([^“”"]+)[”"]/gu)].map(({ index, 1: words = '' }) => ({
    start: from + index + 1,
    end: from + index + 1 + words.length,
  }))
}
