/** Whether a parsed clause has a finite verb ("is", "signed", "may sign"): infinitives, participles, bare nouns alone tell nothing. */
import type { Node, TaggedWord, Tree } from './parse/tree.js'
import { sharesHelpers } from './propositions/negations.js'
import { firstOfConjuncts } from './propositions/predicates.js'
import type { Proposition } from './propositions/proposition.js'
import type { Span } from '../model/span.js'
import { isTooLong, type Reading } from './reading.js'
import { speechVerbs } from './telling-verbs.js'

const finite: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** `said`, `is`, `have`; not `to say`, `saying`, or the second verb of a group (`has said`). */
export function isFiniteForm({ tag }: TaggedWord): boolean {
  return finite.has(tag)
}

export function hasFinite(words: readonly TaggedWord[]): boolean {
  return words.some(isFiniteForm)
}

/** The clause's own verb, or the outermost over it: "agreed to leave". */
export function isFinite(tree: Tree, { predicate, governors }: Proposition): boolean {
  const node = tree.at(governors[0] ?? predicate)
  return node !== undefined && isFiniteVerb(tree, node)
}

/** By its own form or that of a helper. */
export function isFiniteVerb(tree: Tree, node: Node): boolean {
  if (hasFinite([node, ...tree.by(node, 'aux', 'cop')])) return true
  const first = firstOfConjuncts(tree, node)
  return first !== undefined && sharesHelpers(tree, first, node) && isFiniteVerb(tree, first)
}

/** Has a finite verb anywhere: no caption, no list of names, no link. */
export function isStatement({ nodes }: Tree): boolean {
  return hasFinite(nodes)
}

export function wholeClause(reading: Reading, sentence: Span, passage: Span): Span | null {
  if (isTooLong(sentence)) return null
  const tree = reading.tree(sentence)
  const nodes = tree.nodes.filter(({ start, end }) => start >= passage.start && end <= passage.end)
  const main = mainOf(tree, reading.within(sentence, passage))
  if (
    !main ||
    sideClauses.includes(main.relation) ||
    !isFinite(tree, main) ||
    !namesItsSubject(tree, main, passage)
  )
    return null
  const told = main.arguments.some(({ role, start }) => role === 'complement' && start < passage.end)
  if (speechVerbs.has(main.predicate.lemma) && !told) return null
  const last = nodes.findLast(({ pos }) => pos !== 'PUNCT')
  if (nodes.some((node) => tree.by(node, 'conj').some((other) => isCutOff(other, passage)))) return null
  const cutsOffSpeech = last && passage.end < sentence.end - 1 && speechVerbs.has(last.lemma)
  if (!last || cutsOffSpeech || hanging.has(last.pos) || nodes.some(({ surface }) => surface === '?'))
    return null
  const first = nodes.find(({ lower, pos }) => pos !== 'PUNCT' && !ties.has(lower))
  // "After the strike ended": what it leads in is not there.
  return first && first.label !== 'mark' ? { start: first.start, end: passage.end } : null
}

/** The second of two words that belong together: "made it loud | and clear". A second verb begins a statement of its own. */
function isCutOff({ pos, start }: Node, passage: Span): boolean {
  return start >= passage.end && pos !== 'VERB' && pos !== 'AUX'
}

const hanging: ReadonlySet<string> = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'PART', 'AUX'])
const ties: ReadonlySet<string> = new Set(['that', 'and', 'but', 'or'])
/** Relations of a clause that only qualifies something. */
const sideClauses = ['acl', 'acl:relcl', 'advcl']

/** The proposition that hangs highest in the sentence. */
function mainOf(tree: Tree, found: readonly Proposition[]): Proposition | undefined {
  const depth = ({ predicate }: Proposition): number => {
    let steps = 0
    for (let node = tree.at(predicate); node; node = tree.headOf(node)) steps++
    return steps
  }
  return [...found].sort((a, b) => depth(a) - depth(b) || a.predicate.start - b.predicate.start)[0]
}

function namesItsSubject(tree: Tree, proposition: Proposition, passage: Span): boolean {
  const { arguments: parts, isPassive } = proposition
  const subject = parts.find(({ role }) => role === (isPassive ? 'object' : 'subject'))
  if (!subject || subject.shared || subject.start < passage.start || subject.end > passage.end) return false
  const head = tree.at(subject.head)
  // "He", "his lawyer": whose?
  return head?.pos !== 'PRON' && !(head && tree.by(head, 'nmod:poss').some(({ pos }) => pos === 'PRON'))
}
