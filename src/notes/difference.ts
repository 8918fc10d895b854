/**
 * One proposed difference, tested: what of it stands in the texts, said by whom, of which kind it is by the program's own reading. Never keeps
 * words that are in no text, calls a report silent that holds the thing, or leaves a report on no side.
 */
import type { Column } from '../model/alignment.js'
import type { ConflictType, FindingKind } from '../model/comparison.js'
import type { NoteAnswer, NoteCheck, NoteDifference, NoteOutcome, NoteRefusal } from '../model/notes.js'
import type { Span } from '../model/span.js'
import { isHedgeWord } from '../english/hedges.js'
import { relateSpeakers } from '../english/speakers.js'
import { share } from '../likeness/soft-cover.js'
import { termsIn } from '../likeness/terms.js'
import { inHeadline, wordsIn, type ArticleView } from '../likeness/view.js'
import { pairsOf } from '../text/pairs-of.js'
import { contains, overlap } from '../text/spans.js'
import { contradiction } from './contradiction.js'
import { locate, reportNamed } from './locate.js'
import { belonging, termsOfQuestion, traceOf, type Passage } from './nearness.js'
import { questionOf } from './question.js'
import { creditOf, understoodAlone } from './widen.js'

/** `namesSpeakers`: the reader says who says it, somewhere: where it does not, the report says it itself. */
export type Reports = {
  readonly views: readonly ArticleView[]
  readonly columns: readonly Column[]
  readonly namesSpeakers: boolean
}

/** `span` holds the located words, `printed` what is understood alone. */
export type Answer = Passage & { readonly printed: Span; readonly by: string | null }

export type Checked = {
  readonly kind: FindingKind
  readonly type: ConflictType | null
  readonly question: string
  readonly answers: readonly Answer[]
  readonly silent: readonly ArticleView[]
  readonly unknown: readonly ArticleView[]
  /** Reports written before the thing was known, and after it. */
  readonly before: readonly ArticleView[]
  readonly after: readonly ArticleView[]
  /** Passages of reports on no side that tell it by the program's own search. */
  readonly found: readonly Answer[]
  /** What was considered and rejected, or speaks against a silence. */
  readonly nearest: readonly Passage[]
  readonly outcome: NoteOutcome
}

export type Result = { readonly checks: readonly NoteCheck[] } & (
  { readonly refused: NoteRefusal } | { readonly checked: Checked }
)

/** Below it an answer belongs to something else. */
const leastBelonging = 0.5
/** From it on a report may tell what it is called silent on. */
const mostTrace = { omission: 1.5, other: 1.8 } as const
/** Of a report that the note puts on no side: below the one nothing on it stands there, from the other on a passage tells it. */
const unplaced = { silent: 0.8, told: 2.2 } as const

