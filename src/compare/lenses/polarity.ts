/**
 * Statements that point opposite ways: `conflict` of type `polarity` ("agreed" and "did not agree", "rejects" and "did
 * not rule out").
 *
 * Two clauses of one row have one verb, negated in one alone, or opposite verbs (WordNet's antonyms; accepting against
 * rejecting), are about the same thing, and have no two different names as subject. What one report tells both ways is left out.
 * A headline is held against headlines alone.
 */
import { negationsAndDenials } from '../../english/negation.js'
import { isQuantifier } from '../../english/function-words.js'
import { isFinite } from '../../english/finite-clause.js'
import { wishes } from '../../english/conditions.js'
import { isNoComment } from '../../english/no-comment.js'
import { oppositesOf, stanceClassOf, stanceOfPhrase, type StanceClass } from '../../english/opposites.js'
import { deniesInfinitive } from '../../english/propositions/negations.js'
import type { Argument, Proposition } from '../../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { relateSpeakers } from '../../english/speakers.js'
import { presentCells } from '../../likeness/columns.js'
import { share } from '../../likeness/soft-cover.js'
import { termsIn, type Term } from '../../likeness/terms.js'
import { inHeadline, sentenceIndex, wordsIn, type ArticleView, type Word } from '../../likeness/view.js'
import type { ClaimColumn, Mention } from '../../model/alignment.js'
import type { Evidence, Position } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { quantise } from '../../text/quantise.js'
import { contains } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { isSurelyLinked } from '../left-out/rows.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { slice } from '../printed-words.js'

export const polarity: Lens = {
  name: 'polarity',
  asks: () => ({
    'conflict polarity': [
      'Two clauses take opposite sides of one verb family after negation, and are about one matter.',
      `A row links them, and they have ${printed(leastShare)} of their matter in common.`,
    ],
  }),
  find: (context) => context.alignment.claims.flatMap((column) => look(context, column)),
}

/** Least share of common matter for two clauses to be about one thing. */
const leastShare = 0.3
/** From so many independent texts on a side is no reading of one clause. */
const severalTexts = 3
/** Statements of a row that are held against each other. */
const mostTold = 60

/** Modal verbs that leave nothing open. */
const surely: ReadonlySet<string> = new Set(['will', 'wo', 'shall', 'must'])

/** What a mention tells as so. */
type Told = {
  readonly view: ArticleView
  readonly mention: Mention
  readonly verb: string
  readonly stance: StanceClass | undefined
  readonly denied: boolean
  /** In the sentence's main clause. */
  readonly isMain: boolean
  /** Words before the verb by whom it is done; none where a passive does not say. */
  readonly doers: readonly Word[]
  /** Words before the verb to whom it is done. */
  readonly undergo: readonly Word[]
  /** "They", "we". */
  readonly isOfMany: boolean
}

function toldIn(view: ArticleView, mention: Mention): readonly Told[] {
  const sentence = view.sentences[sentenceIndex(view, mention)]
  if (!sentence || isTooLong(sentence) || view.text.charAt(mention.end - 1) === '?') return []
  const tree = readingOf(view.article).tree(sentence)
  if (isNoComment(tree.nodes.filter((node) => contains(mention, node)))) return []
  const isSo = (one: Proposition): boolean =>
    isFinite(tree, one) &&
    one.conditions.length === 0 &&
    one.relation !== 'acl' &&
    // "What happened" says nothing of what did.
    !one.arguments.some(({ head }) => tree.at(head)?.tag.startsWith('W')) &&
    one.modals.every(({ start, end }) => surely.has(view.text.slice(start, end).toLowerCase())) &&
    ![one.credit?.cue, ...one.governors].some((word) => wishes.has(word?.lemma ?? ''))
  return readingOf(view.article)
    .within(sentence, mention)
    .filter(isSo)
    .flatMap((one): Told[] => {
      const node = tree.at(one.predicate)
      const subjects = node ? tree.by(node, 'nsubj') : []
      const wordsOf = (parts: readonly Argument[]): readonly Word[] =>
        parts.flatMap((part) => wordsIn(view, part))
      const doers = wordsOf(one.arguments.filter(({ role }) => role === 'subject'))
      const undergo = wordsOf(
        one.arguments.filter(({ role, end }) => role === 'object' && end <= one.predicate.start),
      )
      // "Agreed to put it to an arbitrator": the verb above takes a side, too.
      const above = one.governors.filter(
        ({ lemma }) => !deniesInfinitive(lemma) && stanceClassOf(stem(lemma)) !== undefined,
      )
      return [one.predicate, ...above].flatMap((word): Told[] => {
        const verb = stem(word.lemma.toLowerCase())
        const stance = stanceOfPhrase(tree, word) ?? stanceClassOf(verb)
        if (word === one.predicate && one.predicate.kind !== 'verb' && stance === undefined) return []
        return [
          {
            view,
            mention,
            verb,
            stance,
            denied: one.isNegated,
            isMain: one.relation === 'root',
            doers,
            undergo,
            isOfMany: subjects.some(({ lower }) => lower === 'they' || lower === 'we'),
          },
        ]
      })
    })
}

