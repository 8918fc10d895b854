/**
 * The position table: what each report has a party demand, reject, accept, agree to or leave open.
 *
 * In:    the Context: claims, and the cues of attributions that take a side on what they introduce ("accepted the charge that …").
 * Out:   a row for each predicate that takes a stance (WordNet's verbs, phrases as "rule out"), read with its negation and modal
 *        verb; the parties are the subject, the issue what the stance is on. Without either there is no row.
 * Never: takes what is only asked, wished, feared or said under a condition for something that is so.
 */
import type { PartyPosition } from '../model/comparison.js'
import type { Claim, Quote } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { byKeys, compareCodeUnits } from '../text/order.js'
import { presentCells } from '../likeness/columns.js'
import { blockKindAt, inHeadline, sentenceIndex, wordsIn, type ArticleView } from '../likeness/view.js'
import type { Context } from './context.js'
import { type Node, type Tree, spanOf } from '../english/parse/tree.js'
import { isTime } from '../english/propositions/arguments.js'
import { denials } from '../english/propositions/negations.js'
import type { Argument, Proposition, Word } from '../english/propositions/proposition.js'
import { contains, hull, overlap } from '../text/spans.js'
import { isPersonNoun, kindsOf } from '../english/nouns.js'
import { conditions, pending, soFar, wishes } from '../english/conditions.js'
import { isFinite, isFiniteVerb } from '../english/finite-clause.js'
import { isQuantifier } from '../english/function-words.js'
import { isNoComment } from '../english/no-comment.js'
import { againstWhatIsTold, stanceClassOf, stanceOfPhrase, type StanceClass } from '../english/opposites.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { verbStance } from '../english/telling-verbs.js'
import { stem } from '../text/stem.js'
import { normalizeWord } from '../text/tokens.js'

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
  const { quote, claim, tree, proposition } = predicate
  const subject = proposition.arguments.filter(({ role }) => role === 'subject')
  // "Some", "30 of", "a majority": no position of all of them.
  if (subject.some((part) => within(tree, part).some(({ lower }) => isQuantifier(lower)))) return []
  // A cue's subject is the attribution's source, which annotate has resolved.
  if (claim === null && quote?.speaker) return [{ name: quote.speaker.name, span: quote.source[0] ?? null }]
  return subject.flatMap((part) => partyIn(predicate, part) ?? [])
}

function partyIn(predicate: Predicate, part: Argument): Party | null {
  const { tree, quote } = predicate
  const head = tree.at(part.head)
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
  if (modal !== null && advice.has(modal)) return null
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
  const before = proposition.arguments.find(
    ({ role, shared, end }) => role === 'object' && (shared === true || end <= word.start),
  )
  if (before && !governs) return { start: before.start, end: before.end }
  const start = Math.max(word.end, proposition.particle?.end ?? 0)
  return { start, end: Math.min(span.end, ...sideClauses(predicate)) }
}

/** Where clauses begin that say why or when: "because we need …". */
function sideClauses({ tree, word }: Predicate): readonly number[] {
  const node = tree.at(word)
  return (node ? tree.by(node, 'advcl') : [])
    .filter((clause) => clause.start > word.end && isFiniteVerb(tree, clause))
    .map((clause) => spanOf(tree.under(clause)).start)
}

// ---- predicates

type Predicate = {
  readonly view: ArticleView
  /** The clause, as evidence. */
  readonly span: Span
  readonly claim: Claim | null
  readonly quote: Quote | null
  readonly tree: Tree
  readonly proposition: Proposition
  /** The word that is read: the proposition's own, or a verb over it ("refused" of "refused to pay"). */
  readonly word: Word
  readonly stance: StanceClass
  /** By a word before it, or since somebody denies it. */
  readonly negated: boolean
  /** The modal verb with it, in lower case, or null. */
  readonly modal: string | null
  readonly governs: boolean
  /** Where the word stands, with its negation. */
  readonly at: Span
}

type Place = Pick<Predicate, 'view' | 'span' | 'claim' | 'quote' | 'tree'>

function predicatesOf(view: ArticleView): readonly Predicate[] {
  return [
    ...view.article.claims.flatMap((claim) => inClaim(view, claim)),
    ...view.article.quotes.flatMap((quote) => ofCue(view, quote)),
  ]
}