export function checkDifference(note: NoteDifference, { views, columns, namesSpeakers }: Reports): Result {
  const checks: NoteCheck[] = []
  const say: Say = (check, outcome, reason, source) => {
    checks.push({
      ...{ check, outcome },
      ...(reason !== undefined && { reason }),
      ...(source !== undefined && { source }),
    })
  }
  let refusal: NoteRefusal = 'not-in-text'
  const named = (source: string): ArticleView | null => {
    const view = reportNamed(views, source)
    if (typeof view !== 'string') return view
    say('source', 'failed', view, source)
    refusal = view
    return null
  }

  const found = note.answers.flatMap((answer) => {
    const view = named(answer.source)
    return view === null ? [] : (answerIn(view, answer, namesSpeakers, say) ?? [])
  })
  if (found.length === 0) return { refused: refusal, checks }

  const terms = termsOfQuestion(note.question)
  const answers = belongingTo(note.kind, terms, found)
  for (const { view } of found.filter((answer) => !answers.includes(answer)))
    say('same-matter', 'failed', 'nothing shows that it answers the question', view.article.source)
  if (answers.length === 0) return { refused: 'other-matter', checks }
  if (answers.length === found.length) say('same-matter', 'held')

  const told = new Set(answers.map(({ view }) => view))
  const called = note.silent.flatMap((source) => named(source) ?? []).filter((view) => !told.has(view))
  const written = (when: 'before' | 'after'): readonly ArticleView[] =>
    (note.written ?? []).flatMap((item) => (item.when === when ? (named(item.source) ?? []) : []))
  const [before, after] = [written('before'), written('after')]
  if (before.length + after.length > 0) say('time', 'held')

  const isAboutSilence = note.kind === 'omission'
  const isOneSided = !isAboutSilence && told.size < 2
  const most = isAboutSilence ? mostTrace.omission : mostTrace.other
  const answered = new Set(found.map(({ view }) => view))
  const passages = answers.map(({ view, printed }) => ({ view, span: printed }))
  const looked = views
    .filter((view) => !told.has(view))
    .map((view) => {
      const { score, nearest } = traceOf(view, terms, passages, columns)
      const isCalled = called.includes(view)
      const isUnread = view.article.completeness.state !== 'complete' || view.article.language !== 'en'
      const holds =
        !isOneSided &&
        !isUnread &&
        !before.includes(view) &&
        (isCalled ? score < most : !answered.has(view) && score < unplaced.silent)
      const tells = !isCalled && !isUnread && nearest !== null && score >= unplaced.told
      const { source } = view.article
      const against = isUnread ? 'not read whole' : 'a passage may tell it'
      const found = tells ? 'a passage tells it' : holds ? 'nothing near it there' : 'on no side: not checked'
      if (isCalled) say('silence', holds ? 'held' : 'failed', holds ? undefined : against, source)
      else say('every-report', holds || tells ? 'mended' : 'failed', found, source)
      return { view, holds, tells, nearest }
    })
  if (looked.every(({ view }) => called.includes(view))) say('every-report', 'held')
  const silent = looked.flatMap(({ view, holds }) => (holds ? [view] : []))
  const searched = looked.flatMap(({ view, tells, nearest }) =>
    tells && nearest !== null ? [foundIn(view, nearest, namesSpeakers)] : [],
  )
  const unknown = looked.flatMap(({ view, holds, tells }) => (holds || tells ? [] : [view]))

  const wording = questionOf(note.kind, note.question, answers)
  say('question', wording.failed === null ? 'held' : 'mended', wording.failed ?? undefined)
  if (told.size < 2 && silent.length + before.length === 0 && !isAboutSilence)
    return { refused: 'nothing-to-compare', checks }

  const timely = answers.filter(({ view }) => !before.includes(view))
  const { kind, type } = kindOf(note, timely.length > 1 ? timely : answers, silent, say)
  // A side that was taken out, or a silence that is the note's whole matter.
  const isLost = answers.length < note.answers.length || (isAboutSilence && silent.length === 0)
  const checked: Checked = {
    ...{ kind, type, question: wording.question, answers, silent, unknown, before, after },
    found: searched,
    nearest: looked.flatMap(({ view, nearest }) => (nearest === null ? [] : [{ view, span: nearest }])),
    outcome: isLost
      ? 'cannot-tell'
      : kind === 'told-differently'
        ? 'told-differently'
        : checks.some(({ outcome }) => outcome !== 'held')
          ? 'mended'
          : 'printed',
  }
  return { checked, checks }
}

type Say = (
  check: NoteCheck['check'],
  outcome: NoteCheck['outcome'],
  reason?: string,
  source?: string,
) => void

function answerIn(
  view: ArticleView,
  { source, words, by, sentence }: NoteAnswer,
  namesSpeakers: boolean,
  say: Say,
): Answer | null {
  const span = locate(view, words, sentence)
  say('words', span === null ? 'failed' : 'held', span === null ? 'not in the text' : undefined, source)
  if (span === null) return null
  const printed = understoodAlone(view, span)
  const credit = creditOf(view, span, by ?? null, namesSpeakers)
  const isWider = printed.start !== span.start || printed.end !== span.end
  say('understood-alone', isWider ? 'mended' : 'held', isWider ? 'widened' : undefined, source)
  const isLost = by != null && credit?.from !== 'note'
  const isGiven = credit !== null && credit.from === 'program'
  say(
    'credit',
    isLost || isGiven ? 'mended' : 'held',
    isLost ? 'not named close by' : isGiven ? 'as the report has it' : undefined,
    source,
  )
  return { view, span, printed, by: credit?.words ?? null }
}

function foundIn(view: ArticleView, span: Span, namesSpeakers: boolean): Answer {
  return { view, span, printed: span, by: creditOf(view, span, null, namesSpeakers)?.words ?? null }
}

