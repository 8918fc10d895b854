/**
 * The clause that a figure stands in, with the figure left open: "The accord covers … dockers".
 *
 * In:    a figure. Out: its clause in the words of its report: subject, helpers, verb, and what hangs on it; or null where
 *        there is no clause, or none that is short enough for a question.
 * Never: leaves out a negation, a condition or the subject; keeps clauses and asides in which the figure does not stand.
 */
import { conditions } from '../../english/conditions.js'
import { withoutDateline } from '../../english/dateline.js'
import { functionWords } from '../../english/function-words.js'
import { isRelation, type Node, type Tree } from '../../english/parse/tree.js'
import { isRelative, subjectOf } from '../../english/propositions/arguments.js'
import { chainTop, isClause, predicatesOf } from '../../english/propositions/predicates.js'
import { readingOf } from '../../english/reading.js'
import { inHeadline } from '../../likeness/view.js'
import { overlap } from '../../text/spans.js'
import type { Figure } from './figure.js'

export type OpenClause = {
  /** With "…" in place of the figure. */
  readonly text: string
  /** Its subject is printed, and no pronoun. */
  readonly isNamed: boolean
}

/** Words of a question, and those of them that say what the figure is of. */
const [longest, least] = [22, 2]

export function openClause({ view, sentence, shown }: Figure): OpenClause | null {
  const whole = view.sentences[sentence]
  if (!whole || inHeadline(view, shown.start)) return null
  const tree = readingOf(view.article).tree(whole)
  const figure = tree.nodes.filter((node) => overlap(node, shown) > 0)
  const predicate = predicateOver(tree, figure)
  if (!predicate) return null
  const from = withoutDateline(view.text, whole).start
  const { words, subject } =
    [true, false]
      .map((all) => clauseAt(tree, predicate, figure, all))
      .map((one) => ({ ...one, words: one.words.filter(({ start }) => start >= from) }))
      .find((one) => one.words.length <= longest) ?? none
  if (tree.nodes.some((node) => conditions.has(node.lower) && !words.includes(node))) return null
  const open = words.filter(({ lower }) => !functionWords.has(lower))
  if (open.filter((node) => !figure.includes(node)).length < least) return null
  return {
    text: printed(view.text, words, figure),
    isNamed: subject !== undefined && subject.pos !== 'PRON' && words.includes(subject),
  }
}

const none: { readonly words: readonly Node[]; readonly subject?: Node } = { words: [] }

/** The nearest clause that a figure stands in. */
function predicateOver(tree: Tree, figure: readonly Node[]): Node | undefined {
  const predicates = predicatesOf(tree)
  let node = figure.find((one) => !figure.includes(tree.headOf(one) ?? one)) ?? figure[0]
  while (node && !predicates.includes(node)) node = tree.headOf(node)
  return node
}

/** Its words in order, behind those of a subject that it shares or of the noun that it stands behind; `all`: with circumstances. */
function clauseAt(tree: Tree, predicate: Node, figure: readonly Node[], all: boolean): typeof none {
  const top = chainTop(tree, predicate)
  const subject = subjectOf(tree, top)
  const behind = isRelation(top.label, 'acl') ? tree.headOf(top) : undefined
  const holds = (node: Node): boolean => tree.under(node).some((one) => figure.includes(one))
  const isLeftOut = (child: Node): boolean => {
    if (child.pos === 'PUNCT' || isIntroduction(child, top)) return true
    if (subject === behind && subject && isRelative(child) && isRelation(child.label, 'nsubj')) return true
    if (holds(child)) return false
    if (isAside(tree, child)) return true
    return !all && child.head === top.index && isRelation(child.label, 'obl')
  }
  const own = tree.under(top, isLeftOut)
  // "After appearing in court …": who appears is told behind it.
  const lead = isRelation(top.label, 'advcl')
    ? undefined
    : subject && !own.includes(subject)
      ? subject
      : behind
  const isBeside = (child: Node): boolean =>
    isClause(child) || (child.head === lead?.index && child.label === 'case')
  const before = lead ? tree.under(lead, (child) => isLeftOut(child) || isBeside(child)) : []
  return { words: [...before.filter((node) => !own.includes(node)), ...own], ...(subject && { subject }) }
}

/** "That", "of", "and" before the clause. */
function isIntroduction({ head, label, lower }: Node, top: Node): boolean {
  return head === top.index && (label === 'cc' || (label === 'mark' && (lower === 'that' || lower === 'of')))
}

const asides = ['acl', 'advcl', 'appos', 'discourse', 'parataxis', 'vocative']

/** A clause or a name beside what it hangs on; a condition is none. */
function isAside(tree: Tree, child: Node): boolean {
  if (isRelation(child.label, 'conj')) return child.pos === 'VERB' || child.pos === 'AUX'
  return (
    asides.some((name) => isRelation(child.label, name)) &&
    !tree.children(child).some(({ lower }) => conditions.has(lower))
  )
}

/** With the marks inside a word ("thirty-eight"), without others. */
function printed(text: string, words: readonly Node[], figure: readonly Node[]): string {
  let out = ''
  for (const [at, node] of words.entries()) {
    const before = words[at - 1]
    if (before && figure.includes(before) && figure.includes(node)) continue
    const between = before && before.end <= node.start ? text.slice(before.end, node.start) : ''
    const joins = /^[-‐–/]?$/u.test(between) ? between : ' '
    out += `${before ? joins : ''}${figure.includes(node) ? '…' : node.surface}`
  }
  return out
}
