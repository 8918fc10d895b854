/**
 * One thing told as so and as not so: `conflict` of type `polarity` ("was closed", "was not closed"; "agreed to an arbitrator", "refused
 * an arbitrator"). Two clauses of a row have one verb, denied in one alone, or verbs that exclude each other; one does it in both, and whatever
 * else the denied one says stands in the other's sentence: who did not sign on Monday may have signed. A report with both is no side.
 */
import { isFinite } from '../../english/finite-clause.js'
import { thirdPerson } from '../../english/function-words.js'
import { negationsAndDenials } from '../../english/negation.js'
import { isNoComment } from '../../english/no-comment.js'
import { isRefusedBy } from '../../english/opposites.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { relateSpeakers } from '../../english/speakers.js'
import { speechVerbs } from '../../english/telling-verbs.js'
import { presentCells } from '../../likeness/columns.js'
import { cameOutApart } from '../../likeness/published.js'
import { inHeadline, sentenceIndex, wordsIn, type ArticleView, type Word } from '../../likeness/view.js'
import type { ClaimColumn, Mention } from '../../model/alignment.js'
import type { Span } from '../../model/span.js'
import { sortedBy } from '../../text/order.js'
import { contains, hull } from '../../text/spans.js'
import type { Context } from '../context.js'
import { draft, positionOf, evidenceAt } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { slice } from '../printed-words.js'

export const polarity: Lens = {
  name: 'polarity',
  asks: () => ({
    'conflict polarity': [
      'Two clauses of one row have one verb, denied in one alone, or verbs that exclude each other.',
      'Who does it is one, and whatever else the denied clause says stands in the other’s sentence.',
    ],
  }),
  find: (context) => context.alignment.claims.flatMap((column) => look(context, column)),
}

type Keys = ReadonlySet<string>

/** A verb of a clause, by lemma, as it is told. */
type Told = {
  readonly view: ArticleView
  /** The passage, with a denial above it: "denied that …". */
  readonly span: Span
  readonly verb: string
  readonly isDenied: boolean
  /** A negation elsewhere in the passage turns it in a way that is not read. */
  readonly isClouded: boolean
  readonly teller: string | null
  /** What must be one: the time that `will` gives, headline or body. */
  readonly manner: string
  /** Who does it; null where that is left open, or is nobody. */
  readonly who: readonly Word[] | null
  /** What else the clause says, and what its sentence does. */
  readonly rest: Keys
  readonly around: Keys
}

/** Modal verbs that leave nothing open. */
const surely: ReadonlySet<string> = new Set(['will', 'shall', 'must'])

function toldIn(view: ArticleView, mention: Mention): readonly Told[] {
  const sentence = view.sentences[sentenceIndex(view, mention)]
  if (!sentence || isTooLong(sentence) || mention.hedged || view.text.charAt(sentence.end - 1) === '?')
    return []
  const reading = readingOf(view.article)
  const tree = reading.tree(sentence)
  if (isNoComment(tree.nodes)) return []
  return reading.within(sentence, mention).flatMap((one) => {
    const { arguments: parts, modals, credit } = one
    const isSo =
      isFinite(tree, one) &&
      one.conditions.length === 0 &&
      one.relation !== 'acl' &&
      modals.every(({ lemma }) => surely.has(lemma)) &&
      (credit === null || speechVerbs.has(credit.cue.lemma)) &&
      // "What happened" says nothing of what did.
      !parts.some(({ head }) => tree.at(head)?.tag.startsWith('W'))
    if (!isSo) return []
    const cues = one.negations
    const verbs = [...one.governors, one.predicate]
    const subjects = parts.filter(({ role }) => role === 'subject')
    const outside = (spans: readonly Span[], word: Span): boolean =>
      !spans.some((span) => contains(span, word))
    const wordsOf = (spans: readonly Span[], without: readonly Span[]): readonly Word[] =>
      spans.flatMap((span) => wordsIn(view, span)).filter((word) => outside(without, word))
    const told = {
      view,
      span: hull([mention, ...cues]) ?? mention,
      isClouded: wordsIn(view, mention).some(({ norm }) => negationsAndDenials.has(norm)),
      teller: mention.speaker?.name ?? (credit?.source ? slice(view, credit.source) : null),
      manner: [inHeadline(view, mention.start), ...modals.map(({ lemma }) => lemma)].join(' '),
      who: subjects.every(({ head }) => outside(cues, head)) && subjects[0] ? wordsOf(subjects, cues) : null,
      rest: keysOf(wordsOf([one, ...parts], [...cues, ...verbs, ...subjects])),
      around: keysOf(wordsOf([sentence], subjects)),
    }
    const main = verbs.find((verb) => outside(cues, verb)) ?? one.predicate
    // "Refused to put it to an arbitrator" stands against "agreed", too.
    return [
      { ...told, verb: main.lemma, isDenied: one.isNegated },
      ...verbs
        .filter((verb) => !outside(cues, verb))
        .map(({ lemma }) => ({ ...told, verb: lemma, isDenied: cues.length > 1 })),
    ]
  })
}

