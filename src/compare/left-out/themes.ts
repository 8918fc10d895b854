/**
 * Themes on which a report is silent: a name or thing that two texts build on, or one does from its lead on, and that another,
 * read whole, never mentions in any form.
 *
 * In:    a Context. Out: themes, the weightiest first, no two that stand in one sentence.
 * Never: takes a word for missing for which a near one stands (likeness/second-search.ts), or a report for silent that could not
 *        yet know.
 */
import { contentKey } from '../../english/concepts.js'
import { isPersonNoun } from '../../english/nouns.js'
import { isNewsOutlet, organisationKey } from '../../english/organisations.js'
import { partyOf } from '../../english/party-behind.js'
import type { Node, Tree } from '../../english/parse/tree.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { roles } from '../../english/roles.js'
import { holds } from '../../likeness/second-search.js'
import { sharedTerms } from '../../likeness/same-word.js'
import { termOf, type Term } from '../../likeness/terms.js'
import { mayBeTooEarly } from '../../likeness/too-early.js'
import { inLead, wordsIn, type ArticleView } from '../../likeness/view.js'
import { grouped } from '../../text/grouped.js'
import { firstBy, sortedBy } from '../../text/order.js'
import type { Span } from '../../model/span.js'
import { quantise } from '../../text/quantise.js'
import { stem } from '../../text/stem.js'
import { contains } from '../../text/spans.js'
import { tokenize } from '../../text/tokens.js'
import type { Context } from '../context.js'
import { passagesOf, weightOf, type Passage } from './passages.js'
import { tracesIn } from './traces.js'
import { onceForTwo } from '../../text/once.js'

/** `passages`: all that name the theme. `untold`: those of them that no silent report is likely to tell. */
export type Teller = {
  readonly view: ArticleView
  readonly passages: readonly Passage[]
  readonly untold: readonly Passage[]
}

export type Theme = {
  /** As the reports print it most often: `traffic lanes`. */
  readonly words: string
  readonly term: Term
  /** A name that texts use in two matters: for what is told of it no other text stands. */
  readonly isMixed: boolean
  readonly telling: readonly Teller[]
  readonly silent: readonly ArticleView[]
  /** Reports of which nobody can tell: read in part, or out too early. */
  readonly undecided: readonly ArticleView[]
  /** How likely the silent reports tell what these passages tell after all, at the mean: 0..1. */
  readonly told: number
  readonly weight: number
}

/** One text builds on a thing with so many passages. */
const manyPassages = 3
/** A passage that a silent report tells after all with a greater likelihood does not show that it is silent. */
const mostTold = 0.3

export function themesOf(context: Context): readonly Theme[] {
  const told = tolderOf(context)
  const terms = grouped(
    context.views.flatMap((view) =>
      passagesOf(view).flatMap((passage) => passage.terms.map((term) => ({ term, passage }))),
    ),
    ({ term }) => [term.key],
  )
  const themes = sortedBy(
    [...terms.values()].flatMap((mentions) => themeOf(context, mentions, told) ?? []),
    ({ weight, words }) => [-weight, words],
  )
  const kept: Theme[] = []
  for (const theme of themes) if (!kept.some((other) => meet(theme, other))) kept.push(theme)
  return kept
}

type Told = (passage: Passage, other: ArticleView) => number

/** How likely a report tells a passage of another after all, each pair of reports looked at once. */
function tolderOf(context: Context): Told {
  const likely = onceForTwo((teller: ArticleView, other: ArticleView) => {
    const judged = tracesIn(context, passagesOf(teller), other)
    return new Map(judged.map(({ untold, told }) => [untold.passage, told]))
  })
  return (passage, other) => likely(passage.view, other).get(passage) ?? 1
}

