/**
 * Words that point opposite ways: antonyms and stance verbs of WordNet (data/english/opposites.txt, stances.txt; made by
 * scripts/build-opposites.mjs) and pairs of news prose (news-opposites.txt), looked up by Porter stem.
 */
import { z } from 'zod'
import type { Span } from '../model/span.js'
import type { Tree } from './parse/tree.js'
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'
import { addOnce } from '../text/grouped.js'

const StanceClass = z.enum(['accepts', 'agrees', 'demands', 'rejects'])
export type StanceClass = z.infer<typeof StanceClass>

type Tables = {
  readonly opposites: ReadonlyMap<string, readonly string[]>
  readonly stances: ReadonlyMap<string, StanceClass>
}

const beside = wordFile('stance-phrases.txt')

/** Verbs of a stance's class that take no side by themselves: "needs rain". */
const takingNone = beside.words('none')

let loaded: Tables | undefined

function tables(): Tables {
  loaded ??= load()
  return loaded
}

function load(): Tables {
  const opposites = new Map<string, Set<string>>()
  for (const line of [
    ...wordFile('opposites.txt').lines('pairs'),
    ...wordFile('news-opposites.txt').lines('pairs'),
  ]) {
    const [a = '', b = ''] = line.split(' ').map(stem)
    addOnce(opposites, a, b)
    addOnce(opposites, b, a)
  }
  const stances = new Map<string, StanceClass>()
  for (const [name, words] of wordFile('stances.txt').groupsOf('stances', StanceClass))
    for (const word of words) if (!takingNone.has(word)) stances.set(stem(word), name)
  return { opposites: new Map([...opposites].map(([word, others]) => [word, [...others]])), stances }
}

/** Stems of the words that point the other way. */
export function oppositesOf(stemmed: string): readonly string[] {
  return tables().opposites.get(stemmed) ?? []
}

const phrases: ReadonlyMap<string, StanceClass> = new Map(
  [...beside.groupsOf('phrases', StanceClass)].flatMap(([stance, pairs]) =>
    pairs.map((pair) => [pair, stance] as const),
  ),
)

/** Verbs of telling that stand against what they introduce, by lemma. */
export const againstWhatIsTold = beside.words('against')

/** The stance of two words together, "ruled out", "is open to" (data/english/stance-phrases.txt); undefined for most. */
export function stanceOfPhrase(tree: Tree, word: Span): StanceClass | undefined {
  const node = tree.at(word)
  const beside = node ? tree.children(node) : []
  const words = beside.flatMap((one) => [one, ...tree.by(one, 'case', 'mark')])
  return words.flatMap(({ lemma }) => phrases.get(`${node?.lemma ?? ''}-${lemma}`) ?? [])[0]
}

/** The stance that a verb takes on what it governs, by stem; undefined for most verbs. */
export function stanceClassOf(stemmed: string): StanceClass | undefined {
  return tables().stances.get(stemmed)
}
