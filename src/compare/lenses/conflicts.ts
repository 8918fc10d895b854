/**
 * Figures that cannot all hold: `conflict` of type number, duration, date or place.
 *
 * Rows of the fact table whose values differ. Equal, rounded and compatible values are no finding; values that may
 * differ are notes.
 */
import type { ConflictType, Evidence, Position } from '../../model/comparison.js'
import { personKey } from '../../english/names.js'
import { byKeys } from '../../text/order.js'
import { stem } from '../../text/stem.js'
import type { Context } from '../context.js'
import { factGroups, figuresByArticle, shown, shownSpan, type FactGroup } from '../facts/fact-table.js'
import type { Figure } from '../facts/figure.js'
import { saysWhat } from '../facts/pairs.js'
import { reconcile } from '../facts/reconcile.js'
import { roleIn } from '../facts/same-question.js'
import { areTwoAccounts } from '../facts/two-accounts.js'
import { publishedIn } from '../../likeness/published.js'
import type { ArticleView } from '../../likeness/view.js'
import { draft } from '../finding.js'
import { onceForTwo } from '../../text/once.js'
import { share } from '../../likeness/soft-cover.js'
import { isSurelyLinked } from '../left-out/rows.js'
import type { Draft, Lens } from '../lens.js'
import { claimAt } from '../claims.js'

const figuresAsk = [
  'Figures of one kind and unit, linked by the words around them, cannot all hold after rounding, bounds and units were taken into account.',
  'A report that gives both values is no side of it.',
]

export const conflicts: Lens = {
  name: 'conflicts',
  asks: () => ({
    'conflict number': [
      ...figuresAsk,
      'Of people killed, injured, missing, arrested, displaced or rescued the first count of each report.',
      'In front no counts of two subjects, and none beside other counts of the same things that all differ as well.',
    ],
    'conflict duration': figuresAsk,
    'conflict date': figuresAsk,
    'conflict place': figuresAsk,
  }),
  find: (context) =>
    factGroups(context).flatMap((group) =>
      group.grade === 'compatible' || tellsBoth(context, group) ? [] : look(context, group),
    ),
}

/** Amounts no farther apart than this share of the larger are one amount to a reader who weighs two versions. */
const nearly = 0.03

/**
 * A report that gives the other's value too, of the same unit, tells two things (or a debate), not another version; but
 * for a count of a telling unit that has less in common with the other than this one ("the list has four parts").
 */
function tellsBoth(context: Context, group: FactGroup): boolean {
  const figures = figuresByArticle(context)
  return group.figures.some((one) => {
    const others = group.figures.filter(({ value }) => value !== one.value)
    const enough = saysWhat(one) ? bestInCommon(one, others) * asMuch : 0
    return (figures.get(one.view.id) ?? []).some(
      (figure) =>
        figure.value !== one.value &&
        others.some(
          (other) =>
            figure.kind === other.kind &&
            (figure.unit === other.unit || figure.unit === null) &&
            isNear(figure, other),
        ) &&
        bestInCommon(figure, others) >= enough,
    )
  })
}

/** From this share of the context in common on, a report's other figure goes with the other report's as well. */
const asMuch = 0.6

function bestInCommon(one: Figure, others: readonly Figure[]): number {
  return Math.max(0, ...others.map((other) => contextInCommon(one, other)))
}

const contextInCommon = onceForTwo((one: Figure, other: Figure) => share(one.context, other.context))

/** The same value, or one that is nearly the same. */
function isNear(a: Figure, b: Figure): boolean {
  if (isOneValue(a, b)) return true
  const [low, high] = [Math.min(a.amount ?? 0, b.amount ?? 0), Math.max(a.amount ?? 0, b.amount ?? 0)]
  return high > 0 && (high - low) / high <= nearly
}

function isOneValue(a: Figure, b: Figure): boolean {
  // Days and places are the same or not, and there are a great many of them.
  if (a.kind === 'date' || a.kind === 'place') return a.value === b.value && a.bound === b.bound
  const { relation } = reconcile(a, b)
  return relation === 'equal' || relation === 'rounded'
}

function typeOf(kind: Figure['kind'] | undefined): ConflictType {
  switch (kind) {
    case 'duration':
      return 'duration'
    case 'date':
    case 'time':
      return 'date'
    case 'place':
      return 'place'
    case 'number':
    case 'money':
    case 'percent':
    case undefined:
      return 'number'
  }
}

