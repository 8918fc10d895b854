/**
 * One act on one thing, told with who did it here and as a passive without a doer there, in sentences that a row links.
 *
 * In:    a Context. Out: the passages of both sorts, from the doer or the verb to what is acted on.
 * Never: where the report without a doer names the doer in the same sentence.
 */
import type { Node } from '../../english/parse/tree.js'
import { isTime } from '../../english/propositions/time-and-place.js'
import { grouped } from '../../text/grouped.js'
import { stem } from '../../text/stem.js'
import type { Context } from '../context.js'
import type { Label } from './label-draft.js'
import { verbPhrase } from './phrases.js'
import { usesIn, type Use } from './uses.js'

export type Doers = { readonly named: readonly Label[]; readonly unnamed: readonly Label[] }

export function withoutDoer(context: Context): readonly Doers[] {
  const found = new Map<string, Doers>()
  for (const column of [...context.alignment.claims, ...context.alignment.quotes]) {
    const verbs = usesIn(context, column).filter(({ pos }) => pos === 'VERB')
    for (const [key, uses] of byAct(verbs)) {
      const named = uses.filter(({ doer }) => doer !== null)
      const unnamed = uses.filter((use) => use.isBare && named.some((one) => isToldApart(context, one, use)))
      if (named.length > 0 && unnamed.length > 0)
        found.set(`${key} ${unnamed.map(({ view, node }) => `${view.id} ${node.start}`).join(' ')}`, {
          named: named.map(labelOf),
          unnamed: unnamed.map(labelOf),
        })
    }
  }
  return [...found.values()]
}

type Act = Use & {
  readonly doer: Node | null
  /** What is acted on, and the tie to it. */
  readonly thing: Node
  readonly tie: string
  /** A passive without a doer. */
  readonly isBare: boolean
}

/** By verb and what it acts on. */
function byAct(uses: readonly Use[]): ReadonlyMap<string, readonly Act[]> {
  return grouped(uses.flatMap(actsOf), ({ lemma, tie }) => [`${stem(lemma)} ${tie}`])
}

function actsOf(use: Use): readonly Act[] {
  const subject = [...use.ties].find(([tie]) => tie.startsWith('nsubj '))?.[1] ?? null
  const doer = subject && isTime(use.tree, subject) ? null : subject
  const isBare = doer === null && isFinitePassive(use) && !use.tree.nodes.some(isBy)
  return [...use.ties].flatMap(([tie, thing]) =>
    tie.startsWith('obj ') ? [{ ...use, doer, tie, thing, isBare }] : [],
  )
}

/** "was shot"; not "the fisherman shot on Friday", which may go on in many ways. */
function isFinitePassive({ tree, node }: Use): boolean {
  return tree.by(node, 'aux:pass').length > 0
}

/** "shot and killed by police": the doer may stand with another verb of the sentence. */
function isBy({ lower, label }: Node): boolean {
  return label === 'obl:agent' || (lower === 'by' && label === 'case')
}

function isToldApart(context: Context, named: Act, bare: Act): boolean {
  const { doer } = named
  const names = (node: Node): boolean => node.lemma.toLowerCase() === doer?.lemma.toLowerCase()
  return context.texts([named.view.id, bare.view.id]) > 1 && !bare.tree.nodes.some(names)
}

function labelOf({ view, tree, node, doer, thing }: Act): Label {
  return { view, span: verbPhrase(tree, doer ? [doer, node, thing] : [node, thing]) }
}
