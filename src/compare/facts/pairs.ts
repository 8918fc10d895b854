/**
 * Pairs of figures of two reports that answer one question.
 *
 * In:    the event: figures of all articles, and the claim columns.
 * Out:   pairs of one kind and unit, scored by the words around them, the best first.
 * Never: asks more of a pair than its own two articles.
 */
import { bareUnits } from '../../english/figure-words.js'
import { addOnce, grouped } from '../../text/grouped.js'
import { byKeys } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import { overlap } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { normalizeWord } from '../../text/tokens.js'
import { presentCells } from '../../likeness/columns.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { inFull } from '../in-full.js'
import { once } from '../../text/once.js'
import { share } from '../../likeness/soft-cover.js'
import { wordPairs } from '../word-pairs.js'
import { detailsOf, type Figure } from './figure.js'
import { reconcile, wholeReason } from './reconcile.js'
import { isOneLength, mayBeTied, ofOneAct, ofTwoActs, tieOf, tied, type Tie } from './same-question.js'

export type FigurePair = {
  readonly a: Figure
  readonly b: Figure
  readonly score: number
  /** What they are of is the same, whatever the words around: days to come of one act, one length, one building. */
  readonly isSame: boolean
  /** What ties two values that differ to one question; null where their score alone decides. */
  readonly tie: Tie | null
}

/** Every report is full of days; two answer one question only where words close by agree. */
const leastCloseForDates = 2
/** Least share of common context for a link, by how much the unit itself says. */
const leastScore = { unit: 0.2, bare: 0.34, town: 0.6, same: 0.12 } as const
/** The pairs, and the reports whose figures are too many for all to be compared. */
export type FigurePairs = {
  readonly pairs: readonly FigurePair[]
  readonly passedOver: ReadonlySet<ArticleView>
}

export const figurePairs = once((context: Context): FigurePairs => {
  const { may, passedOver } = wordPairs()
  const figures = figuresIn(context)
  const columns = columnsOfFigures(context)
  const inOneColumn = (a: Figure, b: Figure): boolean =>
    (columns.get(a) ?? []).some((column) => columns.get(b)?.includes(column))
  const alone = onlyOnes(figures)
  const pairs = buckets(figures).flatMap((bucket) => {
    const othersOf = laterOthers(context, bucket)
    return bucket.flatMap((a) => {
      const found: FigurePair[] = []
      for (const b of othersOf(a)) {
        if (!comparable(a, b) || !may(a.view, b.view, a.context.length, b.context.length)) continue
        const pair = pairOf(a, b, inOneColumn, alone)
        if (pair && holds(pair)) found.push(pair)
      }
      return found
    })
  })
  const names = new Map(figures.map((figure) => [figure, `${figure.view.id} ${figure.span.start}`]))
  pairs.sort(
    byKeys(
      (pair) => -pair.score,
      (pair) => names.get(pair.a) ?? '',
      (pair) => names.get(pair.b) ?? '',
    ),
  )
  return { pairs, passedOver }
})

/** Whether two figures answer one question. Values that differ need more to do so. */
function holds({ a, score, isSame, tie }: FigurePair): boolean {
  if (tie === null || a.kind === 'place') {
    if (score < (isSame ? leastScore.same : least(a))) return false
  }
  return tie === null || tied(a, tie)
}

function figuresIn({ views }: Context): readonly Figure[] {
  return views.flatMap(detailsOf).sort(
    byKeys(
      (figure) => figure.view.id,
      (figure) => figure.span.start,
      (figure) => figure.kind,
    ),
  )
}

/** Which claim columns a figure stands in. */
export const columnsOfFigures = once((context: Context): ReadonlyMap<Figure, readonly string[]> => {
  const byArticle = new Map<string, { start: number; end: number; column: string }[]>()
  for (const column of context.alignment.claims) {
    for (const [id, cell] of presentCells(column)) {
      const list = byArticle.get(id) ?? []
      for (const { start, end } of cell.mentions) list.push({ start, end, column: column.id })
      byArticle.set(id, list)
    }
  }
  const columnsOf = ({ view, span }: Figure): readonly string[] =>
    (byArticle.get(view.id) ?? []).filter((item) => overlap(item, span) > 0).map((item) => item.column)
  return new Map(figuresIn(context).map((figure) => [figure, columnsOf(figure)]))
})

/**
 * The figures behind one in its bucket that it is held against: of reports that are compared in full with its own, and those
 * of its rows.
 */
function laterOthers(context: Context, bucket: readonly Figure[]): (a: Figure) => Iterable<Figure> {
  const isInFull = inFull(context)
  const columns = columnsOfFigures(context)
  const numbers = new Map(bucket.map((figure, number) => [figure, number]))
  const byView = grouped(bucket, ({ view }) => [view])
  const byColumn = grouped(bucket, (figure) => columns.get(figure) ?? [])
  return (a) => {
    const isLater = (b: Figure): boolean => b.view !== a.view && (numbers.get(b) ?? 0) > (numbers.get(a) ?? 0)
    const full = [...byView].flatMap(([view, those]) =>
      view !== a.view && isInFull(a.view, view) ? those.filter(isLater) : [],
    )
    const inRows = (columns.get(a) ?? []).flatMap((column) => (byColumn.get(column) ?? []).filter(isLater))
    return new Set([...full, ...inRows])
  }
}

