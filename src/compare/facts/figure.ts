/** Figures: numbers, sums, shares, lengths of time, days and buildings of a report, each with what it is of by the sentence’s tree. */
import type { Quantity } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { monthNames, tellsOtherTime, timeWords, weekdays } from '../../english/calendar.js'
import { keyOf } from '../../english/concepts.js'
import { withoutDateline } from '../../english/dateline.js'
import {
  apartWords,
  barelyAbove,
  countsRoughly,
  earlierWords,
  lasting,
  namesBuilding,
  takesLives,
  measureOf,
  startOfQualifiers,
  tollOf,
  type Toll,
} from '../../english/figure-words.js'
import { stopwords } from '../../english/function-words.js'
import { isPersonNoun } from '../../english/nouns.js'
import { isRelation, type Node, type Tree } from '../../english/parse/tree.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { speechVerbs } from '../../english/telling-verbs.js'
import { once } from '../../text/once.js'
import { overlap } from '../../text/spans.js'
import { normalizeWord } from '../../text/tokens.js'
import { termOf, type Term } from '../../likeness/terms.js'
import { sentenceIndex, type ArticleView } from '../../likeness/view.js'
import { contentsOf } from './amount.js'

/** "Up to 40" and "more than 40" are bounds alone; "nearly 300" and "just over 40" are near the number as well. */
export type Bound = 'exact' | 'about' | 'nearly' | 'just-over' | 'below' | 'above'

export type Kind = Exclude<Quantity['kind'], 'time'> | 'place'

export type Figure = {
  readonly view: ArticleView
  readonly kind: Kind
  /** Canonical value as annotate gives it, sums and measures with their unit; days without a date by name; places in lower case. */
  readonly value: string
  /** Number, minutes for durations, measures in one unit of their dimension; null where the value is none. */
  readonly amount: number | null
  /** What is counted, as a thesaurus key; null where unknown. */
  readonly unit: string | null
  readonly unitWord: string | null
  readonly bound: Bound
  readonly span: Span
  /** With its qualifier and the word for what is counted. */
  readonly shown: Span
  readonly sentence: number
  /** Lemma of the noun that a number counts. */
  readonly counted: string | null
  /** What it is a figure of: the noun measured, the verb it hangs on, what a copula says it is. */
  readonly of: readonly Term[]
  /** Content words of its clause. */
  readonly clause: readonly Term[]
  /** The subject of its verb where that is a name. */
  readonly actor: string | null
  /** Who does what its verb says, by a noun or a name; null for a pronoun. */
  readonly doer: Term | null
  /** Head of what its verb is done to. */
  readonly object: Term | null
  /** Words that set it apart from another of its kind: "other", "40 more", "24 of the injured". */
  readonly apart: string
  /** Words that put it in another time: "in the spring", "2019", "last year". */
  readonly anchors: readonly string[]
  /** What befell the people counted. */
  readonly toll: Toll | null
}

type Value = Pick<Figure, 'kind' | 'value' | 'amount' | 'unit' | 'unitWord' | 'bound'>

export const figuresOf = once((view: ArticleView): readonly Figure[] => {
  const dated = view.article.quantities.filter(({ kind }) => kind === 'date')
  return [
    ...view.article.quantities.flatMap((quantity) => {
      const { kind } = quantity
      return kind === 'time' ? [] : figureAt(view, quantity, { ...valueOf(view, quantity), kind })
    }),
    ...placesOf(view.text, dayName, (name) => weekdays.includes(name))
      .filter((span) => !dated.some((date) => overlap(date, span) > 0))
      .flatMap((span) => figureAt(view, span, bare('date', view.text.slice(span.start, span.end)))),
    ...buildingsIn(view.text).flatMap((span) =>
      figureAt(view, span, bare('place', view.text.slice(span.start, span.end).toLowerCase())),
    ),
  ]
})

/** Some stand in a sentence that is too long to be read. */
export function hasUnread(view: ArticleView): boolean {
  return view.article.quantities.some((quantity) => {
    const sentence = view.sentences[sentenceIndex(view, quantity)]
    return sentence !== undefined && isTooLong(sentence)
  })
}

