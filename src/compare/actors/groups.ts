/**
 * Groups of people that reports call by a noun: "migrants", "asylum seekers". A group goes by its noun and what tells it
 * from others of that noun: names, countries, parties, ranks and nouns beside it.
 */
import { commonestKind } from '../../english/nouns.js'
import { partyOf } from '../../english/party-behind.js'
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import { countryOfDemonym } from '../../english/places.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { ranks } from '../../english/roles.js'
import { crowdNouns, vagueNouns } from '../../english/telling-verbs.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Quote } from '../../model/annotation.js'
import { overlap } from '../../text/spans.js'
import { commonestFirst } from './labels.js'
import { referenceAt, type Reference } from './references.js'
import { grouped } from '../../text/grouped.js'

export type Group = {
  readonly name: string
  readonly references: ReadonlyMap<ArticleView, readonly Reference[]>
}

/** Words that mean a group in one place, before it is known which. */
type Phrase = {
  readonly view: ArticleView
  readonly noun: string
  /** What tells the group from others of the noun, in order of the alphabet; empty for "the lawyers". */
  readonly apart: string
  readonly reference: Reference
  /** As printed, with all that tells the group from others: "lawyers for Ann Lowe". */
  readonly full: string
}

/** In order of name. `taken`: offsets of words that stand for a named actor. */
export function groupsOf(
  views: readonly ArticleView[],
  taken: (view: ArticleView) => ReadonlySet<number>,
): readonly Group[] {
  const found = grouped(
    views.flatMap((view) => phrasesIn(view, taken(view))),
    (phrase) => [keyOf(phrase)],
  )
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, phrases]) => phrases)
    .filter(isEstablished)
    .map((phrases) => ({ name: nameOf(phrases), references: byView(phrases) }))
}

const fewest = { reports: 2, mentions: 3 } as const

function isEstablished(phrases: readonly Phrase[]): boolean {
  return new Set(phrases.map(({ view }) => view)).size >= fewest.reports || phrases.length >= fewest.mentions
}

function keyOf({ noun, apart }: Pick<Phrase, 'noun' | 'apart'>): string {
  return `${apart} ${noun}`.trim()
}

function phrasesIn(view: ArticleView, taken: ReadonlySet<number>): readonly Phrase[] {
  return view.sentences.flatMap((sentence) => {
    if (isTooLong(sentence)) return []
    const tree = readingOf(view.article).tree(sentence)
    return tree.nodes
      .filter((node) => !taken.has(node.start) && !isPartOfName(tree, node) && isPeople(node))
      .flatMap((node) => phraseAt(view, tree, node) ?? [])
      .filter(({ apart, noun }) => apart !== '' || !vagueNouns.has(noun))
  })
}

function isPeople({ tag, lemma }: Node): boolean {
  const noun = lemma.toLowerCase()
  return tag === 'NNS' && commonestKind(noun) === 'person' && !crowdNouns.has(noun)
}

/** "lawyers Ann Lowe and Tim Falk" are these two; "lawyers' fees" are fees. */
function isPartOfName(tree: Tree, node: Node): boolean {
  if (['flat', 'compound', 'appos', 'nmod:desc'].some((name) => isRelation(node.label, name))) return true
  return tree.by(node, 'flat', 'appos').some(({ pos }) => pos === 'PROPN')
}

function phraseAt(view: ArticleView, tree: Tree, node: Node): Phrase | undefined {
  const tells = tree.children(node).filter((child) => tellsApart(tree, child))
  const all = tells.flatMap((child) => tree.under(child, (below) => !isOfLabel(view, below)))
  const reference = referenceAt(view, spanOf([node, ...all.filter(({ end }) => end <= node.start)]), 'role')
  if (!reference) return undefined
  const full = spanOf([node, ...all])
  return {
    view,
    noun: node.lemma.toLowerCase(),
    apart: [...new Set(tells.flatMap((child) => wordsOf(tree, child)))].sort().join(' '),
    reference,
    full: view.text.slice(full.start, full.end).replace(/\s+/gu, ' '),
  }
}

/** "gun control advocates", "same-sex couples"; not "few other" or "of his". */
function isOfLabel({ text }: ArticleView, { pos, surface, end }: Node): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || surface === '-' || text.charAt(end) === '-'
}

/** Names, countries, parties, ranks and nouns; an adjective says how they are, not who. */
function tellsApart(tree: Tree, child: Node): boolean {
  const { label, pos, lower } = child
  if (isRelation(label, 'compound') || label === 'nmod:poss') return pos === 'NOUN' || pos === 'PROPN'
  if (label === 'amod') return countryOfDemonym(lower) !== null || partyOf(lower) !== null || ranks.has(lower)
  return (
    isRelation(label, 'nmod') &&
    pos === 'PROPN' &&
    tree.by(child, 'case').some((one) => ['of', 'for', 'from'].includes(one.lower))
  )
}

function wordsOf(tree: Tree, node: Node): readonly string[] {
  const party = partyOf(node.lower)
  return party === null
    ? tree
        .under(node, ({ pos }) => pos !== 'PROPN' && pos !== 'NOUN')
        .map((one) => (countryOfDemonym(one.lower) ?? one.lemma).toLowerCase())
    : [party]
}

/** What stands most often, with what tells the group apart where it goes by one noun; of equals the first by code units. */
function nameOf(phrases: readonly Phrase[]): string {
  const told = phrases.filter(({ apart, full }) => apart !== '' && full.includes(' '))
  return commonestFirst((told.length > 0 ? told : phrases).map(({ full }) => full))[0]?.words ?? ''
}

function byView(phrases: readonly Phrase[]): Group['references'] {
  const found = grouped(phrases, ({ view }) => [view])
  return new Map(
    [...found].map(([view, all]) => [
      view,
      all.map(({ reference }) => reference).sort((a, b) => a.start - b.start),
    ]),
  )
}

/** What a group is heard saying: attributions to nobody whom the report names, whose source is one of its references. */
export function quotesOf(view: ArticleView, references: readonly Reference[]): readonly Quote[] {
  return view.article.quotes.filter(
    ({ parent, speaker, source }) =>
      parent === undefined &&
      (speaker?.entity ?? null) === null &&
      source.some((span) => references.some((one) => overlap(span, one) > 0)),
  )
}
