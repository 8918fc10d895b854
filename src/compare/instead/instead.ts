/**
 * What stands in the place of what: in sentences that a row links, two nouns or adjectives of different reports that the
 * same words are tied to ("undocumented migrants", "illegal migrants"). Two nouns are in one place by two ties in common,
 * or by one where their meanings are near (WordNet, word vectors); acts and events of one actor also without a row.
 */
import { cosineOf, kindsOf, relation } from '../../english/nouns.js'
import { grouped, kept } from '../../text/grouped.js'
import { byKeys } from '../../text/order.js'
import { stem } from '../../text/stem.js'
import { Roots } from '../../text/roots.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { ordinals } from '../../english/figure-words.js'
import { once } from '../../text/once.js'
import { sameAct } from '../../likeness/same-word.js'
import { termOf } from '../../likeness/terms.js'
import { ofActor, usesIn, usesOfActors, type Use } from './uses.js'

/** At least two, of different reports, with different words; in the order of reports and text. */
export type Instead = readonly Use[]

/** Nouns with one tie in common are in one place from this cosine on; with two they must not be far apart. */
const near = {
  oneTie: 0.45,
  twoTies: 0,
  ofActor: 0.3,
  adjectives: 0.3,
} as const
/** Words that begin or end alike are one in two forms: "caucus", "caucuses"; "vote", "voters"; "site", "website". */
const sameStart = 4
/** Words of one row, or of one actor, that are held against each other: more than the sentences of a dozen reports hold. */
const mostWords = 200
/** Uses of a word that are held against those of another, of as many reports. */
const mostUses = 12

export const insteads = once((context: Context): readonly Instead[] => {
  const { claims, quotes } = context.alignment
  const inRows = [...claims, ...quotes].flatMap((column) =>
    pairsIn(context, usesIn(context, column), inOnePlace),
  )
  return joined([...inRows, ...pairsOfActors(context)])
})

/** Acts and events of one actor need no row: "Russian meddling", "Russia's interference". */
function pairsOfActors(context: Context): readonly Pair[] {
  const events = context.views
    .flatMap((view) => usesOfActors(context, view))
    .filter(({ lemma }) => kindsOf(lemma).includes('event'))
  const byActor = grouped(events, ({ ties }) => [...ties.keys()].filter((tie) => tie.startsWith(ofActor)))
  return [...byActor].flatMap(([tie, uses]) =>
    pairsIn(context, uses, (a, b) => (areAlike(a, b) ? [tie] : [])),
  )
}

/** The uses of two words in one place. */
type Pair = readonly Use[]

function areAlike(a: Use, b: Use): boolean {
  if (haveOtherOwners(a, b) || relation(a.lemma, b.lemma) !== 'near') return false
  return cosineOf(a.lemma, b.lemma) >= near.ofActor
}

/** The ties by which two words stand in one place; none where they do not. */
type Meet = (a: Use, b: Use) => readonly string[]

function pairsIn(context: Context, uses: readonly Use[], meet: Meet): readonly Pair[] {
  const words = grouped(uses, ({ pos, lemma }) => [`${pos} ${stem(lemma)}`])
  const lists = [...words.values()].slice(0, mostWords)
  return lists.flatMap((one, index) =>
    lists.slice(index + 1).flatMap((other) => {
      const pair = pairOf(context, one, other, meet)
      return pair ? [pair] : []
    }),
  )
}

/** Null unless both words stand in one place. */
function pairOf(context: Context, these: readonly Use[], those: readonly Use[], meet: Meet): Pair | null {
  const [a, b] = [these[0], those[0]]
  if (!a || !b) return null
  if (a.pos !== b.pos || isOneWord(a, b)) return null
  const one = these.filter(({ view }) => !hasToo(view, those, b))
  const other = those.filter(({ view }) => !hasToo(view, these, a))
  for (const x of one.slice(0, mostUses))
    for (const y of other.slice(0, mostUses)) {
      if (context.texts([x.view.id, y.view.id]) < 2) continue
      const common = meet(x, y)
      if (common.length === 0) continue
      return [...one, ...other].filter(({ ties }) => common.every((name) => ties.has(name)))
    }
  return null
}

