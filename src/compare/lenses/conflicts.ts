/** Figures of the fact table that are surely of one thing and cannot all hold: `conflict` of type number, duration, date or place. */
import type { ConflictType, Position } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { conditions } from '../../english/conditions.js'
import { negations } from '../../english/negation.js'
import { isRelation, type Node, type Tree } from '../../english/parse/tree.js'
import { subjectOf } from '../../english/propositions/arguments.js'
import { readingOf } from '../../english/reading.js'
import { cameOutApart, publishedIn } from '../../likeness/published.js'
import { sortedBy, firstBy } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { overlap } from '../../text/spans.js'
import { claimAt } from '../claims.js'
import type { Context } from '../context.js'
import { factGroups, type FactGroup } from '../facts/fact-table.js'
import type { Figure } from '../facts/figure.js'
import { draft, evidenceAt, positionOf } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { quoted } from '../printed-words.js'
import { givesToo } from '../facts/groups.js'

const figuresAsk = [
  'Figures of one kind and unit, of one noun or verb or in one row, cannot all hold after rounding, bounds and units were taken into account.',
  'A report that gives both values is no side of it.',
  'A finding where the values are near each other (a quarter apart, neighbouring days, or years of what is told alike) or a row surely links them, or two counts of 100 and more of one noun are; places where one act is done to one thing there; days of one act where who does it is the same or the words around are.',
]

export const conflicts: Lens = {
  name: 'conflicts',
  asks: () => ({
    'conflict number': [
      ...figuresAsk,
      'Of people killed, injured, missing, arrested, held, displaced or rescued the first count of each report.',
    ],
    'conflict duration': figuresAsk,
    'conflict date': figuresAsk,
    'conflict place': figuresAsk,
  }),
  find: (context) =>
    factGroups(context)
      .filter(areApart)
      .map(withoutBoth)
      .filter(({ values }) => values.length > 1)
      .map((group) => look(context, group)),
}

/** Tolls that may differ, too: they are surely of one thing. */
const areApart = ({ grade, isToll }: FactGroup): boolean =>
  grade === 'differ' || (isToll && grade === 'may-differ')

/** A report that gives the other's value too tells two things (or a debate), not another version. */
function withoutBoth(group: FactGroup): FactGroup {
  const isSide = (one: Figure): boolean => !group.figures.some((other) => givesToo(one, other))
  const values = group.values.map((value) => ({ ...value, figures: value.figures.filter(isSide) }))
  return {
    ...group,
    figures: group.figures.filter(isSide),
    values: values.filter(({ figures }) => figures.length > 0),
  }
}

function typeOf(kind: Figure['kind'] | undefined): ConflictType {
  switch (kind) {
    case 'duration':
    case 'date':
    case 'place':
      return kind
    case 'number':
    case 'money':
    case 'percent':
    case undefined:
      return 'number'
  }
}

function look(context: Context, group: FactGroup): Draft {
  const { figures, grade } = group
  const positions = sortedBy(
    group.values.map(({ figures: own }) => positionIn(context, group, own)),
    (position) => position.value,
  )
  return draft(context, {
    kind: 'conflict',
    severity: 'fact',
    column: group.column === '' ? null : group.column,
    evidence: figures.map((figure) => evidenceAt(figure.view, figure.shown, 'value')),
    confidence: Math.min(1, 0.4 + group.score),
    detail: { type: typeOf(figures[0]?.kind), grade, reason: group.worst.reason, positions },
    matter: `fact ${figures.map((figure) => `${figure.view.id} ${figure.span.start}`).join(' ')}`,
    front: cameOutTogether(figures) && !figures.some(goesOn),
  })
}

/** "For a week", "five days of strikes": days are counted until a report is written, and of a text without a time nobody knows when. */
function goesOn({ kind, amount, view }: Figure): boolean {
  return kind === 'duration' && (amount ?? 0) >= minutesOfDay && publishedIn(view) === null
}

const minutesOfDay = 24 * 60

/** What reports of two days count may have grown meanwhile. */
function cameOutTogether(figures: readonly Figure[]): boolean {
  return pairsOf(figures).every(
    ([one, other]) => one.value === other.value || !cameOutApart(one.view, other.view),
  )
}

