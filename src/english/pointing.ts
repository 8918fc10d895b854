/** Words that point to a sentence before: who sees one sentence alone asks which thing is meant. */
import { timeWords } from './calendar.js'
import { anybody, pointing } from './function-words.js'
import type { Node, Tree } from './parse/tree.js'

/** "That position", "whether this is so", "the aide, however,": the sentence before says which, and to what. */
export function pointsAway(tree: Tree, node: Node): boolean {
  if (node.lower === 'the' || node.lower === 'both') return namesNobody(tree, node)
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

/** "The man", "both women", "the statement", of which nothing else is said, and which was not named before. */
function namesNobody(tree: Tree, { head, index }: Node): boolean {
  const noun = tree.nodes[head]
  if (!noun || !anybody.has(noun.lemma)) return false
  const isNamed = tree.nodes.slice(0, index).some(({ lemma }) => lemma === noun.lemma)
  return !isNamed && tree.by(noun, 'amod', 'acl', 'nmod', 'appos', 'compound', 'flat', 'cop').length === 0
}
