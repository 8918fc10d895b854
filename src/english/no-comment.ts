/** Whether a sentence tells no more than that somebody did not comment: "declined to comment". */
import type { Node } from './parse/tree.js'
import { negations } from './negation.js'

const refusals: ReadonlySet<string> = new Set(['decline', 'refuse'])

export function isNoComment(nodes: readonly Node[]): boolean {
  return (
    nodes.some(({ lemma }) => lemma === 'comment') &&
    nodes.some(({ lemma, lower }) => refusals.has(lemma) || negations.has(lower))
  )
}