function positionIn(context: Context, group: FactGroup, figures: readonly Figure[]): Position {
  const claims = figures.map((figure) => claimAt(figure.view, figure.span))
  const first = claims[0]
  const attributed = claims.every((claim) => claim?.voice === 'attributed')
  const quote = first?.quote ? figures[0]?.view.quotes.get(first.quote) : undefined
  return positionOf(context, figures, figures[0] ? answerOf(group, figures[0]) : '', {
    source: attributed ? (quote?.speaker?.name ?? null) : null,
    voice: attributed ? 'attributed' : 'own',
    certainty: claims.some((claim) => claim?.hedged) ? 'hedged' : 'plain',
  })
}

/** Where no question says what the values are of, their verb does, with its subject where that is near; nothing that is denied or conditional. */
function answerOf(
  { clause, isToll }: FactGroup,
  { view, sentence, shown: span, toll, kind }: Figure,
): string {
  const value = view.text.slice(span.start, span.end)
  const whole = view.sentences[sentence]
  if (!whole || clause !== '' || isToll || toll !== null) return quoted(value)
  const tree = readingOf(view.article).tree(whole)
  if (tree.nodes.some(({ lower }) => negations.has(lower) || conditions.has(lower))) return quoted(value)
  const verb = verbBefore(tree, span)
  if (!verb)
    return quoted(kind === 'date' ? view.text.slice(span.start, endOfClauseBehind(tree, span)) : value)
  // "Boxes filled with"; of a day it may be another's: "the storm over an article published".
  const described = verb.label === 'acl' && kind !== 'date' ? tree.headOf(verb) : undefined
  const subject = subjectOf(tree, verb)
  const parts = tree.nodes.filter(({ head, label }) => head === verb.index && isRelation(label, 'aux'))
  const isNamed = subject && isRelation(subject.label, 'nsubj') && subject.pos !== 'PRON'
  const named = described ? [described] : isNamed ? withWordsBefore(tree, subject) : []
  const starts = [named[0], parts[0], verb].flatMap((node) => node?.start ?? [])
  const close = starts
    .filter((start) => start <= verb.start)
    .map((start) => view.text.slice(start, span.start))
    .filter(isClose)
  return quoted(`${firstBy(close, ({ length }) => -length) ?? ''}${value}`)
}

/** Its words, and what describes it before them: "former" belongs to the office. */
function withWordsBefore(tree: Tree, subject: Node): readonly Node[] {
  const own = tree.under(subject)
  const first = own[0]?.index ?? subject.index
  const before = tree.nodes.slice(0, first)
  const from = before.findLastIndex(({ pos }) => !describing.has(pos)) + 1
  return [...before.slice(from), ...own]
}

const describing: ReadonlySet<string> = new Set(['ADJ', 'DET', 'NOUN', 'PROPN'])

function verbBefore(tree: Tree, span: Span): Node | undefined {
  const figure = tree.nodes.find((node) => overlap(node, span) > 0)
  for (let node = figure; node; node = tree.headOf(node))
    if (node.pos === 'VERB' && node.end <= span.start) return node
  return undefined
}

/** "1969, she was fined for bribing the harbour crew": where a clause begins with the value, as much of it as is short, no phrase torn. */
function endOfClauseBehind(tree: Tree, span: Span): number {
  const figure = tree.nodes.find((node) => overlap(node, span) > 0)
  const verb = tree.nodes.find((node) => node.pos === 'VERB' && node.start > span.end)
  const subject = verb && subjectOf(tree, verb)
  if (!figure || !subject || subject.start < span.end || !tree.under(verb).includes(figure)) return span.end
  const words = tree.nodes.filter(({ start }) => start >= subject.start).slice(0, mostBehind)
  const stop = words.findIndex(({ lower }) => !isClose(lower))
  const kept = stop < 0 ? words : words.slice(0, stop)
  const isTorn = (node: Node): boolean =>
    node.head > node.index ||
    hanging.has(node.pos) ||
    tree.by(node, 'obj', 'nmod', 'acl', 'xcomp', 'ccomp').some(({ index }) => index > node.index)
  return (kept.findLast((node) => node.index >= verb.index && !isTorn(node)) ?? span).end
}

/** Words of a clause behind its value. */
const mostBehind = 14
const hanging: ReadonlySet<string> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PUNCT', 'SCONJ'])

/** Words before a value, with no stop between: more, and a short line would be cut before it. */
const mostBetween = 8

function isClose(words: string): boolean {
  return !/[,;:()“”"—–]/u.test(words) && words.trim().split(/\s+/u).length <= mostBetween
}
