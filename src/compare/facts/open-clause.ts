/** The clause that a figure stands in, with the figure left open, "The accord covers … dockers"; null where the tree is not sure of it. */
import { conditions } from '../../english/conditions.js'
import { withoutDateline } from '../../english/dateline.js'
import { isFiniteVerb } from '../../english/finite-clause.js'
import { isRelation, type Node } from '../../english/parse/tree.js'
import { subjectOf } from '../../english/propositions/arguments.js'
import { isClause } from '../../english/propositions/predicates.js'
import { readingOf } from '../../english/reading.js'
import { inHeadline } from '../../likeness/view.js'
import { overlap } from '../../text/spans.js'
import type { Figure } from './figure.js'

/** Words of a question. */
const longest = 22

/** With "…" in place of the figure. */
export function openClause({ view, sentence, shown }: Figure, others: readonly Figure[]): string | null {
  const whole = view.sentences[sentence]
  if (!whole || inHeadline(view, shown.start)) return null
  const tree = readingOf(view.article).tree(whole)
  const that = tree.nodes.find(
    ({ lower, label, end }) => lower === 'that' && label === 'mark' && end < shown.start,
  )
  const said = that && tree.headOf(that)
  const root = said && isRelation(said.label, 'ccomp') ? said : tree.root
  const subject = root && subjectOf(tree, root)
  const from = that && root === said ? that.end + 1 : withoutDateline(view.text, whole).start
  if (!subject || subject.pos === 'PRON' || subject.index > root.index) return null
  if (!isFiniteVerb(tree, root) || !agree(subject, root)) return null
  if (tree.under(subject)[0]?.start !== from || tree.nodes.some(({ lower }) => conditions.has(lower)))
    return null
  const own = tree.under(
    root,
    (child) => isClause(child) || asides.some((name) => isRelation(child.label, name)),
  )
  const figure = tree.nodes.filter((node) => overlap(node, shown) > 0)
  const behind = tree.nodes.filter(({ start }) => start >= from)
  const end = behind.findIndex((node) => node.pos === 'PUNCT' || !own.includes(node))
  const words = behind.slice(0, end < 0 ? behind.length : end)
  const isCut = (node: Node | undefined): boolean =>
    node !== undefined && (hanging.has(node.pos) || node.head > node.index)
  while (isCut(words.at(-1)) && !figure.includes(words.at(-1) ?? root)) words.pop()
  if (words.length > longest || ![root, ...figure].every((node) => words.includes(node))) return null
  if (
    others.some(
      (other) => overlap(other.span, shown) === 0 && words.some((word) => overlap(word, other.span) > 0),
    )
  )
    return null
  const clause = `${view.text.slice(from, shown.start)}…${view.text.slice(shown.end, words.at(-1)?.end)}`
  return /…[’']|^(?:That|This|These|Those|His|Her|Its|Their)\b/u.test(clause)
    ? null
    : clause.replace(/\s+/gu, ' ')
}

/** Words that lead on to what is not there. */
const hanging: ReadonlySet<string> = new Set(['ADP', 'CCONJ', 'DET', 'PART', 'SCONJ'])
const asides = ['appos', 'discourse', 'parataxis', 'vocative']

/** Not "elephants was": what does not agree was read wrongly. */
function agree(subject: Node, { tag }: Node): boolean {
  const isPlural = subject.tag.endsWith('S')
  return isPlural ? tag !== 'VBZ' : tag !== 'VBP'
}
