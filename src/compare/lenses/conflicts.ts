/**
 * Figures that cannot all hold: `conflict` of type number, duration, date or place.
 *
 * Rows of the fact table whose values differ. Equal, rounded and compatible values are no finding; values that may
 * differ are notes.
 */
import type { ConflictType, Evidence, Position } from '../../model/comparison.js'
import { publishedIn } from '../../likeness/published.js'
import type { ArticleView } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { byKeys } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { claimAt } from '../claims.js'
import type { Context } from '../context.js'
import { factGroups, shown, type FactGroup } from '../facts/fact-table.js'
import { figuresOf, type Figure } from '../facts/figure.js'
import { isOneValue } from '../facts/reconcile.js'
import { draft } from '../finding.js'
import { isSurelyLinked } from '../left-out/rows.js'
import type { Draft, Lens } from '../lens.js'

const figuresAsk = [
  'Figures of one kind and unit, under one verb or noun or in one row, cannot all hold after rounding, bounds and units were taken into account.',
  'A report that gives both values is no side of it.',
]

export const conflicts: Lens = {
  name: 'conflicts',
  asks: () => ({
    'conflict number': [
      ...figuresAsk,
      'Of people killed, injured, missing, arrested, displaced or rescued the first count of each report.',
      'In front none beside other counts of the same things that all differ as well.',
    ],
    'conflict duration': figuresAsk,
    'conflict date': figuresAsk,
    'conflict place': figuresAsk,
  }),
  find: (context) =>
    factGroups(context).flatMap((group) =>
      group.grade === 'compatible' || tellsBoth(group) ? [] : look(context, group),
    ),
}

/** A report that gives the other's value too tells two things (or a debate), not another version. */
function tellsBoth({ figures }: FactGroup): boolean {
  return figures.some((one) =>
    figuresOf(one.view).some(
      (figure) =>
        figure.kind === one.kind &&
        (figure.unit === one.unit || figure.unit === null) &&
        !isOneValue(figure, one) &&
        figures.some((other) => isOneValue(figure, other)),
    ),
  )
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
        ...figure.shown,
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
        (group.isToll || !differThroughout(group)) &&
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

/** Least nearness of the words around two counts. */
const nearEnough = 0.35

/** Counts in the same words ("1,200 dockers", "1,400 dockers"), their sentences near; ages may be of two people. */
function countsOneThing({ figures, score }: FactGroup): boolean {
  const words = figures.map(({ kind, unitWord, counted }) =>
    kind === 'number' && unitWord !== 'year-old' ? counted?.lemma : undefined,
  )
  return score >= nearEnough && words[0] !== undefined && words.every((word) => word === words[0])
}

/** "25 points and 16 rebounds", "22 points and nine rebounds": where all counts beside two differ as well, they are of two matches. */
function differThroughout({ figures }: FactGroup): boolean {
  const beside = once((figure: Figure) =>
    figuresOf(figure.view).filter(
      ({ kind, sentence, counted }) =>
        kind === 'number' &&
        sentence === figure.sentence &&
        counted !== null &&
        counted.lemma !== figure.counted?.lemma,
    ),
  )
  return pairsOf(figures).some(([one, other]) => {
    const pairs = beside(one).flatMap((a) =>
      beside(other).flatMap((b) => (a.counted?.lemma === b.counted?.lemma ? [a.value === b.value] : [])),
    )
    return one.value !== other.value && pairs.length > 0 && !pairs.includes(true)
  })
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
