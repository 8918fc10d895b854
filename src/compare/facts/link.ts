/**
 * Links figures of different reports that answer one question.
 *
 * In:    the Context.
 * Out:   groups of figures, at most one value an article in each (exact or rounded), every group over two articles or
 *        more.
 * Method: of the event's pairs (pairs.ts) the best are joined first, never so
 *        that one article stands in a group with two values (who tells two values tells two things). Groups in which two
 *        reports give the same values again are one question told twice (a headline and its body). Tolls come first.
 * Never: depends on the order of articles.
 */
import { byKeys } from '../../text/order.js'
import type { Context } from '../context.js'
import type { Figure } from './figure.js'
import { mainTolls } from './main-tolls.js'
import { figurePairs, saysWhat, type FigurePair } from './pairs.js'
import { reconcile } from './reconcile.js'

export type FigureGroup = {
  readonly figures: readonly Figure[]
  readonly score: number
  /** How many were killed, injured …: the first count of each report. */
  readonly isToll: boolean
}

export function linkFigures(context: Context): readonly FigureGroup[] {
  return join(figurePairs(context).pairs, mainTolls(context.views))
}

type Group = {
  readonly members: readonly Figure[]
  /** What each article gives, by its id. */
  readonly values: ReadonlyMap<string, readonly Figure[]>
  readonly score: number
  readonly isToll: boolean
}

function joined(one: Group, other: Group, score: number): Group {
  const values = new Map(one.values)
  for (const [article, figures] of other.values)
    values.set(article, [...(values.get(article) ?? []), ...figures])
  return {
    members: [...one.members, ...other.members],
    values,
    score: Math.min(one.score, other.score, score),
    isToll: one.isToll || other.isToll,
  }
}

/** What a report gives first of a toll is as good as two counts in the same words. */
const tollScore = 0.6

/** `pairs`: the best first. `tolls`: of each report one figure. */
function join(pairs: readonly FigurePair[], tolls: readonly (readonly Figure[])[]): readonly FigureGroup[] {
  const groupOf = new Map<Figure, Group>()
  const alone = (figure: Figure, score: number): Group => ({
    members: [figure],
    values: new Map([[figure.view.id, [figure]]]),
    score,
    isToll: false,
  })
  for (const members of tolls) {
    const values = new Map(members.map((figure) => [figure.view.id, [figure]]))
    const group: Group = { members, values, score: tollScore, isToll: true }
    for (const figure of members) groupOf.set(figure, group)
  }
  for (const { a, b, score } of pairs) {
    const one = groupOf.get(a) ?? alone(a, score)
    const other = groupOf.get(b) ?? alone(b, score)
    if (one === other || twoValues(one, other)) continue
    const group = joined(one, other, score)
    for (const figure of group.members) groupOf.set(figure, group)
  }
  return withoutRepeats([...new Set(groupOf.values())])
    .map(({ members, score, isToll }) => ({
      score,
      isToll,
      figures: [...members].sort(
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

/** An article has one value in the one group and another in the other. */
function twoValues(one: Group, other: Group): boolean {
  const [few, many] = one.values.size < other.values.size ? [one, other] : [other, one]
  for (const [article, figures] of few.values)
    for (const figure of figures)
      if ((many.values.get(article) ?? []).some((known) => !isOneValue(figure, known))) return true
  return false
}

/** Equal, or one the other rounded: "$140,937,785" and, further up, "roughly $141 million". */
function isOneValue(a: Figure, b: Figure): boolean {
  if (a.value === b.value) return true
  // Days and places are not rounded; asked for hundreds of thousands of pairs in a large event.
  if (a.kind === 'date' || a.kind === 'place') return false
  const { relation } = reconcile(a, b)
  return relation === 'equal' || relation === 'rounded'
}

/** Groups of a telling unit in which two reports give the same values are joined. */
function withoutRepeats(groups: readonly Group[]): readonly Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const at = kept.findIndex((known) => isRepeat(known, group) && !twoValues(known, group))
    const known = kept[at]
    if (known) kept[at] = joined(known, group, 1)
    else kept.push(group)
  }
  return kept
}

function isRepeat(one: Group, other: Group): boolean {
  const a = one.members[0]
  const b = other.members[0]
  if (a?.kind !== b?.kind || a?.unit !== b?.unit) return false
  if (a === undefined || (!saysWhat(a) && a.kind !== 'money')) return false
  const again = [...one.values].filter(([article, figures]) =>
    other.values.get(article)?.some(({ value }) => figures.some((figure) => figure.value === value)),
  )
  return again.length > 1
}