function inOnePlace(a: Use, b: Use): readonly string[] {
  // What is acted on first: it shows the act best.
  const common = [...a.ties.keys()]
    .filter((tie) => b.ties.has(tie))
    .sort(byKeys((tie) => (tie.startsWith('nsubj ') ? 1 : 0)))
  const cosine = cosineOf(a.lemma, b.lemma)
  switch (a.pos) {
    case 'ADJ':
      // "the earlier version", "the second version": one of a row.
      return cosine >= near.adjectives && ![a, b].some(({ lemma }) => ordinals.includes(lemma)) ? common : []
    case 'NOUN':
      return haveKindInCommon(a, b) && !haveOtherOwners(a, b) ? placeOfNouns(a, b, common, cosine) : []
  }
}

function placeOfNouns(a: Use, b: Use, common: readonly string[], cosine: number): readonly string[] {
  if (common.length > 1 && cosine >= near.twoTies && common.some(isStrong)) return common
  if ([a, b].every(({ lemma }) => kindsOf(lemma).includes('event'))) {
    const ofName = common.filter((tie) => isOfName(a, tie) && isOfName(b, tie))
    if (ofName.length > 0) return ofName
  }
  if (relation(a.lemma, b.lemma) === 'near') return common.slice(0, 1)
  // Of an actor reports tell many things.
  return cosine >= near.oneTie ? common.filter((tie) => !tie.startsWith(ofActor)).slice(0, 1) : []
}

/** "his contacts", "the campaign's connections". */
function haveOtherOwners(a: Use, b: Use): boolean {
  const [one, other] = [ownersOf(a), ownersOf(b)]
  return one.length > 0 && other.length > 0 && !one.some((owner) => other.includes(owner))
}

function ownersOf({ tree, node }: Use): readonly string[] {
  return tree.by(node, 'nmod:poss').map(({ lower }) => lower)
}

/** "former" and "campaign" before two nouns are no more than a likeness of sort. */
function isStrong(tie: string): boolean {
  return !tie.startsWith('amod ') && !tie.startsWith('compound ')
}

function haveKindInCommon({ lemma: a }: Use, { lemma: b }: Use): boolean {
  const [one, other] = [kindsOf(a), kindsOf(b)]
  return one.length === 0 || other.length === 0 || one.some((kind) => other.includes(kind))
}

/** "the capture of Dorn": an act of the one name. */
function isOfName({ tree, ties }: Use, tie: string): boolean {
  const name = ties.get(tie)
  return name?.pos === 'PROPN' && tree.by(name, 'case').some(({ lower }) => lower === 'of')
}

function isOneWord({ pos, lemma: a }: Use, { lemma: b }: Use): boolean {
  if (a.slice(0, sameStart) === b.slice(0, sameStart) || a.endsWith(b) || b.endsWith(a)) return true
  if (pos === 'NOUN') return relation(a, b) === 'same'
  return sameAct(termOf({ norm: a, proper: false }), termOf({ norm: b, proper: false }))
}

/** The report has that word too: a noun anywhere, a verb in the linked sentences. */
function hasToo(view: ArticleView, uses: readonly Use[], { pos, lemma }: Use): boolean {
  return pos === 'NOUN' ? stemsOf(view).has(stem(lemma)) : uses.some((use) => use.view === view)
}

const stemsOf = once((view: ArticleView) => new Set(view.words.map((word) => word.stem)))

/** Pairs that share a use are one place; each use once. */
function joined(pairs: readonly Pair[]): readonly Instead[] {
  const numbers = new Map<string, number>()
  const uses: Use[] = []
  const numberOf = (use: Use): number =>
    kept(numbers, `${use.view.id} ${use.node.start}`, () => uses.push(use) - 1)
  const members = pairs.map((pair) => pair.map(numberOf))
  const roots = new Roots(uses.length)
  for (const [first = 0, ...rest] of members) for (const number of rest) roots.join(first, number)
  return roots.groups().map((group) =>
    group
      .flatMap((number) => uses[number] ?? [])
      .sort(
        byKeys(
          ({ view }) => view.name,
          ({ view }) => view.id,
          ({ node }) => node.start,
        ),
      ),
  )
}
