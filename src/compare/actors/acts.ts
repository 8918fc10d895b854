/** What a sentence has an actor do, and what it has done to it. */
import type { Tree } from '../../english/parse/tree.js'
import type { Argument, Proposition, Word } from '../../english/propositions/proposition.js'
import { readingOf } from '../../english/reading.js'
import { speechVerbs } from '../../english/telling-verbs.js'
import type { ActorAct } from '../../model/actor.js'
import type { ArticleView } from '../../likeness/view.js'
import { isMeant, type Reference } from './references.js'

export type Act = Omit<ActorAct, 'voice'> & {
  /** Base form of the predicate alone, and where it stands. */
  readonly predicate: Word
}

export function actsOf(reference: Reference): readonly Act[] {
  const { view, sentence, tree } = reference
  return readingOf(view.article)
    .propositions(sentence)
    .filter(({ predicate }) => predicate.kind === 'verb' && !isNoAct(predicate))
    .flatMap((proposition) => {
      const ours = proposition.arguments.find((one) => isMeant(reference, one))
      const direction = ours?.role === 'subject' ? 'does' : isAffected(ours) ? 'undergoes' : null
      return direction === null ? [] : [act(view, tree, proposition, direction)]
    })
}

function isNoAct({ lemma }: Word): boolean {
  return lemma === 'be' || speechVerbs.has(lemma)
}

function isAffected(argument: Argument | undefined): boolean {
  return argument?.role === 'object' || argument?.role === 'recipient'
}

function act(view: ArticleView, tree: Tree, proposition: Proposition, direction: ActorAct['direction']): Act {
  const { predicate, arguments: around, isPassive, isNegated, start, end } = proposition
  const sought = direction === 'does' ? ['object', 'recipient'] : ['subject']
  const other = around.find(({ role }) => sought.includes(role))
  return {
    verb: verbOf(tree, proposition),
    predicate: { start: predicate.start, end: predicate.end, lemma: predicate.lemma.toLowerCase() },
    direction,
    passive: isPassive,
    negated: isNegated,
    other: other ? view.text.slice(other.start, other.end).replace(/\s+/gu, ' ') : null,
    start,
    end,
  }
}

const particles = new Set('away back out off down up over apart aside forward through in on'.split(' '))

/** "refuse to sign", "walk away": base forms, the verbs that govern the last one before it. */
function verbOf(tree: Tree, { predicate, particle, governors }: Proposition): string {
  const next = tree.nodes.find(({ start }) => start >= predicate.end)
  const adverb = next?.label === 'advmod' && particles.has(next.lower) ? next.lower : ''
  const last = [predicate.lemma, particle?.lemma ?? adverb].filter((word) => word !== '').join(' ')
  return [...governors.map(({ lemma }) => lemma), last].join(' to ').toLowerCase()
}