function themeOf(
  context: Context,
  mentions: readonly { readonly term: Term; readonly passage: Passage }[],
  told: Told,
): Theme | null {
  const [first] = mentions
  if (!first) return null
  const { term } = first
  const places = mentions.map(({ passage }) => passage)
  if (textsOf(places) < 2 && places.length < manyPassages) return null
  const without = context.views.filter((view) => !holds(view, term))
  if (without.length === 0) return null
  const called = calledMost(places, term)
  if (called === null) return null
  const { words } = called
  const ofOne = called.person ? called.passages : ofOneMatter(called)
  const isMixed = called.named && textsOf(called.passages) > 1 && textsOf(ofOne) < 2
  const passages = called.named ? called.passages : ofOne
  const ofIt = passages.filter((passage) => speaksOf(passage, term, called))
  if (passages.length === 0 || textsOf(ofIt) < Math.min(2, textsOf(passages))) return null
  const telling = [...grouped(passages, ({ view }) => [view]).entries()].map(([view, own]) => ({
    view,
    passages: own,
  }))
  const lacking = without.filter((view) => !tellsOfGroup(view, words))
  const undecided = lacking.filter((view) => !couldTell(view, telling))
  const silent = lacking.filter((view) => !undecided.includes(view))
  const texts = context.texts(telling.map(({ view }) => view.id))
  if (silent.length === 0 || context.texts(silent.map(({ id }) => id)) === 0) return null
  if (texts < 2 && (passages.length < manyPassages || !passages.some(stressed))) return null
  const untold = (passage: Passage): boolean => silent.every((view) => told(passage, view) <= mostTold)
  const shown = telling.map((teller) => ({ ...teller, untold: teller.passages.filter(untold) }))
  if (shown.every((teller) => teller.untold.length === 0)) return null
  const all = passages.flatMap((passage) => silent.map((view) => told(passage, view)))
  const likely = all.reduce((sum, one) => sum + one, 0) / all.length
  const high = 2 - Math.min(...passages.map(({ view, sentence }) => sentence.start / view.text.length))
  return {
    words,
    term,
    isMixed,
    telling: shown,
    silent,
    undecided,
    told: quantise(likely),
    weight: quantise(texts * passages.length * term.weight * (1 - likely) ** 2 * high),
  }
}

/** It stands in words alone that all print of one who says them: a quotation left out rather than a theme of the reports. */
export function isOneUtterance({ telling, term }: Theme): boolean {
  const passages = telling.flatMap((teller) => teller.passages)
  const [first, ...rest] = passages
  return (
    first !== undefined &&
    textsOf(passages) > 1 &&
    passages.every((passage) => isQuoted(passage, term)) &&
    rest.every(({ terms }) => {
      const less = Math.min(weightOf(first.terms), weightOf(terms))
      return weightOf(sharedTerms(first.terms, terms)) >= oneUtterance * less
    })
  )
}

/** Share of the shorter's weight of words. */
const oneUtterance = 0.6

function isQuoted({ view, sentence }: Passage, term: Term): boolean {
  const { quotes } = view.article
  return wordsIn(view, sentence).some(
    (word) =>
      word.key === term.key &&
      quotes.some(
        ({ kind, content }) => kind !== 'indirect' && content.some((piece) => contains(piece, word)),
      ),
  )
}

/** Who tells of "Republicans", or of a member ("R-Ohio"), is not silent on "Senate Republicans". */
function tellsOfGroup(view: ArticleView, words: string): boolean {
  const [head, modifier] = tokenize(words).reverse()
  if (!head || !modifier) return false
  const party = partyOfMany(head.norm)
  if (party === null) return false
  return view.words.some(({ norm, end }) =>
    norm.length === 1
      ? view.text.charAt(end) === '-' && partyOf(norm) === party
      : partyOfMany(norm) === party,
  )
}

const partyOfMany = (word: string): string | null => partyOf(word) ?? partyOf(word.replace(/s$/u, ''))

function couldTell(view: ArticleView, telling: readonly Omit<Teller, 'untold'>[]): boolean {
  return (
    view.article.completeness.state === 'complete' &&
    !mayBeTooEarly(
      view,
      telling.map((teller) => ({
        view: teller.view,
        mentions: teller.passages.map(({ sentence }) => sentence),
      })),
    )
  )
}

function stressed({ view, sentence }: Passage): boolean {
  return inLead(view, sentence.start)
}

