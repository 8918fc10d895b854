/** The margin of an article: how many others tell a thing and where, what it alone tells, what is credited elsewhere, what is cut. */
import type { Column, Mention } from '../model/alignment.js'
import type { Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { sortedBy } from '../text/order.js'
import { tellers } from '../text/compared.js'
import { tagOf } from './words.js'
import type { ArticleLabel, Labels } from './labels.js'

/** `shared`: told elsewhere too; `alone`: in this report alone; `differs`: a finding rests on it. */
type NoteKind = 'shared' | 'alone' | 'differs'

/** The same thing in another report: which, and where in its text. */
type Elsewhere = { readonly label: ArticleLabel; readonly place: number }

export type MarginNote = {
  readonly kind: NoteKind
  readonly span: Span
  readonly words: string
  /** Id of the column or finding it is about. */
  readonly about: string
  readonly elsewhere: readonly Elsewhere[]
}

export type Margin = ReadonlyMap<string, readonly MarginNote[]>

export function marginOf(report: Report, labels: Labels, findings: ReadonlySet<string>): Margin {
  const notes = new Map<string, MarginNote[]>(report.articles.map(({ id }) => [id, []]))
  for (const column of [...report.claims, ...report.quotes])
    for (const note of columnNotes(column, labels)) notes.get(note.article)?.push(note)
  for (const finding of report.findings)
    if (findings.has(finding.id))
      for (const note of findingNotes(finding, labels)) notes.get(note.article)?.push(note)
  return new Map([...notes].map(([id, list]) => [id, inOrder(list)]))
}

type Placed = MarginNote & { readonly article: string }

function columnNotes(column: Column, labels: Labels): readonly Placed[] {
  const told = tellers(column)
  const quoted = 'speaker' in column
  if ((quoted && told.length < 2) || column.elsewhere === true) return []
  const places = labels.all.flatMap((label) => {
    const mention = firstMention(column, label.article.id)
    return mention === undefined ? [] : [{ label, place: mention.start, mention }]
  })
  const alone = told.length === 1
  const words = alone ? 'in no other report' : quoted ? 'quotation also in' : 'also in'
  return places.map(({ label, mention }) => ({
    article: label.article.id,
    kind: alone ? 'alone' : 'shared',
    span: { start: mention.start, end: mention.end },
    words,
    about: column.id,
    elsewhere: places
      .filter((one) => one.label !== label)
      .map(({ label: other, place }) => ({ label: other, place })),
  }))
}

function firstMention(column: Column, article: string): Mention | undefined {
  const cell = column.cells[article]
  return cell?.state === 'present' ? cell.mentions[0] : undefined
}

/** One note for each finding in each article, at the first passage that shows it. */
function findingNotes(finding: Finding, labels: Labels): readonly Placed[] {
  if (finding.kind === 'only-here' || finding.kind === 'omitted-claim' || finding.kind === 'omitted-quote')
    return []
  const first = new Map<string, Span>()
  for (const { article, start, end, role } of finding.evidence)
    if (role !== 'nearest' && role !== 'context' && !first.has(article)) first.set(article, { start, end })
  return [...first].map(([article, span]) => ({
    article,
    kind: 'differs',
    span,
    words: wordsFor(finding, article, labels),
    about: finding.id,
    elsewhere: [],
  }))
}

/** `quoted longer in another report`, `not mentioned in B`: what a finding means for this article. */
function wordsFor(finding: Finding, article: string, labels: Labels): string {
  const here = finding.articles.includes(article)
  if (finding.kind === 'quote-shortened')
    return here ? 'quoted longer in another report' : 'quoted shorter in another report'
  if (finding.kind === 'attribution-dropped')
    return here ? 'told as fact here, attributed elsewhere' : 'attributed here, told as fact elsewhere'
  if (finding.kind === 'omitted-theme') return `not mentioned in ${labels.letters(finding.articles)}`
  return tagOf(finding)
}

/** In text order, findings first at one place; the same words about the same place once. */
function inOrder(notes: readonly MarginNote[]): readonly MarginNote[] {
  const rank: Readonly<Record<NoteKind, number>> = { differs: 0, shared: 1, alone: 2 }
  const sorted = sortedBy(notes, (note) => [note.span.start, rank[note.kind], note.about])
  const seen = new Set<string>()
  return sorted.filter((note) => {
    const key = `${note.kind} ${note.words} ${note.span.start} ${note.span.end}`
    return !seen.has(key) && seen.add(key)
  })
}

export type Segment = { readonly start: number; readonly end: number; readonly kind: NoteKind | null }

/** A stretch of text cut where marks begin and end; the gravest kind names a piece. */
export function segments(stretch: Span, notes: readonly MarginNote[]): readonly Segment[] {
  const inside = notes.filter(({ span }) => span.start < stretch.end && span.end > stretch.start)
  const cuts = [
    ...new Set([
      stretch.start,
      stretch.end,
      ...inside.flatMap(({ span }) => [Math.max(span.start, stretch.start), Math.min(span.end, stretch.end)]),
    ]),
  ].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? stretch.end
    const kinds = new Set(
      inside.filter(({ span }) => span.start <= start && span.end >= end).map(({ kind }) => kind),
    )
    const kind = (['differs', 'alone', 'shared'] as const).find((one) => kinds.has(one)) ?? null
    return { start, end, kind }
  })
}
