/**
 * Groups of people that reports call by a noun: "migrants", "asylum seekers", "the caravan".
 *
 * In:    the reports of an event, and the words that already stand for a named actor.
 * Out:   for each group its name and where each report means it, and what it is heard saying.
 * Method: a group goes by its noun and what tells it from others of that noun: names, countries, parties, ranks and nouns
 *         beside it. A crowd word ("caravan") is the people it is made of, where the reports say of whom.
 * Never: two groups in one ("Trump's lawyers", "Falk's lawyers"); people who are kept vague ("officials", "sources"); a
 *        noun that only one report has once or twice.
 */
import { commonestKind, kindsOf } from '../../english/nouns.js'
import { partyOf } from '../../english/party-behind.js'
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import { countryOfDemonym } from '../../english/places.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { ranks } from '../../english/roles.js'
import { crowdNouns, vagueNouns } from '../../english/source-nouns.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Quote } from '../../model/annotation.js'
import { overlap } from '../../text/spans.js'
import { commonestFirst } from './labels.js'
import { referenceAt, type Reference } from './references.js'
import { addTo, countsOf, grouped } from '../../text/grouped.js'

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
  readonly isDefinite: boolean
  readonly reference: Reference
  /** As printed, with all that tells the group from others: "lawyers for Ann Lowe". */
  readonly full: string
}

/** In order of name. `taken`: offsets of words that stand for a named actor. */
export function groupsOf(
  views: readonly ArticleView[],
  taken: (view: ArticleView) => ReadonlySet<number>,
): readonly Group[] {
  const read = views.map((view) => readIn(view, taken(view)))
  const people = settled(read.flatMap(({ people }) => people))
  const crowds = crowdsOf(read.flatMap(({ ties }) => ties))
  const found = new Map<string, Phrase[]>()
  for (const phrase of people) addTo(found, crowds.get(keyOf(phrase)) ?? keyOf(phrase), phrase)
  for (const phrase of read.flatMap(({ crowds }) => crowds)) {
    const home = crowds.get(phrase.noun)
    if (home !== undefined) addTo(found, home, phrase)
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, phrases]) => phrases)
    .filter(isEstablished)
    .map((phrases) => ({ name: nameOf(phrases), references: byView(phrases) }))
}

/** `ties`: times that a crowd word stands with the people it is made of. */
const fewest = { reports: 2, mentions: 3, ties: 2 } as const

function isEstablished(phrases: readonly Phrase[]): boolean {
  return new Set(phrases.map(({ view }) => view)).size >= fewest.reports || phrases.length >= fewest.mentions
}

function keyOf({ noun, apart }: Pick<Phrase, 'noun' | 'apart'>): string {
  return `${apart} ${noun}`.trim()
}

type Read = {
  readonly people: readonly Phrase[]
  readonly crowds: readonly Phrase[]
  /** A crowd noun and the people it is made of. */
  readonly ties: readonly (readonly [crowd: string, people: string])[]
}

function readIn(view: ArticleView, taken: ReadonlySet<number>): Read {
  const people: Phrase[] = []
  const crowds: Phrase[] = []
  const ties: (readonly [string, string])[] = []
  for (const sentence of view.sentences) {
    if (isTooLong(sentence)) continue
    const tree = readingOf(view.article).tree(sentence)
    for (const node of tree.nodes) {
      if (taken.has(node.start) || isPartOfName(tree, node)) continue
      const phrase = isPeople(node) || isCrowd(node) ? phraseAt(view, tree, node) : undefined
      if (!phrase) continue
      if (isPeople(node)) people.push(phrase)
      else {
        crowds.push(phrase)
        ties.push(...peopleOf(tree, node).map((one) => [phrase.noun, one] as const))
      }
    }
  }
  return { people: people.filter((one) => one.apart !== '' || !vagueNouns.has(one.noun)), crowds, ties }
}

function isPeople({ tag, lemma }: Node): boolean {
  const noun = lemma.toLowerCase()
  return tag === 'NNS' && commonestKind(noun) === 'person' && !crowdNouns.has(noun)
}

function isCrowd({ tag, lemma }: Node): boolean {
  const noun = lemma.toLowerCase()
  return (
    tag === 'NN' &&
    commonestKind(noun) === 'group' &&
    !kindsOf(noun).includes('event') &&
    !vagueNouns.has(noun)
  )
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
    isDefinite: tree
      .by(node, 'det')
      .some(({ lower }) => lower === 'the' || lower === 'these' || lower === 'those'),
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

/** "a caravan of migrants", "the migrant caravan". */
function peopleOf(tree: Tree, crowd: Node): readonly string[] {
  return tree.children(crowd).flatMap((child) => {
    const isOf = isRelation(child.label, 'nmod') && tree.by(child, 'case').some(({ lower }) => lower === 'of')
    if (
      isOf
        ? !isPeople(child)
        : !isRelation(child.label, 'compound') || commonestKind(child.lemma.toLowerCase()) !== 'person'
    )
      return []
    const apart = tree.children(child).filter((one) => tellsApart(tree, one))
    return [
      keyOf({
        noun: child.lemma.toLowerCase(),
        apart: apart
          .flatMap((one) => wordsOf(tree, one))
          .sort()
          .join(' '),
      }),
    ]
  })
}

/** "the officers" after "police officers" are these, where the event has no others. */
function settled(people: readonly Phrase[]): readonly Phrase[] {
  return [...grouped(people, ({ noun }) => [noun]).values()].flatMap((same) => {
    const [apart, ...others] = new Set(same.map((one) => one.apart).filter((words) => words !== ''))
    const bareIsDefinite = same.every((one) => one.apart !== '' || one.isDefinite)
    return apart !== undefined && others.length === 0 && bareIsDefinite
      ? same.map((phrase) => ({ ...phrase, apart }))
      : same
  })
}

/** Crowd nouns, and keys of people who share one with others, to the key of the people that stand most often in it. */
function crowdsOf(ties: Read['ties']): ReadonlyMap<string, string> {
  const homes = new Map<string, string>()
  for (const crowd of new Set(ties.map(([noun]) => noun))) {
    const counts = countsOf(ties.flatMap(([noun, people]) => (noun === crowd ? [people] : [])))
    const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    if (!most || most[1] < fewest.ties) continue
    for (const name of [crowd, ...counts.keys()]) if (!homes.has(name)) homes.set(name, most[0])
  }
  return homes
}

/** What stands most often, with what tells the group apart where it goes by one noun; of equals the first by code units. */
function nameOf(phrases: readonly Phrase[]): string {
  const isOneNoun = new Set(phrases.map(keyOf)).size === 1
  const told = phrases.filter(({ apart, full }) => isOneNoun && apart !== '' && full.includes(' '))
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

/** What a group is heard saying: attributions to nobody by name whose source is one of its references. */
export function quotesOf(view: ArticleView, references: readonly Reference[]): readonly Quote[] {
  return view.article.quotes.filter(
    ({ parent, speaker, source }) =>
      parent === undefined &&
      speaker === null &&
      source.some((span) => references.some((one) => overlap(span, one) > 0)),
  )
}
