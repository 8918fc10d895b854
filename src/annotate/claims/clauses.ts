/**
 * Places where a new clause starts, by the parse: a joined, subordinate, relative or participial clause that is set off and
 * has a verb of its own; what goes on behind one; what stands behind a stop.
 *
 * In:    the tree of one sentence. Out: word indices (never 0) in ascending order.
 * Never: cuts a list of names or nouns, an infinitive from its verb, or a condition (`if`, `unless`).
 */
import { hasFinite } from '../../english/finite-clause.js'
import { isRelation, type Node, type Tree } from '../../english/parse/tree.js'

const subordinators = new Set(
  'because although though while whereas after before since until once when as even'.split(' '),
)
const prepositionsIng = new Set(
  'including according regarding following concerning excluding pending starting beginning'.split(' '),
)
/** Words that a clause must have before a subordinate or behind a leading one. */
const fewBefore = 5
const fewest = 3

export function clauseStarts(tree: Tree): number[] {
  const { nodes } = tree
  const at = nodes.flatMap((node) => startsAround(tree, node)).sort((a, b) => a - b)
  const starts: number[] = []
  let left = 0
  for (const i of at) {
    if (i <= left || !hasFinite(nodes.slice(left, i))) continue
    starts.push(i)
    left = i
  }
  return starts
}

/** Where the clause of a verb starts, and where the sentence goes on behind it. */
function startsAround(tree: Tree, node: Node): number[] {
  const { nodes } = tree
  if (/^(?:;|:|—|–|--)$/u.test(node.surface)) return stopAt(tree, node.index)
  if (node.head < 0 || node.label === 'punct') return []
  const words = tree.under(node).filter(({ label }) => label !== 'punct')
  const first = words[0]?.index ?? node.index
  const last = words.at(-1)?.index ?? node.index
  const isSetOff = nodes[first - 1]?.surface === ','
  const goesOn = nodes[last + 1]?.surface === ',' && hasFinite(nodes.slice(last + 2)) ? [last + 2] : []
  const [opens = node] = words
  if (!hasFinite([node, ...tree.by(node, 'aux', 'cop')]))
    return isSetOff && isParticiple(node) && first === node.index && last - first >= fewest ? [first] : []
  if (isRelation(node.label, 'conj') || isRelation(node.label, 'parataxis'))
    return joinsClause(tree, node, first, last) ? [first] : []
  if (node.label === 'acl:relcl') return isSetOff ? [first, ...goesOn] : []
  if (node.label !== 'advcl') return []
  const phrase = subordinatePhrase(tree, node, first)
  if (phrase !== undefined) return phrase >= fewBefore ? [phrase] : []
  if (!subordinators.has(opens.lower)) return []
  if (first > node.head) return first >= fewBefore && (isSetOff || hasSubject(tree, node)) ? [first] : []
  return last >= fewBefore ? goesOn : []
}

/** Not `shot and killed the man`: two verbs with one object are one act. */
function joinsClause(tree: Tree, node: Node, first: number, last: number): boolean {
  if (hasSubject(tree, node)) return true
  return last - node.index >= fewest - 1 && first - node.head > 1 && first >= fewest
}

/** `after the minister | had met both sides`: the parser takes conjunction and subject for a phrase of time; where it begins. */
function subordinatePhrase(tree: Tree, node: Node, first: number): number | undefined {
  const over = tree.headOf(node)
  for (const phrase of over ? tree.by(over, 'obl') : []) {
    const words = tree.under(phrase)
    const [opens] = words
    if (opens && words.at(-1)?.index === first - 1 && subordinators.has(opens.lower)) return opens.index
  }
  return undefined
}

function hasSubject(tree: Tree, node: Node): boolean {
  return tree.by(node, 'nsubj', 'csubj', 'expl').length > 0
}

function isParticiple({ tag, lower }: Node): boolean {
  return tag === 'VBG' && !prepositionsIng.has(lower)
}

/** `…; …`, `…: …`, `… — …`: where a verb stands on both sides. */
function stopAt({ nodes }: Tree, stop: number): number[] {
  const end = nodes.findIndex(({ surface }, i) => i > stop && /^[,;:—–]$/u.test(surface))
  return hasFinite(nodes.slice(stop + 1, end < 0 ? nodes.length : end)) ? [stop + 1] : []
}
