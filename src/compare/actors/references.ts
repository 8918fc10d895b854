/** The places where a report means an actor, each with the word of the sentence that stands for it. */
import { isRelation, type Node, type Tree } from '../../english/parse/tree.js'
import type { Argument } from '../../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { titleBefore } from '../../english/roles.js'
import type { Span } from '../../model/span.js'
import { contains } from '../../text/spans.js'
import { sentenceIndex, type ArticleView } from '../../likeness/view.js'

export type Reference = Span & {
  readonly view: ArticleView
  readonly kind: 'name' | 'role'
  /** The title before the name, lower case; null without one. */
  readonly title: string | null
  /** As printed: the name with its title, the office without article. */
  readonly words: string
  readonly sentence: Span
  readonly tree: Tree
  /** Heads of the phrases that mean the actor here: "Ann" and "mayor" in "Ann Lowe, the mayor, resigned". */
  readonly heads: readonly Node[]
}

/** `name`: the span is a name alone; its title is taken in. */
export function referenceAt(view: ArticleView, span: Span, kind: Reference['kind']): Reference | null {
  const sentence = view.sentences[sentenceIndex(view, span)]
  if (!sentence || isTooLong(sentence)) return null
  const tree = readingOf(view.article).tree(sentence)
  const title = kind === 'name' ? titleBefore(view.text, span.start) : null
  const label = { start: Math.max(title?.start ?? span.start, sentence.start), end: span.end }
  const head = headOf(tree, span)
  if (!head) return null
  return {
    ...label,
    view,
    kind,
    title: title?.words ?? null,
    words: view.text.slice(label.start, label.end).replace(/\s+/gu, ' '),
    sentence,
    tree,
    heads: headsAround(tree, head),
  }
}

/** The word that the others of the span hang on; of a name with a title before it, what holds both together. */
function headOf(tree: Tree, span: Span): Node | undefined {
  const inside = tree.nodes.filter((node) => contains(span, node) && node.label !== 'punct')
  let top = inside.find((node) => !inside.some(({ index }) => index === node.head))
  while (top && isRelation(top.label, 'flat')) top = tree.headOf(top)
  return top
}

/** With the phrase that the name is in apposition to, or that is in apposition to it. */
function headsAround(tree: Tree, head: Node): readonly Node[] {
  const over = isRelation(head.label, 'appos') ? tree.headOf(head) : undefined
  // "Ann Lowe, one of the lawyers".
  const below = tree.by(head, 'appos').filter(({ pos, lower }) => pos === 'NOUN' || lower === 'one')
  return [head, ...below, ...(over?.pos === 'NOUN' ? [over] : [])]
}

/** Whether an argument of the sentence stands for the actor. */
export function isMeant({ heads }: Reference, { head, alias }: Argument): boolean {
  return heads.some(({ start }) => start === head.start || start === alias?.start)
}
