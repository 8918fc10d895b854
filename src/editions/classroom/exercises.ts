/** Exercises: excerpts of one matter from two or three reports. Some differ, some are controls; their order follows from the report. */
import type { Column } from '../../model/alignment.js'
import type { Finding, FindingKind } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { inSentence, inSentences, sentenceSpan } from '../../print/passage.js'
import { standingOf } from '../../print/blocks.js'
import { columns } from '../../print/wrap.js'
import { isCompared } from '../../text/compared.js'
import { grouped } from '../../text/grouped.js'
import { sha256 } from '../../text/hash.js'
import { byKeys, sortedBy } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { hull, overlap } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { tokenize } from '../../text/tokens.js'
import type { Mask } from '../masking.js'

export type Excerpt = { readonly article: InspectedArticle; readonly spans: readonly Span[] }

export type Exercise = {
  /** The finding’s, or one that follows from a control’s words. */
  readonly id: string
  /** Of a control null: several reports tell it alike, so that not every row is a find. */
  readonly finding: Finding | null
  readonly excerpts: readonly Excerpt[]
}

export type Page = { readonly exercises: readonly Exercise[]; readonly lines: number }
export type Pages = readonly Page[]

/** Characters of one excerpt; lines of a page after its head or before its foot; columns of a line. Upper estimates. */
const excerptLimit = 250
const lineColumns = 84
const [linesOfPage, linesOfLast] = [52, 33]
const [differencesWanted, controlsWanted, mostExcerpts] = [5, 2, 3]
/** Lines to write on: at least, at most, and what one takes of the page; lines of heading, boxes and the fewest to write on. */
const [fewestLines, mostLines, writeLine, linesAround] = [2, 4, 1.8, 6.5]

/** Rows to choose from, and whether a sheet has them where nobody chooses. */
export function rowsToChoose(report: Report): readonly (Exercise & { readonly usual: boolean })[] {
  return [
    ...differences(report).map((one, at) => ({ ...one, usual: at < differencesWanted })),
    ...controls(report).map((one, at) => ({ ...one, usual: at < controlsWanted })),
  ]
}

/** `rows`: the ids of those that somebody chose, which take as many pages as they need; else what fits on two. */
export function choose(report: Report, mask: Mask, rows?: readonly string[]): Pages {
  const place = ({ article }: Excerpt): number => report.articles.indexOf(article)
  const chosen = sortedBy(
    rowsToChoose(report)
      .filter(({ id, usual }) => (rows === undefined ? usual : rows.includes(id)))
      .map((exercise) => ({ ...exercise, excerpts: [...exercise.excerpts].sort(byKeys(place)) })),
    ({ finding, excerpts }) => sha256(finding?.id ?? excerpts.map(wordsOf).join('\n')),
  )
  for (let whole = 1; ; whole++) {
    const pages = [...Array.from({ length: whole }, () => linesOfPage), linesOfLast].map((left) => ({
      exercises: [] as Exercise[],
      left,
    }))
    const out = chosen.filter((exercise) => {
      const lines = linesOf(exercise, mask)
      const page = pages.find(({ left }) => left >= lines)
      page?.exercises.push(exercise)
      if (page) page.left -= lines
      return page === undefined
    })
    // Each page takes at least one.
    if (rows === undefined || out.length === 0 || whole > chosen.length)
      return pages.map(({ exercises, left }) => pageOf(exercises, left))
  }
}

function linesOf({ excerpts }: Exercise, mask: Mask): number {
  return excerpts.reduce(
    (sum, excerpt) => sum + Math.ceil(roomOf(excerptText(excerpt, mask)) / lineColumns) + 0.4,
    linesAround,
  )
}

function pageOf(exercises: readonly Exercise[], left: number): Page {
  const more = Math.floor(left / (writeLine * Math.max(1, exercises.length)))
  return { exercises, lines: Math.min(mostLines, fewestLines + Math.max(0, more)) }
}

