/**
 * Whether a report makes a statement: the claim matcher over all clauses and sentences, and the search for what seems missing, weighed by a
 * logistic learned on 3,594 answers. Never takes a passage on the same matter for it, or silence for absence in what was not read to its end.
 */
import type { Mention } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { FoundStatement } from '../model/asked.js'
import type { NotePair, NoteReader } from '../model/notes.js'
import type { PlacedWords, Span } from '../model/span.js'
import { claimItems } from '../align/claim-columns.js'
import { scoredPairs } from '../align/matcher.js'
import { opposed } from '../align/opposites.js'
import { unitsOf } from '../align/unit.js'
import { unknownReason } from '../align/unknown.js'
import { isWeekday } from '../english/calendar.js'
import { Lexicon } from '../likeness/lexicon.js'
import { closest, needleOfSpan, scoredSentences } from '../likeness/second-search.js'
import { createView, wordsIn } from '../likeness/view.js'
import { deniesOther, otherAmount, otherTime } from '../notes/contradiction.js'
import { creditOf } from '../notes/widen.js'
import { chance, logit } from '../text/logistic.js'
import { sortedBy } from '../text/order.js'
import { overlap } from '../text/spans.js'
import { type AskedText, isSealed } from './asked-text.js'

/** Of the logarithm of odds that the matcher gives, and of the search's score from 0 to 1. */
const weights = { matcher: 0.6, search: 4.1, bias: -1.65 } as const
/** With whole events left out: of statements that are told 66 in 100 are above the one, 5 below the other; of those that are not told 9 and 56. */
const sure = { told: 0.9, absent: 0.45 } as const

export function findStatement(asked: AskedText, article: AnnotatedArticle): FoundStatement {
  const view = createView(article, article.outlet.name)
  const known = {
    schema: 'synoptic/find-statement@1',
    source: article.source,
    url: article.url,
    outlet: article.outlet.name,
    credit: null,
  } as const
  const untold = unknownReason(article)
  if (isSealed(untold)) return { ...known, state: 'unknown', evidence: [], reason: untold }
  const nearest = closest(view, [needleOfSpan(asked.view, asked.span)])
  const [best] = matchesOf(asked, article)
  const told = chance(
    weights.matcher * logit(best?.score ?? 0, 1e-4) + weights.search * (nearest?.score ?? 0) + weights.bias,
  )
  const span = best?.span ?? nearest?.span
  const evidence = span ? [{ ...span, text: view.text.slice(span.start, span.end) }] : []
  if (!span || told < sure.absent)
    return { ...known, state: untold === null ? 'absent' : 'unknown', evidence, reason: untold }
  if (told < sure.told) return { ...known, state: 'unknown', evidence, reason: 'near' }
  const credit = creditOf(view, span, null)?.words ?? null
  return { ...known, ...settled(asked, { view, span }), credit, evidence }
}

const mostJudged = 5

/** Those that come nearest to the statement, the nearest first; none of a report that cannot be read. */
export function nearestSentences(asked: AskedText, article: AnnotatedArticle): readonly PlacedWords[] {
  if (isSealed(unknownReason(article))) return []
  const matches = matchesOf(asked, article)
  return sortedBy(
    scoredSentences(createView(article, article.outlet.name), needleOfSpan(asked.view, asked.span)).map(
      ({ score, span }) => {
        const best = matches.find((match) => overlap(match.span, span) > 0)?.score ?? 0
        return { span, told: weights.matcher * logit(best, 1e-4) + weights.search * score }
      },
    ),
    ({ told, span }) => [-told, span.start],
  )
    .slice(0, mostJudged)
    .map(({ span: { start, end } }) => ({ start, end, text: article.text.slice(start, end) }))
}

/** What a second reader said of a sentence of the report at a place, or null. */
export type Second = {
  readonly reader: NoteReader
  readonly verdict: (report: number, sentence: string) => NotePair['verdict'] | null
}

/** The answer with a second reader's verdicts. Another value or a denial that the program read stays where no sentence tells the same. */
export function judgedStatement(
  alone: FoundStatement,
  asked: AskedText,
  article: AnnotatedArticle,
  at: number,
  { reader, verdict }: Second,
): FoundStatement {
  const passages = nearestSentences(asked, article)
  const verdicts = passages.map(({ text }) => verdict(at, text))
  if (verdicts.every((one) => one === null)) return alone
  const judged = { ...alone, second: { reader, without: alone.state } }
  const [same, near] = [verdicts.indexOf('same'), verdicts.indexOf('near')]
  const evidence = passages.slice(Math.max(0, same < 0 ? near : same)).slice(0, 1)
  if (same >= 0) {
    const credit =
      evidence.map((span) => creditOf(createView(article, ''), span, null)?.words ?? null)[0] ?? null
    return { ...judged, state: 'says', credit, evidence, reason: null }
  }
  if (alone.state === 'other-value' || alone.state === 'denies') return judged
  const reason = near >= 0 || verdicts.includes(null) ? 'near' : unknownReason(article)
  return { ...judged, state: reason === null ? 'absent' : 'unknown', credit: null, evidence, reason }
}

function settled(asked: AskedText, found: AskedText): Pick<FoundStatement, 'state' | 'reason'> {
  const time = [asked, found].every(namesWeekday) ? otherTime(asked, found) : null
  const value = [otherAmount(asked, found), time].find((verdict) => verdict !== null && verdict !== 'agree')
  if (value) return { state: 'other-value', reason: value }
  const [a, b] = [asked, found].map(({ view, span }) => view.text.slice(span.start, span.end))
  const isDenied = deniesOther(asked, found) && opposed(a ?? '', b ?? '')
  return { state: isDenied ? 'denies' : 'says', reason: null }
}

/** Two years in two passages are mostly of two things. */
function namesWeekday({ view, span }: AskedText): boolean {
  return wordsIn(view, span).some(({ norm }) => isWeekday(norm))
}

type Match = { readonly span: Span; readonly score: number }

/** Clauses and sentences that the matcher holds for the statement, the surest first. */
function matchesOf({ view: asking, span }: AskedText, article: AnnotatedArticle): readonly Match[] {
  const lexicon = new Lexicon()
  const [one] = wholes(asking.article, 0, [span], lexicon)
  if (!one) return []
  const items = [one, ...claimItems(article, 1, lexicon), ...wholes(article, 1, article.sentences, lexicon)]
  const { found } = scoredPairs(items, 'claims', { lexicon })
  return sortedBy(
    found.filter(({ i }) => i === 0),
    ({ score, j }) => [-score, j],
  ).flatMap(({ j, score }) => {
    const mention = items[j]?.mention
    return mention ? [{ span: { start: mention.start, end: mention.end }, score }] : []
  })
}

/** Passages as units of their own: a statement in a reader's words may be told by a clause or by a whole sentence. */
function wholes(article: AnnotatedArticle, number: number, spans: readonly Span[], lexicon: Lexicon) {
  const placed = spans.map(({ start, end }, at) => {
    const mention: Mention = {
      ...{ ref: `${article.id}-asked-${at}`, start, end, spans: [{ start, end }] },
      ...{ voice: 'own', source: [], cue: [], speaker: null, hedged: false },
    }
    return { mention, quote: undefined, quotation: false }
  })
  return unitsOf(article, placed, lexicon).flatMap((unit, at) => {
    const mention = placed[at]?.mention
    return mention ? [{ unit, number, mention }] : []
  })
}