function look(context: Context, group: FactGroup): readonly Draft[] {
  const positions = group.values
    .map((item) => positionOf(context, item.figures))
    .sort(byKeys((position) => position.value))
  const differ = group.grade === 'differ'
  return [
    draft(context, {
      kind: 'conflict',
      severity: 'fact',
      column: group.column === '' ? null : group.column,
      evidence: group.figures.map((figure): Evidence => ({
        article: figure.view.id,
        ...shownSpan(figure),
        role: 'value',
      })),
      confidence: Math.min(1, 0.4 + group.score),
      detail: {
        type: typeOf(group.figures[0]?.kind),
        grade: group.grade,
        reason: group.worst.reason,
        positions,
      },
      matter: `fact ${group.figures.map((figure) => `${figure.view.id} ${figure.span.start}`).join(' ')}`,
      front:
        (differ || group.isToll) &&
        !isOfPlaceOrYear(group) &&
        (group.isToll || areOfOneAccount(group)) &&
        (areOfOneRow(context, group) || countsOneThing(group)) &&
        cameOutTogether(group),
    }),
  ]
}

/** Places never held when read, and a year alone is mostly of another event (of two in front of 40 unread events none held). */
function isOfPlaceOrYear({ figures }: FactGroup): boolean {
  return figures.some(
    ({ kind, value }) => kind === 'place' || (kind === 'date' && value.length === 'yyyy'.length),
  )
}

function areOfOneAccount({ figures }: FactGroup): boolean {
  return figures.every((one) =>
    figures.every(
      (other) => one.value === other.value || one.view === other.view || !areTwoAccounts(one, other),
    ),
  )
}

/**
 * Counts in the same words ("1,200 dockers", "1,400 dockers") or of those whom one thing befell ("two injured", "five hurt"),
 * for each value at least one, their sentences near.
 */
function countsOneThing({ values, score }: FactGroup): boolean {
  if (score < nearEnough) return false
  const [first, ...rest] = values.map(({ figures }) => new Set(figures.map(countedAs)))
  return first !== undefined && [...first].some((words) => rest.every((others) => others.has(words)))
}

/** Least nearness of the words around two counts. */
const nearEnough = 0.35

/** The family name beside an age: "Ann Lowe, 33,", "33-year-old Ann Lowe". */
function whoseAge({ view: { article }, span }: Figure): string | undefined {
  const beside = article.entities.find(({ mentions }) =>
    mentions.some(({ start, end }) => end + ', '.length === span.start || start === span.end + ' '.length),
  )
  return beside === undefined ? undefined : `age of ${personKey(beside.name)}`
}

/** What befell those who are counted, whose age it is, else the words for what is counted, as stems; of its own each where they are not known. */
function countedAs(figure: Figure): string | Figure {
  if (figure.kind !== 'number') return figure
  const { toll } = roleIn(figure)
  if (toll !== null) return toll
  if (figure.unitWord === null) return figure
  if (figure.unitWord === 'year-old') return whoseAge(figure) ?? figure
  const { text } = figure.view
  const words = text.slice(figure.span.end, Math.max(figure.span.end, shownSpan(figure).end))
  return words.trim() === ''
    ? figure
    : words
        .toLowerCase()
        .split(/[\s-]+/u)
        .map(stem)
        .join(' ')
}

/** What reports of two days count may have grown meanwhile. */
function cameOutTogether({ figures }: FactGroup): boolean {
  return figures.every((one) =>
    figures.every((other) => one.value === other.value || !isFarApart(one.view, other.view)),
  )
}

function isFarApart(a: ArticleView, b: ArticleView): boolean {
  const [one, other] = [publishedIn(a), publishedIn(b)]
  if (one === null || other === null) return false
  return Math.abs(one.first + one.last - other.first - other.last) / 2 > oneDay
}

const oneDay = 24 * 3_600_000

/** Two figures that no row surely links may count two things. */
function areOfOneRow(context: Context, { figures }: FactGroup): boolean {
  return figures.some((one, index) =>
    figures
      .slice(index + 1)
      .some((other) => one.value !== other.value && isSurelyLinked(context, one, other)),
  )
}

function positionOf(context: Context, figures: readonly Figure[]): Position {
  const articles = [...new Set(figures.map((figure) => figure.view.id))]
  const claims = figures.map((figure) => claimAt(figure.view, figure.span))
  const first = claims[0]
  const attributed = claims.every((claim) => claim?.voice === 'attributed')
  const quote = first?.quote ? figures[0]?.view.quotes.get(first.quote) : undefined
  return {
    value: figures[0] ? shown(figures[0]) : '',
    articles,
    texts: context.texts(articles),
    source: attributed ? (quote?.speaker?.name ?? null) : null,
    voice: attributed ? 'attributed' : 'own',
    certainty: claims.some((claim) => claim?.hedged) ? 'hedged' : 'plain',
  }
}
