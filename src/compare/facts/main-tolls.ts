/**
 * How many were killed, injured, arrested …: what each report gives first is its toll of the event, however its sentence is
 * built.
 *
 * In:    reports and their figures. Out: for each toll the figures that answer it, one a report, over two reports or more.
 * Never: a part of a toll ("two of the dead", "12 more"), what is told of another time or may have been, or a count that has
 *        nothing around it in common with the others'.
 */
import { isPersonNoun } from '../../english/nouns.js'
import { tolls, type Toll } from '../../english/tolls.js'
import { share } from '../../likeness/soft-cover.js'
import type { ArticleView } from '../../likeness/view.js'
import { claimAt } from '../claims.js'
import { figuresOf, type Figure } from './figure.js'
import { roleIn } from './same-question.js'

/** Least share of the words around a toll that one of the others must have. */
const leastShared = 0.12

/** Tolls by class, in the order of the reports. */
export function mainTolls(views: readonly ArticleView[]): readonly (readonly Figure[])[] {
  return tolls.flatMap((toll) => {
    const first = views.flatMap((view) => figuresOf(view).find((figure) => tells(figure, toll)) ?? [])
    const tied = first.filter((one) =>
      first.some((other) => other !== one && share(one.context, other.context) >= leastShared),
    )
    return tied.length > 1 ? [tied] : []
  })
}

function tells(figure: Figure, toll: Toll): boolean {
  const role = roleIn(figure)
  return (
    role.toll === toll &&
    countsPeople(figure) &&
    !role.partitive &&
    role.apart.size === 0 &&
    figure.anchors.size === 0 &&
    claimAt(figure.view, figure.span)?.hedged !== true
  )
}

/** "One" is more often somebody than a count. */
function countsPeople({ kind, unit, unitWord, amount }: Figure): boolean {
  if (kind !== 'number' || amount === null || amount <= 1) return false
  return unit === null || unit === 'person' || isPersonNoun(unitWord ?? '')
}