const bare = (kind: Kind, value: string): Value => ({
  kind,
  value,
  amount: null,
  unit: null,
  unitWord: null,
  bound: 'exact',
})

function valueOf(view: ArticleView, quantity: Quantity): Omit<Value, 'kind'> {
  const { kind, unit } = quantity
  const measure = kind === 'number' ? measureOf(unit) : null
  const amount = contentsOf(quantity)
  const named = measure !== null || (kind === 'money' && unit !== null)
  return {
    value: named ? `${quantity.value} ${unit ?? ''}` : quantity.value,
    amount: measure && amount !== null ? amount * measure.size : amount,
    unit: measure ? `=${measure.dimension}` : unit === null ? null : keyOf(normalizeWord(unit)),
    unitWord: unit,
    bound: boundOf(view, quantity),
  }
}

function boundOf({ text }: ArticleView, { qualifier, start }: Quantity): Bound {
  const before = text.slice(Math.max(0, start - 24), start)
  switch (qualifier) {
    case 'more-than':
      return barelyAbove.test(before) ? 'just-over' : 'above'
    case 'at-least':
      return 'above'
    case 'less-than':
    case 'at-most':
      return 'below'
    case 'about':
    case 'nearly':
      return qualifier
    case undefined: {
      const words = /^[^\d]*/u.exec(text.slice(start, start + 24))?.[0] ?? ''
      return countsRoughly.test(`${before}${words}`) ? 'about' : 'exact'
    }
  }
}

const dayName = /\b([A-Z][a-z]+day)\b/gu
const building =
  /\b(?:at|in|into|inside|to)[ \u00a0](?:the |his |her |their )?((?:\p{Lu}[\p{L}\p{N}’'-]*)(?:[ \u00a0](?:(?:of|de|la) )?\p{Lu}[\p{L}\p{N}’'-]*){0,4})/gu
const oneOfMany = /\ban?(?:[ \u00a0][\p{L}-]+){0,2}?[ \u00a0]([\p{L}-]+)[ \u00a0]$/u

function placesOf(
  text: string,
  pattern: RegExp,
  fits: (name: string, at: number) => boolean,
): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const start = index + whole.length - name.length
    return fits(name, index) ? [{ start, end: start + name.length }] : []
  })
}

/** "At the Customs House", "walked into the Kremlin"; not where somebody works ("a psychologist at Tarn College"). */
function buildingsIn(text: string): readonly Span[] {
  return placesOf(text, building, (name, at) => {
    const worker = oneOfMany.exec(text.slice(Math.max(0, at - 60), at))?.[1]
    return namesBuilding(name) && (worker === undefined || !isPersonNoun(worker.toLowerCase()))
  })
}

function figureAt(view: ArticleView, { start, end }: Span, value: Value): readonly Figure[] {
  const sentence = sentenceIndex(view, { start, end })
  const whole = view.sentences[sentence]
  // "MOSCOW, Dec 3 (Agency) —": when and where the report was filed, no part of what it tells.
  if (!whole || isTooLong(whole) || start < withoutDateline(view.text, whole).start) return []
  const tree = readingOf(view.article).tree(whole)
  const within = tree.nodes.filter((node) => overlap(node, { start, end }) > 0)
  const top = within.find((node) => !within.includes(tree.headOf(node) ?? node) || node.head < 0)
  if (!top) return []
  const head = countedBy(tree, top)
  // "No one was hurt", "one of them": somebody, or nobody.
  if (head.lower === 'one') return []
  const verb = verbOver(tree, head)
  // A day where nothing is said to be done: a line that says when the text was published.
  if (value.kind === 'date' && !verb) return []
  const subject = [verb, head].flatMap((node) => (node ? tree.by(node, 'nsubj') : []))[0]
  const noun = head.pos === 'NOUN' || head.pos === 'PROPN' ? head : null
  const span = { start, end }
  const clause = clauseAround(tree, verb ?? tree.root ?? head).filter((node) => !within.includes(node))
  return [
    {
      view,
      sentence,
      ...value,
      span,
      shown: {
        start: startOfQualifiers(view.text, start),
        end: value.kind === 'number' && value.unit !== null ? Math.max(end, noun?.end ?? end) : end,
      },
      counted: noun?.lemma ?? null,
      of: ofWhat(tree, value.kind, head, verb).flatMap(termsOf).map(byStem),
      clause: clause.flatMap(termsOf),
      actor: subject && isNamed(view, subject) ? subject.lower : null,
      doer: verb ? (doersOf(tree, verb).flatMap(termsOf)[0] ?? null) : null,
      object: objectOf(tree, verb, head).flatMap(termsOf)[0] ?? null,
      apart: apartOf(tree, [top, head]),
      anchors: clause
        .filter((node) => node.pos !== 'ADJ' || timeWords.has(tree.headOf(node)?.lemma ?? ''))
        // "May" is a month, "may" is none.
        .filter(
          ({ lower, pos }) =>
            tellsOtherTime(normalizeWord(lower)) || (pos === 'PROPN' && monthNames.has(normalizeWord(lower))),
        )
        .map(({ lower }) => normalizeWord(lower)),
      toll: tollIn(tree, head, verb, subject),
    },
  ]
}

