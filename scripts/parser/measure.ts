/**
 * How well parses and propositions agree with a treebank: attachment without marks, the relations that matter for
 * reading news, verbs with subject and object right, and what is denied.
 */
import { parseTokens } from '../../src/english/parse/parse.js'
import type { Model } from '../../src/english/parse/parse.js'
import { Tree, type Node } from '../../src/english/parse/tree.js'
import { propositionsOf } from '../../src/english/propositions/propositions.js'
import type { Proposition } from '../../src/english/propositions/proposition.js'
import type { GoldSentence } from './conllu.js'

const watched: Readonly<Record<string, readonly string[]>> = {
  subjects: ['nsubj', 'nsubj:pass'],
  objects: ['obj'],
  'prepositional phrases': ['obl', 'nmod', 'obl:agent'],
  coordination: ['conj'],
  'reported speech': ['ccomp', 'parataxis'],
  'open complements': ['xcomp'],
  'relative clauses': ['acl:relcl'],
  apposition: ['appos'],
  conditions: ['advcl'],
}

export function measure(
  name: string,
  sentences: readonly GoldSentence[],
  model: Model,
  report: (line: string) => void,
): void {
  const count = new Counts()
  const found = sentences.map((sentence) => parseTokens(tokens(sentence), model))
  sentences.forEach((sentence, n) => {
    const tree = found[n]
    if (!tree) throw new Error(`no tree for sentence ${n}`)
    const gold = goldTreeOf(sentence, tree)
    sentence.forms.forEach((_, i) => {
      const [mine, right] = [tree.nodes[i], gold.nodes[i]]
      if (!mine || !right) throw new Error(`no node ${i} in sentence ${n}`)
      count.add('tags', mine.pos === right.pos)
      if (right.label === 'punct') return
      count.add('unlabelled', mine.head === right.head)
      count.add('labelled', mine.head === right.head && mine.label === right.label)
      for (const [group, labels] of Object.entries(watched))
        count.arc(group, labels.includes(mine.label), labels.includes(right.label), mine.head === right.head)
    })
    propositions(count, propositionsOf(tree), propositionsOf(gold))
  })
  const start = process.cpuUsage().user
  const rounds = 3
  for (let i = 0; i < rounds; i++) for (const sentence of sentences) parseTokens(tokens(sentence), model)
  const seconds = (process.cpuUsage().user - start) / 1e6
  report(
    `${name}: ${count.shares()} · ${Math.round((rounds * sentences.length) / seconds)} sentences a second`,
  )
  report(`  F1: ${count.scores()}`)
}

function tokens(sentence: GoldSentence): { start: number; end: number; surface: string }[] {
  let at = 0
  return sentence.forms.map((surface) => {
    const start = at
    at += surface.length + 1
    return { start, end: at - 1, surface }
  })
}

function goldTreeOf(sentence: GoldSentence, like: Tree): Tree {
  return new Tree(
    like.nodes.map((node, i): Node => {
      const [pos = 'X', tag = 'X'] = (sentence.tags[i] ?? '').split(' ')
      return {
        ...node,
        pos,
        tag,
        lemma: sentence.lemmas[i] ?? '',
        head: (sentence.heads[i] ?? 0) - 1,
        label: sentence.labels[i] ?? 'dep',
      }
    }),
  )
}

/** Propositions of the parse against those of the gold tree, verb by verb. */
function propositions(count: Counts, mine: readonly Proposition[], gold: readonly Proposition[]): void {
  const key = (p: Proposition): number => p.predicate.start
  const heads = (p: Proposition | undefined, role: string): string =>
    (p?.arguments ?? [])
      .filter((argument) => argument.role === role)
      .map((argument) => argument.head.start)
      .sort((a, b) => a - b)
      .join(' ')
  const byStart = new Map(mine.map((p) => [key(p), p]))
  for (const right of gold) {
    if (right.predicate.kind !== 'verb') continue
    const own = byStart.get(key(right))
    count.add(
      'verbs with subject and object right',
      own !== undefined && ['subject', 'object'].every((role) => heads(own, role) === heads(right, role)),
    )
  }
  const parts = (list: readonly Proposition[]): Set<string> =>
    new Set(
      list.flatMap((p) => [
        `p${key(p)}`,
        ...p.arguments.map(
          (a) => `a${key(p)} ${a.role === 'time' || a.role === 'place' ? 'oblique' : a.role} ${a.head.start}`,
        ),
      ]),
    )
  count.sets('predicates and arguments', parts(mine), parts(gold))
  const denied = (list: readonly Proposition[]): Set<string> =>
    new Set(list.flatMap((p) => p.negations.map((cue) => `${key(p)} ${cue.start}`)))
  count.sets('what is denied', denied(mine), denied(gold))
  const credited = (list: readonly Proposition[]): Set<string> =>
    new Set(list.flatMap((p) => (p.credit ? [`${key(p)} ${p.credit.cue.start}`] : [])))
  count.sets('credited', credited(mine), credited(gold))
}

class Counts {
  private readonly right = new Map<string, [number, number]>()
  private readonly pairs = new Map<string, { both: number; mine: number; gold: number }>()

  add(name: string, isRight: boolean): void {
    const [n, all] = this.right.get(name) ?? [0, 0]
    this.right.set(name, [n + (isRight ? 1 : 0), all + 1])
  }

  arc(name: string, isMine: boolean, isGold: boolean, sameHead: boolean): void {
    const pair = this.pair(name)
    if (isMine) pair.mine++
    if (isGold) pair.gold++
    if (isMine && isGold && sameHead) pair.both++
  }

  sets(name: string, mine: ReadonlySet<string>, gold: ReadonlySet<string>): void {
    const pair = this.pair(name)
    pair.mine += mine.size
    pair.gold += gold.size
    pair.both += [...mine].filter((item) => gold.has(item)).length
  }

  private pair(name: string): { both: number; mine: number; gold: number } {
    const pair = this.pairs.get(name) ?? { both: 0, mine: 0, gold: 0 }
    this.pairs.set(name, pair)
    return pair
  }

  shares(): string {
    return [...this.right].map(([name, [n, all]]) => `${name} ${((100 * n) / all).toFixed(2)}`).join(' · ')
  }

  scores(): string {
    return [...this.pairs]
      .map(([name, { both, mine, gold }]) => `${name} ${((200 * both) / (mine + gold || 1)).toFixed(1)}`)
      .join(' · ')
  }
}
