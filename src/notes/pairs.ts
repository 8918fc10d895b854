/** Pairs of passages that a reader holds for one statement, tested: what stands links rows, what it holds apart is not linked. */
import type { PairVerdict } from '../model/alignment.js'
import type { NoteAnswer, NoteDifference, NoteKind, NotePair, NoteRefusal } from '../model/notes.js'
import { relateSpeakers } from '../english/speakers.js'
import { termsIn } from '../likeness/terms.js'
import { wordsIn, type ArticleView } from '../likeness/view.js'
import { pairsOf } from '../text/pairs-of.js'
import { deniesOther, otherAmount } from './contradiction.js'
import { locate, reportNamed } from './locate.js'
import type { Passage } from './nearness.js'
import { creditOf } from './widen.js'

/** A word so rare by the package's table is not common to two passages by chance. */
const rare = 5
/** So many words in a row inside quotation marks. */
const run = 4

export function checkPair(pair: NotePair, views: readonly ArticleView[]): PairVerdict | NoteRefusal {
  const a = placeOf(pair.a, views)
  if (typeof a === 'string') return a
  const b = placeOf(pair.b, views)
  if (typeof b === 'string') return b
  if (a.view === b.view) return 'same-report'
  const veto = pair.verdict === 'same' ? vetoOn(a, b) : null
  return veto ?? { a: spanOf(a), b: spanOf(b), verdict: pair.verdict }
}

type Cited = Pick<NoteAnswer, 'source' | 'words' | 'sentence'>

function placeOf({ source, words, sentence }: Cited, views: readonly ArticleView[]): Passage | NoteRefusal {
  const view = reportNamed(views, source)
  if (typeof view === 'string') return view
  const span = locate(view, words, sentence)
  return span === null ? 'not-in-text' : { view, span }
}

const spanOf = ({ view, span }: Passage): PairVerdict['a'] => ({ article: view.id, ...span })

const asksForValue: ReadonlySet<NoteKind> = new Set(['value', 'naming', 'quotation'])

export function answerPairs(
  { kind, answers }: NoteDifference,
  views: readonly ArticleView[],
): readonly PairVerdict[] {
  const places = answers.flatMap((answer) => {
    const place = placeOf(answer, views)
    return typeof place === 'string' ? [] : [place]
  })
  const verdict = asksForValue.has(kind) ? 'value' : 'matter'
  return pairsOf(places).flatMap(([a, b]) =>
    a.view === b.view ? [] : [{ a: spanOf(a), b: spanOf(b), verdict }],
  )
}

function vetoOn(a: Passage, b: Passage): NoteRefusal | null {
  if (!haveInCommon(a, b)) return 'nothing-in-common'
  const amounts = otherAmount(a, b)
  if (amounts !== null && amounts !== 'agree') return 'other-value'
  if (deniesOther(a, b)) return 'other-sense'
  const [one, other] = [a, b].map(({ view, span }) => creditOf(view, span, null)?.words)
  return one && other && relateSpeakers(one, other) === 'different' ? 'other-speaker' : null
}

function haveInCommon(a: Passage, b: Passage): boolean {
  const words = termsIn(b.view, [b.span])
  const common = termsIn(a.view, [a.span]).filter((term) => words.some(({ key }) => key === term.key))
  return common.some(({ proper, weight }) => proper || weight >= rare) || haveRun(a, b)
}

function haveRun(a: Passage, b: Passage): boolean {
  const [one, other] = [a, b].map(
    ({ view, span }) =>
      ` ${wordsIn(view, span)
        .map(({ norm }) => norm)
        .join(' ')} `,
  )
  const words = (one ?? '').trim().split(' ')
  return words.some(
    (_, at) => at + run <= words.length && (other ?? '').includes(` ${words.slice(at, at + run).join(' ')} `),
  )
}
