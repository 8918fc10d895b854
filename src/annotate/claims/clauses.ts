/**
 * Places where a new clause starts, by surface rules over parts of speech: one rule a line.
 *
 * In:    the words of one sentence.
 * Out:   word indices (never 0) in ascending order.
 * Never: cuts a list of names or nouns, or an infinitive from its verb.
 */
import type { TaggedWord } from '../../english/parse/tree.js'
import {
  hasFinite,
  hasMainFinite,
  isFinite,
  opensWithParticiple,
  startsWithSubjectAndVerb,
} from '../../english/finite-verbs.js'

/** `left`: index where the running clause started. */
type Rule = (words: readonly TaggedWord[], i: number, left: number) => boolean

const relative = new Set('which who whom whose where when'.split(' '))
const coordinators = new Set('and but yet so or nor'.split(' '))
const subordinators = new Set(
  'because although though while whereas after before since until once when as even'.split(' '),
)
const prepositionsIng = new Set(
  'including according regarding following concerning excluding pending starting beginning'.split(' '),
)

const rules: readonly Rule[] = [
  afterStop,
  coordinated,
  listedClause,
  coordinatedVerb,
  relativeClause,
  resumedPredicate,
  subordinate,
  afterLeadingSubordinate,
  participle,
]

export function clauseStarts(words: readonly TaggedWord[]): number[] {
  const starts: number[] = []
  let left = 0
  for (let i = 1; i < words.length; i++)
    if (rules.some((rule) => rule(words, i, left))) {
      starts.push(i)
      left = i
    }
  return starts
}

/** `…; …`, `…: …`, `… — …`: where a verb stands on both sides. */
function afterStop(words: readonly TaggedWord[], i: number, left: number): boolean {
  const mark = words[i - 1]?.surface ?? ''
  if (!/^(?:;|:|—|–|--)$/.test(mark) || i - 1 - left < 2) return false
  return hasFinite(words, left, i - 1) && hasFinite(words, i, endOfPart(words, i))
}

/** `…, and Ukraine says no`; without a comma only before a subject with its verb. */
function coordinated(words: readonly TaggedWord[], i: number, left: number): boolean {
  const word = words[i]?.lower ?? ''
  if (word === 'but' && isComma(words, i - 1) && i - left > 3)
    return startsWithSubjectAndVerb(words, i + 1, 14)
  if (!coordinators.has(word) || !hasMainFinite(words, left, i)) return false
  if (isInOpenClause(words, left, i) || isSubjectBefore(words, left, i)) return false
  return startsWithSubjectAndVerb(words, i + 1, isComma(words, i - 1) ? 14 : 8)
}

/** `…, missiles | and drones are striking`: the words since the comma are the other half of the subject. */
function isSubjectBefore(words: readonly TaggedWord[], left: number, i: number): boolean {
  const since = words.slice(Math.max(left, i - 4), i)
  const comma = since.findLastIndex((word) => word.surface === ',')
  if (comma < 0 || comma === since.length - 1) return false
  return since.slice(comma + 1).every((word) => ['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'].includes(word.pos))
}

/** `Forces are advancing, | missiles and drones are striking the grid, and the negotiator has resigned` */
function listedClause(words: readonly TaggedWord[], i: number, left: number): boolean {
  if (!isComma(words, i - 1) || !hasMainFinite(words, left, i) || !startsWithSubjectAndVerb(words, i, 8))
    return false
  const verb = words.findIndex((_, k) => k >= i && isFinite(words, k))
  const opens = words[i]?.pos ?? 'X'
  if (!['NOUN', 'PROPN', 'DET', 'ADJ', 'NUM'].includes(opens)) return false
  if (words.slice(i, verb).some((word) => relative.has(word.lower) || word.lower === 'that')) return false
  return words.slice(verb).some((word) => word.lower === 'and')
}