/** Parties may be read as common nouns: "Democrats need 60 votes". */
function isNamed({ article, text }: ArticleView, { pos, start, end }: Node): boolean {
  if (pos === 'PROPN') return true
  const isOfName = (span: Span): boolean => overlap(span, { start, end }) > 0
  return (
    /^\p{Lu}/u.test(text.charAt(start)) && article.entities.some(({ mentions }) => mentions.some(isOfName))
  )
}

function termsOf({ lemma, pos }: Node): readonly Term[] {
  if (stopwords.has(lemma) || !['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'].includes(pos)) return []
  return [termOf({ norm: normalizeWord(lemma), proper: pos === 'PROPN' })]
}

/** The thesaurus puts what is paid and what is earned in one line. */
const byStem = (term: Term): Term => ({ ...term, key: term.stem })

/** Steps up the tree from a figure to its verb. */
const steps = 5

/** The noun that a number stands before; the number where it stands alone. */
function countedBy(tree: Tree, top: Node): Node {
  let node = top
  for (let n = 0; n < steps && ['nummod', 'compound'].some((name) => isRelation(node.label, name)); n++)
    node = tree.headOf(node) ?? node
  return node
}

function verbOver(tree: Tree, from: Node): Node | undefined {
  let node: Node | undefined = from
  for (let n = 0; node && node.pos !== 'VERB' && n < steps; n++) node = tree.headOf(node)
  return node?.pos === 'VERB' ? node : undefined
}

function objectOf(tree: Tree, verb: Node | undefined, head: Node): readonly Node[] {
  return verb ? tree.by(verb, 'obj', 'nsubj:pass').filter((node) => node !== head) : []
}

/** The subject; of "asked the leaders to return" the leaders, of "an article published on Sunday" the article. */
function doersOf(tree: Tree, verb: Node): readonly Node[] {
  let node = verb
  for (let n = 0; n < steps; n++) {
    const own = tree.by(node, 'nsubj', 'nsubj:pass')
    const over = tree.headOf(node)
    if (isRelation(node.label, 'acl')) return over ? [over] : []
    if (own.length > 0 || !over) return own.flatMap((subject) => meantBy(tree, subject) ?? [])
    const asked = isRelation(node.label, 'xcomp') ? tree.by(over, 'obj', 'iobj') : []
    if (asked.length > 0) return asked
    if (!isRelation(node.label, 'xcomp') && !isRelation(node.label, 'conj')) return []
    node = over
  }
  return []
}

/** Of "Lowe, who is expected to return" the name before "who". */
function meantBy({ nodes }: Tree, subject: Node): Node | undefined {
  if (!relatives.has(subject.lower)) return subject
  return nodes.slice(0, subject.index).findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
}

const relatives: ReadonlySet<string> = new Set(['who', 'which', 'that'])

