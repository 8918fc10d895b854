/**
 * Which figures of different reports answer one question.
 *
 * In:    the event: figures of all articles, and the claim columns.
 * Out:   groups over two articles or more, at most one value an article in each (exact or rounded).
 * Method: two figures of one kind and unit belong together where a row links them, or where they count the same noun or
 *         hang on the same verb and their clauses have words in common. Values that differ by little are of one thing more
 *         often than values far apart, which need more. The best pairs are joined first, after the tolls: what each report
 *         gives first of the dead, injured …
 * Never: joins what is told of two times, a part and its whole, two actors; depends on the order of articles.
 */
import { bareUnits, tolls, type Toll } from '../../english/figure-words.js'
import { isPersonNoun } from '../../english/nouns.js'
import { presentCells } from '../../likeness/columns.js'
import { sameAct, sameWord, sharedTerms } from '../../likeness/same-word.js'
import { share } from '../../likeness/soft-cover.js'
import type { Term } from '../../likeness/terms.js'
import type { ArticleView } from '../../likeness/view.js'
import { grouped } from '../../text/grouped.js'
import { once } from '../../text/once.js'
import { byKeys, sortedBy } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import { overlap } from '../../text/spans.js'
import { claimAt } from '../claims.js'
import type { Context } from '../context.js'
import { inFull } from '../in-full.js'
import { columnsBySentence, isSurelyLinked } from '../left-out/rows.js'
import { wordPairs } from '../word-pairs.js'
import { numeralOf } from './amount.js'
import { figuresOf, hasUnread, type Figure } from './figure.js'
import {
  dayOfWeek,
  daysApart,
  isOneValue,
  reconcile,
  isWhole,
  wholeReason,
  yearsApart,
  type Relation,
} from './reconcile.js'

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

export const inTextOrder = byKeys<Figure>(
  ({ view }) => view.id,
  ({ span }) => span.start,
  ({ kind }) => kind,
)

