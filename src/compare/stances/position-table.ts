/**
 * The position table: what each report has a party demand, reject, accept, agree to or leave open. Predicates that take a
 * stance (WordNet's verbs, phrases as "rule out") with their negation and modal verb; the parties are the subject, the
 * issue what the stance is on. Without either there is no row.
 */
import type { PartyPosition } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys, compareCodeUnits } from '../../text/order.js'
import { presentCells } from '../../likeness/columns.js'
import { inHeadline, wordsIn } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { predicatesOf, type Predicate, nodeAt, within, actedOnBefore } from './predicates.js'
import { type Node, type Tree, spanOf } from '../../english/parse/tree.js'
import { isTime } from '../../english/propositions/arguments.js'
import type { Argument } from '../../english/propositions/proposition.js'
import { overlap, hull } from '../../text/spans.js'
import { isPersonNoun, kindsOf } from '../../english/nouns.js'
import { soFar } from '../../english/conditions.js'
import { isFiniteVerb } from '../../english/finite-clause.js'
import { isNoComment } from '../../english/no-comment.js'
import { againstWhatIsTold, stanceClassOf, takesNoSide } from '../../english/opposites.js'
import { verbStance } from '../../english/telling-verbs.js'
import { stem } from '../../text/stem.js'

export function positionTable(context: Context): readonly PartyPosition[] {
  const columns = new Map<string, string>()
  for (const column of context.alignment.claims) {
    for (const [, cell] of presentCells(column))
      for (const { ref } of cell.mentions) columns.set(ref, column.id)
  }
  return context.views
    .flatMap((view) => {
      const found = predicatesOf(view)
        .filter(({ span }) => !inHeadline(view, span.start))
        .flatMap((predicate) => rowsOf(predicate, columns))
      return found.filter((row, at) => !found.slice(0, at).some((other) => isSame(other, row)))
    })
    .map(({ position }) => position)
    .sort(
      byKeys(
        (row) => row.party,
        (row) => row.issue,
        (row) => row.article,
        (row) => row.start,
      ),
    )
}

/** `at`: the verb with its negation. */
type Row = { readonly position: PartyPosition; readonly at: Span }

function rowsOf(predicate: Predicate, columns: ReadonlyMap<string, string>): readonly Row[] {
  const { view, claim, quote, span } = predicate
  const on = stanceOn(predicate)
  if (!on) return []
  const words = wordsIn(view, on.issue)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || words.every(({ key }) => key === '')) return []
  const issue = view.text.slice(first.start, last.end).replace(/\s/gu, ' ')
  const own = claim ? [claim] : view.article.claims.filter((item) => item.quote === quote?.id)
  const column = own.flatMap(({ id }) => columns.get(id) ?? []).sort(compareCodeUnits)[0]
  return partiesOf(predicate).map(({ name }) => ({
    at: predicate.at,
    position: {
      party: name,
      issue,
      stance: on.stance,
      article: view.id,
      column: column ?? null,
      source: quote?.speaker?.name ?? null,
      voice: claim?.voice ?? 'attributed',
      start: span.start,
      end: span.end,
    },
  }))
}

/** One verb read twice: as a clause, and as the cue of what it introduces. */
function isSame(one: Row, other: Row): boolean {
  if (one.position.party !== other.position.party) return false
  return one.at.start < other.at.end && other.at.start < one.at.end
}

type Party = { readonly name: string; readonly span: Span | null }

const ourselves: ReadonlySet<string> = new Set(['we', 'i', 'us'])

function partiesOf(predicate: Predicate): readonly Party[] {
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

type StanceOn = { readonly stance: PartyPosition['stance']; readonly issue: Span }

function stanceOn(predicate: Predicate): StanceOn | null {
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