function meet(one: Theme, other: Theme): boolean {
  const sentences = new Set(
    one.telling.flatMap(({ passages }) => passages.map(({ sentence }) => sentence.id)),
  )
  return other.telling.some(({ passages }) => passages.some(({ sentence }) => sentences.has(sentence.id)))
}

/** What a theme is called, and the passages that hold all of it. `named`: a person, body or place. */
type Called = Name & { readonly passages: readonly Passage[] }
type Name = { readonly words: string; readonly named: boolean; readonly person: boolean }

/** Texts use a common word for one matter where two have so many other words in common around it, each of such a weight. */
const around = { words: 2, weight: 6 } as const

/** Of passages with a common word those that are on one matter with a passage of another text: `concrete` has two senses. */
function ofOneMatter({ words, passages }: Called): readonly Passage[] {
  const own = new Set(tokenize(words).map(({ norm }) => contentKey(norm)))
  const beside = ({ terms }: Passage): readonly Term[] =>
    terms.filter(({ key, weight }) => weight >= around.weight && !own.has(key))
  return passages.filter((one) =>
    passages.some(
      (other) => one.view !== other.view && sharedTerms(beside(one), beside(other)).length >= around.words,
    ),
  )
}

/**
 * The name or noun phrase that most passages hold whole, of several the longest; it must stand in every text that tells, else the
 * word alone, where that says enough. Null where it is a name's first part, a day, a number or no noun.
 */
function calledMost(passages: readonly Passage[], term: Term): Called | null {
  const names = passages.flatMap((passage) => namesWith(passage, term))
  const tellers = textsOf(passages)
  const called = [...new Map(names.map((name) => [name.words.toLowerCase(), name])).values()]
    .filter(({ words, person }) => saysEnough(words, person))
    .map((name): Called => ({
      ...name,
      passages: passages.filter((passage) =>
        name.person
          ? namesWith(passage, term).some((one) => one.person && isOneName(one.words, name.words))
          : holdsAll(passage, name.words),
      ),
    }))
    .filter(({ passages: own }) => textsOf(own) === tellers)
  return firstBy(called, ({ words, passages: own }) => [-own.length, -words.length, words]) ?? null
}

const textsOf = (passages: readonly Passage[]): number => new Set(passages.map(({ view }) => view)).size

/** What a word must weigh to be a theme alone, and as part of a phrase: `people`, `Congress` and `other` stand in any report. */
const [leastAlone, leastInPhrase] = [6.5, 4.5]

/** People are known by their names, however common. */
function saysEnough(words: string, person: boolean): boolean {
  if (person) return true
  const parts = tokenize(words)
  const least = parts.length === 1 ? leastAlone : leastInPhrase
  return !isNewsOutlet(words) && !isShort(words) && parts.every(({ norm }) => weightOfWord(norm) >= least)
}

/** `D`, `Rep.`, `Dec`. */
const isShort = (words: string): boolean => /^\p{L}{1,4}\.$|^\p{L}{1,2}$/u.test(words)

function weightOfWord(norm: string): number {
  return contentKey(norm) === '' ? 0 : termOf({ norm, proper: false }).weight
}

/** Not of a longer name that is another's, where somebody is from, or whom it names as the one who speaks: "a blogger said". */
function speaksOf({ view, sentence }: Passage, term: Term, { words, named, person }: Name): boolean {
  if (person || isTooLong(sentence)) return true
  const { entities, quotes } = view.article
  const tree = readingOf(view.article).tree(sentence)
  const entityAt = (word: Span): (typeof entities)[number] | undefined =>
    entities.find(({ mentions }) => mentions.some((mention) => contains(mention, word)))
  return wordsIn(view, sentence).some((word) => {
    if (word.key !== term.key) return false
    const [entity, node] = [entityAt(word), tree.at(word)]
    if (entity === undefined && named) return word.proper
    if (entity === undefined)
      return !(
        isPersonNoun(node?.lemma ?? '') &&
        quotes.some(({ source }) => source.some((span) => contains(span, word)))
      )
    if (headOf(entity.name) !== headOf(words)) return false
    return (
      entity.kind !== 'place' ||
      node === undefined ||
      !isOrigin(tree, node, (one) => entityAt(one)?.kind === 'person')
    )
  })
}