export function excerptText({ article, spans }: Excerpt, mask: Mask): string {
  return clip(mask(inSentences(article, spans, excerptLimit).join(' […] ')), excerptLimit + 90)
}

const wordsOf = ({ article, spans }: Excerpt): string => inSentences(article, spans).join(' ')

/** What balance, weight and order of whole articles show, and what one report alone tells, needs the articles. */
const needsArticles: ReadonlySet<FindingKind> = new Set(['prominence', 'source-balance', 'only-here'])
/** Below this a finding is too weak to be set as a task; from the second on it comes first. */
const [least, strong] = [0.6, 0.8]

/** Those in front first, kinds mixed: the first of each kind, then the second; absences last, as they are hard to see. */
function differences(report: Report): readonly Exercise[] {
  const shown = sortedBy(
    report.findings
      .filter(
        (finding) =>
          !needsArticles.has(finding.kind) &&
          finding.confidence >= least &&
          standingOf(finding) !== 'dismissed',
      )
      .map((finding) => ({ id: finding.id, finding, excerpts: excerptsOf(finding, report) }))
      .filter(({ excerpts }) => excerpts.length > 1),
    ({ finding }) => (finding.confidence >= strong ? 0 : 1),
  )
  const byKind = grouped(shown, ({ finding }) => [finding.kind])
  return shown.sort(
    byKeys(
      (one) => byKind.get(one.finding.kind)?.indexOf(one) ?? 0,
      ({ finding }) => (finding.kind.startsWith('omitted-') ? 1 : 0),
    ),
  )
}

/** One report of each answer, then one that tells it otherwise or not at all, with what came closest. */
function excerptsOf(finding: Finding, report: Report): readonly Excerpt[] {
  const { answers = [], otherwise = [], silent = [], evidence } = finding
  const sides = [...answers, ...otherwise, { articles: silent }].map(({ articles }) => articles)
  const found = sideBySide(sides, finding, report)
  const alone = evidence.map(({ article }) => [article])
  return found.length > 1 ? found : sideBySide(alone, finding, report)
}

function sideBySide(
  sides: readonly (readonly string[])[],
  finding: Finding,
  report: Report,
): readonly Excerpt[] {
  const column = [...report.claims, ...report.quotes].find(({ id }) => id === finding.column)
  const found: Excerpt[] = []
  for (const articles of sides) {
    const excerpts = report.articles
      .filter(({ id }) => articles.includes(id))
      .map((article): Excerpt => {
        const printed = finding.evidence.filter((one) => one.article === article.id && one.role !== 'context')
        const cell = column?.cells[article.id]
        const closest = cell?.state === 'absent' && cell.nearest !== null ? [cell.nearest] : []
        return { article, spans: printed.length > 0 ? printed : closest }
      })
    const fresh = excerpts.find((excerpt) => {
      const words = wordsOf(excerpt)
      return words !== '' && found.every((one) => one.article !== excerpt.article && wordsOf(one) !== words)
    })
    if (fresh !== undefined) found.push(fresh)
  }
  return found.slice(0, mostExcerpts)
}

/** Only pairs the program is sure of: a control that differs would teach the wrong thing. */
const sureEnough = 0.7
const [leastShared, longer] = [0.45, 1.7]
const [shortest, longest] = [40, 320]

type Candidate = {
  readonly excerpt: Excerpt
  readonly words: string
  readonly stems: ReadonlySet<string>
  readonly quoted: string
  /** And words that deny. */
  readonly numbers: string
  readonly group: number
}

