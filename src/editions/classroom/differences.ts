/**
 * Findings that make an exercise: those that two or three short excerpts show.
 *
 * In:    a Report. Out: exercises, kinds mixed, in the report's order within a kind.
 * Never: a finding that reviewers dismissed; one of which a side has no passage to print.
 */
import type { Finding, FindingKind } from '../../model/comparison.js'
import type { Report } from '../../model/report.js'
import { standingOf } from '../../print/reviewed.js'
import { inSentences } from '../../print/in-sentence.js'
import type { Excerpt, Exercise } from './exercise.js'

/** What balance, weight and order of whole articles show needs the articles. */
const shownByExcerpts: ReadonlySet<FindingKind> = new Set([
  'conflict',
  'speaker-differs',
  'quote-shortened',
  'quote-altered',
  'quote-paraphrased',
  'quote-complementary',
  'omitted-claim',
  'omitted-quote',
  'attribution-dropped',
  'certainty-differs',
  'attribution-verb',
  'naming',
  'agency',
  'headline-body',
  'loaded-words',
])
const mostExcerpts = 3

/** Below this a finding is too weak to be set as a task; from the second on it comes first. */
const [least, strong] = [0.6, 0.8]

export function differences(report: Report): readonly Exercise[] {
  const exercises = report.findings
    .filter(
      (finding) =>
        shownByExcerpts.has(finding.kind) &&
        finding.confidence >= least &&
        standingOf(finding) !== 'dismissed',
    )
    .flatMap((finding): Extract<Exercise, { kind: 'difference' }>[] => {
      const excerpts = excerptsOf(finding, report)
      return excerpts.length < 2 ? [] : [{ kind: 'difference', finding, excerpts }]
    })
  return mixed(exercises)
}

/** The first of each kind, then the second of each, and so on; absences last in each round, as they are hard to see. */
function mixed(items: readonly Extract<Exercise, { kind: 'difference' }>[]): readonly Exercise[] {
  const seen = new Map<string, number>()
  const weak = ({ confidence }: Finding): number => (confidence >= strong ? 0 : 1)
  return [...items]
    .sort((a, b) => weak(a.finding) - weak(b.finding))
    .map((item, index) => {
      const { kind } = item.finding
      const round = seen.get(kind) ?? 0
      seen.set(kind, round + 1)
      return { item, round, index, absence: isAbsence(item.finding) ? 1 : 0 }
    })
    .sort((a, b) => a.round - b.round || a.absence - b.absence || a.index - b.index)
    .map(({ item }) => item)
}

function isAbsence({ kind }: Finding): boolean {
  return kind === 'omitted-claim' || kind === 'omitted-quote'
}

function excerptsOf(finding: Finding, report: Report): readonly Excerpt[] {
  const evidence = finding.evidence.map(({ article, start, end }): Excerpt => ({
    article,
    spans: [{ start, end }],
  }))
  const sides = sideFirst(finding)
  const ordered = [...evidence].sort((a, b) => sides(a.article) - sides(b.article))
  const oneReport = new Set(evidence.map(({ article }) => article)).size === 1 && !isAbsence(finding)
  const passages = oneReport ? ordered : byArticle(ordered)
  const first = isAbsence(finding) ? passages.slice(0, 1) : passages
  return distinct([...first, ...lacking(finding, report)], report).slice(0, mostExcerpts)
}

/** The passages of one report stand together. */
function byArticle(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  const found = new Map<string, Excerpt>()
  for (const { article, spans } of excerpts) {
    found.set(article, { article, spans: [...(found.get(article)?.spans ?? []), ...spans] })
  }
  return [...found.values()]
}

/** One article of each position comes before the second of any. */
function sideFirst({ detail }: Finding): (article: string) => number {
  const places = new Map<string, number>()
  for (const { articles } of detail.positions ?? []) {
    articles.forEach((article, index) => {
      if (!places.has(article)) places.set(article, index)
    })
  }
  return (article) => places.get(article) ?? 0
}

/** Of an absence: what came closest in one report that has no such passage. */
function lacking(finding: Finding, report: Report): readonly Excerpt[] {
  if (!isAbsence(finding)) return []
  const column = [...report.claims, ...report.quotes].find(({ id }) => id === finding.column)
  const found = finding.articles.flatMap((article): Excerpt[] => {
    const cell = column?.cells[article]
    return cell?.state === 'absent' && cell.nearest !== null ? [{ article, spans: [cell.nearest] }] : []
  })
  return found.slice(0, 1)
}

/** Excerpts that print the same words, or come from the same place, stand once. */
function distinct(excerpts: readonly Excerpt[], report: Report): readonly Excerpt[] {
  const known = new Set<string>()
  return excerpts.filter(({ article, spans }) => {
    const source = report.articles.find(({ id }) => id === article)
    const words = source === undefined ? '' : inSentences(source, spans).join(' ')
    if (words === '' || known.has(words)) return false
    known.add(words)
    return true
  })
}
