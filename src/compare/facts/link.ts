/**
 * Which figures of different reports answer one question.
 *
 * In:    the event: figures of all articles, and the claim columns.
 * Out:   groups over two articles or more, at most one value an article in each (exact or rounded).
 * Method: of two figures of one kind and unit it is asked whether they stand under one verb or noun, count the one such
 *        thing of their reports, or stand in one row, and how much their contexts have in common; values that differ need
 *        more. The best pairs are joined first, after the tolls: what each report gives first of the dead, injured …
 * Never: joins what is told of two times, a part and its whole, two actors; depends on the order of articles.
 */
import { bareUnits } from '../../english/figure-words.js'
import { isPersonNoun } from '../../english/nouns.js'
import { tolls, type Toll } from '../../english/tolls.js'
import { presentCells } from '../../likeness/columns.js'
import { levels } from '../../likeness/levels.js'
import { share } from '../../likeness/soft-cover.js'
import { likeness, type Term } from '../../likeness/terms.js'
import type { ArticleView } from '../../likeness/view.js'
import { addOnce, grouped } from '../../text/grouped.js'
import { once } from '../../text/once.js'
import { byKeys } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import { overlap } from '../../text/spans.js'
import { claimAt } from '../claims.js'
import type { Context } from '../context.js'
import { inFull } from '../in-full.js'
import { wordPairs } from '../word-pairs.js'
import { numeralOf } from './amount.js'
import { figuresOf, type Figure } from './figure.js'
import { isOneValue, reconcile, wholeReason } from './reconcile.js'

export type FigureGroup = {
  readonly figures: readonly Figure[]
  readonly score: number
  /** How many were killed, injured …: the first count of each report. */
  readonly isToll: boolean
}

/** The groups, and the reports whose figures are too many for all to be compared. */
export type Linked = {
  readonly groups: readonly FigureGroup[]
  readonly passedOver: ReadonlySet<ArticleView>
}

type Pair = { readonly a: Figure; readonly b: Figure; readonly score: number }

const inTextOrder = byKeys<Figure>(
  ({ view }) => view.id,
  ({ span }) => span.start,
  ({ kind }) => kind,
)

export const linkedFigures = once((context: Context): Linked => {
  const { may, passedOver } = wordPairs()
  const figures = context.views.flatMap(figuresOf).sort(inTextOrder)
  const columns = columnsOfFigures(context)
  const isInFull = inFull(context)
  const alone = onlyOnes(figures)
  const pairs: Pair[] = []
  for (const bucket of grouped(figures, (figure) => [bucketOf(figure)]).values())
    for (const [at, a] of bucket.entries())
      for (const b of bucket.slice(at + 1)) {
        if (a.view === b.view || !comparable(a, b)) continue
        const row = (columns.get(a) ?? []).some((column) => columns.get(b)?.includes(column))
        if (!row && !isInFull(a.view, b.view)) continue
        if (!may(a.view, b.view, a.context.length, b.context.length)) continue
        const score = scoreOf(a, b, row, alone.has(a) && alone.has(b))
        if (score !== null) pairs.push({ a, b, score })
      }
  // The sort keeps text order among equals.
  return { groups: join(pairs.sort(byKeys(({ score }) => -score)), mainTolls(context.views)), passedOver }
})

/** Which claim columns a figure stands in. */
export const columnsOfFigures = once((context: Context): ReadonlyMap<Figure, readonly string[]> => {
  const mentions = grouped(
    context.alignment.claims.flatMap((column) =>
      presentCells(column).flatMap(([article, cell]) =>
        cell.mentions.map((mention) => ({ article, mention, column: column.id })),
      ),
    ),
    ({ article }) => [article],
  )
  const columnsOf = ({ view, span }: Figure): readonly string[] =>
    (mentions.get(view.id) ?? [])
      .filter(({ mention }) => overlap(mention, span) > 0)
      .map(({ column }) => column)
  return new Map(context.views.flatMap(figuresOf).map((figure) => [figure, columnsOf(figure)]))
})

function bucketOf({ kind, unit }: Figure): string {
  return kind === 'number' ? `${kind} ${unit ?? ''}` : kind
}

function comparable(a: Figure, b: Figure): boolean {
  switch (a.kind) {
    case 'number':
      return a.unit !== null
    case 'money':
      // In another currency the same amount alone says anything: "40 million euros", "40 million dollars".
      return a.unit === null || b.unit === null || a.unit === b.unit || a.amount === b.amount
    case 'date':
      return (
        (a.value.length === b.value.length || isDayOfMonth(a, b)) &&
        !a.value.includes('W') &&
        isAhead(a) === isAhead(b)
      )
    case 'percent':
    case 'duration':
    case 'time':
    case 'place':
      return true
  }
}