/** What two independent reports tell alike, in other words, and no finding touches: of rows that differ in nothing. */
function controls(report: Report): readonly Exercise[] {
  const differing = new Set(
    report.rows
      ?.filter(({ chips }) => chips.includes('differs') || chips.includes('credited'))
      .map(({ column }) => column),
  )
  const touched = new Set(report.findings.map(({ column }) => column))
  const rows = [...report.claims, ...report.quotes].sort(
    byKeys<Column>(
      (column) => ('speaker' in column ? 1 : 0),
      ({ salience }) => -salience,
    ),
  )
  const pairs = rows
    .filter(({ id }) => !differing.has(id) && !touched.has(id))
    .flatMap((column) => {
      const pair = pairsOf(candidates(column, report)).find(([a, b]) => alike(a, b))
      return pair ? [pair] : []
    })
  const key = (pair: readonly Candidate[]): string => pair.map(({ words }) => words).join('\n')
  return [...new Map(pairs.toReversed().map((pair) => [key(pair), pair])).values()]
    .toReversed()
    .map((pair) => ({
      id: `same-${sha256(key(pair)).slice(0, 12)}`,
      finding: null,
      excerpts: pair.map(({ excerpt }) => excerpt),
    }))
}

function candidates(column: Column, report: Report): readonly Candidate[] {
  const evidence = report.findings.flatMap((finding) => (finding.severity === 'note' ? [] : finding.evidence))
  return report.articles.filter(isCompared).flatMap((article): Candidate[] => {
    const cell = column.cells[article.id]
    if (cell?.state !== 'present' || cell.confidence < sureEnough) return []
    const { stance, certainty, mentions } = cell
    const spans = mentions[0]?.spans ?? []
    const place = hull(spans)
    const words = inSentence(article, spans)
    if (place === undefined || stance !== 'asserts' || certainty !== 'plain') return []
    if (words.length < shortest || words.length > longest) return []
    const sentence = sentenceSpan(article, place)
    const told = [
      ...evidence,
      ...(article.headline === null ? [] : [{ article: article.id, ...article.headline }]),
    ]
    if (told.some((one) => one.article === article.id && overlap(one, sentence) > 0)) return []
    const norms = tokenize(words).map(({ norm }) => norm)
    return [
      {
        excerpt: { article, spans },
        words,
        stems: new Set(norms.filter((norm) => norm.length > 3).map(stem)),
        numbers: norms
          .filter((norm) => /\d|^(?:no|not|never|nor|none|nobody|without)$|n['’]t$/.test(norm))
          .sort()
          .join(' '),
        quoted: [...words.matchAll(/[“"]([^”"]*)/g)]
          .flatMap(([, inner = '']) => tokenize(inner))
          .map(({ norm }) => norm)
          .join(' '),
        group: report.independence.groups.findIndex((ids) => ids.includes(article.id)),
      },
    ]
  })
}

function alike(a: Candidate, b: Candidate): boolean {
  const shared = [...a.stems].filter((word) => b.stems.has(word)).length
  return (
    a.group !== b.group &&
    a.words !== b.words &&
    a.numbers === b.numbers &&
    // Where both quote, one prints the other's words.
    (a.quoted === '' || b.quoted === '' || a.quoted === b.quoted) &&
    Math.max(a.words.length, b.words.length) <= longer * Math.min(a.words.length, b.words.length) &&
    shared >= leastShared * Math.max(1, Math.min(a.stems.size, b.stems.size))
  )
}

/** How much room text takes in a proportional face, in widths of an average small letter: an upper estimate. */
const roomOf = (text: string): number =>
  Array.from(text).reduce((room, character) => room + roomOfCharacter(character), 0)

function roomOfCharacter(character: string): number {
  if (/[WM@%—…]/.test(character)) return 2.1
  if (/[mw]/.test(character)) return 1.6
  return columns(character) * (/\p{Lu}/u.test(character) ? 1.45 : 1)
}

/** At most `room` wide; a word of any length is cut, with an ellipsis. */
export function clip(text: string, room: number): string {
  let used = 0
  let end = 0
  for (const character of text) {
    used += roomOfCharacter(character)
    if (used > room) return `${text.slice(0, end).trimEnd()}…`
    end += character.length
  }
  return text
}
