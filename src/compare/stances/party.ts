/**
 * Who takes a position: the parties that a clause has as its subject.
 *
 * In:    a predicate. Out: each party as the report names it, with the place of its words; none where the subject is no
 *        person, body or country, stands for some of them alone, or is a pronoun that nothing resolves. "We" and "I" are
 *        the speaker of the quotation.
 */
import type { Span } from '../../model/span.js'
import type { Node, Tree } from '../../english/parse/tree.js'
import { isTime } from '../../english/propositions/arguments.js'
import type { Argument } from '../../english/propositions/proposition.js'
import { overlap } from '../../text/spans.js'
import { isPersonNoun, kindsOf } from '../../english/nouns.js'
import { nodeAt, within, type Predicate } from './predicates.js'

export type Party = { readonly name: string; readonly span: Span | null }

const ourselves: ReadonlySet<string> = new Set(['we', 'i', 'us'])

export function partiesOf(predicate: Predicate): readonly Party[] {
  const { quote, claim, subject } = predicate
  if (subject.some) return []
  // A cue's subject is the attribution's source, which annotate has resolved.
  if (claim === null && quote?.speaker) return [{ name: quote.speaker.name, span: quote.source[0] ?? null }]
  return subject.parts.flatMap((part) => partyIn(predicate, part) ?? [])
}

function partyIn(predicate: Predicate, part: Argument): Party | null {
  const { tree, quote } = predicate
  const head = nodeAt(tree, part.head)
  if (!head || isNone(predicate, head)) return null
  if (head.pos !== 'PRON') return named(predicate, part, head)
  const isSpeaker = ourselves.has(head.lower) || quote?.source.some((span) => overlap(span, head) > 0)
  return quote?.speaker && isSpeaker === true ? { name: quote.speaker.name, span: null } : null
}

/** "No party accepted", "neither side". */
function isNone({ tree, proposition }: Predicate, head: Node): boolean {
  return proposition.negations.some(({ cue }) =>
    tree.by(head, 'det').some(({ start }) => start === cue.start),
  )
}

function named({ view, tree }: Predicate, part: Argument, head: Node): Party | null {
  if (isTime(tree, head)) return null
  const first = within(tree, part).find(({ pos }) => pos !== 'DET' && pos !== 'PUNCT') ?? head
  const name = { start: head.start, end: endOfName(tree, head) }
  const span = { start: Math.min(first.start, head.start), end: name.end }
  const entity = view.article.entities.find(
    ({ kind, mentions }) => kind !== 'other' && mentions.some((mention) => overlap(mention, name) > 0),
  )
  if (entity) return { name: entity.name, span }
  const isParty = head.pos === 'PROPN' || isActor(head.lemma)
  return isParty ? { name: view.text.slice(span.start, span.end), span } : null
}

/** The last of the capitalised words that stand together from the head on. */
function endOfName(tree: Tree, head: Node): number {
  let last = head
  for (let next = tree.nodes[last.index + 1]; next?.pos === 'PROPN'; next = tree.nodes[last.index + 1])
    last = next
  return last.end
}

/** A word for people or a body of people. */
function isActor(lemma: string): boolean {
  return isPersonNoun(lemma) || kindsOf(lemma)[0] === 'group'
}
