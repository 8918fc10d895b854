/** Words that point to a sentence before: who sees one sentence alone asks which thing is meant. */
import { timeWords } from './calendar.js'
import { pointing } from './function-words.js'
import type { Node, Tree } from './parse/tree.js'

/** "That position", "whether this is so", "the aide, however,": the sentence before says which, and to what. */
export function pointsAway(tree: Tree, node: Node): boolean {
  if (!pointing.has(node.lower)) return false
  const isSetOff = [-1, 1].some((side) => tree.nodes[node.index + side]?.surface === ',')
  if (node.pos === 'ADV') return isSetOff
  if (node.lower === 'another' || (node.tag !== 'DT' && node.lower !== 'such')) return false
  if (tree.nodes[node.index + 1]?.lower === 'as') return false
  const over = node.pos === 'PRON' ? node : tree.headOf(node)
  const isOfTime = over !== undefined && timeWords.has(over.lemma)
  const saysWhich = over === node ? ['acl', 'nmod'] : ['acl']
  return !isOfTime && !(over && tree.by(over, ...saysWhich).length > 0)
}
