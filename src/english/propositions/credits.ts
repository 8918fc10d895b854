/**
 * Who is said to have told a clause: "X said that …" (before), "…, X said, …" (inside), "…, X said" (behind), "according
 * to X". The nearest telling verb over the clause counts.
 */
import { spanOf, type Node, type Tree } from '../parse/tree.js'
import { stanceOf, speechVerbs } from '../telling-verbs.js'
import { sharedSubject, wordOf } from './arguments.js'
import { isPassive } from './predicates.js'
import type { Credit } from './proposition.js'

export function creditOf(tree: Tree, predicate: Node): Credit | null {
  const according = accordingTo(tree, predicate)
  if (according) return according
  for (let at = predicate; ;) {
    const head = tree.headOf(at)
    const aside = tree
      .by(at, 'parataxis')
      .find((child) => isTelling(child) && tree.by(child, 'nsubj').length > 0)
    if (aside && at !== aside) return credit(tree, aside, at)
    if (!head) return null
    if ((at.label === 'ccomp' || at.label === 'parataxis') && isTelling(head)) return credit(tree, head, at)
    at = head
  }
  return null
}

/** Verbs that introduce what somebody tells, thinks or wants. */
function isTelling(node: Node): boolean {
  return node.pos === 'VERB' && (speechVerbs.has(node.lemma) || stanceOf(node.lemma) !== null)
}

function credit(tree: Tree, teller: Node, told: Node): Credit {
  const subject = tree.by(teller, 'nsubj', 'obl:agent')[0] ?? sharedSubject(tree, teller)
  const content = spanOf(tree.under(told, (child) => child === teller))
  const position =
    teller.start < content.start ? 'before' : teller.start > content.end ? 'behind' : ('inside' as const)
  const agent = isPassive(tree, teller) ? tree.by(teller, 'obl:agent')[0] : subject
  return { source: agent ? sourceSpan(tree, agent) : null, cue: wordOf(teller), position }
}

function sourceSpan(tree: Tree, node: Node): { start: number; end: number } {
  return spanOf(
    tree.under(
      node,
      (child) => child.label === 'punct' || child.label === 'case' || child.label === 'acl:relcl',
    ),
  )
}

/** "according to police" beside the verb or one that it hangs on. */
function accordingTo(tree: Tree, predicate: Node): Credit | null {
  for (let at: Node | undefined = predicate; at !== undefined; at = tree.headOf(at)) {
    for (const child of tree.by(at, 'obl', 'nmod')) {
      const according = tree.by(child, 'case').find((word) => word.lower === 'according')
      if (according === undefined) continue
      const position = according.start < at.start ? 'before' : 'behind'
      const cue = { start: according.start, end: according.end, lemma: 'according-to' }
      return { source: sourceSpan(tree, child), cue, position }
    }
  }
  return null
}
