/**
 * Which position a predicate tells, and on what.
 *
 * In:    a predicate. Out: demands, rejects, accepts, agrees or leaves open, and the words the stance is on; null where it is
 *        no position ("declined to comment", "should accept", "needs rain").
 */
import type { PartyPosition } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { soFar } from '../../english/conditions.js'
import { isFiniteVerb } from '../../english/finite-clause.js'
import { isNoComment } from '../../english/no-comment.js'
import { againstWhatIsTold, stanceClassOf, takesNoSide } from '../../english/opposites.js'
import { spanOf } from '../../english/parse/tree.js'
import { verbStance } from '../../english/telling-verbs.js'
import { stem } from '../../text/stem.js'
import { hull } from '../../text/spans.js'
import { actedOnBefore, nodeAt, within, type Predicate } from './predicates.js'

export type StanceOn = { readonly stance: PartyPosition['stance']; readonly issue: Span }

export function stanceOn(predicate: Predicate): StanceOn | null {
  const stance = stanceOf(predicate)
  const issue = stance && issueOf(predicate)
  return stance && issue && issue.end > issue.start ? { stance, issue } : null
}

/** Modal verbs of advice and doubt: what should be accepted is not. */
const advice: ReadonlySet<string> = new Set(['should', 'ought', 'must', 'might', 'may'])
const possible: ReadonlySet<string> = new Set(['can', 'ca', 'could'])

function stanceOf(predicate: Predicate): PartyPosition['stance'] | null {
  const { stance, word, negated, modal, claim, view, span } = predicate
  if (stance === null || takesNoSide(predicate.verb) || (modal !== null && advice.has(modal))) return null
  if (claim === null && !isStanceCue(predicate)) return null
  if (refusals.has(word.lemma) && isSilence(predicate)) return null
  if (word.lemma === 'want' && (modal !== null || isWish(predicate))) return null
  const maybe = modal !== null && possible.has(modal)
  switch (stance) {
    case 'demands':
      return negated || maybe ? null : 'demands'
    case 'rejects':
      if (maybe) return negated ? 'rejects' : null
      return negated ? 'leaves-open' : 'rejects'
    case 'accepts':
    case 'agrees':
      if (isOpen(predicate)) return negated ? 'rejects' : 'leaves-open'
      if (negated) return soFar.test(view.text.slice(span.start, span.end)) ? 'leaves-open' : 'rejects'
      return maybe ? 'leaves-open' : stance
  }
}

/** "Is open to", "leaves open". */
function isOpen({ stance, word }: Predicate): boolean {
  return stance === 'accepts' && (word.lemma === 'open' || word.lemma === 'leave')
}

/** "Conceded that …", "denied …" tell what is so, and no position on it. */
function isStanceCue({ quote }: Predicate): boolean {
  const lemma = quote?.cueLemma?.split(' ')[0] ?? ''
  if (lemma === 'deny' || refusals.has(lemma)) return false
  return againstWhatIsTold.has(lemma) || stanceClassOf(stem(lemma)) !== undefined
}

const refusals: ReadonlySet<string> = new Set(['refuse', 'decline'])

/** "Declined to comment", "refused to say": no position on anything. */
function isSilence({ governs, proposition, tree, span }: Predicate): boolean {
  return isNoComment(within(tree, span)) || (governs && verbStance(proposition.predicate.lemma) !== null)
}

const oneself: ReadonlySet<string> = new Set('be hear see know learn become have get go'.split(' '))

/** "Want to hear", "wants to be": a wish for oneself. */
function isWish({ governs, proposition }: Predicate): boolean {
  return governs && oneself.has(proposition.predicate.lemma)
}

function issueOf(predicate: Predicate): Span | null {
  const { claim, quote, proposition, word, span, governs } = predicate
  if (claim === null) return hull(quote?.content ?? []) ?? null
  // "The offer was rejected by the union", "monitors, which Moscow rejects": what it is on stands before it.
  const [before] = governs ? [] : actedOnBefore(proposition, word)
  if (before) return { start: before.start, end: before.end }
  const start = Math.max(word.end, proposition.particle?.end ?? 0)
  return { start, end: Math.min(span.end, ...sideClauses(predicate)) }
}

/** Where clauses begin that say why or when: "because we need …". */
function sideClauses({ tree, word }: Predicate): readonly number[] {
  const node = nodeAt(tree, word)
  return (node ? tree.by(node, 'advcl') : [])
    .filter((clause) => clause.start > word.end && isFiniteVerb(tree, clause))
    .map((clause) => spanOf(tree.under(clause)).start)
}