/** The two statements of a row that oppose each other most plainly, each with those that oppose the other as well. */
function look(context: Context, column: ClaimColumn): readonly Draft[] {
  const cells = presentCells(column)
  if (cells.length < 2) return []
  const told = cells
    .flatMap(([id, { mentions }]) => {
      const view = context.view(id)
      return view ? mentions.flatMap((mention) => toldIn(view, mention)) : []
    })
    .slice(0, mostTold)
  const [best] = pairsOf(told)
    .flatMap(([a, b]) => (areOpposed(a, b) ? [{ a, b, score: commonMatter(a, b) }] : []))
    .filter(({ score }) => score >= leastShare)
    .sort(byKeys(({ score }) => -score))
  if (!best) return []
  const against = (one: Told): readonly Told[] =>
    told.filter((other) => areOpposed(one, other) && commonMatter(one, other) >= leastShare)
  const [yes, no] = isPositive(best.a) ? [best.a, best.b] : [best.b, best.a]
  const sides = [against(no), against(yes)] as const
  // One report on both sides: the two clauses are about different things, or it reports a debate.
  const tellsBoth = sides[0].some(({ view }) => sides[1].some((other) => other.view === view))
  return tellsBoth ? [] : [toDraft(context, column, sides, best.score)]
}

const commonMatter = (a: Told, b: Told): number => quantise(share(aboutOf(a), aboutOf(b)))

/** Of a clause of fewer content words the rest of its sentence helps to say what it is about, by this much of its weight. */
const fewWords = 4
const restOfSentence = 0.4

function aboutOf({ view, mention, verb }: Told): readonly Term[] {
  const about = (spans: readonly Span[]): readonly Term[] =>
    termsIn(view, spans).filter((term) => term.stem !== verb)
  const own = about([mention])
  if (own.length >= fewWords) return own
  const known = new Set(own.map(({ key }) => key))
  const rest = about([view.sentences[sentenceIndex(view, mention)] ?? mention])
  return [
    ...own,
    ...rest.flatMap((term) =>
      known.has(term.key) ? [] : [{ ...term, weight: term.weight * restOfSentence }],
    ),
  ]
}

const sides: ReadonlySet<StanceClass | undefined> = new Set<StanceClass | undefined>([
  'accepts',
  'agrees',
  'rejects',
])

/** Takes the thing's side: accepts, agrees, does not reject; another verb that is not denied. */
function isPositive({ stance, denied }: Told): boolean {
  return (stance === 'rejects') === denied
}

function areOpposed(a: Told, b: Told): boolean {
  if (a.view === b.view || isOfHeadline(a) !== isOfHeadline(b) || setsApart(a) || setsApart(b)) return false
  if (areOfTwo(a, b) || areOfOtherDays(a, b) || leavesOpenWho(a, b) || leavesOpenWho(b, a)) return false
  if (sides.has(a.stance) && sides.has(b.stance)) return isPositive(a) !== isPositive(b)
  if (a.verb !== b.verb) return oppositesOf(a.verb).includes(b.verb) && a.denied === b.denied
  return a.denied !== b.denied && !isClouded(a.denied ? b : a)
}

/** "Unlike the crew, the captain is not insured": who is set apart is easily taken for the subject. */
function setsApart({ view, mention }: Told): boolean {
  return wordsIn(view, mention).some(({ norm }) => norm === 'unlike')
}

function isOfHeadline({ view, mention }: Told): boolean {
  return inHeadline(view, mention.start)
}

