/**
 * Whether figures in like sentences count for two: of two players, of two matches.
 *
 * In:    figures of one kind and unit of two reports.
 * Out:   yes where the subjects of their clauses are two names, or a name and a "he" who is somebody else; where a name
 *        narrows what one of them counts; where their sentences give other figures of the same units that all differ as well.
 * Never: looks farther than one sentence back.
 */
import type { Argument } from '../../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { once } from '../../text/once.js'
import { contains } from '../../text/spans.js'
import { normalizeWord } from '../../text/tokens.js'
import { wordsIn } from '../../likeness/view.js'
import { figuresOf, type Figure } from './figure.js'

export function areTwoAccounts(a: Figure, b: Figure): boolean {
  return haveTwoSubjects(a, b) || isNarrowed(a) !== isNarrowed(b) || differThroughout(a, b)
}

/** "seven AK-47 assault rifles" may be some of the rifles. */
const isNarrowed = once(({ view, span, unitWord }: Figure): boolean => {
  if (unitWord === null) return false
  const behind = view.text.slice(span.end, span.end + 40)
  const at = behind.toLowerCase().indexOf(unitWord.toLowerCase())
  return at > 0 && /[\p{Lu}\d]/u.test(behind.slice(0, at))
})

const personal: ReadonlySet<string> = new Set('he she they i we'.split(' '))

function haveTwoSubjects(a: Figure, b: Figure): boolean {
  const [one, other] = [subjectOf(a), subjectOf(b)]
  if (one === null || other === null) return false
  if (isPronoun(one)) return !isPronoun(other) && isName(b) && !isNamedBefore(a, other)
  if (isPronoun(other)) return isName(a) && !isNamedBefore(b, one)
  return isName(a) && isName(b) && !one.some((word) => other.includes(word))
}

function isPronoun(words: readonly string[]): boolean {
  return words.length === 1 && words.some((word) => personal.has(word))
}

/** Whether "he" may be this person: the sentence or the one before has the name. */
function isNamedBefore({ view, sentence, span }: Figure, name: readonly string[]): boolean {
  const from = view.sentences[Math.max(0, sentence - 1)]?.start ?? span.start
  return wordsIn(view, { start: from, end: span.start }).some(({ norm }) => name.includes(norm))
}

/** Words of the subject of the figure's clause; null where it has none. */
const subjectOf = once((figure: Figure): readonly string[] | null => {
  const subject = subjectArgument(figure)
  if (!subject) return null
  return figure.view.text.slice(subject.start, subject.end).split(/\s+/u).map(normalizeWord)
})

const subjectArgument = once(({ view, span, sentence }: Figure): Argument | undefined => {
  const whole = view.sentences[sentence]
  if (!whole || isTooLong(whole)) return undefined
  return readingOf(view.article)
    .propositions(whole)
    .filter((one) => contains(one, span))
    .sort((one, other) => one.end - one.start - (other.end - other.start))
    .flatMap((one) => one.arguments.filter(({ role }) => role === 'subject'))[0]
})

function isName(figure: Figure): boolean {
  const subject = subjectArgument(figure)
  return (
    subject !== undefined && /^\p{Lu}/u.test(figure.view.text.slice(subject.head.start, subject.head.end))
  )
}

/** "25 points and 16 rebounds", "22 points and nine rebounds": two matches, not two counts of one. */
function differThroughout(a: Figure, b: Figure): boolean {
  const pairs = beside(a).flatMap((one) =>
    beside(b).flatMap((other) =>
      whatIsCounted(one) === whatIsCounted(other) ? [one.value === other.value] : [],
    ),
  )
  return pairs.length > 0 && pairs.every((same) => !same)
}

/** Counts of other things in the figure's sentence. */
const beside = once((figure: Figure): readonly Figure[] =>
  figuresOf(figure.view).filter((other) => {
    const what = whatIsCounted(other)
    const isOther = other.kind === 'number' && what !== null && what !== whatIsCounted(figure)
    return isOther && other.sentence === figure.sentence
  }),
)

/** The unit; of a number without one the word behind it, null where there is none. */
function whatIsCounted({ view, span, unit }: Figure): string | null {
  return unit ?? /^[\s-]+(\p{L}+)/u.exec(view.text.slice(span.end, span.end + 30))?.[1] ?? null
}
