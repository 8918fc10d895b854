/** Offices that stand for a person: "the governor" after "Gov. Ann Lowe". */
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import { countryOfDemonym, knownPlace } from '../../english/places.js'
import { partyOf } from '../../english/party-behind.js'
import { ranks, roles, widerRoles } from '../../english/roles.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import type { Span } from '../../model/span.js'
import { blockAt, type ArticleView } from '../../likeness/view.js'
import type { Described } from './bearers.js'

/** A person as a report may mean him or her: the words of each description, and where the report has the name. */
export type Holder = {
  readonly described: readonly Described[]
  readonly named: readonly Span[]
}

export type RolePhrase<H extends Holder> = Span & { readonly holder: H }

export function rolePhrases<H extends Holder>(
  view: ArticleView,
  holders: readonly H[],
  taken: ReadonlySet<number>,
): readonly RolePhrase<H>[] {
  const byOffice = holdersByOffice(holders)
  return view.sentences.flatMap((sentence) => {
    if (isTooLong(sentence)) return []
    const tree = readingOf(view.article).tree(sentence)
    return tree.nodes.flatMap((node): RolePhrase<H>[] => {
      if (!isOffice(tree, node) || taken.has(node.start)) return []
      const words = wordsOf(tree, node)
      const offices = [node.lemma.toLowerCase(), ...(widerRoles.get(node.lemma.toLowerCase()) ?? [])]
      const known = [...new Set(offices.flatMap((office) => byOffice.get(office) ?? []))]
      if (known.length > mostHolders) return []
      const fitting = known.filter(
        ({ described }) =>
          isOfParty(described, words.party) && described.some((one) => fits(one, offices, words)),
      )
      const holder = fitting.length > 1 ? nearest(view, fitting, node) : fitting[0]
      return holder ? [{ ...labelOf(tree, node), holder }] : []
    })
  })
}

/** More are a list of office holders: nobody in particular is meant. */
const mostHolders = 20

function holdersByOffice<H extends Holder>(holders: readonly H[]): ReadonlyMap<string, readonly H[]> {
  const found = new Map<string, H[]>()
  for (const holder of holders)
    for (const word of new Set(holder.described.flatMap(({ offices }) => [...offices]))) {
      const known = found.get(word)
      if (!known) found.set(word, [holder])
      else if (known.length <= mostHolders) known.push(holder)
    }
  return found
}

/** "the governor": one, known, and no part of a name, a title or a predicate. */
function isOffice(tree: Tree, node: Node): boolean {
  if (!roles.has(node.lemma.toLowerCase()) || (node.tag !== 'NN' && node.tag !== 'NNP')) return false
  if (['flat', 'compound', 'appos', 'nmod:desc', 'root'].some((name) => isRelation(node.label, name)))
    return false
  if (tree.by(node, 'flat', 'appos', 'cop', 'nummod', 'conj').length > 0) return false
  return tree.by(node, 'det').some(({ lower }) => lower === 'the')
}

type Words = {
  /** "the Republican nominee"; null without one. */
  readonly party: string | null
  readonly ranks: ReadonlySet<string>
  /** Nouns and names beside the office, countries for their people. */
  readonly others: readonly string[]
}

function wordsOf(tree: Tree, node: Node): Words {
  // What stands behind a comma is said of the office, and names no holder.
  const comma = tree.nodes.find(({ surface, start }) => surface === ',' && start >= node.end)
  const beside = tree
    .under(node, (child) => isRelation(child.label, 'acl') || child.label === 'punct')
    .filter((one) => one !== node && one.start < (comma?.start ?? Infinity))
  const party = beside.find(({ lower, pos }) => partyOf(lower) !== null && pos !== 'NOUN')
  return {
    party: party ? partyOf(party.lower) : null,
    ranks: new Set(beside.map(({ lower }) => lower).filter((word) => ranks.has(word))),
    others: beside
      .filter((one) => one !== party)
      .filter(({ pos, lower }) => pos === 'PROPN' || pos === 'NOUN' || countryOfDemonym(lower) !== null)
      .map(({ lemma }) => countryOf(lemma.toLowerCase())),
  }
}

/** Of a country, its people and its capital; a state is no other. */
function countryOf(word: string): string {
  const place = knownPlace(word)
  return countryOfDemonym(word) ?? (place?.kind === 'state' ? null : place?.country) ?? word
}

/** A report says so, or none says another. */
function isOfParty(described: Holder['described'], party: string | null): boolean {
  const parties = new Set(described.flatMap(({ words }) => [...words].flatMap((word) => partyOf(word) ?? [])))
  return party === null || parties.size === 0 || parties.has(party)
}

/** One description has the office with the same rank, and everything else that the phrase names. */
function fits(described: Described, offices: readonly string[], words: Words): boolean {
  if (!offices.some((office) => described.offices.has(office))) return false
  const same = [...ranks].every((rank) => described.words.has(rank) === words.ranks.has(rank))
  const named = new Set([...described.words].map(countryOf))
  return same && words.others.every((other) => named.has(other))
}

/** Of several the one whom the same block, or the one before it, names last, where it names no other of them. */
function nearest<H extends Holder>(view: ArticleView, holders: readonly H[], { start }: Span): H | undefined {
  const here = blockAt(view, start)
  const before = here ? blockAt(view, here.start - 3) : undefined
  for (const block of [here, before]) {
    if (!block) continue
    const named = holders.filter((holder) =>
      holder.named.some((span) => span.start >= block.start && span.end <= Math.min(start, block.end)),
    )
    if (named.length > 0) return named.length === 1 ? named[0] : undefined
  }
  return undefined
}

/** The office with what stands before it, without the article. */
function labelOf(tree: Tree, node: Node): Span {
  const before = tree.under(
    node,
    (child) =>
      (['det', 'case', 'punct'].includes(child.label) && child.head === node.index) ||
      child.start > node.start,
  )
  return spanOf(before)
}