/** Each names somebody before its verb, and nobody is named by both; "some" are not all; two people may say opposite things. */
function areOfTwo(a: Told, b: Told): boolean {
  if (haveOtherNames(a.doers, b.doers) || haveOtherNames(a.undergo, b.undergo)) return true
  if ((a.isOfMany && isOfPerson(b)) || (b.isOfMany && isOfPerson(a))) return true
  const [some, all] = [a, b].map(({ doers }) => doers.some(({ norm }) => isQuantifier(norm)))
  const [speaker, another] = [a.mention.speaker?.name, b.mention.speaker?.name]
  return some !== all || (!!speaker && !!another && relateSpeakers(speaker, another) === 'different')
}

function haveOtherNames(a: readonly Word[], b: readonly Word[]): boolean {
  const [one = [], other = []] = [a, b].map((words) =>
    words.flatMap(({ proper, key, stem }) => (proper && key !== '' ? [stem] : [])),
  )
  return one.length > 0 && other.length > 0 && !one.some((name) => other.includes(name))
}

function isOfPerson({ view, doers, undergo }: Told): boolean {
  const [first, ...more] = view.article.entities.filter(({ mentions }) =>
    mentions.some((mention) => [...doers, ...undergo].some((word) => contains(mention, word))),
  )
  return first?.kind === 'person' && more.length === 0
}

/** Days of the clause, else of its sentence; weeks are too coarse to be set against a day. */
function daysOf({ view, mention }: Told): readonly string[] {
  const within = (span: Span): readonly string[] =>
    view.article.quantities.flatMap((item) =>
      item.kind === 'date' && contains(span, item) && !item.value.includes('W')
        ? [item.value.slice(0, 10)]
        : [],
    )
  const own = within(mention)
  return own.length > 0 ? own : within(view.sentences[sentenceIndex(view, mention)] ?? mention)
}

function areOfOtherDays(a: Told, b: Told): boolean {
  const [one, other] = [daysOf(a), daysOf(b)]
  const agree = (x: string, y: string): boolean => x.startsWith(y) || y.startsWith(x)
  return one.length > 0 && other.length > 0 && !one.some((x) => other.some((y) => agree(x, y)))
}

/** "Ann Lowe did not send the photo" leaves open that "the photo was sent". */
function leavesOpenWho(denied: Told, told: Told): boolean {
  return denied.denied && !told.denied && denied.doers.length > 0 && told.doers.length === 0
}

/** A negation elsewhere in a clause turns it in a way that is not read. */
function isClouded({ view, mention }: Told): boolean {
  return wordsIn(view, mention).some(({ norm }) => negationsAndDenials.has(norm))
}

function toDraft(
  context: Context,
  column: ClaimColumn,
  [yes, no]: readonly [readonly Told[], readonly Told[]],
  score: number,
): Draft {
  const evidence =
    (role: Evidence['role']) =>
    ({ view, mention: { start, end } }: Told): Evidence => ({ article: view.id, start, end, role })
  const positions = [positionOf(context, yes, no), positionOf(context, no, yes)]
  const place = ({ view, mention }: Told) => ({ view, span: mention })
  return draft(context, {
    kind: 'conflict',
    severity: 'contradiction',
    column: column.id,
    evidence: [...yes.map(evidence('asserts')), ...no.map(evidence('denies'))],
    confidence: Math.min(1, 0.4 + score),
    detail: {
      type: 'polarity',
      grade: 'differ',
      reason: 'one side is negated or takes the opposite verb',
      positions,
    },
    matter: `polarity ${column.id}`,
    // In a row that is not sure the two clauses may be on two things; hardly where several texts tell one side.
    front:
      positions.some(({ texts }) => texts >= severalTexts) ||
      yes.some((one) => no.some((other) => isSurelyLinked(context, place(one), place(other)))),
  })
}

/** In the words of a main clause, and those that have most in common with the other side's. */
function positionOf(context: Context, own: readonly Told[], others: readonly Told[]): Position {
  const articles = [...new Set(own.map(({ view }) => view.id))]
  const [first] = [...own].sort(
    byKeys(
      ({ isMain }) => (isMain ? 0 : 1),
      (one) => -Math.max(...others.map((other) => commonMatter(one, other))),
    ),
  )
  return {
    value: first ? slice(first.view, first.mention) : '',
    articles,
    texts: context.texts(articles),
    source: own.flatMap(({ mention }) => mention.speaker?.name ?? [])[0] ?? null,
    voice: own.every(({ mention }) => mention.voice === 'attributed') ? 'attributed' : 'own',
    certainty: own.some(({ mention }) => mention.hedged) ? 'hedged' : 'plain',
  }
}