function inClaim(view: ArticleView, claim: Claim): readonly Predicate[] {
  const sentence = view.sentences[sentenceIndex(view, claim)]
  const isTitle = blockKindAt(view, claim.start) === 'subhead'
  if (!sentence || isTooLong(sentence) || isTitle || view.text.charAt(claim.end - 1) === '?') return []
  const quote = claim.quote === null ? null : (view.quotes.get(claim.quote) ?? null)
  if (wishes.has(quote?.cueLemma?.split(' ')[0] ?? '')) return []
  const tree = readingOf(view.article).tree(sentence)
  return readingOf(view.article)
    .within(sentence, claim)
    .filter(
      (proposition) =>
        isTold(tree, proposition) && proposition.governors.every((word) => contains(claim, word)),
    )
    .flatMap((proposition) => {
      const { governors, predicate: own } = proposition
      const words = governors.some(({ lemma }) => wishes.has(lemma)) ? governors : [...governors, own]
      return words.flatMap(
        (word) => predicate({ view, claim, quote, tree, span: claim }, proposition, word) ?? [],
      )
    })
}

/** A finite clause that is no condition, and that nobody is said to wish or doubt. */
function isTold(tree: Tree, proposition: Proposition): boolean {
  const { predicate: own, credit } = proposition
  if (!isFinite(tree, proposition) || wishes.has(credit?.cue.lemma ?? '')) return false
  if (proposition.conditions.some(({ isOwn, start }) => isOwn || start < own.start)) return false
  const top = tree.at(proposition.governors[0] ?? own)
  return !top || !tree.by(top, 'mark').some(({ lower }) => conditions.has(lower) || pending.has(lower))
}

/** Null for a word that takes no stance. */
function predicate(
  place: Place,
  proposition: Proposition,
  word: Word,
  given?: StanceClass,
): Predicate | null {
  const { view, tree, quote, claim } = place
  const governs = word.start !== proposition.predicate.start
  const phrase = given ?? (governs ? undefined : stanceOfPhrase(tree, word))
  const stance = phrase ?? stanceClassOf(stem(normalizeWord(word.lemma)))
  if (stance === undefined) return null
  // Of a verb over others what stands before it.
  const cues = proposition.negations.filter(({ cue }) => !governs || cue.end <= word.start)
  // "Denied that it had paid" tells that it had not; a verb of denying over the clause counts once.
  const isDenied =
    claim !== null &&
    denials.has(quote?.cueLemma ?? '') &&
    !quote?.cue.some((cue) => overlap(cue, word) > 0) &&
    !cues.some(({ isAbove }) => isAbove)
  const at = hull([word, ...cues.map(({ cue }) => cue).filter((cue) => cue.end <= word.start)]) ?? word
  const modal = proposition.modals.at(-1)
  return {
    ...place,
    proposition,
    word,
    stance,
    negated: (cues.length % 2 === 1) !== isDenied,
    modal: modal ? view.text.slice(modal.start, modal.end).toLowerCase() : null,
    governs,
    at,
  }
}

/** Characters: longer stretches are no clause. */
const longest = 400

/** "accepted the charge that …", "denies that …": the cue takes a side on the content. */
function ofCue(view: ArticleView, quote: Quote): readonly Predicate[] {
  const [cue] = quote.cue
  const span = hull([...quote.source, ...quote.cue, ...quote.content])
  const sentence = cue && view.sentences[sentenceIndex(view, cue)]
  const stance = stanceOfCue(quote)
  if (!sentence || !span || isTooLong(sentence) || stance === null) return []
  if (quote.content.length === 0 || span.end - span.start > longest) return []
  const tree = readingOf(view.article).tree(sentence)
  const words = ({ governors, predicate: own }: Proposition): readonly Word[] => [...governors, own]
  const isCue = (word: Word): boolean => overlap(word, cue) > 0
  const proposition = readingOf(view.article)
    .propositions(sentence)
    .find((one) => words(one).some(isCue))
  const word = proposition && words(proposition).find(isCue)
  if (!word || !isTold(tree, proposition)) return []
  const read = predicate({ view, span, claim: null, quote, tree }, proposition, word, stance)
  return read ? [{ ...read, at: { ...read.at, end: cue.end } }] : []
}

function stanceOfCue({ cueLemma, stance }: Quote): StanceClass | null {
  const own = stanceClassOf(stem(cueLemma?.split(/\s/u)[0] ?? ''))
  return own ?? (stance === 'denying' ? 'rejects' : stance === 'conceding' ? 'accepts' : null)
}

function within(tree: Tree, span: Span): readonly Node[] {
  return tree.nodes.filter((node) => node.start >= span.start && node.end <= span.end)
}
