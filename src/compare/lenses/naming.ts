/**
 * What reports call one person or thing: `naming`.
 *
 * Persons: what each report says beside the name (the actor table), where the nouns differ. Things: nouns and adjectives that
 * stand in the place of one another (instead/instead.ts).
 * In the tables, never in front. Labels are the outlets' own words: what stands inside quotation marks is the speaker's.
 */
import { cosineOf, isPersonNoun, relation } from '../../english/nouns.js'
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { stem } from '../../text/stem.js'
import { voiceAt } from '../actors/actors.js'
import { appearancesOf, type Appearances } from '../actors/appearances.js'
import type { Description } from '../actors/descriptions.js'
import { wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { insteads } from '../instead/instead.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { slice } from '../printed-words.js'

export const naming: Lens = {
  name: 'naming',
  asks: () => ({
    naming: [
      'Reports call one person by other nouns, or have other nouns or adjectives in one place of sentences that a row links.',
      'In one place are words with two neighbours of the parsed sentence in common, or one where their meanings are near.',
    ],
  }),
  find: (context) => [...appearancesOf(context).flatMap((told) => person(context, told)), ...things(context)],
}

const sure = { person: 0.8, thing: 0.7 } as const
/** Two nouns for persons are rivals from this cosine on. */
const near = 0.35
/** Characters: longer descriptions tell of something else. */
const longest = 60

/** Words of a report for one person or thing, where they stand. */
type Label = { readonly view: ArticleView; readonly span: Span }
type Described = Label & { readonly head: string }

function person(context: Context, told: Appearances): readonly Draft[] {
  const { identity, references, descriptions } = told
  if (identity.kind !== 'person') return []
  const labels = context.views.flatMap((view) =>
    (references.get(view) ?? []).flatMap((reference) =>
      (descriptions.get(reference) ?? [])
        .filter((one) => saysWho(view, one))
        .map(({ start, end, head }) => ({ view, span: { start, end }, head: head.lemma })),
    ),
  )
  if (!differ(context, told, labels)) return []
  const referent = identity.name
  return [labelDraft(context, labels, referent, sure.person)]
}

/**
 * A noun for persons in the outlet's own words: "the port's lawyer", "a critic of the deal". One word alone is too often
 * cut from a phrase on somebody else.
 */
function saysWho(view: ArticleView, { kind, head, words }: Description): boolean {
  if ((kind !== 'apposition' && kind !== 'predicate') || !words.includes(' ') || words.includes(','))
    return false
  return words.length <= longest && isPersonNoun(head.lemma) && voiceAt(view, head) === 'own'
}

/**
 * Two independent texts whose nouns are near ("aide", "adviser", "volunteer"), and neither has the other's beside the name: a
 * lawyer who is a father as well has no two names.
 */
function differ(context: Context, told: Appearances, labels: readonly Described[]): boolean {
  return labels.some((one) =>
    labels.some(
      (other) =>
        context.texts([one.view.id, other.view.id]) > 1 &&
        areRivals(one.head, other.head) &&
        !isBeside(told, one.view, other.head) &&
        !isBeside(told, other.view, one.head),
    ),
  )
}

function areRivals(a: string, b: string): boolean {
  const related = relation(a, b)
  return stem(a) !== stem(b) && related !== 'same' && (related === 'near' || cosineOf(a, b) >= near)
}

/** A report has the noun in a sentence that names the person. */
function isBeside({ references }: Appearances, view: ArticleView, head: string): boolean {
  return (references.get(view) ?? []).some(({ sentence }) =>
    wordsIn(view, sentence).some((word) => word.stem === stem(head)),
  )
}

function things(context: Context): readonly Draft[] {
  return insteads(context).flatMap((uses) => {
    const labels = uses.map(({ view, tree, node }) => ({ view, span: nounPhrase(tree, node) }))
    const [first] = labels
    if (!first) return []
    const referent = slice(first.view, first.span).replace(/\s+/gu, ' ')
    return [labelDraft(context, labels, referent, sure.thing)]
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

function labelDraft(context: Context, labels: readonly Label[], referent: string, confidence: number): Draft {
  const byView = context.views.flatMap((view) => {
    const own = labels.filter((label) => label.view === view)
    return own.length === 0 ? [] : [[view.id, wordsOf(own)] as const]
  })
  return draft(context, {
    kind: 'naming',
    severity: 'naming',
    column: null,
    evidence: labels.map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'label' })),
    confidence,
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
