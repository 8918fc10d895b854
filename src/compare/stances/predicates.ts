/**
 * Predicates: what a clause tells with its direction, who does it, and what it is done to; what oppositions and positions
 * are read from.
 *
 * In:    an article view: its claims and the cues of attributions that take a side on what they introduce.
 * Out:   Predicates in text order: one for each finite verb (or adjective with a form of `be`) of a claim, and one for each
 *        verb over it that takes a side ("refused to sign", "agreed to leave").
 * Method: the propositions of the parsed sentence (english/propositions/).
 * Never: takes what is only asked, wished, feared or said under a condition for something that is so.
 */
import type { Claim, Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { isFinite } from '../../english/finite-clause.js'
import { negationsAndDenials } from '../../english/negation.js'
import { stanceClassOf, stanceOfPhrase, type StanceClass } from '../../english/opposites.js'
import { conditions, pending, wishes } from '../../english/conditions.js'
import type { Node, Tree } from '../../english/parse/tree.js'
import { denials } from '../../english/propositions/negations.js'
import type { Argument, Proposition, Word } from '../../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { isQuantifier } from '../../english/function-words.js'
import { contains, hull, overlap } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { normalizeWord } from '../../text/tokens.js'
import { blockKindAt, sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { termOf, type Term } from '../../likeness/terms.js'

export type Predicate = {
  readonly view: ArticleView
  /** The clause, as evidence. */
  readonly span: Span
  readonly claim: Claim | null
  readonly quote: Quote | null
  readonly tree: Tree
  readonly proposition: Proposition
  /** The word that is read: the proposition's own, or a verb over it. */
  readonly word: Word
  /** Its stem; `accept`, `reject`, `agree` for phrases of that sense. */
  readonly verb: string
  readonly stance: StanceClass | null
  /** By a word before it, or since somebody denies it. */
  readonly negated: boolean
  /** The modal verb with it, in lower case, or null. */
  readonly modal: string | null
  /** A verb over another: "refused" of "refused to pay". */
  readonly governs: boolean
  /** The clause holds a negation or a denial anywhere. */
  readonly clouded: boolean
  /** Where the word stands, with its negation. */
  readonly at: Span
  readonly subject: Subject
  /** Content words of the clause without the word. */
  readonly about: readonly Term[]
  /** Those of what it is done to. */
  readonly object: ReadonlySet<Term>
}

export type Subject = {
  readonly parts: readonly Argument[]
  /** Stems of the names in it; empty for pronouns and common nouns. */
  readonly names: ReadonlySet<string>
  /** A passive that does not say who did it. */
  readonly unsaid: boolean
  /** "some", "30 of", "a majority": no statement about all of them. */
  readonly some: boolean
}

/** The predicates of an article; worked out once. */
export const predicatesOf = once((view: ArticleView): readonly Predicate[] => [
  ...view.article.claims.flatMap((claim) => inClaim(view, claim)),
  ...view.article.quotes.flatMap((quote) => ofCue(view, quote)),
])

function inClaim(view: ArticleView, claim: Claim): readonly Predicate[] {
  const sentence = view.sentences[sentenceIndex(view, claim)]
  if (!sentence || isTooLong(sentence) || isTitle(view, claim) || view.text.charAt(claim.end - 1) === '?')
    return []
  const quote = claim.quote === null ? null : (view.quotes.get(claim.quote) ?? null)
  const cue = quote?.cueLemma?.split(' ')[0] ?? ''
  if (wishes.has(cue) || isNounCue(view, quote)) return []
  const tree = readingOf(view.article).tree(sentence)
  const context = { view, claim, quote, tree, span: claim }
  return readingOf(view.article)
    .within(sentence, claim)
    .filter(
      (proposition) =>
        isTold(tree, proposition) && proposition.governors.every((word) => contains(claim, word)),
    )
    .flatMap((proposition) => {
      const own = predicate(context, proposition, proposition.predicate)
      const over = proposition.governors.filter(({ lemma }) => stanceClassOf(stem(lemma)) !== undefined)
      const isWished = proposition.governors.some(({ lemma }) => wishes.has(lemma))
      // "More than a pause", "no mere pause": what somebody or something is has shades, and no two sides.
      const isAct = proposition.predicate.kind === 'verb' || own.stance !== null
      return [
        ...over.map((word) => predicate(context, proposition, word)),
        ...(isWished || !isAct ? [] : [own]),
      ]
    })
}

/** Subheads abridge; the body says it in full. Headlines do too, and are held against headlines alone. */
function isTitle(view: ArticleView, { start }: Claim): boolean {
  return blockKindAt(view, start) === 'subhead'
}

/** "Rejected claims that he had paid": what a claim, a charge or a report says is told as nobody's side. */
function isNounCue(view: ArticleView, quote: Quote | null): boolean {
  const cue = quote?.cue.at(-1)
  const sentence = cue && view.sentences[sentenceIndex(view, cue)]
  if (!sentence || isTooLong(sentence)) return false
  return (
    readingOf(view.article)
      .tree(sentence)
      .nodes.findLast(({ end }) => end <= cue.end)?.pos === 'NOUN'
  )
}

/** A finite clause that is no condition, and that nobody is said to wish or doubt. */
function isTold(tree: Tree, proposition: Proposition): boolean {
  const { predicate, credit } = proposition
  if (!isFinite(tree, proposition) || wishes.has(credit?.cue.lemma ?? '')) return false
  if (proposition.conditions.some(({ isOwn, start }) => isOwn || start < predicate.start)) return false
  const top = nodeAt(tree, proposition.governors[0] ?? predicate)
  return !top || !tree.by(top, 'mark').some(({ lower }) => conditions.has(lower) || pending.has(lower))
}

type Place = Pick<Predicate, 'view' | 'span' | 'claim' | 'quote' | 'tree'>

function predicate(place: Place, proposition: Proposition, word: Word): Predicate {
  const { view, span, tree, quote, claim } = place
  const governs = word.start !== proposition.predicate.start
  const phrase = governs ? undefined : stanceOfPhrase(tree, word)
  const verb = phrase === undefined ? stem(normalizeWord(word.lemma)) : verbsOf[phrase]
  const cues = negationsOn(proposition, word)
  // "Denied that it had paid" tells that it had not; a verb of denying over the clause counts once.
  const isDenied = claim !== null && isDenial(quote, word) && !cues.some(({ isAbove }) => isAbove)
  const at = hull([word, ...cues.map(({ cue }) => cue).filter((cue) => cue.end <= word.start)]) ?? word
  return {
    ...place,
    proposition,
    word,
    verb,
    stance: phrase ?? stanceClassOf(verb) ?? null,
    negated: (cues.length % 2 === 1) !== isDenied,
    modal: modalOf(view, proposition),
    governs,
    clouded: within(tree, span).some(({ lower }) => negationsAndDenials.has(lower)),
    at,
    subject: subjectOf(tree, proposition),
    about: aboutOf(view, span, at),
    object: termsOf(view, doneTo(proposition, word, span)),
  }
}

function modalOf({ text }: ArticleView, { modals }: Proposition): string | null {
  const last = modals.at(-1)
  return last ? text.slice(last.start, last.end).toLowerCase() : null
}

const verbsOf: Readonly<Record<StanceClass, string>> = {
  accepts: 'accept',
  agrees: 'agree',
  demands: 'demand',
  rejects: 'reject',
}

/** What denies a word: of a verb over others what stands before it. */
function negationsOn({ negations: all, predicate }: Proposition, word: Word): Proposition['negations'] {
  return word.start === predicate.start ? all : all.filter(({ cue }) => cue.end <= word.start)
}

function isDenial(quote: Quote | null, word: Word): boolean {
  return (
    quote !== null && denials.has(quote.cueLemma ?? '') && !quote.cue.some((cue) => overlap(cue, word) > 0)
  )
}

/** What stands before the word and is acted on: a passive's subject, the noun of a relative clause. */
export function actedOnBefore({ arguments: all }: Proposition, word: Word): readonly Argument[] {
  return all.filter(({ role, shared, end }) => role === 'object' && (shared === true || end <= word.start))
}

/** What it is done to: that, or all that stands behind the word. */
function doneTo(proposition: Proposition, word: Word, span: Span): readonly Span[] {
  const before = word.start === proposition.predicate.start ? actedOnBefore(proposition, word) : []
  return before.length > 0 ? before : [{ start: word.end, end: span.end }]
}

function termsOf(view: ArticleView, spans: readonly Span[]): ReadonlySet<Term> {
  return new Set(
    spans.flatMap((span) =>
      wordsIn(view, span)
        .filter(({ key }) => key !== '')
        .map(termOf),
    ),
  )
}

function subjectOf(tree: Tree, { arguments: all, isPassive }: Proposition): Subject {
  const parts = all.filter(({ role }) => role === 'subject')
  const nodes = parts.flatMap((part) => within(tree, part))
  return {
    parts,
    names: new Set(nodes.filter(({ pos }) => pos === 'PROPN').map(({ lower }) => stem(normalizeWord(lower)))),
    unsaid: isPassive && parts.length === 0,
    some: nodes.some(({ lower }) => isQuantifier(lower)),
  }
}

/** The content words of the clause, and where these are few, those of its sentence for less. */
function aboutOf(view: ArticleView, clause: Span, word: Span): readonly Term[] {
  const terms = new Map<string, Term>()
  const add = (span: Span, factor: number): void => {
    for (const one of wordsIn(view, span)) {
      if (one.key === '' || overlap(one, word) > 0) continue
      const term = termOf(one)
      const weight = term.weight * factor
      if ((terms.get(term.key)?.weight ?? 0) < weight) terms.set(term.key, { ...term, weight })
    }
  }
  add(clause, 1)
  const sentence = view.sentences[sentenceIndex(view, clause)]
  if (sentence && terms.size < fewWords) add(sentence, restOfSentence)
  return [...terms.values()]
}

const fewWords = 4
const restOfSentence = 0.4

/** "accepted the charge that …", "denies that …": the cue takes a side on the content. */
function ofCue(view: ArticleView, quote: Quote): readonly Predicate[] {
  const [cue] = quote.cue
  const span = hull([...quote.source, ...quote.cue, ...quote.content])
  const sentence = cue && view.sentences[sentenceIndex(view, cue)]
  if (
    !sentence ||
    !span ||
    isTooLong(sentence) ||
    quote.content.length === 0 ||
    span.end - span.start > longest
  )
    return []
  const stance = stanceOfCue(quote)
  const tree = readingOf(view.article).tree(sentence)
  const proposition = readingOf(view.article)
    .propositions(sentence)
    .find(({ predicate: word, governors }) => [word, ...governors].some((one) => overlap(one, cue) > 0))
  if (stance === null || !proposition || !isTold(tree, proposition)) return []
  const word = [...proposition.governors, proposition.predicate].find((one) => overlap(one, cue) > 0)
  if (!word) return []
  const read = predicate({ view, span, claim: null, quote, tree }, proposition, word)
  const verb = stance === 'demands' ? read.verb : verbsOf[stance]
  return [{ ...read, verb, stance, object: termsOf(view, quote.content), at: { ...read.at, end: cue.end } }]
}

function stanceOfCue({ cueLemma, stance }: Quote): StanceClass | null {
  const own = cueLemma === null ? undefined : stanceClassOf(stem(cueLemma.split(/\s/u)[0] ?? ''))
  return own ?? (stance === 'denying' ? 'rejects' : stance === 'conceding' ? 'accepts' : null)
}

/** Characters: longer stretches are no clause. */
const longest = 400

export function nodeAt(tree: Tree, { start }: Span): Node | undefined {
  return tree.nodes.find((node) => node.start === start)
}

export function within(tree: Tree, span: Span): readonly Node[] {
  return tree.nodes.filter((node) => node.start >= span.start && node.end <= span.end)
}
