/**
 * Controls: what two independent reports tell alike, in other words, and no finding touches.
 *
 * In:    a Report. Out: exercises, most prominent first.
 * Never: a pair whose sentences hold other numbers or few words in common, or in which a finding has evidence.
 */
import type { Column } from '../../model/alignment.js'
import type { Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { hull, overlap } from '../../text/spans.js'
import { inSentence, sentenceSpan } from '../../print/in-sentence.js'
import type { Excerpt, Exercise } from './exercise.js'

/** Only pairs the program is sure of: a control that differs would teach the wrong thing. */
const sureEnough = 0.7
const [leastShared, longer] = [0.45, 1.7]
const [shortest, longest] = [40, 320]

export function controls(report: Report): readonly Exercise[] {
  const columns = [...report.claims, ...report.quotes].sort(
    byKeys<Column>(
      ({ salience }) => -salience,
      ({ id }) => id,
    ),
  )
  const used = new Set<string>()
  return columns.flatMap((column): Exercise[] => {
    const pair = pairOf(column, report)
    const key = pair?.map(({ words }) => words).join('\n')
    if (pair === null || key === undefined || used.has(key)) return []
    used.add(key)
    return [{ kind: 'control', column, excerpts: pair.map(({ excerpt }) => excerpt) }]
  })
}

type Candidate = { readonly excerpt: Excerpt; readonly words: string; readonly group: number }

function pairOf(column: Column, report: Report): readonly [Candidate, Candidate] | null {
  if (!agrees(column) || report.findings.some((finding) => finding.column === column.id)) return null
  const found = candidates(column, report)
  for (const [index, first] of found.entries()) {
    const second = found.slice(index + 1).find((other) => alike(first, other))
    if (second !== undefined) return [first, second]
  }
  return null
}

/** Everybody who tells it says so plainly, with one value. */
function agrees({ cells }: Column): boolean {
  const told = Object.values(cells).filter((cell) => cell.state === 'present')
  return (
    told.every(({ stance, certainty }) => stance === 'asserts' && certainty === 'plain') &&
    new Set(told.map(({ value }) => value ?? '')).size === 1
  )
}

function candidates(column: Column, report: Report): readonly Candidate[] {
  return report.articles.flatMap((article): Candidate[] => {
    const cell = column.cells[article.id]
    if (cell?.state !== 'present' || cell.confidence < sureEnough) return []
    const spans = cell.mentions[0]?.spans ?? []
    const place = hull(spans)
    const words = inSentence(article, spans)
    if (place === undefined || words.length < shortest || words.length > longest) return []
    if (touched(article.id, sentenceSpan(article, place), report)) return []
    const group = report.independence.groups.findIndex((ids) => ids.includes(article.id))
    return [{ excerpt: { article: article.id, spans }, words, group }]
  })
}

function touched(article: string, sentence: Span, report: Report): boolean {
  return report.findings.some(
    ({ evidence, severity }) =>
      severity !== 'note' && evidence.some((one) => one.article === article && overlap(one, sentence) > 0),
  )
}

function alike(a: Candidate, b: Candidate): boolean {
  return (
    a.group !== b.group &&
    a.words !== b.words &&
    numbersIn(a.words) === numbersIn(b.words) &&
    Math.max(a.words.length, b.words.length) <= longer * Math.min(a.words.length, b.words.length) &&
    quotedAlike(a.words, b.words) &&
    sharedWords(a.words, b.words) >= leastShared
  )
}

/** Where both quote, one prints the other's words: a cut is a finding's matter, another word no control. */
function quotedAlike(a: string, b: string): boolean {
  const quoted = (words: string): string =>
    [...words.matchAll(/[“"]([^”"]*)/g)]
      .map(([, inner = '']) =>
        inner
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      )
      .join(' ')
  const [first, second] = [quoted(a), quoted(b)]
  return first === '' || second === '' || first === second
}

/** Share of the shorter one's longer words that the other has too, by their first five letters. */
function sharedWords(a: string, b: string): number {
  const [first, second] = [stems(a), stems(b)]
  const shared = [...first].filter((stem) => second.has(stem)).length
  return shared / Math.max(1, Math.min(first.size, second.size))
}

function stems(words: string): ReadonlySet<string> {
  return new Set((words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)))
}

function numbersIn(words: string): string {
  return (words.match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(' ')
}
