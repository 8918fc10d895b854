/**
 * Which position a predicate tells, and on what.
 *
 * In:    a predicate. Out: demands, rejects, accepts, agrees or leaves open, and the words the stance is on; null where it is
 *        no position ("declined to comment", "should accept", "needs rain").
 */
import type { PartyPosition } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../english/pos.js'
import { stem } from '../../text/stem.js'
import { stanceClassOf } from '../../english/opposites.js'
import { verbStance } from '../../english/telling-verbs.js'
import type { Predicate } from './predicates.js'
import { subjectPhrase } from './party.js'

export type StanceOn = { readonly stance: PartyPosition['stance']; readonly issue: Span }

/** Verbs of WordNet's classes that say so only with another word behind them. */
const needs: ReadonlyMap<string, RegExp> = new Map([
  ['press', /^(?:for|to)$/u],
  ['insist', /^(?:on|upon)$/u],
  ['declin', /^(?:to|the|an?|its|their|his|her|any)$/u],
  ['deni', /^(?!to$)/u],
])
/** They tell a lack, a feeling or a difference. */
const noPosition = new Set(['need', 'necessit', 'desir', 'differ', 'second', 'sanction', 'neg', 'exhort'])
const advice = /^(?:should|ought|must|might|may)$/u
const possible = /^(?:could|can)$/u
/** "Has not yet approved": what is to come is no refusal. */
const pending = /\b(?:yet|so far|until now)\b/iu
const openness = /\bopen\b/u
const callsFor = /^(?:for|on|upon)$/u

export function stanceOn(predicate: Predicate): StanceOn | null {
  const stance = stanceOf(predicate)
  const issue = stance && issueOf(predicate)
  return stance && issue && issue.end > issue.start ? { stance, issue } : null
}

function stanceOf(predicate: Predicate): PartyPosition['stance'] | null {
  const { verb, negated, modal, tags, index, view, at } = predicate
  if (predicate.claim === null && !isStanceCue(predicate)) return null
  const next = tags[index + 1]?.lower ?? ''
  // "Opposes calls for …", "despite calls for …": the noun.
  const isNoun = ['VERB', 'ADP', 'DET', 'ADJ', 'SCONJ'].includes(tags[index - 1]?.pos ?? '')
  const demand = verb === 'call' && callsFor.test(next) && !isNoun
  const stance = demand ? 'demands' : predicate.stance
  if (stance === null || noPosition.has(verb) || needs.get(verb)?.test(next) === false) return null
  if (modal !== null && advice.test(modal)) return null
  if (refusals.has(stem(tags[index]?.lemma ?? '')) && isTelling(predicate)) return null
  if (verb === 'want' && (modal !== null || isWish(predicate))) return null
  const maybe = modal !== null && possible.test(modal)
  if (openness.test(view.text.slice(at.start, at.end))) return negated ? 'rejects' : 'leaves-open'
  switch (stance) {
    case 'demands':
      return negated || maybe ? null : 'demands'
    case 'rejects':
      if (maybe) return null
      return negated ? 'leaves-open' : 'rejects'
    case 'accepts':
    case 'agrees':
      if (negated && pending.test(view.text.slice(predicate.span.start, predicate.span.end)))
        return 'leaves-open'
      if (negated || modal === 'cannot') return 'rejects'
      return maybe ? 'leaves-open' : stance
  }
}

/** Verbs of telling that stand against what they introduce, beside WordNet's. */
const against = new Set(['disput', 'refut', 'rebut', 'dismiss', 'object'].map(stem))

/** "conceded that …", "denied …" tell what is so, and no position on it; "to dismiss", "by backing" no act. */
function isStanceCue({ quote, tags, index }: Predicate): boolean {
  const verb = stem(quote?.cueLemma?.split(' ')[0] ?? '')
  const before = tags.slice(Math.max(0, index - 2), index)
  const infinitive = before.some(({ lower }) => lower === 'to')
  const participle = (tags[index]?.lower ?? '').endsWith('ing') && !before.some(({ lemma }) => lemma === 'be')
  if (infinitive || participle || verb === denial) return false
  return stanceClassOf(verb) !== undefined || against.has(verb)
}

const denial = stem('deny')

const refusals = new Set(['refus', 'declin'])

/** "want to hear", "wants to be": a wish for oneself. */
function isWish({ tags, index }: Predicate): boolean {
  const [to, verb] = tags.slice(index + 1)
  return to?.lower === 'to' && /^(?:be|hear|see|know|learn|become|have|get|go)$/u.test(verb?.lemma ?? '')
}

/** "declined to comment", "refused to say": no position on anything. */
function isTelling({ tags, index }: Predicate): boolean {
  const behind = tags.slice(index + 1, index + 5)
  const to = behind.findIndex(({ lower }) => lower === 'to')
  const verb = behind[to + 1]?.lemma ?? ''
  return (
    verbStance(verb) !== null ||
    /^(?:comment|answer|respond|discuss|elaborate|speak|talk|give|be)$/u.test(verb)
  )
}

function issueOf({ claim, quote, at, span, tags, index, subject }: Predicate): Span | null {
  if (claim === null) {
    const first = quote?.content[0]
    const last = quote?.content.at(-1)
    return first && last ? { start: first.start, end: last.end } : null
  }
  const behind = { start: at.end, end: span.end }
  const relative = tags.findLastIndex(
    ({ lower }, place) => place < index && /^(?:which|that|whom)$/u.test(lower),
  )
  // "monitors, which Moscow rejects": the stance is on what stands before the relative word.
  if (
    relative >= 0 &&
    subjectPhrase(tags, index)?.[0] === tags[relative + 1] &&
    !hasObject(tags[index + 1])
  ) {
    const verb = tags.slice(0, relative).findLast(({ pos }) => pos === 'VERB' || pos === 'AUX')
    const end = tags[relative]?.start ?? 0
    return relative > 0 ? { start: verb?.end ?? span.start, end } : null
  }
  const passive =
    subject.unsaid || tags.slice(Math.max(0, index - 3), index).some(({ lemma }) => lemma === 'be')
  if (!passive) return behind
  const [first] = tags
  const last = tags.slice(0, index).findLast(({ pos }) => pos !== 'AUX' && pos !== 'ADV' && pos !== 'PART')
  return subjectPhrase(tags, index) && first && last ? { start: first.start, end: last.end } : null
}

/** A noun phrase, or a clause of its own, stands behind the verb. */
const hasObject = (next: TaggedWord | undefined): boolean =>
  next !== undefined && ['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'PART', 'SCONJ'].includes(next.pos)
