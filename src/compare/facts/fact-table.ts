/** The fact table: a row for each checkable detail that two reports give, its values and how they relate. Never: which is right. */
import type { Fact, Grade } from '../../model/comparison.js'
import type { Toll } from '../../english/figure-words.js'
import { contentId } from '../../text/hash.js'
import { sortedBy, compareCodeUnits, firstBy } from '../../text/order.js'
import type { Context } from '../context.js'
import { inFull } from '../in-full.js'
import { share } from '../../likeness/soft-cover.js'
import { once } from '../../text/once.js'
import { pairsOf } from '../../text/pairs-of.js'
import { figuresOf, type Figure } from './figure.js'
import { standsIn } from './elsewhere.js'
import { openClause } from './open-clause.js'
import { columnsOfFigures, inTextOrder, isToldOf, linkedFigures, type FigureGroup } from './groups.js'
import { dayOfWeek, isOneValue, reconcile, sameValue, type Reconciled, type Relation } from './reconcile.js'
import { grouped } from '../../text/grouped.js'

/** Figures of one question, by value as canonical text. */
export type FactGroup = FigureGroup & {
  readonly column: string
  readonly grade: Grade
  /** In words of a report, with its figure left open; '' where none is sure, or the question of a toll says it. */
  readonly clause: string
  /** The pair of values that are farthest from holding together. */
  readonly worst: Reconciled
  readonly values: readonly {
    readonly value: string
    readonly figures: readonly Figure[]
    readonly note: string
  }[]
}

/** The groups of one event; made once for a run. */
export const factGroups = once(makeGroups)

function makeGroups(context: Context): readonly FactGroup[] {
  const columns = columnsOfFigures(context)
  const { groups } = linkedFigures(context)
  const taken = new Set(groups.flatMap(({ figures }) => figures))
  return groups.map((linked) => {
    const group = { ...linked, figures: withEqualOnes(context, linked.figures, taken) }
    const values = valuesOf(group.figures)
    const pairs = pairsOf(values.map((item) => item.figures[0]).filter((figure) => figure !== undefined))
    const worst = pairs
      .map(([a, b]) => reconcile(a, b))
      .reduce<Reconciled>(
        (most, next) => (severity(next.relation) > severity(most.relation) ? next : most),
        equal,
      )
    const column = group.figures.flatMap((figure) => columns.get(figure) ?? [])[0] ?? ''
    const clause = tollOfGroup(group) === null ? openClauseOf(group.figures) : ''
    return { ...group, values, worst, column, clause, grade: gradeOf(worst.relation) }
  })
}

/** Of an agreed value, in reports that tell the thing in other words, the figure that is most surely of it. */
function withEqualOnes(
  context: Context,
  figures: readonly Figure[],
  taken: ReadonlySet<Figure>,
): readonly Figure[] {
  if (pairsOf(figures).some(([one, other]) => !isOneValue(one, other))) return figures
  const isInFull = inFull(context)
  const nearness = (figure: Figure): number =>
    Math.max(
      ...figures.map((one) =>
        isInFull(figure.view, one.view) && isToldOf(figure, one) ? share(figure.clause, one.clause) : -1,
      ),
    )
  const found = context.views.flatMap((view) => {
    if (figures.some((figure) => figure.view === view)) return []
    const near = figuresOf(view).flatMap((figure) => {
      const likeness = taken.has(figure) ? -1 : nearness(figure)
      return likeness < 0 ? [] : [{ figure, likeness }]
    })
    return firstBy(near, ({ likeness }) => -likeness)?.figure ?? []
  })
  return [...figures, ...found].sort(inTextOrder)
}

const equal: Reconciled = { relation: 'equal', reason: sameValue }
const relations: readonly Relation[] = ['equal', 'rounded', 'compatible', 'may-differ', 'differ']
const severity = (relation: Relation): number => relations.indexOf(relation)

function gradeOf(relation: Relation): Grade {
  return relation === 'differ' || relation === 'may-differ' ? relation : 'compatible'
}

function valuesOf(figures: readonly Figure[]): FactGroup['values'] {
  const byValue = grouped(figures, (figure) => [nameOfValue(figure, figures)])
  const groups = sortedBy(byValue, ([value]) => value).map(([, own]) => own)
  return groups.map((own) => ({ value: own[0]?.value ?? '', figures: own, note: noteFor(own, groups) }))
}

/** "More than 100" and "fewer than 100" are two values of one number. */
function nameOfValue(figure: Figure, all: readonly Figure[]): string {
  const isClash = all.some(
    (other) => other.value === figure.value && reconcile(figure, other).relation === 'differ',
  )
  return isClash ? `${figure.value} ${figure.bound}` : figure.value
}

function noteFor(own: readonly Figure[], all: readonly (readonly Figure[])[]): string {
  const first = own[0]
  const notes = all.flatMap((other) => {
    const figure = other[0]
    if (!first || !figure || other === own) return []
    const { relation, reason } = reconcile(first, figure)
    return [`${relation.replace('-', ' ')} against ${shown(figure)}: ${reason}`]
  })
  return notes.length === 0 ? inAll(own) : notes.join('; ')
}