/** "February" and "12 February"; a year alone says too little. */
function isDayOfMonth(a: Figure, b: Figure): boolean {
  const [coarse, fine] = a.value.length < b.value.length ? [a.value, b.value] : [b.value, a.value]
  return coarse.length === 'yyyy-mm'.length && fine.startsWith(coarse)
}

/** The day lies after the report's publication: what is planned is no answer to what happened. */
function isAhead({ view, value }: Figure): boolean | null {
  const published = view.article.publishedAt
  return published === null ? null : value > published.slice(0, value.length)
}

/** The unit tells what is counted. */
function saysWhat({ kind, unit }: Figure): boolean {
  return kind === 'number' && unit !== null && unit !== 'person' && !bareUnits.has(unit)
}

/** Counts of a unit that says what is counted, where the report gives one value with that word. */
function onlyOnes(figures: readonly Figure[]): ReadonlySet<Figure> {
  const values = new Map<string, Set<string>>()
  const name = ({ view, unit }: Figure): string => `${view.id} ${unit ?? ''}`
  for (const figure of figures) if (figure.kind === 'number') addOnce(values, name(figure), figure.value)
  return new Set(figures.filter((figure) => saysWhat(figure) && values.get(name(figure))?.size === 1))
}

/** Least share of context in common, by what else ties two figures. */
const least = {
  agree: { length: 0.12, plan: 0.12, telling: 0.2, bare: 0.34 },
  differ: { length: 0.12, row: 0.1, unit: 0.15, act: 0.3 },
} as const

/** What a row adds to the context in common, and what another time takes. */
const ofOneRow = 0.15
const ofAnotherTime = 0.6

/** How well two figures go together; null where they answer two questions. */
function scoreOf(a: Figure, b: Figure, row: boolean, only: boolean): number | null {
  const { relation, reason } = reconcile(a, b)
  // Two sides of one whole are two questions.
  if (reason === wholeReason) return null
  const act = isOne(a.governors, b.governors)
  const length = a.measures !== null && b.measures !== null && isOne([a.measures], [b.measures])
  // Every report is full of days and places.
  const needsAct = a.kind === 'date' || a.kind === 'time' || a.kind === 'place'
  if (needsAct && !act && !row) return null
  const differ = relation === 'differ' || relation === 'may-differ'
  if (differ && (!(row || act || only || length) || areSetApart(a, b, length))) return null
  // Places and years that differ are mostly of two things.
  const isLoose = a.kind === 'place' || (a.kind === 'date' && a.value.length === 'yyyy'.length)
  if (differ && isLoose && !row) return null
  // "Fell on Saturday", "opened again on Sunday": each day has its own act.
  if (relation === 'differ' && a.kind === 'date' && !act && a.governors.length > 0 && b.governors.length > 0)
    return null
  const shared = share(a.context, b.context)
  const isPlan = a.kind === 'date' && act && isAhead(a) === true
  const enough = differ
    ? leastToDiffer(a, row && (act || length || !needsAct), only, length || isPlan)
    : leastToAgree(a, length, isPlan, act)
  const score = shared + (row ? ofOneRow : 0)
  if ((differ ? shared : score) < enough) return null
  const sameTime =
    a.anchors.size + b.anchors.size === 0 || [...a.anchors].some((anchor) => b.anchors.has(anchor))
  return quantise(score * (sameTime ? 1 : ofAnotherTime))
}

function leastToDiffer(a: Figure, row: boolean, only: boolean, isSame: boolean): number {
  if (isSame && a.kind !== 'number') return least.differ.length
  if (row) return least.differ.row
  return only ? least.differ.unit : least.differ.act
}

function leastToAgree(a: Figure, length: boolean, isPlan: boolean, act: boolean): number {
  if (a.kind === 'duration' && length) return least.agree.length
  if (isPlan) return least.agree.plan
  return saysWhat(a) || a.kind === 'money' || act ? least.agree.telling : least.agree.bare
}

function isOne(one: readonly Term[], other: readonly Term[]): boolean {
  return one.some((a) => other.some((b) => likeness(a, b) >= levels.act))
}

/** From this factor on two amounts hardly answer one question: a part and the whole, one year and ten. */
const largestFactor = 3.2
/** Small counts may well be told as two and as nine. */
const smallCount = 10