export const linkedFigures = once((context: Context): Linked => {
  const { may, passedOver } = wordPairs()
  const figures = context.views.flatMap(figuresOf).sort(inTextOrder)
  const columns = columnsOfFigures(context)
  const isInFull = inFull(context)
  const pairs: Pair[] = []
  for (const bucket of grouped(figures, ({ kind, unit }) => [
    kind === 'number' ? `${kind} ${unit ?? ''}` : kind,
  ]).values())
    for (const [at, a] of bucket.entries())
      for (const b of bucket.slice(at + 1)) {
        if (a.view === b.view || !comparable(a, b)) continue
        const row = (columns.get(a) ?? []).some((column) => columns.get(b)?.includes(column))
        if (!row && !isInFull(a.view, b.view)) continue
        if (!may(a.view, b.view, a.clause.length, b.clause.length)) continue
        const score = scoreOf(a, b, row, areOfOneUtterance(context, a, b))
        if (score !== null && mayJoin(context, a, b)) pairs.push({ a, b, score })
      }
  // The sort keeps text order among equals.
  const best = sortedBy(pairs, ({ score }) => -score)
  const groups = join(best, mainTolls(context.views), (a, b) => mayJoin(context, a, b))
  return { groups, passedOver: new Set([...passedOver, ...context.views.filter(hasUnread)]) }
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

function comparable(a: Figure, b: Figure): boolean {
  switch (a.kind) {
    case 'number':
      return a.unit !== null
    case 'money':
      // In another currency the same amount alone says anything: "40 million euros", "40 million dollars".
      return a.unit === null || b.unit === null || a.unit === b.unit || a.amount === b.amount
    case 'date':
      return areOfOneGrain(a, b)
    case 'percent':
    case 'duration':
    case 'place':
      return true
  }
}

/** Two days, two months, two years. */
function areOfOneGrain(a: Figure, b: Figure): boolean {
  if (dayOfWeek(a) !== null && dayOfWeek(b) !== null) return true
  return a.value.length === b.value.length && !a.value.includes('W')
}

/** Least share of the clauses' words in common, by what else ties two figures. */
const least = { row: 0.1, near: 0.2, far: 0.35 } as const
/** What a row adds. */
const ofOneRow = 0.15

/** How well two figures go together; null where they answer two questions. */
function scoreOf(a: Figure, b: Figure, row: boolean, said: boolean): number | null {
  const { relation, reason } = reconcile(a, b)
  // Two sides of one whole are two questions.
  if (reason === wholeReason || isWhole(a) !== isWhole(b)) return null
  const isTelling = isOneTellingValue(a, b)
  const isOf = said || areOfOneThing(a, b)
  const isTied = isOf || (row && a.kind !== 'date' && a.kind !== 'place')
  if (!isTelling && !isTied) return null
  const shared = share(a.clause, b.clause)
  if (isTelling && (a.kind !== 'number' || shared >= least.row))
    return Math.max(leastOfTelling, quantise(shared))
  if (!isTied) return null
  const isOpen = areOpen(a, b, relation)
  const isClose = (): boolean => areNear(a, b) && !isOneOfMany(a) && !isOneOfMany(b)
  const isLarge = isOpen && areLargeCounts(a, b)
  // In one row under two verbs: "pay goes up over three years", "wages rise over two years".
  const isOfTwo = relation === 'differ' && !isOf
  const enough = (): number =>
    isOfTwo ? least.far : row || said ? least.row : !isOpen || isClose() ? least.near : least.far
  if (!isLarge && shared < enough()) return null
  if (isOpen ? !said && areSetApart(a, b) : !row && areOfTwoTolls(a, b)) return null
  if (isLarge) return Math.max(least.near, quantise(shared))
  return quantise(isOfTwo ? shared / 2 : shared + (row ? ofOneRow : 0))
}

/** Two values that may not both hold stand side by side only where they are surely of one question: of 21 others in 64 read events none held. */
function mayJoin(context: Context, a: Figure, b: Figure): boolean {
  const { relation } = reconcile(a, b)
  const isVague =
    relation === 'may-differ' && (a.kind === 'percent' || (a.kind === 'date' && daysApart(a, b) !== 0))
  return !areOpen(a, b, relation) || (!isVague && areSurelyOfOne(context, a, b))
}

/**
 * Of two values one slip apart each is of the other's thing; of others a row says so. Of places one act is done to one thing there.
 * Shares are of as many things as there are years; ages of as many people.
 */
function areSurelyOfOne(context: Context, one: Figure, other: Figure): boolean {
  const isLinked = (): boolean => isSurelyLinked(context, one, other)
  switch (one.kind) {
    case 'date':
      return (
        areOfOneUtterance(context, one, other) ||
        (areOfOneThing(one, other) && (daysApart(one, other) === 0 || areNear(one, other) || isLinked()))
      )
    case 'place':
      return areOfOneThing(one, other) && areOfOneAct(one, other)
    case 'percent':
      return isLinked()
    case 'number':
    case 'money':
    case 'duration':
      return one.unitWord !== 'year-old' && ((areNear(one, other) && areOfOneThing(one, other)) || isLinked())
  }
}

/** The one day that each gives of what a row has somebody say. */
function areOfOneUtterance(context: Context, one: Figure, other: Figure): boolean {
  if (one.kind !== 'date' || other.kind !== 'date' || daysApart(one, other) !== 1) return false
  const rows = columnsBySentence(context)
  const [ours, theirs] = [one, other].map(({ view, sentence }) => {
    const days = figuresOf(view).filter((figure) => figure.kind === 'date' && figure.sentence === sentence)
    return days.length > 1 ? [] : (rows.get(view.sentences[sentence]?.id ?? '') ?? [])
  })
  return ours?.some((row) => 'speaker' in row && theirs?.includes(row)) ?? false
}

/** "Signed an accord in the Customs House", "signed the accord in the Lighthouse Hotel". */
function areOfOneAct(one: Figure, other: Figure): boolean {
  return one.object !== null && other.object !== null && sameWord(one.object, other.object)
}

/** One value told again of what may be said in other words: the noun counted is one, the verb is, or words around are. */
export function isToldOf(figure: Figure, one: Figure): boolean {
  const isOne = isOneValue(figure, one) || isWithin(figure, one)
  const isOfUnit = figure.kind !== 'number' || (figure.unit !== null && figure.unit === one.unit)
  if (figure.kind !== one.kind || !isOne || !isOfUnit || figure.apart !== one.apart) return false
  if (areOfOneThing(figure, one)) return true
  const isOccasion = dayOfWeek(figure) === null || areOfOneOccasion(figure, one)
  return isOccasion && share(figure.clause, one.clause) >= least.near
}

/** "March 11, 2005" in "March 2005", and a day by its name alone. */
const isWithin = (day: Figure, longer: Figure): boolean =>
  day.kind === 'date' && (day.value.startsWith(`${longer.value}-`) || daysApart(day, longer) === 0)

/** Two values, not one told in two ways; a bound and what lies beyond it may be of two things, too. */
function areOpen(a: Figure, b: Figure, relation: Relation): boolean {
  const isBeyond = relation === 'compatible' && a.amount !== b.amount
  return isBeyond || relation === 'differ' || relation === 'may-differ'
}

const areOfTwoTolls = (a: Figure, b: Figure): boolean =>
  a.toll !== b.toll && (a.unit === 'person' || (a.toll !== null && b.toll !== null))

/** One noun is counted, or one verb done: "1,200 dockers", "1,400 dockers"; "sold in March", "first sold in May". */
function areOfOneThing(a: Figure, b: Figure): boolean {
  if (a.kind === 'number')
    return a.counted !== null && a.counted === b.counted && !bareUnits.has(a.unit ?? '')
  const same = a.kind === 'date' ? sameWord : sameAct
  return a.of.some((one) => b.of.some((other) => same(one, other)))
}

/** From this factor on two amounts hardly answer one question: a part and the whole, one year and ten. */
const largestFactor = 3.2
/** Up to this factor they mostly do: of eight such pairs in 56 read events seven. */
const smallestFactor = 1.25
/** Small counts may well be told as two and as nine; and two things of three are as common as three. */
const smallCount = 10

/** Two values that one slip tells apart: amounts a quarter apart at most, neighbouring days, or years of what is told alike. */
function areNear(a: Figure, b: Figure): boolean {
  if (a.kind === 'date') return daysApart(a, b) === 1 || (yearsApart(a, b) === 1 && tellAlike(a, b))
  if (a.amount === null || b.amount === null || a.kind === 'percent') return false
  const [low, high] = inSize(a.amount, b.amount)
  return high <= low * smallestFactor && (low > smallCount || a.kind === 'duration')
}

/** "Charged with theft in 2004" and "charged with assault in 2005" are two charges. */
const tellAlike = (a: Figure, b: Figure): boolean => share(a.clause, b.clause) >= least.far

/** Its report counts the noun elsewhere, too: of 60, 51 and 41 votes two are near by chance. */
const isOneOfMany = (figure: Figure): boolean =>
  figure.kind === 'number' &&
  figuresOf(figure.view).some(
    (other) => other.kind === 'number' && areOfOneThing(figure, other) && !isOneValue(figure, other),
  )

/** Two reports of one event hardly give a sum, a share or so large a count of two things. */
const tellingCount = 10
const leastOfTelling = 0.01

function isOneTellingValue(a: Figure, b: Figure): boolean {
  const isTelling =
    a.kind === 'number' ? (a.amount ?? 0) > tellingCount : a.kind === 'money' || a.kind === 'percent'
  return isTelling && a.value === b.value && a.unit === b.unit && a.bound === b.bound
}

/** From here on two near counts of one noun are of one thing whatever is said around them: both such pairs in 64 read events. */
const largeCount = 100

const areLargeCounts = (a: Figure, b: Figure): boolean =>
  a.kind === 'number' && areNear(a, b) && Math.min(a.amount ?? 0, b.amount ?? 0) >= largeCount

/** Something keeps two values from being one question's: scale, time, part and whole, what befell whom, who acts, on what. */
function areSetApart(a: Figure, b: Figure): boolean {
  return (
    isOutOfScale(a, b) ||
    a.apart !== b.apart ||
    areOfTwoTolls(a, b) ||
    areOfTwoTimes(a, b) ||
    (a.object !== null && b.object !== null && !sameWord(a.object, b.object)) ||
    (a.kind !== 'date' && a.actor !== null && b.actor !== null && a.actor !== b.actor) ||
    (a.kind === 'date' && !areOfOneOccasion(a, b)) ||
    givesToo(a, b) ||
    givesToo(b, a)
  )
}

/** Words around two days by which what two people do is one thing all the same. */
const wordsOfOneThing = 2

/** "Pelosi returns to the House on Thursday", "the leaders were asked to return to the White House on Friday": one verb, two occasions. */
function areOfOneOccasion(a: Figure, b: Figure): boolean {
  if (a.doer === null || b.doer === null || sameWord(a.doer, b.doer)) return true
  if (isUnnamed(a, b) || isUnnamed(b, a)) return false
  const around = (one: Figure): readonly Term[] =>
    one.clause.filter((term) => !one.of.some(({ stem }) => stem === term.stem))
  return sharedTerms(around(a), around(b)).length >= wordsOfOneThing
}

/** Who does it is named here, and not there. */
const isUnnamed = ({ doer }: Figure, other: Figure): boolean =>
  doer?.proper === true && !other.clause.some((term) => sameWord(term, doer))

const isYear = ({ kind, value }: Figure): boolean => kind === 'date' && value.length === 'yyyy'.length

/** "The other two": a small number without a noun is of anything. */
const isSmall = ({ kind, amount }: Figure): boolean => kind === 'number' && (amount ?? 0) <= smallCount

/** A report that gives the other's value of the thing, too, tells of two things; in two years much is done. */
export function givesToo(one: Figure, other: Figure): boolean {
  return figuresOf(one.view).some(
    (figure) =>
      figure !== one &&
      figure.kind === one.kind &&
      (figure.unit === one.unit || (figure.unit === null && !isSmall(figure))) &&
      ((figure.kind !== 'date' && figure.kind !== 'place') || isYear(figure) || areOfOneThing(figure, one)) &&
      !isOneValue(figure, one) &&
      isOneValue(figure, other),
  )
}

/** "The quake of 1998 killed nine": a toll without a time is this event's. */
function areOfTwoTimes(a: Figure, b: Figure): boolean {
  const [one, other] = [a.anchors.length > 0, b.anchors.length > 0]
  if (one && other) return !a.anchors.some((anchor) => b.anchors.includes(anchor))
  return a.toll !== null && one !== other
}

const inSize = (one: number, other: number): readonly [number, number] =>
  one < other ? [one, other] : [other, one]

function isOutOfScale(a: Figure, b: Figure): boolean {
  if (a.amount === null || b.amount === null) return false
  // "Six weeks", "six months": the numeral says that one thing is meant.
  if (a.kind === 'duration' && numeralOf(a.value) !== null && numeralOf(a.value) === numeralOf(b.value))
    return false
  const [low, high] = inSize(a.amount, b.amount)
  return !(a.kind === 'number' && high <= smallCount) && high > low * largestFactor
}

/** Tolls by class: the first count of each report, where another's has words around it in common. */
function mainTolls(views: readonly ArticleView[]): readonly (readonly Figure[])[] {
  return tolls.flatMap((toll) => {
    const first = views.flatMap((view) => figuresOf(view).find((figure) => isMain(figure, toll)) ?? [])
    const tied = first.filter((one) =>
      first.some(
        (other) => other !== one && !isOutOfScale(one, other) && share(one.clause, other.clause) >= least.far,
      ),
    )
    return tied.length > 1 ? [tied] : []
  })
}

/** Neither a part of a toll ("two of the dead", "12 more") nor of another time, nor what may have been; "one" is more often somebody than a count. */
function isMain(figure: Figure, toll: Toll): boolean {
  const { kind, unit, unitWord, amount, apart, anchors, view, span } = figure
  const arePeople = unit === null || unit === 'person' || isPersonNoun(unitWord ?? '')
  const isCount = kind === 'number' && amount !== null && amount > 1 && arePeople
  const isWhole = apart === '' && anchors.length === 0
  return figure.toll === toll && isCount && isWhole && claimAt(view, span)?.hedged !== true
}

/** What a report gives first of a toll is as good as two counts in the same words. */
const tollScore = 0.6

/** `pairs`: the best first. `tolls`: of each report one figure. `may`: what holds for two figures of each two values of a group. */
function join(
  pairs: readonly Pair[],
  tolls: readonly (readonly Figure[])[],
  may: (a: Figure, b: Figure) => boolean,
): readonly FigureGroup[] {
  const groupOf = new Map<Figure, FigureGroup>()
  const put = (group: FigureGroup): void => {
    for (const figure of group.figures) groupOf.set(figure, group)
  }
  for (const figures of tolls) put({ figures, score: tollScore, isToll: true })
  for (const { a, b, score } of pairs) {
    const one = groupOf.get(a) ?? { figures: [a], score, isToll: false }
    const other = groupOf.get(b) ?? { figures: [b], score, isToll: false }
    if (one === other || haveTwoValues(one, other)) continue
    const all = [...one.figures, ...other.figures]
    const hold = (x: string, y: string): boolean =>
      all.some((p) => p.value === x && all.some((q) => q.value === y && may(p, q)))
    const values = ({ figures }: FigureGroup): ReadonlySet<string> =>
      new Set(figures.map(({ value }) => value))
    const theirs = [...values(other)]
    if ([...values(one)].some((x) => theirs.some((y) => !hold(x, y)))) continue
    put({
      figures: [...one.figures, ...other.figures].sort(inTextOrder),
      score: Math.min(one.score, other.score, score),
      isToll: one.isToll || other.isToll,
    })
  }
  return sortedBy(new Set(groupOf.values()), ({ figures }) => figures.map(nameOf).join(' '))
}

const nameOf = ({ view, span }: Figure): string => `${view.id} ${String(span.start).padStart(7, '0')}`

/** An article has one value in the one group and another in the other. */
function haveTwoValues(one: FigureGroup, other: FigureGroup): boolean {
  return one.figures.some((a) => other.figures.some((b) => a.view === b.view && !isOneValue(a, b)))
}