/** "equal in all reports that give it: the same day, “Friday” by the date of its report", where it is printed in two ways. */
function inAll(own: readonly Figure[]): string {
  const [first, ...rest] = own
  const ways = rest.flatMap((figure) => (first ? [reconcile(first, figure)] : []))
  const { relation, reason } = ways.find((way) => way.reason !== sameValue) ?? ways[0] ?? equal
  return `${relation} in all reports that give it${reason === sameValue ? '' : `: ${reason}`}`
}

export function shown(figure: Figure): string {
  const { start, end } = figure.shown
  return `“${figure.view.text.slice(start, end).replace(/\s+/gu, ' ').replace(/[“”"]/gu, '')}”`
}

export function factTable(context: Context, groups: readonly FactGroup[]): readonly Fact[] {
  const rows = groups.map((group): Fact => {
    const words = group.figures.map((figure) => figure.view.text.slice(figure.span.start, figure.span.end))
    return {
      id: contentId(
        'v',
        group.column,
        ...words.sort(compareCodeUnits),
        ...new Set(group.figures.map((figure) => figure.view.article.sha256 ?? figure.view.id)),
      ),
      question: questionFor(group),
      kind: group.figures[0]?.kind ?? 'number',
      column: group.column,
      grade: group.grade,
      reason: group.worst.reason,
      values: group.values.map(({ value, figures, note }) => {
        const articles = [...new Set(figures.map((figure) => figure.view.id))]
        return {
          value,
          text: figures[0] ? shown(figures[0]).slice(1, -1) : value,
          spans: figures.map((figure) => ({ article: figure.view.id, ...figure.shown })),
          articles,
          texts: context.texts(articles),
          note,
        }
      }),
      ...elsewhereIn(context, group),
    }
  })
  return sortedBy(rows, (fact) => [
    ['differ', 'may-differ', 'compatible'].indexOf(fact.grade),
    fact.kind,
    fact.id,
  ])
}

function elsewhereIn({ views }: Context, { figures }: FactGroup): Pick<Fact, 'elsewhere'> {
  const elsewhere = views
    .filter((view) => !figures.some((figure) => figure.view === view))
    .filter((view) => figures.some((figure) => standsIn(view, figure)))
    .map(({ id }) => id)
    .sort(compareCodeUnits)
  return elsewhere.length === 0 ? {} : { elsewhere }
}

/** A question as a person asks it, and the clause of one report with the figure left open. */
function questionFor(group: FactGroup): string {
  const counted = countedWords(group)
  const toll = tollOfGroup(group)
  const ask = ((): string => {
    switch (group.figures[0]?.kind) {
      case 'duration':
        return 'How long?'
      case 'money':
        return 'How much money?'
      case 'percent':
        return 'What share?'
      case 'date':
        return dateQuestion(group)
      case 'place':
        return 'Where?'
      case 'number':
      case undefined:
        if (toll !== null) return `How many ${tollVerbs[toll]}?`
        if (group.figures.every(({ unit }) => unit === 'person')) return 'How many people?'
        if (group.figures.every(({ unitWord }) => unitWord === 'year-old')) return 'How old?'
        return counted === '' ? 'Which number?' : `How many ${counted}?`
    }
  })()
  return group.clause === '' ? ask : `${ask} “${group.clause}”`
}

const tollVerbs: Readonly<Record<Toll, string>> = {
  killed: 'were killed',
  injured: 'were injured',
  missing: 'are missing',
  arrested: 'were arrested',
  held: 'were held',
  displaced: 'had to leave',
  rescued: 'were rescued',
}

/** What befell the people counted, where all figures say so or say nothing. */
function tollOfGroup({ figures, isToll }: FigureGroup): Toll | null {
  const [first, ...others] = new Set(figures.flatMap(({ toll }) => toll ?? []))
  const arePeople = isToll || figures.every(({ unit }) => unit === 'person')
  return others.length === 0 && arePeople ? (first ?? null) : null
}

function dateQuestion({ figures }: FactGroup): string {
  if (figures.every((figure) => dayOfWeek(figure) !== null)) return 'On what day?'
  const shortest = Math.min(...figures.map(({ value }) => value.length))
  if (shortest <= 'yyyy'.length) return 'In what year?'
  return shortest <= 'yyyy-mm'.length ? 'In what month?' : 'When?'
}

/** What is counted as printed behind the figure ("votes", "earlier occasions"), where it is more than one thing: the shortest of the group, '' if none. */
function countedWords({ figures, clause }: FactGroup): string {
  const printed = figures.flatMap(({ view, span, shown, counted, unit }) => {
    const words = view.text.slice(span.end, shown.end).replace(/^(?:\s|-|(?:other|more)\b)+/gu, '')
    const isOne = counted === null || words.toLowerCase().endsWith(counted)
    // "How many feet?" asks of nothing.
    return words === '' || isOne || (clause === '' && unit?.startsWith('=')) ? [] : [words]
  })
  return shortest(printed)
}

/** “The strike cost …”: the shortest clause with its figure left open. */
const openClauseOf = (figures: readonly Figure[]): string =>
  shortest(figures.flatMap((figure) => openClause(figure, figuresOf(figure.view)) ?? []))

const shortest = (texts: readonly string[]): string => firstBy(texts, (text) => [text.length, text]) ?? ''
