/**
 * What reports call one thing: `naming`. Nouns and adjectives that stand in the place of one another (instead/instead.ts). In the
 * tables, never in front. Labels are the outlets' own words: what stands inside quotation marks is the speaker's.
 */
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { insteads } from '../instead/instead.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { slice } from '../printed-words.js'

export const naming: Lens = {
  name: 'naming',
  asks: () => ({
    naming: [
      'Reports have other nouns or adjectives in one place of sentences that a row links.',
      'In one place are words with two neighbours of the parsed sentence in common, or one where their meanings are near.',
    ],
  }),
  find: things,
}

const sure = 0.7

/** Words of a report for one thing, where they stand. */
type Label = { readonly view: ArticleView; readonly span: Span }

function things(context: Context): readonly Draft[] {
  return insteads(context).flatMap((uses) => {
    const labels = uses.map(({ view, tree, node }) => ({ view, span: nounPhrase(tree, node) }))
    const [first] = labels
    if (!first) return []
    const referent = slice(first.view, first.span).replace(/\s+/gu, ' ')
    return [labelDraft(context, labels, referent)]
  })
}

const describing = ['amod', 'compound', 'nmod', 'nummod', 'flat']
const outside = ['acl', 'advcl', 'conj', 'cc', 'appos', 'parataxis', 'punct']
/** Characters: of longer phrases what stands before the noun is enough. */
const longestPhrase = 60

/** A noun with what describes it, without article and clauses; an adjective with its noun. */
function nounPhrase(tree: Tree, node: Node): Span {
  const over = node.pos === 'ADJ' ? tree.headOf(node) : undefined
  if (over) return spanOf([node, over])
  const parts = tree.children(node).filter(({ label }) => isOneOf(label, describing))
  const whole = spanOf([node, ...parts.flatMap((part) => inside(tree, part))])
  if (whole.end - whole.start <= longestPhrase) return whole
  return spanOf([node, ...parts.filter(({ start }) => start < node.start)])
}

function inside(tree: Tree, node: Node): readonly Node[] {
  return tree.under(node, ({ label }) => isOneOf(label, outside))
}

function isOneOf(label: string, names: readonly string[]): boolean {
  return names.some((name) => isRelation(label, name))
}

/** A report is shown with so many. */
const mostLabels = 3

function labelDraft(context: Context, labels: readonly Label[], referent: string): Draft {
  const byView = context.views.flatMap((view) => {
    const own = labels.filter((label) => label.view === view)
    return own.length === 0 ? [] : [[view.id, wordsOf(own)] as const]
  })
  return draft(context, {
    kind: 'naming',
    severity: 'naming',
    column: null,
    evidence: labels.map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'label' })),
    confidence: sure,
    detail: { referent, labels: Object.fromEntries([...byView].sort(byKeys(([id]) => id))) },
    matter: `naming ${referent}`,
    contested: 0.5,
    front: false,
  })
}

/** Each once, whatever its case. */
function wordsOf(labels: readonly Label[]): readonly string[] {
  const words = labels.map(({ view, span }) => slice(view, span).replace(/\s+/gu, ' '))
  return [...new Map(words.map((one) => [one.toLowerCase(), one])).values()].slice(0, mostLabels)
}