/** A headline answers what the headlines say. */
function belongingTo(
  kind: NoteDifference['kind'],
  question: ReturnType<typeof termsOfQuestion>,
  found: readonly Answer[],
): readonly Answer[] {
  const passage = ({ view, printed }: Answer): Passage => ({ view, span: printed })
  return found.filter((answer) => {
    if (kind === 'emphasis' && inHeadline(answer.view, answer.span.start)) return true
    const others = found.filter((other) => other !== answer).map(passage)
    return belonging(question, passage(answer), others) >= leastBelonging
  })
}

type Kind = Pick<Checked, 'kind' | 'type'>

/** The kind that a note has by the program's reading; told differently where that does not bear it out. */
function kindOf(
  note: NoteDifference,
  answers: readonly Answer[],
  silent: readonly ArticleView[],
  say: Say,
): Kind {
  const only = (kind: FindingKind): Kind => ({ kind, type: null })
  const pairs = pairsOf(answers).filter(([a, b]) => a.view !== b.view)
  const some = (test: (a: Answer, b: Answer) => boolean): boolean => pairs.some(([a, b]) => test(a, b))
  switch (note.kind) {
    case 'value':
    case 'opposite': {
      const isEarly = (note.written ?? []).some(({ when }) => when != null)
      const type = isEarly ? null : conflictOf(note.question, pairs)
      say('contradiction', type === null ? 'failed' : 'held', isEarly ? 'written before or after' : undefined)
      return type === null ? only('told-differently') : { kind: 'conflict', type }
    }
    case 'speaker':
      return only(some((a, b) => a.by !== b.by) ? 'speaker-differs' : 'told-differently')
    case 'quotation': {
      const isOfOne = ({ by: one }: Answer, { by: other }: Answer): boolean =>
        one !== null && other !== null && relateSpeakers(one, other) !== 'different'
      const holds = some((a, b) => isQuoted(a) && isQuoted(b) && isOfOne(a, b) && isOneUtterance(a, b))
      say(
        'quotation',
        holds ? 'held' : 'failed',
        holds ? undefined : 'not one utterance of one speaker in quotation marks on both sides',
      )
      return only(holds ? (some(isPart) ? 'quote-shortened' : 'quote-altered') : 'told-differently')
    }
    case 'certainty':
      if (some((a, b) => (a.by === null) !== (b.by === null) && isAlike(a, b)))
        return only('attribution-dropped')
      return only(
        some((a, b) => isHedged(a) !== isHedged(b) && isAlike(a, b))
          ? 'certainty-differs'
          : 'told-differently',
      )
    case 'omission':
      return only(silent.length > 0 ? 'omitted-claim' : pairs.length > 0 ? 'told-differently' : 'only-here')
    case 'naming':
      return only('naming')
    case 'emphasis':
      return only(
        answers.every(({ view, span }) => inHeadline(view, span.start)) ? 'headline-focus' : 'prominence',
      )
  }
}

function conflictOf(question: string, pairs: readonly (readonly [Answer, Answer])[]): ConflictType | null {
  const read = pairs.map(([a, b]) => {
    const [one, other] = [a, b].map(({ view, printed }) => ({ view, span: printed }))
    return { a, b, verdict: one && other ? contradiction(question, one, other) : null }
  })
  for (const { a, b, verdict } of read) {
    const isBoth = read.some(
      (other) => other.verdict === 'agree' && other.a.view === a.view && other.b.view === b.view,
    )
    if (verdict !== null && verdict !== 'agree' && !isBoth) return verdict
  }
  return null
}

function isQuoted({ view, span }: Answer): boolean {
  return view.inMarks.some(
    (marked) => 2 * overlap(marked, span) >= span.end - span.start || contains(span, marked),
  )
}

function isPart({ view, span }: Answer, other: Answer): boolean {
  const [one, two] = [wordsIn(view, span), wordsIn(other.view, other.span)].map((words) =>
    words.map(({ norm }) => norm).join(' '),
  )
  return one !== two && ((one ?? '').includes(two ?? '') || (two ?? '').includes(one ?? ''))
}

/** Two quotations of one utterance have so much in common; passages on one thing, told more surely and less. */
const least = { shared: 0.3, alike: 0.4 } as const

function isOneUtterance(a: Answer, b: Answer): boolean {
  return share(termsIn(a.view, [a.span]), termsIn(b.view, [b.span])) >= least.shared
}

function isAlike(a: Answer, b: Answer): boolean {
  return share(termsIn(a.view, [a.printed]), termsIn(b.view, [b.printed])) >= least.alike
}

function isHedged({ view, printed }: Answer): boolean {
  return wordsIn(view, printed).some(isHedgeWord)
}
