/**
 * Statements that point opposite ways: `conflict` of type `polarity` ("agreed" and "did not agree", "rejects" and "did
 * not rule out").
 *
 * Two clauses have one verb, negated in one alone, or opposite verbs (WordNet's antonyms; accepting against rejecting),
 * stand in one row, are about the same thing, and have no two different names as subject. What one report tells both ways is
 * left out, and what can hold all the same (two days, part and whole: both-hold.ts). A headline is held against headlines alone.
 */
import type { Certainty } from '../../model/alignment.js'
import type { Evidence, Position } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import { presentCells } from '../../likeness/columns.js'
import { inHeadline, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { share } from '../../likeness/soft-cover.js'
import { deniesInfinitive } from '../../english/propositions/negations.js'
import { oppositesOf, type StanceClass } from '../../english/opposites.js'
import { isSurelyLinked } from '../left-out/rows.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { firstThat } from '../../text/first-that.js'
import { once } from '../../text/once.js'
import { sharedTerms } from '../../likeness/same-word.js'
import type { Term } from '../../likeness/terms.js'
import { canBothHold } from '../stances/both-hold.js'
import { predicatesOf, type Predicate } from '../stances/predicates.js'
import { relateSpeakers } from '../../english/speakers.js'
import { wordPairs } from '../word-pairs.js'
import { addTo, grouped } from '../../text/grouped.js'

export const polarity: Lens = {
  name: 'polarity',
  asks: () => ({
    'conflict polarity': [
      'Two clauses take opposite sides of one verb family after negation, and are about one matter.',
      `A row links them, and they have ${printed(leastShare)} of their matter in common.`,
      'Nothing by which both can hold: two days, the two ends of one course, part and whole, “not yet” in a report that came out before.',
    ],
  }),
  find: (context) => groups(context).flatMap((group) => toDraft(context, group)),
}

type Statement = Predicate & { readonly columns: ReadonlySet<string> }
/** A statement and the side it stands on in its group. */
type Member = { readonly statement: Statement; readonly positive: boolean }

/** Least share of common matter for two clauses to be about one thing. */
const leastShare = 0.3
/** From so many independent texts on a side is no reading of one clause. */
const severalTexts = 3

/** Modal verbs that leave nothing open. */
const surely: ReadonlySet<string> = new Set(['will', 'wo', 'shall', 'must'])

function statements({ alignment, views }: Context): readonly Statement[] {
  const columns = new Map<string, Set<string>>()
  for (const column of alignment.claims) {
    for (const [, cell] of presentCells(column)) {
      for (const { ref } of cell.mentions) columns.set(ref, (columns.get(ref) ?? new Set()).add(column.id))
    }
  }
  return views.flatMap((view) =>
    predicatesOf(view)
      .filter(
        ({ claim, stance, modal, governs, word }) =>
          !(governs && deniesInfinitive(word.lemma)) &&
          (modal === null || surely.has(modal)) &&
          (claim !== null || stance !== 'demands'),
      )
      .map((predicate) => ({
        ...predicate,
        columns: new Set(claimsOf(view, predicate).flatMap((id) => [...(columns.get(id) ?? [])])),
      })),
  )
}

/** The predicate's claim; for a cue the claims of what it introduces. */
function claimsOf(view: ArticleView, { claim, quote }: Predicate): readonly string[] {
  if (claim) return [claim.id]
  return view.article.claims.filter((item) => item.quote === quote?.id).map((item) => item.id)
}

/** Two statements with matter in common, and how much. */
type Pair = { readonly a: Statement; readonly b: Statement; readonly score: number }
type Group = { readonly members: readonly Member[]; readonly score: number }

function groups(context: Context): readonly Group[] {
  const { pairs } = statementPairs(context)
  return join(
    pairs.filter(({ a, b }) => opposed(a, b) && !canBothHold(a, b)),
    pairs.filter(({ a, b }) => !opposed(a, b)),
  )
}

/** The pairs, and the reports whose statements are too many for all to be compared. */
type StatementPairs = { readonly pairs: readonly Pair[]; readonly passedOver: ReadonlySet<ArticleView> }

/** Pairs of two reports that a row links and that are about one thing. */
export const statementPairs = once((context: Context): StatementPairs => {
  const { may, passedOver } = wordPairs()
  const all = statements(context)
  const numbers = new Map(all.map((statement, number) => [statement, number]))
  const numberOf = (statement: Statement): number => numbers.get(statement) ?? 0
  const byColumn = grouped(all, ({ columns }) => [...columns])
  const pairs = all.flatMap((a) =>
    [...new Set([...a.columns].flatMap((column) => byColumn.get(column) ?? []))]
      .filter((b) => numberOf(b) > numberOf(a) && a.view !== b.view && areOfOneFamily(a, b))
      .sort(byKeys(numberOf))
      .flatMap((b) => (may(a.view, b.view, a.about.length, b.about.length) ? (pairOf(a, b) ?? []) : [])),
  )
  return { pairs, passedOver }
})

/** One verb, two that exclude one another, or both take a side. */
function areOfOneFamily(a: Statement, b: Statement): boolean {
  return a.verb === b.verb || bothStances(a, b) || oppositesOf(a.verb).includes(b.verb)
}

const sides: ReadonlySet<StanceClass | null> = new Set<StanceClass | null>(['accepts', 'agrees', 'rejects'])

function bothStances(a: Statement, b: Statement): boolean {
  return sides.has(a.stance) && sides.has(b.stance)
}

/** Takes the thing's side: accepts, agrees, does not reject; another verb that is not negated. */
function isPositive({ stance, negated }: Statement): boolean {
  return (stance === 'rejects') === negated
}

function opposed(a: Statement, b: Statement): boolean {
  if (bothStances(a, b)) return isPositive(a) !== isPositive(b)
  return a.verb === b.verb ? a.negated !== b.negated : a.negated === b.negated
}

/** Null where two clauses are about two things. */
function pairOf(a: Statement, b: Statement): Pair | null {
  if (inHeadline(a.view, a.span.start) !== inHeadline(b.view, b.span.start)) return null
  if (a.subject.some !== b.subject.some || otherSubject(a, b) || otherSpeaker(a, b)) return null
  if (deniesDoer(a, b) || deniesDoer(b, a)) return null
  const score = quantise(share(a.about, b.about))
  if (score < leastShare || !haveWordsInCommon(a.about, b.about)) return null
  const isDenied = a.verb === b.verb && !bothStances(a, b) && a.negated !== b.negated
  if (isDenied && (a.negated ? b : a).clouded) return null
  return a.verb === b.verb || objectInCommon(a, b) ? { a, b, score } : null
}

/** What both verbs are done to has a word in common; a clause that names no object says nothing here. */
function objectInCommon(a: Statement, b: Statement): boolean {
  return a.object.size === 0 || b.object.size === 0 || sharedTerms([...a.object], [...b.object]).length > 0
}

/** "Ann Lowe did not send the photo" leaves open that "the photo was sent". */
function deniesDoer(denied: Statement, told: Statement): boolean {
  const isOneVerb = denied.verb === told.verb && denied.negated && !told.negated
  return isOneVerb && denied.subject.parts.length > 0 && told.subject.unsaid
}

/** Each names somebody before its verb, and nobody is named by both. */
function otherSubject(a: Statement, b: Statement): boolean {
  const [one, other] = [a.subject.names, b.subject.names]
  return one.size > 0 && other.size > 0 && ![...one].some((name) => other.has(name))
}

/** Two people may say opposite things; the reports then do not differ. */
function otherSpeaker(a: Statement, b: Statement): boolean {
  const [one, other] = [personOf(a), personOf(b)]
  return one !== null && other !== null && relateSpeakers(one, other) === 'different'
}

/** The speaker, where it is a person; a person may speak for a body or a country. */
function personOf(statement: Statement): string | null {
  const entity = statement.quote?.speaker?.entity
  const kind = statement.view.article.entities.find((item) => item.id === entity)?.kind
  return kind === 'person' ? speakerOf(statement) : null
}

function haveWordsInCommon(one: readonly Term[], others: readonly Term[]): boolean {
  return sharedTerms(one, others).some(({ weight }) => weight > 0)
}

const key = (statement: Statement): string =>
  `${statement.view.id} ${statement.span.start} ${statement.at.start}`

/** One group a matter: opposed pairs that share a statement, and the statements that agree with either. */
function join(opposedPairs: readonly Pair[], agreeing: readonly Pair[]): readonly Group[] {
  const sorted = [...opposedPairs].sort(
    byKeys(
      (pair) => -pair.score,
      (pair) => key(pair.a),
      (pair) => key(pair.b),
    ),
  )
  const all = [...sorted, ...agreeing]
  const pairsAt = placesOf(all)
  const taken = new Set<string>()
  const found: Group[] = []
  for (const { a, b, score } of sorted) {
    if (taken.has(clause(a)) || taken.has(clause(b))) continue
    const members = new Map<string, Member>([
      [clause(a), { statement: a, positive: isPositive(a) }],
      [clause(b), { statement: b, positive: !isPositive(a) }],
    ])
    // In the order of all pairs; who joins at one place brings in the pairs behind it.
    const ahead = [...new Set([...(pairsAt.get(a) ?? []), ...(pairsAt.get(b) ?? [])])].sort((x, y) => x - y)
    for (let at = ahead.shift(); at !== undefined; at = ahead.shift()) {
      const joined = joinedBy(all[at], members, taken)
      if (!joined) continue
      members.set(clause(joined.statement), joined)
      for (const next of pairsAt.get(joined.statement) ?? []) if (next > at) insert(ahead, next)
    }
    for (const member of members.keys()) taken.add(member)
    if (!tellsBoth([...members.values()])) found.push({ members: [...members.values()], score })
  }
  return found
}

/** The side that a pair brings to the members of its other side, if any. */
function joinedBy(
  pair: Pair | undefined,
  members: ReadonlyMap<string, Member>,
  taken: ReadonlySet<string>,
): Member | null {
  if (!pair) return null
  for (const [near, far] of [
    [pair.a, pair.b],
    [pair.b, pair.a],
  ] as const) {
    const known = members.get(clause(near))
    if (known?.statement !== near || members.has(clause(far)) || taken.has(clause(far))) continue
    return { statement: far, positive: known.positive !== opposed(near, far) }
  }
  return null
}

/** Where in the list each statement's pairs stand. */
function placesOf(pairs: readonly Pair[]): ReadonlyMap<Statement, readonly number[]> {
  const places = new Map<Statement, number[]>()
  pairs.forEach(({ a, b }, at) => {
    for (const statement of [a, b]) addTo(places, statement, at)
  })
  return places
}

/** Into a sorted list, once. */
function insert(sorted: number[], value: number): void {
  const at = firstThat(sorted.length, (place) => (sorted[place] ?? Infinity) >= value)
  if (sorted[at] !== value) sorted.splice(at, 0, value)
}

const clause = ({ view, span }: Statement): string => `${view.id} ${span.start}`

/** One report on both sides: the two clauses are about different things, or it reports a debate. */
function tellsBoth(members: readonly Member[]): boolean {
  return members.some((a) =>
    members.some((b) => a.statement.view.id === b.statement.view.id && a.positive !== b.positive),
  )
}

function toDraft(context: Context, group: Group): readonly Draft[] {
  const sorted = group.members
    .map(({ statement, positive }) => ({ ...statement, positive }))
    .sort((a, b) => byKeys<typeof a>((item) => (item.positive ? 0 : 1), key)(a, b))
  const positions = [true, false].map((positive): Position => {
    const own = sorted.filter((item) => item.positive === positive)
    const others = sorted.filter((item) => item.positive !== positive)
    const articles = [...new Set(own.map((item) => item.view.id))]
    const sources = own.map((item) => speakerOf(item))
    const [first] = [...own].sort(
      byKeys((one) => -Math.max(...others.map((other) => share(one.about, other.about)))),
    )
    return {
      value: first ? first.view.text.slice(first.span.start, first.span.end) : '',
      articles,
      texts: context.texts(articles),
      source: sources.find((source) => source !== null) ?? null,
      voice: own.every((item) => item.quote !== null) ? 'attributed' : 'own',
      certainty: certaintyOf(own),
    }
  })
  const column = sorted.flatMap((item) => [...item.columns])[0] ?? null
  return [
    draft(context, {
      kind: 'conflict',
      severity: 'contradiction',
      column,
      evidence: sorted.map((item): Evidence => ({
        article: item.view.id,
        start: item.span.start,
        end: item.span.end,
        role: item.positive ? 'asserts' : 'denies',
      })),
      confidence: Math.min(1, 0.4 + group.score),
      detail: {
        type: 'polarity',
        grade: 'differ',
        reason: `one side is negated or takes the opposite verb`,
        positions,
      },
      matter: `polarity ${sorted.map(key).join(' ')}`,
      // Outside a row, and in one that is not sure, the two clauses may be on two things; hardly where several texts tell one side.
      front:
        positions.some(({ texts }) => texts >= severalTexts) ||
        sorted.some((one) =>
          sorted.some((other) => one.positive && !other.positive && isSurelyLinked(context, one, other)),
        ),
    }),
  ]
}

function speakerOf({ quote }: Statement): string | null {
  return quote?.speaker?.name ?? null
}

function certaintyOf(own: readonly Statement[]): Certainty {
  return own.some((item) => item.claim?.hedged) ? 'hedged' : 'plain'
}