/** `… that Kyiv and Warsaw would`, `after Kyiv and Warsaw had`: the clause that `that` opened still waits for its verb. */
function isInOpenClause(words: readonly TaggedWord[], left: number, i: number): boolean {
  for (let k = i - 1; k > left; k--) {
    if (isFinite(words, k)) return false
    const { lower, pos } = words[k] ?? { lower: '', pos: 'X' }
    if (pos === 'PUNCT') return false
    if (lower === 'that' || lower === 'whether' || lower === 'if' || subordinators.has(lower)) return true
    if (pos === 'ADP') return false
  }
  return false
}

/** `emerged … and went on to say`, `…, but did not agree`: a second predicate of three words or more. */
function coordinatedVerb(words: readonly TaggedWord[], i: number, left: number): boolean {
  if (!coordinators.has(words[i]?.lower ?? '') || !hasMainFinite(words, left, i)) return false
  let verb = i + 1
  while (words[verb]?.pos === 'ADV') verb++
  if (!isFinite(words, verb) || endOfPart(words, i) - verb < 3) return false
  // `shot and killed the man`: two verbs with one object are one act.
  return !isFinite(words, i - 1) && i - left > 3
}

/** `, which comes in four parts` */
function relativeClause(words: readonly TaggedWord[], i: number, left: number): boolean {
  const opens =
    relative.has(words[i]?.lower ?? '') ||
    (words[i]?.pos === 'ADP' && relative.has(words[i + 1]?.lower ?? ''))
  return (
    opens && isComma(words, i - 1) && i - left > 1 && hasFinite(words, i + 1, Math.min(words.length, i + 12))
  )
}

/** `The plan, which critics had called tilted, | comes in four parts` */
function resumedPredicate(words: readonly TaggedWord[], i: number, left: number): boolean {
  const first = words[left]?.lower ?? ''
  const second = words[left + 1]?.lower ?? ''
  const inRelative = left > 0 && (relative.has(first) || relative.has(second))
  return inRelative && isComma(words, i - 1) && isFinite(words, i) && hasFinite(words, left, i - 1)
}

/** `… after Kyiv had objected`, `…, while the others waited` */
function subordinate(words: readonly TaggedWord[], i: number, left: number): boolean {
  const word = words[i]?.lower ?? ''
  if (!subordinators.has(word) || i - left < 5 || !hasFinite(words, left, i)) return false
  if (word === 'even' && !subordinators.has(words[i + 1]?.lower ?? '')) return false
  if (subordinators.has(words[i - 1]?.lower ?? '')) return false
  if ((word === 'as' || word === 'when') && !isComma(words, i - 1))
    return startsWithSubjectAndVerb(words, i + 1, 5)
  return startsWithSubjectAndVerb(words, i + 1, 10)
}

/** `Hours after the Americans had landed, | Putin …` */
function afterLeadingSubordinate(words: readonly TaggedWord[], i: number, left: number): boolean {
  if (!isComma(words, i - 1) || i - left < 8 || !startsSubordinate(words, left)) return false
  return hasFinite(words, left, i - 1) && startsWithSubjectAndVerb(words, i, 14)
}

function startsSubordinate(words: readonly TaggedWord[], left: number): boolean {
  const first = words.slice(left, left + 4)
  return first.some((word) => subordinators.has(word.lower))
}

/** `…, boasting that the town was …`: four words or more. */
function participle(words: readonly TaggedWord[], i: number, left: number): boolean {
  const word = words[i]
  if (!word || !isComma(words, i - 1) || !opensWithParticiple(words, i) || prepositionsIng.has(word.lower))
    return false
  return i - left > 2 && hasFinite(words, left, i) && endOfPart(words, i) - i > 3
}

function isComma(words: readonly TaggedWord[], i: number): boolean {
  return words[i]?.surface === ','
}

/** Index of the next comma, stop or end. */
function endOfPart(words: readonly TaggedWord[], i: number): number {
  let end = i
  while (end < words.length && !/^[,;:—–]$/.test(words[end]?.surface ?? '')) end++
  return end
}