/** Something keeps two values from being one question's: scale, time, part and whole, what befell whom, who acts, what is measured. */
function areSetApart(a: Figure, b: Figure, length: boolean): boolean {
  const isOneToll = a.toll !== null && a.toll === b.toll
  return (
    isOutOfScale(a, b) ||
    isRatio(a) ||
    isRatio(b) ||
    a.partitive !== b.partitive ||
    !isSame(a.apart, b.apart) ||
    (a.toll !== b.toll && (a.unit === 'person' || (a.toll !== null && b.toll !== null))) ||
    // "The quake of 1998 killed nine": a toll without a time is this event's.
    (isOneToll && a.anchors.size > 0 !== b.anchors.size > 0) ||
    (a.anchors.size > 0 && b.anchors.size > 0 && ![...a.anchors].some((anchor) => b.anchors.has(anchor))) ||
    (a.kind === 'duration' && a.measures !== null && b.measures !== null && !length) ||
    (a.kind !== 'date' && a.actor !== null && b.actor !== null && a.actor !== b.actor)
  )
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((word) => other.has(word))
}

function isOutOfScale(a: Figure, b: Figure): boolean {
  if (a.amount === null || b.amount === null) return false
  // "Six weeks", "six months": the numeral says that one thing is meant.
  if (a.kind === 'duration' && numeralOf(a.value) !== null && numeralOf(a.value) === numeralOf(b.value))
    return false
  const [low, high] = a.amount < b.amount ? [a.amount, b.amount] : [b.amount, a.amount]
  return !(a.kind === 'number' && high <= smallCount) && high > low * largestFactor
}

/** "1 in 3", "2-to-1": the number alone says nothing. */
function isRatio({ view: { text }, span: { start, end } }: Figure): boolean {
  return (
    /\d[\s-]in[\s-]$/u.test(text.slice(Math.max(0, start - 6), start)) ||
    /^[\s-](?:in|to|out of)[\s-]\d/u.test(text.slice(end, end + 10))
  )
}

/** Tolls by class: the first count of each report, where another's has words around it in common. */
function mainTolls(views: readonly ArticleView[]): readonly (readonly Figure[])[] {
  return tolls.flatMap((toll) => {
    const first = views.flatMap((view) => figuresOf(view).find((figure) => isMain(figure, toll)) ?? [])
    const tied = first.filter((one) =>
      first.some((other) => other !== one && share(one.context, other.context) >= least.differ.length),
    )
    return tied.length > 1 ? [tied] : []
  })
}

/** Neither a part of a toll ("two of the dead", "12 more") nor of another time, nor what may have been; "one" is more often somebody than a count. */
function isMain(figure: Figure, toll: Toll): boolean {
  const { kind, unit, unitWord, amount, partitive, apart, anchors, view, span } = figure
  const arePeople = unit === null || unit === 'person' || isPersonNoun(unitWord ?? '')
  const isWhole = !partitive && apart.size === 0 && anchors.size === 0
  const isCount = kind === 'number' && amount !== null && amount > 1 && arePeople
  return figure.toll === toll && isCount && isWhole && claimAt(view, span)?.hedged !== true
}

/** What a report gives first of a toll is as good as two counts in the same words. */
const tollScore = 0.6

/** `pairs`: the best first. `tolls`: of each report one figure. */
function join(pairs: readonly Pair[], tolls: readonly (readonly Figure[])[]): readonly FigureGroup[] {
  const groupOf = new Map<Figure, FigureGroup>()
  const put = (group: FigureGroup): void => {
    for (const figure of group.figures) groupOf.set(figure, group)
  }
  for (const figures of tolls) put({ figures, score: tollScore, isToll: true })
  for (const { a, b, score } of pairs) {
    const one = groupOf.get(a) ?? { figures: [a], score, isToll: false }
    const other = groupOf.get(b) ?? { figures: [b], score, isToll: false }
    if (one === other || haveTwoValues(one, other)) continue
    put({
      figures: [...one.figures, ...other.figures].sort(inTextOrder),
      score: Math.min(one.score, other.score, score),
      isToll: one.isToll || other.isToll,
    })
  }
  return [...new Set(groupOf.values())].sort(byKeys(({ figures }) => figures.map(nameOf).join(' ')))
}

const nameOf = ({ view, span }: Figure): string => `${view.id} ${String(span.start).padStart(7, '0')}`

/** An article has one value in the one group and another in the other. */
function haveTwoValues(one: FigureGroup, other: FigureGroup): boolean {
  return one.figures.some((a) => other.figures.some((b) => a.view === b.view && !isOneValue(a, b)))
}
