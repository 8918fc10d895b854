/**
 * What a sentence says that somebody is charged with: data/english/charges.txt.
 *
 * In:    a sentence's tree and propositions, and which of their arguments mean the person.
 * Out:   Charges: "charged with two counts of fraud", "faces fraud charges", "pleaded guilty to fraud", "not been charged".
 * Never: a charge that is expected, supposed, denied of a named offence, or of another year than the report's.
 */
import { z } from 'zod'
import type { Span } from '../model/span.js'
import { grouped } from '../text/grouped.js'
import { isRelation, spanOf, type Node, type Tree } from './parse/tree.js'
import type { Argument, Proposition } from './propositions/proposition.js'
import { wordFile } from './word-lists.js'

/** Each is a question of its own. */
export const Stage = z.enum(['charged', 'arrested', 'convicted'])
export type Stage = z.infer<typeof Stage>

export type Charge = Span & {
  readonly stage: Stage
  /** None where the sentence names none, or says that there is no charge. */
  readonly offences: readonly Offence[]
  readonly isDenied: boolean
}

export type Offence = Span & {
  /** Base form, with what makes it another offence: `murder`, `attempted murder`. */
  readonly name: string
  /** `second` of "second-degree murder". */
  readonly degrees: readonly string[]
}

const file = wordFile('charges.txt')
const done = stagesByVerb('done')
const doing = stagesByVerb('doing')
const counts = file.words('counts')
const degrees = file.words('degrees')
const others = file.words('other')
const filing = file.words('none')

/** `by`: the preposition before the offence, or `object`. */
type Way = { readonly stage: Stage; readonly by: string }

function stagesByVerb(section: string): ReadonlyMap<string, readonly Way[]> {
  const ways = [...file.groups(section)].flatMap(([name, verbs]) => {
    const [stage, by = ''] = name.split('/')
    return verbs.map((verb) => ({ verb, stage: Stage.parse(stage), by }))
  })
  return grouped(ways, ({ verb }) => [verb])
}

export function chargesIn(
  tree: Tree,
  propositions: readonly Proposition[],
  isPerson: (argument: Argument) => boolean,
): readonly Charge[] {
  return propositions.flatMap((one) => {
    if (one.governors.length + one.modals.length + one.conditions.length > 0 || isOfAnotherYear(one))
      return []
    const charge = isNoCharge(one, isPerson)
      ? { start: one.start, end: one.end, stage: 'charged' as const, offences: [], isDenied: true }
      : chargeOf(tree, one, isPerson)
    return charge ? [charge] : []
  })
}

/** "In 2005 he was charged". */
function isOfAnotherYear({ arguments: around }: Proposition): boolean {
  return around.some(({ role, head }) => role === 'time' && /^\d{4}$/u.test(head.lemma))
}

/** "No charges were filed against Lowe". */
function isNoCharge(
  { predicate, arguments: around, isNegated }: Proposition,
  isPerson: (argument: Argument) => boolean,
): boolean {
  const charges = around.some(({ role, head }) => role === 'object' && counts.has(head.lemma))
  return isNegated && filing.has(predicate.lemma) && charges && around.some(isPerson)
}

function chargeOf(
  tree: Tree,
  { predicate, arguments: around, isNegated, start, end }: Proposition,
  isPerson: (argument: Argument) => boolean,
): Charge | null {
  const role = around.find(isPerson)?.role
  const ways = (role === 'object' ? done : role === 'subject' ? doing : undefined)?.get(predicate.lemma)
  const verb = tree.nodes.find((one) => one.start === predicate.start)
  if (!ways || !verb) return null
  const read = ways.map(({ stage, by }) => ({
    stage,
    offences: namedBy(tree, verb, by).flatMap((node) => offencesOf(tree, node)),
  }))
  const named = read.find(({ offences }) => offences.length > 0)
  if (named) return isNegated ? null : { start, end, ...named, isDenied: false }
  // "Lowe was charged", "Lowe has not been charged".
  if (role !== 'object' || !read.some(({ stage }) => stage === 'charged')) return null
  return { start, end, stage: 'charged', offences: [], isDenied: isNegated }
}

/** The phrases that name what it is for, by their preposition or as the verb's object. */
function namedBy(tree: Tree, verb: Node, by: string): readonly Node[] {
  if (by === 'object') return tree.by(verb, 'obj').filter(({ lemma }) => counts.has(lemma))
  const below = [verb, ...tree.by(verb, 'xcomp')]
  return below
    .flatMap((node) => tree.by(node, 'obl'))
    .filter((node) => tree.by(node, 'case').some(({ lower }) => lower === by))
}

/** "Two counts of fraud and theft", "fraud and theft charges": the offences, with what is coordinated. */
function offencesOf(tree: Tree, node: Node): readonly Offence[] {
  const together = [node, ...tree.by(node, 'conj')]
  return together.flatMap((one) => {
    if (!counts.has(one.lemma)) return one.tag === 'NN' || one.tag === 'NNS' ? [offence(tree, one)] : []
    const behind = tree
      .by(one, 'nmod')
      .filter((child) => tree.by(child, 'case').some(({ lower }) => lower === 'of'))
    if (behind.length > 0) return behind.flatMap((child) => offencesOf(tree, child))
    return tree
      .by(one, 'compound')
      .flatMap((child) => [child, ...tree.by(child, 'conj')])
      .filter(({ pos }) => pos === 'NOUN')
      .map((child) => offence(tree, child))
  })
}

function offence(tree: Tree, head: Node): Offence {
  const apart = ['nmod', 'conj', 'det', 'nummod', 'case', 'punct']
  const before = tree
    .under(
      head,
      ({ label, head: over }) => over === head.index && apart.some((name) => isRelation(label, name)),
    )
    .filter(({ index }) => index <= head.index)
  const words = before.map(({ lower }) => lower)
  return {
    ...spanOf(before),
    name: [...words.filter((word) => others.has(word)), head.lemma].join(' '),
    degrees: words.filter((word) => degrees.has(word)),
  }
}
