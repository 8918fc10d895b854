/** Whether a phrase beside a verb says when or where. */
import { timeWords } from '../calendar.js'
import { knownPlace } from '../places.js'
import { wordFile } from '../word-lists.js'
import type { Node, Tree } from '../parse/tree.js'

const file = wordFile('circumstances.txt')
const prepositions = file.words('prepositions')
const sites = file.words('sites')

export function isTime(tree: Tree, node: Node): boolean {
  if (timeWords.has(node.lemma.toLowerCase())) return true
  return node.tag === 'CD' && /^(?:1[5-9]|20)\d\d$/.test(node.lower) && tree.by(node, 'case').length > 0
}

export function isPlace(tree: Tree, node: Node): boolean {
  const before = tree.by(node, 'case')[0]
  if (before === undefined || !prepositions.has(before.lower)) return false
  return sites.has(node.lemma.toLowerCase()) || (node.pos === 'PROPN' && knownPlace(node.surface) !== null)
}