/** Figures that can be compared at all, by kind and unit. */
function buckets(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const unitOf = ({ kind, unit }: Figure): string =>
    kind === 'number' || kind === 'place' ? (unit ?? '') : ''
  return [...grouped(figures, (figure) => [`${figure.kind} ${unitOf(figure)}`]).values()]
}

/** Counts of a unit that says what is counted, where the report gives one value with that word. */
function onlyOnes(figures: readonly Figure[]): ReadonlySet<Figure> {
  const values = new Map<string, Set<string>>()
  // By the word itself: "a five-point plan" is the one plan although a list elsewhere has four parts.
  const name = (figure: Figure): string =>
    `${figure.view.id} ${figure.kind} ${figure.unitWord === null ? '' : stem(normalizeWord(figure.unitWord))}`
  for (const figure of figures) addOnce(values, name(figure), figure.value)
  return new Set(figures.filter((figure) => saysWhat(figure) && values.get(name(figure))?.size === 1))
}

/** How well two figures go together; null where they answer two questions. */
function pairOf(
  a: Figure,
  b: Figure,
  inOneColumn: (a: Figure, b: Figure) => boolean,
  alone: ReadonlySet<Figure>,
): FigurePair | null {
  const near = closeInCommon(a, b)
  const column = inOneColumn(a, b)
  // The cheap questions first: most pairs have nothing in common.
  if (a.unit === 'town' && !column) return null
  const isPlan = ofOnePlan(a, b)
  if (a.kind === 'date' && near < leastCloseForDates && !column && !isPlan) return null
  const { relation, reason } = reconcile(a, b)
  // Two sides of one whole are two questions.
  if (reason === wholeReason) return null
  const differ = relation === 'differ' || relation === 'may-differ'
  if (differ && near === 0 && !column) return null
  if (a.kind === 'date' && near < leastCloseForDates && !differ && !isPlan && !column) return null
  if (differ && a.kind === 'date' && ofTwoActs(a, b)) return null
  const free = !differ || a.kind === 'date'
  const only = alone.has(a) && alone.has(b)
  const tie = free ? null : tieOf(a, b, { near, column, only, oneWord: oneWord(a, b) })
  if (!free && (tie === null || !mayBeTied(a, tie))) return null
  const shared = share(a.context, b.context)
  return {
    a,
    b,
    score: pairScore(a, b, column, shared),
    isSame: isPlan || (!differ && ofOneThing(a, b)),
    tie: tie && { ...tie, shared },
  }
}

function closeInCommon(a: Figure, b: Figure): number {
  let common = 0
  for (const key of a.near) if (b.near.has(key)) common++
  return common
}

function comparable(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'date')
    return (
      (a.value.length === b.value.length || isDayOfMonth(a, b)) &&
      !a.value.includes('W') &&
      isAhead(a) === isAhead(b)
    )
  if (a.kind === 'duration' || a.kind === 'percent' || a.kind === 'time') return true
  // In another currency the same amount alone says anything: "40 million euros", "40 million dollars".
  if (a.kind === 'money' && a.unit !== null && b.unit !== null)
    return a.unit === b.unit || a.amount === b.amount
  return a.unit !== null && a.unit === b.unit
}

/** "February" and "12 February"; a year alone says too little. */
function isDayOfMonth(a: Figure, b: Figure): boolean {
  const [coarse, fine] = a.value.length < b.value.length ? [a.value, b.value] : [b.value, a.value]
  return coarse.length === 'yyyy-mm'.length && fine.startsWith(coarse)
}

/** The day lies after the report's publication: what is planned is no answer to what happened. */
function isAhead(figure: Figure): boolean | null {
  const published = figure.view.article.publishedAt
  return published === null ? null : figure.value > published.slice(0, figure.value.length)
}

/** "Nineteen hours of talks" and of "negotiation"; one building of an event is hardly two. */
function ofOneThing(a: Figure, b: Figure): boolean {
  return a.unit === 'venue' || (a.kind === 'duration' && isOneLength(a, b))
}

/** "They vote on Sunday 22 March", "the vote is on Saturday": each report has one day to come for the act. */
function ofOnePlan(a: Figure, b: Figure): boolean {
  return a.kind === 'date' && isAhead(a) === true && isAhead(b) === true && ofOneAct(a, b)
}

function least(figure: Figure): number {
  if (figure.unit === 'town') return leastScore.town
  return saysWhat(figure) || figure.kind === 'money' ? leastScore.unit : leastScore.bare
}

/** The unit tells what is counted. */
export function saysWhat({ kind, unit }: Figure): boolean {
  return kind === 'number' && unit !== null && unit !== 'person' && !bareUnits.has(unit)
}

function pairScore(a: Figure, b: Figure, column: boolean, shared: number): number {
  const elsewhen =
    a.anchors.size + b.anchors.size > 0 && ![...a.anchors].some((anchor) => b.anchors.has(anchor))
  return quantise((shared + (column ? 0.15 : 0) + (oneWord(a, b) ? 0.05 : 0)) * (elsewhen ? 0.6 : 1))
}

/** What is counted is called by one word. */
function oneWord(a: Figure, b: Figure): boolean {
  return a.unitWord !== null && b.unitWord !== null && stem(a.unitWord) === stem(b.unitWord)
}
