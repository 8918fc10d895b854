/**
 * Whether two statements that point opposite ways can both hold all the same.
 *
 * In:    two predicates of two reports, one negated or with the opposite verb of the other.
 * Out:   true where they tell of two days, of two of a row ("the first race", "the second race"), of the two ends of one
 *        course (it opened, it closed), of part and whole ("did not pay in full"), or one report came out before what the
 *        other tells ("has not yet approved").
 * Never: says that they do hold, or looks beyond the two clauses, their sentences and the reports' times.
 */
import type { Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { ofWhole, soFar } from '../../english/conditions.js'
import { placesInRow } from '../../english/figure-words.js'
import { courses } from '../../english/opposites.js'
import { contains } from '../../text/spans.js'
import { wordsIn, sentenceIndex, type ArticleView } from '../../likeness/view.js'
import { publishedIn } from '../../likeness/published.js'

type Statement = {
  readonly view: ArticleView
  readonly span: Span
  readonly verb: string
  readonly negated: boolean
  readonly quote: Quote | null
}

export function canBothHold(a: Statement, b: Statement): boolean {
  return (
    sameWords(a, b) ||
    otherDays(a, b) ||
    otherInRow(a, b) ||
    twoEnds(a, b) ||
    ofTheWhole(a, b) ||
    notYet(a, b) ||
    notYet(b, a)
  )
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

function otherInRow(a: Statement, b: Statement): boolean {
  const [one, other] = [a, b].map(({ view, span }) => {
    const sentence = view.sentences[sentenceIndex(view, span)]
    const words = sentence ? wordsIn(view, sentence) : []
    return words.map(({ norm }) => norm).filter((norm) => placesInRow.has(norm))
  })
  return !!one?.length && !!other?.length && !one.some((word) => other.includes(word))
}

function twoEnds(a: Statement, b: Statement): boolean {
  return courses.some(
    ([one, other]) => (one.has(a.verb) && other.has(b.verb)) || (one.has(b.verb) && other.has(a.verb)),
  )
}

/** "Did not pay in full": it may have paid. */
function ofTheWhole(a: Statement, b: Statement): boolean {
  const [no, yes] = a.negated ? [a, b] : [b, a]
  return no.negated && !yes.negated && ofWhole.test(wordsOf(no)) && !ofWhole.test(wordsOf(yes))
}

/** "Has not yet approved", in a report that did not come out after the other. */
function notYet(before: Statement, after: Statement): boolean {
  if (!before.negated || after.negated || !soFar.test(wordsOf(before))) return false
  const [early, late] = [publishedIn(before.view), publishedIn(after.view)]
  return early === null || late === null || early.first <= late.last
}

const wordsOf = ({ view, span }: Statement): string => view.text.slice(span.start, span.end)