/** The words under a verb without the clauses that stand beside it; of a relative clause those of the clause it stands in. */
function clauseAround(tree: Tree, verb: Node): readonly Node[] {
  const noun = isRelation(verb.label, 'acl') ? tree.headOf(verb) : undefined
  const over = noun && verbOver(tree, noun)
  if (over) return clauseAround(tree, over)
  return tree.under(verb, (child) =>
    ['advcl', 'parataxis', 'conj'].some((name) => isRelation(child.label, name) && child.pos === 'VERB'),
  )
}

function ofWhat(tree: Tree, kind: Kind, head: Node, verb: Node | undefined): readonly Node[] {
  // Somebody says a thing on more than one day.
  const upTo = verb && !(kind === 'date' && speechVerbs.has(verb.lemma)) ? [verb] : []
  // "Charged after a shooting on Friday": the day is that of the shooting.
  if (kind === 'date' && isOfOccasion(tree.nodes.slice((verb ?? head).index, head.index))) return []
  const isCopular = tree.by(head, 'cop').length > 0
  if (isCopular) return tree.by(head, 'nsubj')
  if (kind !== 'duration') return upTo
  // "Nineteen hours of talks", "talks that lasted for 17 hours", "a 17-hour strike".
  const of = tree.by(head, 'nmod').filter((node) => tree.by(node, 'case').some(({ lower }) => lower === 'of'))
  if (of.length > 0) return of
  if (!verb || !lasting.has(verb.lemma)) return timeWords.has(head.lemma) ? upTo : [head]
  const subject = tree.by(verb, 'nsubj').filter(({ pos }) => pos === 'NOUN')
  const before = isRelation(verb.label, 'acl') ? tree.headOf(verb) : undefined
  return subject.length > 0 || !before ? subject : [before]
}

/** Between a verb and a day; not "since Friday". */
function isOfOccasion(between: readonly Node[]): boolean {
  const at = between.findLastIndex(({ lower }) => occasions.has(lower))
  return at >= 0 && between.slice(at + 1).some(({ pos }) => ['NOUN', 'PROPN', 'VERB'].includes(pos))
}

const occasions: ReadonlySet<string> = new Set(['after', 'before', 'following', 'since', 'when', 'while'])

const wholes: ReadonlySet<string> = new Set('the them those these whom which its their his her'.split(' '))

function apartOf(tree: Tree, nodes: readonly Node[]): string {
  const beside = nodes
    .flatMap((node) => tree.children(node))
    .filter(({ index }) => tree.nodes[index + 1]?.lower !== 'than')
    .flatMap(({ lower }) => (earlierWords.has(lower) ? ['earlier'] : apartWords.has(lower) ? [lower] : []))
  const parts = nodes.some((node) => isPart(tree, node)) ? ['of'] : []
  return [...new Set([...beside, ...parts])].sort().join(' ')
}

function isPart(tree: Tree, head: Node): boolean {
  if (tree.by(head, 'case').some(({ lower }) => lower === 'including' || lower === 'among')) return true
  const [of, whole] = [tree.nodes[head.index + 1], tree.nodes[head.index + 2]]
  return !/^(?:%|percent|cent)$/u.test(head.lower) && of?.lower === 'of' && wholes.has(whole?.lower ?? '')
}

/** "12 dead", "two injured villagers", "40 were hurt", "killed 12", "a toll of 12", "claimed 12 lives". */
function tollIn(tree: Tree, head: Node, verb: Node | undefined, subject: Node | undefined): Toll | null {
  if (subject?.lemma === 'toll' || tree.headOf(head)?.lemma === 'toll') return 'killed'
  if (head.lemma === 'life') return verb && takesLives.has(verb.lemma) ? 'killed' : null
  const isActor = verb !== undefined && subject === head && tree.by(verb, 'obj').length > 0
  const over = tree.headOf(head)
  const governed = ['obj', 'nsubj'].some((name) => isRelation(head.label, name))
  const said = [head, ...tree.by(head, 'amod', 'acl'), ...(governed && over && !isActor ? [over] : [])]
  return said.map(({ lower, lemma }) => tollOf(lower, lemma)).find((toll) => toll !== null) ?? null
}
