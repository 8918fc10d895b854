/**
 * Statements that point opposite ways: `conflict` of type `polarity` ("agreed" and "did not agree", "rejects" and "did
 * not rule out").
 *
 * Two clauses have one verb, negated in one alone, or opposite verbs (WordNet's antonyms; accepting against rejecting),
 * stand in one row, are about the same thing, and have no two different names as subject. What one report tells both ways is
 * left out, and what can hold all the same (two days). A headline is held against headlines alone.
 */
import type { Column } from '../../model/alignment.js'
import type { Evidence, Position } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { quantise } from '../../text/quantise.js'
import { presentCells } from '../../likeness/columns.js'
import { inHeadline, type ArticleView, wordsIn, sentenceIndex } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { share } from '../../likeness/soft-cover.js'
import { deniesInfinitive } from '../../english/propositions/negations.js'
import { oppositesOf, type StanceClass } from '../../english/opposites.js'
import { isSurelyLinked } from '../left-out/rows.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { wordPairs, type WordPairs } from '../word-pairs.js'
import { grouped } from '../../text/grouped.js'
import { once } from '../../text/once.js'
import { predicatesOf, type Predicate } from '../stances/predicates.js'
import { relateSpeakers } from '../../english/speakers.js'
import { speechVerbs, stanceOf } from '../../english/telling-verbs.js'
import type { Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { contains } from '../../text/spans.js'

export const polarity: Lens = {
  name: 'polarity',
  asks: () => ({
    'conflict polarity': [
      'Two clauses take opposite sides of one verb family after negation, and are about one matter.',
      `A row links them, and they have ${printed(leastShare)} of their matter in common.`,
      'Nothing by which both can hold: two days.',
    ],
  }),
  find: (context) => opposedIn(context).drafts,
}

/** Least share of common matter for two clauses to be about one thing. */
const leastShare = 0.3
/** From so many independent texts on a side is no reading of one clause. */
const severalTexts = 3

/** Modal verbs that leave nothing open. */
const surely: ReadonlySet<string> = new Set(['will', 'wo', 'shall', 'must'])

/** What is told as so, in clauses or in the cue over what a claim tells; that somebody told it takes no side. */
const toldIn = once((view: ArticleView): readonly Predicate[] =>
  predicatesOf(view).filter(
    ({ claim, stance, modal, governs, word }) =>
      !(governs && deniesInfinitive(word.lemma)) &&
      !(stance === null && isMereTelling(word.lemma)) &&
      (modal === null || surely.has(modal)) &&
      (claim !== null || stance !== 'demands'),
  ),
)

/** "Told lawmakers", "did not say": of two such no reader could tell what is opposed. */
const isMereTelling = (lemma: string): boolean => speechVerbs.has(lemma) && stanceOf(lemma) === 'neutral'

/** The same by claim. */
const toldByClaim = once((view: ArticleView) => grouped(toldIn(view), (told) => claimsOf(view, told)))

function statementsIn(context: Context, column: Column): readonly Predicate[] {
  return presentCells(column).flatMap(([id, { mentions }]) => {
    const view = context.view(id)
    const told = view ? mentions.flatMap(({ ref }) => toldByClaim(view).get(ref) ?? []) : []
    return [...new Set(told)]
  })
}

/** The predicate's claim; for a cue the claims of what it introduces. */
function claimsOf(view: ArticleView, { claim, quote }: Predicate): readonly string[] {
  if (claim) return [claim.id]
  return claimsByQuote(view).get(quote?.id ?? '') ?? []
}

const claimsByQuote = once(({ article }: ArticleView): ReadonlyMap<string, readonly string[]> => {
  const byQuote = grouped(article.claims, ({ quote }) => (quote === null ? [] : [quote]))
  return new Map([...byQuote].map(([quote, claims]) => [quote, claims.map(({ id }) => id)]))
})

/** Two statements with matter in common, and how much. */
type Pair = { readonly a: Predicate; readonly b: Predicate; readonly score: number }

/** What the rows hold, and the reports whose statements are too many for all to be held against each other. */
export const opposedIn = once((context: Context) => {
  const { may, passedOver } = wordPairs()
  const drafts = context.alignment.claims.flatMap((column) => look(context, column, may))
  return { drafts, passedOver }
})

/** The two statements of a row that oppose each other most plainly, each with those that agree with it. */
function look(context: Context, column: Column, may: WordPairs['may']): readonly Draft[] {
  const pairs = pairsOf(statementsIn(context, column)).flatMap(([a, b]) =>
    a.view !== b.view && areOfOneFamily(a, b) && may(a.view, b.view, a.about.length, b.about.length)
      ? (pairOf(a, b) ?? [])
      : [],
  )
  const [best] = pairs
    .filter(({ a, b }) => areOpposed(a, b) && !canBothHold(a, b))
    .sort(
      byKeys(
        ({ score }) => -score,
        ({ a }) => key(a),
        ({ b }) => key(b),
      ),
    )
  if (!best) return []
  const agreeing = pairs.filter(({ a, b }) => !areOpposed(a, b))
  const sideOf = (one: Predicate): readonly Predicate[] =>
    [one, ...agreeing.flatMap(({ a, b }) => (a === one ? [b] : b === one ? [a] : []))].sort(byKeys(key))
  const [yes, no] = isPositive(best.a) ? [best.a, best.b] : [best.b, best.a]
  const sides = [sideOf(yes), sideOf(no)] as const
  // One report on both sides: the two clauses are about different things, or it reports a debate.
  const tellsBoth = sides[0].some(({ view }) => sides[1].some((other) => other.view === view))
  return tellsBoth ? [] : [toDraft(context, column, sides, best.score)]
}

/** One verb, two that exclude one another, or both take a side. */
function areOfOneFamily(a: Predicate, b: Predicate): boolean {
  return a.verb === b.verb || bothStances(a, b) || oppositesOf(a.verb).includes(b.verb)
}

const sides: ReadonlySet<StanceClass | null> = new Set<StanceClass | null>(['accepts', 'agrees', 'rejects'])

function bothStances(a: Predicate, b: Predicate): boolean {
  return sides.has(a.stance) && sides.has(b.stance)
}

/** Takes the thing's side: accepts, agrees, does not reject; another verb that is not negated. */
function isPositive({ stance, negated }: Predicate): boolean {
  return (stance === 'rejects') === negated
}

function areOpposed(a: Predicate, b: Predicate): boolean {
  if (bothStances(a, b)) return isPositive(a) !== isPositive(b)
  return a.verb === b.verb ? a.negated !== b.negated : a.negated === b.negated
}

/** Null where two clauses are about two things. */
function pairOf(a: Predicate, b: Predicate): Pair | null {
  if (inHeadline(a.view, a.span.start) !== inHeadline(b.view, b.span.start)) return null
  if (a.subject.some !== b.subject.some || otherSubject(a, b) || otherSpeaker(a, b)) return null
  if (deniesDoer(a, b) || deniesDoer(b, a)) return null
  const score = quantise(share(a.about, b.about))
  if (score < leastShare) return null
  const isDenied = a.verb === b.verb && !bothStances(a, b) && a.negated !== b.negated
  if (isDenied && (a.negated ? b : a).clouded) return null
  return { a, b, score }
}

/** "Ann Lowe did not send the photo" leaves open that "the photo was sent". */
function deniesDoer(denied: Predicate, told: Predicate): boolean {
  const isOneVerb = denied.verb === told.verb && denied.negated && !told.negated
  return isOneVerb && denied.subject.parts.length > 0 && told.subject.unsaid
}

/** Each names somebody before its verb, and nobody is named by both. */
function otherSubject(a: Predicate, b: Predicate): boolean {
  const [one, other] = [a.subject.names, b.subject.names]
  return one.size > 0 && other.size > 0 && ![...one].some((name) => other.has(name))
}

/** Two people may say opposite things; the reports then do not differ. */
function otherSpeaker(a: Predicate, b: Predicate): boolean {
  const [one, other] = [personOf(a), personOf(b)]
  return one !== null && other !== null && relateSpeakers(one, other) === 'different'
}

/** The speaker, where it is a person; a person may speak for a body or a country. */
function personOf(statement: Predicate): string | null {
  const entity = statement.quote?.speaker?.entity
  const kind = statement.view.article.entities.find((item) => item.id === entity)?.kind
  return kind === 'person' ? speakerOf(statement) : null
}

const key = ({ view, span, at }: Predicate): string => `${view.id} ${span.start} ${at.start}`

function toDraft(
  context: Context,
  column: Column,
  sides: readonly [readonly Predicate[], readonly Predicate[]],
  score: number,
): Draft {
  const [yes, no] = sides
  const positions = [positionOf(context, yes, no), positionOf(context, no, yes)]
  const evidence =
    (role: Evidence['role']) =>
    ({ view, span: { start, end } }: Predicate): Evidence => ({ article: view.id, start, end, role })
  return draft(context, {
    kind: 'conflict',
    severity: 'contradiction',
    column: column.id,
    evidence: [...yes.map(evidence('asserts')), ...no.map(evidence('denies'))],
    confidence: Math.min(1, 0.4 + score),
    detail: {
      type: 'polarity',
      grade: 'differ',
      reason: `one side is negated or takes the opposite verb`,
      positions,
    },
    matter: `polarity ${[...yes, ...no].map(key).join(' ')}`,
    // In a row that is not sure the two clauses may be on two things; hardly where several texts tell one side.
    front:
      positions.some(({ texts }) => texts >= severalTexts) ||
      yes.some((one) => no.some((other) => isSurelyLinked(context, one, other))),
  })
}

function positionOf(context: Context, own: readonly Predicate[], others: readonly Predicate[]): Position {
  const articles = [...new Set(own.map(({ view }) => view.id))]
  const [nearest] = [...own].sort(
    byKeys((one) => -Math.max(...others.map((other) => share(one.about, other.about)))),
  )
  return {
    value: nearest ? nearest.view.text.slice(nearest.span.start, nearest.span.end) : '',
    articles,
    texts: context.texts(articles),
    source: own.map(speakerOf).find((source) => source !== null) ?? null,
    voice: own.every(({ quote }) => quote !== null) ? 'attributed' : 'own',
    certainty: own.some(({ claim }) => claim?.hedged) ? 'hedged' : 'plain',
  }
}

function speakerOf({ quote }: Predicate): string | null {
  return quote?.speaker?.name ?? null
}

type Statement = {
  readonly view: ArticleView
  readonly span: Span
  readonly verb: string
  readonly negated: boolean
  readonly quote: Quote | null
}

function canBothHold(a: Statement, b: Statement): boolean {
  return sameWords(a, b) || otherDays(a, b)
}

/** One clause printed twice is read in two ways, and tells one thing; not where somebody denies it behind the clause. */
function sameWords(a: Statement, b: Statement): boolean {
  if (!isWhole(a) || !isWhole(b)) return false
  const [one, other] = [a, b].map(({ view, span }) =>
    wordsIn(view, span)
      .map(({ norm }) => norm)
      .join(' '),
  )
  return one === other
}

/** Whoever is said to tell it is said so inside the clause. */
function isWhole({ span, quote }: Statement): boolean {
  return quote === null || quote.cue.every((cue) => contains(span, cue))
}

/** Days of the clause, else of its sentence; weeks are too coarse to be set against a day. */
function daysOf({ view, span }: Statement): readonly string[] {
  const within = ({ start, end }: Span): readonly string[] =>
    view.article.quantities.flatMap((item) =>
      item.kind === 'date' && item.start >= start && item.end <= end && !item.value.includes('W')
        ? [item.value.slice(0, 10)]
        : [],
    )
  const own = within(span)
  const sentence = view.sentences[sentenceIndex(view, span)]
  return own.length > 0 || !sentence ? own : within(sentence)
}

function otherDays(a: Statement, b: Statement): boolean {
  const [one, other] = [daysOf(a), daysOf(b)]
  const agree = (x: string, y: string): boolean => x.startsWith(y) || y.startsWith(x)
  return one.length > 0 && other.length > 0 && !one.some((x) => other.some((y) => agree(x, y)))
}
