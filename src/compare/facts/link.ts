/**
 * Links figures of different reports that answer one question.
 *
 * In:    the Context of a run.
 * Out:   groups of figures, at most one value an article in each, every group over two articles or more.
 * Method: of the event's pairs (pairs.ts) those that hold by this run's thresholds; the best are joined first, never so
 *        that one article stands in a group with two values (who tells two values tells two things).
 * Never: depends on the order of articles.
 */
import { byKeys } from '../../text/order.js'
import type { Context } from '../context.js'
import type { Figure } from './figure.js'
import { figurePairs, holds, type FigurePair } from './pairs.js'

export type FigureGroup = { readonly figures: readonly Figure[]; readonly score: number }

export function linkFigures(context: Context): readonly FigureGroup[] {
  const here = new Set(context.views)
  return join(
    figurePairs(context.event).filter(
      (pair) => here.has(pair.a.view) && here.has(pair.b.view) && holds(pair, context.limit),
    ),
  )
}

type Group = {
  readonly members: readonly Figure[]
  /** The one value of each article, by its id. */
  readonly values: ReadonlyMap<string, string>
  readonly score: number
}

/** `pairs`: the best first. */
function join(pairs: readonly FigurePair[]): readonly FigureGroup[] {
  const groupOf = new Map<Figure, Group>()
  const alone = (figure: Figure, score: number): Group => ({
    members: [figure],
    values: new Map([[figure.view.id, figure.value]]),
    score,
  })
  for (const { a, b, score } of pairs) {
    const one = groupOf.get(a) ?? alone(a, score)
    const other = groupOf.get(b) ?? alone(b, score)
    if (one === other || twoValues(one, other)) continue
    const joined = {
      members: [...one.members, ...other.members],
      values: new Map([...one.values, ...other.values]),
      score: Math.min(one.score, other.score, score),
    }
    for (const figure of joined.members) groupOf.set(figure, joined)
  }
  return [...new Set(groupOf.values())]
    .map(({ members, score }) => ({
      score,
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
  for (const [article, value] of few.values) if ((many.values.get(article) ?? value) !== value) return true
  return false
}