function look(context: Context, column: ClaimColumn): readonly Draft[] {
  const cells = presentCells(column)
  if (cells.length < 2) return []
  const told = cells.flatMap(([id, { mentions }]) => {
    const view = context.view(id)
    return view ? mentions.flatMap((mention) => toldIn(view, mention)) : []
  })
  const opposed = told.flatMap((yes) => told.flatMap((no) => (areOpposed(yes, no) ? [{ yes, no }] : [])))
  const no = [...new Set(opposed.map((pair) => pair.no))]
  // What says most of what is denied first: it is what is asked.
  const shared = ({ rest }: Told): number =>
    Math.max(...no.map((one) => [...one.rest].filter((key) => rest.has(key)).length))
  const yes = sortedBy(new Set(opposed.map((pair) => pair.yes)), (one) => -shared(one))
  const tellsBoth = yes.some(({ view }) => no.some((other) => other.view === view))
  return yes[0] && !tellsBoth ? [toDraft(context, column, yes[0].verb, [yes, no])] : []
}

function areOpposed(yes: Told, no: Told): boolean {
  if (yes.manner !== no.manner || yes.isDenied) return false
  const isNo = yes.verb === no.verb ? no.isDenied && !yes.isClouded : isRefusedBy(yes.verb, no.verb)
  if (!isNo || (yes.verb !== no.verb && no.isDenied) || cameOutApart(yes.view, no.view)) return false
  const areOfTwo =
    yes.teller !== null &&
    no.teller !== null &&
    yes.teller !== no.teller &&
    relateSpeakers(yes.teller, no.teller) !== 'same'
  return !areOfTwo && (covers(yes, no) || (yes.verb !== no.verb && covers(no, yes)))
}

/** Whether one does both, and a sentence has all that a denied clause says. */
function covers(told: Told, denied: Told): boolean {
  if (!holds(told.around, denied.rest)) return false
  if (denied.who === null) return denied.rest.size > 0
  if (told.who === null) return false
  const [one, other] = [keysOf(told.who), keysOf(denied.who)]
  const isOne = holds(one, other) || holds(other, one)
  if (one.size > 0 && other.size > 0) return isOne && countOf(told.who) === countOf(denied.who)
  // "It" of a row is who else is named in it.
  return denied.rest.size > 0 && [...told.who, ...denied.who].some(({ norm }) => thirdPerson.has(norm))
}

const keysOf = (words: readonly Word[]): Keys =>
  new Set(words.flatMap(({ key }) => (key === '' ? [] : [key])))
const holds = (all: Keys, sought: Keys): boolean => [...sought].every((key) => all.has(key))

/** "Some", "most": what is said of them is not said of all. */
const countOf = (words: readonly Word[]): string =>
  words.flatMap(({ key, norm }) => (key === '' && !/^(?:an?|the)$/u.test(norm) ? [norm] : [])).join(' ')

function toDraft(context: Context, { id }: ClaimColumn, referent: string, sides: readonly Told[][]): Draft {
  const positions = sides.map((side) =>
    positionOf(context, side, side[0] ? slice(side[0].view, side[0].span) : '', {
      source: side.find(({ teller }) => teller !== null)?.teller ?? null,
      voice: side.every(({ teller }) => teller !== null) ? 'attributed' : 'own',
    }),
  )
  return draft(context, {
    kind: 'conflict',
    severity: 'contradiction',
    column: id,
    evidence: sides.flatMap((side, at) =>
      side.map(({ view, span }) => evidenceAt(view, span, at === 0 ? 'asserts' : 'denies')),
    ),
    confidence: sure,
    detail: {
      type: 'polarity',
      grade: 'differ',
      reason: 'one side denies the verb or takes its opposite',
      referent,
      positions,
    },
    matter: `polarity ${id}`,
    front: true,
  })
}

const sure = 0.9
