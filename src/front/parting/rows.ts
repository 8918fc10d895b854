/**
 * Where the reports part: the findings in front, each as a question and its answers. Every view opens with these.
 *
 * In: a Report. Out: rows in the order of the findings, at most `mostRows`, and how many findings there are in all.
 * Never: ranks, or takes a report that could not be read for one that does not say.
 */
import { personKey, surnameKey } from '../../english/names.js'
import type { Column } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import { grouped } from '../../text/grouped.js'
import { overlap } from '../../text/spans.js'
import { tokenize } from '../../text/tokens.js'
import { blockOf, blocksOf, frontOf } from '../../print/blocks.js'
import { isCompared } from '../../print/counts.js'
import { labelArticles, type Labels } from '../../print/labels.js'
import { draftsOf } from './drafts.js'
import { columnOf, isOmission, kindInAWord, questionOf } from './question.js'
import { answerWords, type Answer, type AnswerState, type Draft, type PartingRow } from './row.js'

export const mostRows = 8

export type Parting = {
  readonly rows: readonly PartingRow[]
  /** All findings that are printed and were not dismissed, those in front included. */
  readonly all: number
}

/** How many findings are printed and were not dismissed. */
export function printedOf({ findings }: Report): number {
  return frontOf(findings).length + blocksOf(findings).notes.length
}

export function partingOf(report: Report): Parting {
  const labels = labelArticles(report)
  const front = frontOf(report.findings)
  return {
    rows: front.slice(0, mostRows).map((finding) => rowOf(report, labels, finding)),
    all: printedOf(report),
  }
}

export function rowOf(report: Report, labels: Labels, finding: Finding): PartingRow {
  const question = questionOf(report, finding)
  const drafts = draftsOf(labels, finding, columnOf(report, finding), question.about)
  const ordered = [...drafts, ...others(report, labels, finding, drafts)]
  return {
    finding,
    block: blockOf(finding),
    word: kindInAWord(finding),
    ...question,
    answers: merged(ordered).map((draft) => answer(report, labels, draft)),
  }
}

/** Those who say nothing, and those who say it otherwise, stand once for each way in which they do. */
function merged(drafts: readonly Draft[]): readonly Draft[] {
  const of = (wanted: AnswerState): readonly Draft[] =>
    [
      ...grouped(
        drafts.filter(({ state, articles }) => state === wanted && articles.length > 0),
        ({ pieces }) => [pieces.map(({ text }) => text).join('')],
      ).values(),
    ].flatMap((same) => {
      const [first] = same
      return first ? [{ ...first, articles: same.flatMap(({ articles }) => articles) }] : []
    })
  const values = drafts.filter(({ state, articles }) => state === 'value' && articles.length > 0)
  return [...values, ...of('otherwise'), ...of('silent'), ...of('unread')]
}

/** What is looked for in every report. The others are of some reports, and say nothing of the rest. */
function ofAll({ kind, column }: Finding): boolean {
  return column !== null || isOmission({ kind })
}

/** Reports that stand in no answer: silent, telling it otherwise, or not known. */
function others(
  report: Report,
  { all }: Labels,
  finding: Finding,
  drafts: readonly Draft[],
): readonly Draft[] {
  if (finding.kind === 'headline-focus') return [withoutHeadline(all, finding)]
  if (!ofAll(finding)) return []
  const placed = new Set(drafts.flatMap(({ articles }) => articles))
  const left = all.filter(({ article }) => article.role !== 'reference' && !placed.has(article.id))
  const asks = asksForValue(finding) && !left.some(({ article }) => givesAny(report, finding, article))
  const states = left.map(({ article }) => ({ id: article.id, state: stateOf(report, finding, article) }))
  const of = (wanted: AnswerState): Draft => ({
    state: wanted,
    pieces: wanted === 'otherwise' && asks ? withoutValue : [],
    articles: states.filter(({ state }) => state === wanted).map(({ id }) => id),
  })
  return [of('otherwise'), of('silent'), of('unread')]
}

/** Of one whose first line reads as a sentence of its text nobody can tell. */
function withoutHeadline(all: Labels['all'], { articles }: Finding): Draft {
  const bare = all.filter(({ article }) => article.role !== 'reference' && !articles.includes(article.id))
  return {
    state: 'unread',
    pieces: [],
    articles: bare.filter(({ article }) => isCompared(article)).map(({ article }) => article.id),
  }
}

/** A sum in another currency, a count of another unit: it says which, and is held against none of the answers. */
function givesAny(report: Report, finding: Finding, article: InspectedArticle): boolean {
  const cell = columnOf(report, finding)?.cells[article.id]
  const kinds = kindsOfValues(report, finding)
  if (cell?.state !== 'present' || finding.detail.type !== 'number') return false
  return article.quantities.some(
    (quantity) => kinds.has(quantity.kind) && cell.mentions.some((mention) => overlap(mention, quantity) > 0),
  )
}

function kindsOfValues({ articles }: Report, { evidence }: Finding): ReadonlySet<string> {
  return new Set(
    evidence
      .filter(({ role }) => role === 'value')
      .flatMap((span) => {
        const article = articles.find(({ id }) => id === span.article)
        return article?.quantities.filter((quantity) => overlap(quantity, span) > 0) ?? []
      })
      .map(({ kind }) => kind),
  )
}

/** Who said the words is told with other words, too. */
function asksForValue({ kind, detail: { type } }: Finding): boolean {
  return kind === 'conflict' && type !== 'attribution'
}

/** It tells the thing, and no value that could differ. */
const withoutValue: Draft['pieces'] = [{ text: 'does not say which', differs: false }]

function stateOf(report: Report, finding: Finding, article: InspectedArticle): AnswerState {
  if (!isCompared(article)) return 'unread'
  const cell = columnOf(report, finding)?.cells[article.id]
  switch (cell?.state) {
    case 'present':
      return 'otherwise'
    case 'absent':
      return 'silent'
    case 'unknown':
      return isUnheard(columnOf(report, finding), article) ? 'silent' : 'unread'
    case undefined:
      return 'unread'
  }
}

/** Read whole, and without the family name of who said it. */
function isUnheard(column: Column | undefined, { completeness, text }: InspectedArticle): boolean {
  const name = column && 'speaker' in column ? column.speaker?.name : undefined
  if (name === undefined || completeness.state !== 'complete') return false
  const family = personKey(name)
  return !tokenize(text).some(({ norm }) => surnameKey(norm) === family)
}

function answer(report: Report, { all }: Labels, { state, pieces, articles }: Draft): Answer {
  const ordered = all.map(({ article }) => article.id).filter((id) => articles.includes(id))
  return {
    state,
    pieces: state === 'value' || pieces.length > 0 ? pieces : [{ text: answerWords[state], differs: false }],
    articles: ordered,
    texts: report.independence.groups.filter((group) => group.some((id) => ordered.includes(id))).length,
  }
}
