/**
 * Links figures of different reports that answer one question.
 *
 * In:    figures of all articles, and the claim columns.
 * Out:   groups of figures, at most one value an article in each, every group over two articles or more.
 * Method: pairs of one kind and unit are scored by the words around them; the best pairs are joined first, never so that
 *        one article stands in a group with two values (who tells two values tells two things).
 * Never: depends on the order of articles; a pair's score knows only its own two articles.
 */
import { byKeys } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import { stem } from '../../text/stem.js'
import { likeness, type Term } from '../search/likeness.js'
import type { Limit } from '../thresholds.js'
import type { Figure } from './figure.js'
import { reconcile } from './reconcile.js'
import { sameQuestion } from './same-question.js'

export type FigureGroup = { readonly figures: readonly Figure[]; readonly score: number }

/** Every report is full of days; two answer one question only where words close by agree. */
const leastCloseForDates = 2

function closeInCommon(a: Figure, b: Figure): number {
  return [...a.near].filter((key) => b.near.has(key)).length
}

type Edge = { readonly a: number; readonly b: number; readonly score: number }

/** Least share of common context for a link, by how much the unit itself says. */
const leastScore = { unit: 0.2, bare: 0.34, town: 0.6 } as const
/** Units that say nothing of what is counted. */
const bareUnits = new Set([
  '#hour',
  '#month',
  'minut',
  'dai',
  'week',
  'year',
  'second',
  'percent',
  'time',
  'occas',
])

export function linkFigures(
  figures: readonly Figure[],
  inOneColumn: (a: Figure, b: Figure) => boolean,
  limit: Limit,
): readonly FigureGroup[] {
  const edges: Edge[] = []
  const alone = onlyOnes(figures)
  for (const bucket of buckets(figures)) {
    bucket.forEach((a, index) => {
      const one = figures[a]
      for (const b of bucket.slice(index + 1)) {
        const other = figures[b]
        if (!one || !other || one.view.id === other.view.id || !comparable(one, other)) continue
        const score = edgeScore(one, other, inOneColumn, alone, limit)
        if (score !== null) edges.push({ a, b, score })
      }
    })
  }
  return join(figures, edges)
}

/** Figures that can be compared at all, by kind and unit; indexes in order. */
function buckets(figures: readonly Figure[]): readonly (readonly number[])[] {
  const byKind = new Map<string, number[]>()
  figures.forEach((figure, index) => {
    const name = `${figure.kind} ${figure.kind === 'number' || figure.kind === 'money' || figure.kind === 'place' ? (figure.unit ?? '') : ''}`
    const list = byKind.get(name)
    if (list) list.push(index)
    else byKind.set(name, [index])
  })
  return [...byKind.values()]
}

/** Counts of a unit that says what is counted, where the report gives one value of that unit. */
function onlyOnes(figures: readonly Figure[]): ReadonlySet<Figure> {
  const values = new Map<string, Set<string>>()
  const name = (figure: Figure): string => `${figure.view.id} ${figure.kind} ${figure.unit ?? ''}`
  for (const figure of figures) {
    const known = values.get(name(figure)) ?? new Set<string>()
    values.set(name(figure), known.add(figure.value))
  }
  return new Set(figures.filter((figure) => saysWhat(figure) && values.get(name(figure))?.size === 1))
}

/** How well two figures go together; null where they answer two questions. Values that differ need more to do so. */
function edgeScore(
  one: Figure,
  other: Figure,
  inOneColumn: (a: Figure, b: Figure) => boolean,
  alone: ReadonlySet<Figure>,
  limit: Limit,
): number | null {
  const near = closeInCommon(one, other)
  const together = inOneColumn(one, other)
  const { relation } = reconcile(one, other)
  const differ = relation === 'differ' || relation === 'may-differ'
  if (differ && near === 0 && !together) return null
  if (one.unit === 'town' && !together) return null
  if (one.kind === 'date' && near < leastCloseForDates && !(differ && together)) return null
  const shared = contextShared(one, other)
  const score = pairScore(one, other, together, shared)
  const byWords = score >= limit(least(one))
  if (!differ || one.kind === 'date') return byWords ? score : null
  if (one.kind === 'place' && !byWords) return null
  const only = alone.has(one) && alone.has(other)
  return sameQuestion(one, other, { shared, near, column: together, only }, limit) ? score : null
}