/** Its last word, before "of": of the Harbour Reporter it is a reporter. */
const headOf = (name: string): string => organisationKey(name).split(' of ')[0]?.split(' ').at(-1) ?? ''

const besidePlace = new Set(['near', 'outside', 'around'])
const directions = new Set(['north', 'south', 'east', 'west'])

/** "Ann Lowe of Ashford", "an Ashford woman", "north of Ashford". */
function isOrigin(tree: Tree, node: Node, isPerson: (node: Node) => boolean): boolean {
  const head = tree.headOf(node)
  const cases = tree.by(node, 'case').map(({ lower }) => lower)
  if (cases.some((word) => besidePlace.has(word))) return true
  if (head === undefined || !/^(?:nmod|compound|obl)/u.test(node.label)) return false
  if (directions.has(head.lower)) return true
  return node.label !== 'obl' && (isPersonNoun(head.lemma) || roles.has(head.lower) || isPerson(head))
}

/** Printed so, or in another form of the words. */
export function holdsAll({ view, sentence }: Passage, words: string): boolean {
  const stems = new Set(wordsIn(view, sentence).map((word) => word.stem))
  return tokenize(words).every(({ norm }) => contentKey(norm) === '' || stems.has(stem(norm)))
}

/** "Bush" and "Jeb Bush", not "George W. Bush" and "Jeb Bush". */
function isOneName(one: string, other: string): boolean {
  const [short, long] = sortedBy([tokenize(one), tokenize(other)], (words) => words.length)
  return short?.length === 1 || short?.[0]?.norm === long?.[0]?.norm
}

/** What a passage calls the thing: the person by the last name, another name whole, else the noun with and without what it is made of. */
function namesWith({ view, sentence }: Passage, term: Term): readonly Name[] {
  const { entities, quantities } = view.article
  const places = wordsIn(view, sentence).filter(({ key }) => key === term.key)
  return places.flatMap((word): readonly Name[] => {
    if (quantities.some((quantity) => contains(quantity, word)) || isPartyTag(view.text, word)) return []
    const entity = entities.find(({ mentions }) => mentions.some((mention) => contains(mention, word)))
    const person = entity?.kind === 'person'
    if (person && tokenize(entity.name).at(-1)?.norm !== word.norm) return []
    if (entity !== undefined) return [{ words: entity.name, named: true, person }]
    if (isTooLong(sentence)) return []
    const phrases = phrasesAt(view, readingOf(view.article).tree(sentence), word)
    return phrases.map((words) => ({ words, named: false, person: false }))
  })
}

/** `Nev.` in `(D-Nev.)`. */
function isPartyTag(text: string, { start }: Span): boolean {
  return text.charAt(start - 1) === '-' && partyOf(text.charAt(start - 2)) !== null
}

/** Words that a noun is made of, to its left. */
const made = new Set(['compound', 'amod', 'nummod'])
const mostWords = 3
/** Characters of what is joined to a word by a hyphen. */
const longestPart = 21

function phrasesAt({ text }: ArticleView, tree: Tree, word: Span): readonly string[] {
  const node = tree.nodes.find(({ start, end }) => start < word.end && word.start < end)
  if (node === undefined || (node.pos !== 'NOUN' && node.pos !== 'PROPN')) return []
  const head = node.label === 'compound' ? (tree.headOf(node) ?? node) : node
  const left = tree.children(head).filter(({ label, index }) => made.has(label) && index < head.index)
  const first = Math.min(head.start, ...left.map((one) => one.start))
  // "Same-" before "sex attractions".
  const [joined = ''] =
    /[\p{L}\p{N}]{1,20}-$/u.exec(text.slice(Math.max(0, first - longestPart), first)) ?? []
  const start = first - joined.length
  const words = text.slice(start, head.end)
  const alone = node.pos === 'NOUN' ? [node.lower] : []
  return left.length >= mostWords || /[^\p{L}\p{N} '’.-]/u.test(words) ? alone : [words, ...alone]
}
