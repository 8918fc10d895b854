/**
 * On which day something was: `conflict` of type `date`, where sentences that a row links hang different days of the week
 * on one verb ("apologized Friday", "had to apologize Saturday").
 *
 * In front. Evidence: each sentence. Days by name are compared as printed: most reports print no date, and many pages tell
 * none of their own; reports known to be a week apart are left alone.
 * Never: compares days of telling ("said on Monday"): somebody says a thing more than once. Nor where a report has the
 * other's day beside the same verb, too.
 */
import type { Evidence, Position } from '../../model/comparison.js'
import type { Sentence } from '../../model/annotation.js'
import { stopwords } from '../../english/function-words.js'
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { speechVerbs } from '../../english/telling-verbs.js'
import { weekdays } from '../../english/calendar.js'
import type { Span } from '../../model/span.js'
import { connected } from '../../text/connected.js'
import { grouped } from '../../text/grouped.js'
import { byKeys } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import { inHeadline, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { factGroups, type FactGroup } from '../facts/fact-table.js'
import { draft } from '../finding.js'
import { columnsBySentence } from '../left-out/rows.js'
import type { Draft, Lens } from '../lens.js'
import { once } from '../../text/once.js'
import { publishedIn } from '../../likeness/published.js'
import { sameWord } from '../../likeness/same-word.js'
import { termOf } from '../../likeness/terms.js'
import { quoted } from '../printed-words.js'

/** A day of the week and the verb it hangs on. */
type Dated = {
  readonly view: ArticleView
  readonly sentence: Sentence
  readonly day: string
  readonly verb: Node
  /** Head of what the verb is done to; null where the clause names nothing. */
  readonly object: Node | null
  readonly place: Span
  /** From the verb, or what it stands with, to the day, as printed. */
  readonly words: string
}

export const days: Lens = {
  name: 'days',
  asks: () => ({
    'conflict date': [
      'Or sentences that a row links have two days of the week on one verb, other than a verb of telling.',
    ],
  }),
  find: look,
}

/** Steps up the tree from a day to its verb. */
const farthest = 4
const week = 7 * 24 * 3_600_000

function look(context: Context): readonly Draft[] {
  const pairs = new Set<string>()
  const found = linkedByRow(context).flatMap((dated) =>
    dated.flatMap((one, index) =>
      dated.slice(index + 1).flatMap((other) => {
        const name = `${nameOf(one)} ${nameOf(other)}`
        if (pairs.has(name) || !differ(context, one, other)) return []
        pairs.add(name)
        return [[one, other] as const]
      }),
    ),
  )
  return connected(found).map((group) => toDraft(context, inOrder(group)))
}

function inOrder(group: readonly Dated[]): readonly Dated[] {
  return [...group].sort(
    byKeys(
      ({ view }) => view.name,
      ({ verb }) => verb.start,
    ),
  )
}

function nameOf({ view, place }: Dated): string {
  return `${view.id} ${place.start}`
}

/** The days of the sentences that a row links, in the order of the reports. */
function linkedByRow(context: Context): readonly (readonly Dated[])[] {
  const columns = columnsBySentence(context)
  const byColumn = grouped(context.views.flatMap(datedIn), ({ sentence }) => columns.get(sentence.id) ?? [])
  return [...byColumn.values()]
}

const datedIn = once((view: ArticleView): readonly Dated[] =>
  view.sentences.flatMap((sentence) => {
    const text = view.text.slice(sentence.start, sentence.end)
    if (!text.includes('day') || isTooLong(sentence) || inHeadline(view, sentence.start)) return []
    const tree = readingOf(view.article).tree(sentence)
    return tree.nodes.flatMap((node): Dated[] => {
      const day = weekdays.find((day) => day === node.surface)
      const verb = day ? verbOver(tree, node) : undefined
      if (!day || !verb) return []
      const object = tree.by(verb, 'obj', 'nsubj:pass')[0] ?? null
      const words = wordsAround(view, tree, verb, node)
      return [{ view, sentence, day, verb, object, place: { start: node.start, end: node.end }, words }]
    })
  }),
)

/**
 * The verb with its day, and with subject and object, or what it qualifies, as far as that is short: "published" alone does
 * not say what was.
 */
function wordsAround({ text }: ArticleView, tree: Tree, verb: Node, day: Node): string {
  const parties = tree.by(verb, 'nsubj', 'obj').map((party) => spanOf(tree.under(party)))
  const over = qualifiedBy(tree, verb)
  const printed = [[...parties, ...over], over.slice(0, 1), []].map((more) => {
    const parts = [verb, day, ...more]
    return text.slice(Math.min(...parts.map(({ start }) => start)), Math.max(...parts.map(({ end }) => end)))
  })
  return printed.find((words) => words.split(/\s+/u).length <= mostWords) ?? printed.at(-1) ?? ''
}

/** "told the paper in an interview | published Sunday": from the word that a participle stands with up to the next verb. */
function qualifiedBy(tree: Tree, verb: Node): readonly Node[] {
  const over: Node[] = []
  let node = isRelation(verb.label, 'acl') ? tree.headOf(verb) : undefined
  for (let steps = 0; node && steps < farthest; steps++) {
    if (node.pos === 'VERB' && node.start > verb.start) break
    over.push(node)
    if (node.pos === 'VERB') break
    node = tree.headOf(node)
  }
  return over
}

/** Words of a clause shown whole. */
const mostWords = 20

/** The verb that a day hangs on, if it says what was done: not "the winner of Friday". */
function verbOver(tree: Tree, node: Node): Node | undefined {
  if (tree.by(node, 'case').some(({ lower }) => lower === 'of')) return undefined
  let over = tree.headOf(node)
  for (let steps = 1; over && over.pos !== 'VERB' && steps < farthest; steps++) over = tree.headOf(over)
  if (over?.pos !== 'VERB' || stopwords.has(over.lemma) || speechVerbs.has(over.lemma)) return undefined
  return over
}

function differ(context: Context, one: Dated, other: Dated): boolean {
  // The cheap questions first: a row of a large event has thousands of pairs.
  return (
    one.day !== other.day &&
    one.view !== other.view &&
    isOneVerb(one, other) &&
    isOneObject(one, other) &&
    context.texts([one.view.id, other.view.id]) > 1 &&
    !isWeekApart(one, other) &&
    !hasBoth(one, other.day) &&
    !hasBoth(other, one.day) &&
    !isFact(context, one, other)
  )
}

/** Days that the report's own time made dates are compared in the fact table (conflicts.ts), and told there. */
function isFact(context: Context, one: Dated, other: Dated): boolean {
  const holds = ({ figures }: FactGroup, { view, place }: Dated): boolean =>
    figures.some((figure) => figure.view.id === view.id && overlap(figure.span, place) > 0)
  return factGroups(context).some((group) => holds(group, one) && holds(group, other))
}

function isOneVerb(one: Dated, other: Dated): boolean {
  return sameWord(verbTerm(one), verbTerm(other))
}

/** Two players are signed on two days. */
function isOneObject({ object: one }: Dated, { object: other }: Dated): boolean {
  if (one === null || other === null) return true
  const [a, b] = [one, other].map(({ lemma, pos }) =>
    termOf({ norm: lemma.toLowerCase(), proper: pos === 'PROPN' }),
  )
  return !a || !b || sameWord(a, b)
}

const verbTerm = once(({ verb }: Dated) => termOf({ norm: verb.lemma, proper: false }))

function isWeekApart(one: Dated, other: Dated): boolean {
  const [a, b] = [publishedIn(one.view), publishedIn(other.view)]
  return a !== null && b !== null && Math.abs(a.first - b.first) >= week
}

/** The report has another day, too, in the sentence or beside the same verb. */
function hasBoth(own: Dated, day: string): boolean {
  return datedIn(own.view).some(
    (item) => item.day === day && (item.sentence === own.sentence || isOneVerb(item, own)),
  )
}

function toDraft(context: Context, group: readonly Dated[]): Draft {
  const positions = [...new Set(group.map(({ day }) => day))]
    .sort(byKeys((day) => weekdays.indexOf(day)))
    .map((day) =>
      positionOf(
        context,
        group.filter((item) => item.day === day),
      ),
    )
  return draft(context, {
    kind: 'conflict',
    severity: 'fact',
    column: null,
    evidence: group.map(({ view, sentence }): Evidence => ({
      article: view.id,
      start: sentence.start,
      end: sentence.end,
      role: 'value',
    })),
    confidence: 0.8,
    detail: { type: 'date', grade: 'differ', reason: 'the days are not the same', positions },
    matter: `day ${group.map(({ sentence }) => sentence.id).join(' ')}`,
    front: true,
  })
}

function positionOf(context: Context, items: readonly Dated[]): Position {
  const articles = [...new Set(items.map(({ view }) => view.id))]
  return {
    value: quoted(items[0]?.words ?? '', 80),
    articles,
    texts: context.texts(articles),
    source: null,
    voice: 'own',
    certainty: 'plain',
  }
}