function comparable(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'date')
    return a.value.length === b.value.length && !a.value.includes('W') && isAhead(a) === isAhead(b)
  if (a.kind === 'duration' || a.kind === 'percent' || a.kind === 'time') return true
  return a.unit !== null && a.unit === b.unit
}

/** The day lies after the report's publication: what is planned is no answer to what happened. */
function isAhead(figure: Figure): boolean | null {
  const published = figure.view.article.publishedAt
  return published === null ? null : figure.value > published.slice(0, figure.value.length)
}

function least(figure: Figure): number {
  if (figure.unit === 'town') return leastScore.town
  return saysWhat(figure) || figure.kind === 'money' ? leastScore.unit : leastScore.bare
}

function saysWhat({ kind, unit }: Figure): boolean {
  return kind === 'number' && unit !== null && unit !== 'person' && !bareUnits.has(unit)
}

function pairScore(a: Figure, b: Figure, column: boolean, shared: number): number {
  const elsewhen =
    a.anchors.size + b.anchors.size > 0 && ![...a.anchors].some((anchor) => b.anchors.has(anchor))
  const sameWord = a.unitWord !== null && b.unitWord !== null && stem(a.unitWord) === stem(b.unitWord)
  return quantise((shared + (column ? 0.15 : 0) + (sameWord ? 0.05 : 0)) * (elsewhen ? 0.6 : 1))
}

const sharedBefore = new WeakMap<Figure, Map<Figure, number>>()

/** Figures outlive a run, and what two of them share does not change: worked out once. */
function contextShared(a: Figure, b: Figure): number {
  const known = sharedBefore.get(a) ?? new Map<Figure, number>()
  sharedBefore.set(a, known)
  const made = known.get(b) ?? share(a.context, b.context)
  known.set(b, made)
  return made
}

/** Weighted share of each context that the other one holds, averaged. Every pair of words is compared once. */
export function share(a: readonly Term[], b: readonly Term[]): number {
  const bestOfA = a.map(() => 0)
  const bestOfB = b.map(() => 0)
  a.forEach((term, i) => {
    b.forEach((other, j) => {
      const like = likeness(term, other)
      if (like > (bestOfA[i] ?? 0)) bestOfA[i] = like
      if (like > (bestOfB[j] ?? 0)) bestOfB[j] = like
    })
  })
  return (covered(a, bestOfA) + covered(b, bestOfB)) / 2
}

function covered(terms: readonly Term[], best: readonly number[]): number {
  const total = terms.reduce((sum, term) => sum + term.weight, 0)
  const hit = terms.reduce((sum, term, index) => sum + (best[index] ?? 0) * term.weight, 0)
  return total === 0 ? 0 : hit / total
}

function join(figures: readonly Figure[], edges: readonly Edge[]): readonly FigureGroup[] {
  const groupOf = new Map<number, { members: number[]; score: number }>()
  const names = figures.map((figure) => `${figure.view.id} ${figure.span.start}`)
  const nameOf = (index: number): string => names[index] ?? ''
  const sorted = [...edges].sort(
    byKeys(
      (edge) => -edge.score,
      (edge) => nameOf(edge.a),
      (edge) => nameOf(edge.b),
    ),
  )
  for (const { a, b, score } of sorted) {
    const one = groupOf.get(a) ?? { members: [a], score }
    const other = groupOf.get(b) ?? { members: [b], score }
    if (one === other) continue
    const members = [...one.members, ...other.members]
    if (twoValues(members.flatMap((index) => figures[index] ?? []))) continue
    const joined = { members, score: Math.min(one.score, other.score, score) }
    for (const index of members) groupOf.set(index, joined)
  }
  return [...new Set(groupOf.values())]
    .map(({ members, score }) => ({
      score,
      figures: members
        .flatMap((index) => figures[index] ?? [])
        .sort(
          byKeys(
            (figure) => figure.view.id,
            (figure) => figure.span.start,
          ),
        ),
    }))
    .sort(
      byKeys((group) =>
        group.figures
          .map((figure) => `${figure.view.id} ${String(figure.span.start).padStart(7, '0')}`)
          .join(' '),
      ),
    )
}

function twoValues(figures: readonly Figure[]): boolean {
  const values = new Map<string, string>()
  return figures.some((figure) => {
    const known = values.get(figure.view.id)
    values.set(figure.view.id, figure.value)
    return known !== undefined && known !== figure.value
  })
}
