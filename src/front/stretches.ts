/**
 * What of a version is shown: the sentence in which it differs, with the words that differ; not what both end with, and of a
 * sentence of more than forty words what stands around them.
 *
 * In:    the words of two versions, the edit between them. Out: pieces of text.
 * Never: cuts a longer sentence right behind the words that differ: it goes on to a pause.
 */
import { functionWords } from '../english/function-words.js'
import type { Edit } from '../model/comparison.js'
import { tokenize } from '../text/tokens.js'
import { trimmedOf } from '../text/trimmed.js'

/**
 * Words of a longer sentence shown before and behind those that differ: behind up to a pause, if it comes. Readers took shorter
 * pieces, cut at other places in each report, for differences of their own.
 */
const [wordsBefore, wordsBehind, wordsToPause] = [10, 8, 16]
const shortSentence = 40

export const isShort = (text: string): boolean => text.split(' ').length <= shortSentence

/** Of two wordings of one sentence what makes the difference: up to there, and some words behind. */
export function alteredShown(
  whole: string,
  short: string,
  { removed = '', added = '' }: Partial<Edit>,
): readonly [string, string] {
  return withoutCommonEnd(...sentencesShown(whole, short, removed, added))
}

/** Words that both end with: so many are shown, and no fewer than these are worth the dots. */
const [wordsKept, leastLeftOut] = [5, 5]

/** Both up to the same word, a few words behind the last that differs; a sentence keeps its beginning. */
function withoutCommonEnd(one: string, other: string): readonly [string, string] {
  const [a, b] = [tokenize(one), tokenize(other)]
  const differs = a.toReversed().findIndex(({ norm }, place) => norm !== b.at(-1 - place)?.norm)
  const common = differs < 0 ? a : a.slice(a.length - differs)
  const shown = common.findIndex(({ norm }, place) => place + 1 >= wordsKept && !functionWords.has(norm)) + 1
  const left = common.length - shown
  if (shown === 0 || left < leastLeftOut) return [one, other]
  const upTo = (text: string, end = text.length): string => `${text.slice(0, end)} …`
  return [upTo(one, a.at(-1 - left)?.end), upTo(other, b.at(-1 - left)?.end)]
}

/** A sentence of a few words whole; of a longer one the words that make the difference, with some around them. */
function sentencesShown(
  whole: string,
  short: string,
  removed: string,
  added: string,
): readonly [string, string] {
  const [one, other] = [excerpt(whole, removed), excerpt(short, added)]
  if (one !== null && other !== null) return [one, other]
  // Words put in stand on one side alone: the other is shown from the same words before them.
  if (one !== null) return [one, alike(short, one, removed)]
  return other === null ? [whole, short] : [alike(whole, other, added), other]
}

/** Of a sentence what an excerpt shows of the other version, in which `stretch` alone differs. */
function alike(sentence: string, shown: string, stretch: string): string {
  const at = shown.indexOf(stretch)
  return stretchAfter(sentence, shown.slice(0, at), shown.slice(at + stretch.length))
}

/** A stretch of a sentence with words around it; null where it does not stand there. */
export function excerpt(sentence: string, stretch: string): string | null {
  const at = stretch === '' ? -1 : sentence.indexOf(stretch)
  if (at < 0) return null
  if (isShort(sentence)) return sentence
  const before = sentence
    .slice(0, at)
    .split(/(?<= )/u)
    .slice(-wordsBefore)
  return [...before, stretch, toPause(sentence.slice(at + stretch.length))].join('')
}

/** A fragment that breaks off in the middle of a thought is not understood. */
function toPause(text: string): string {
  const words = text.split(/(?= )/u)
  const pause = words.findIndex((word, place) => place + 1 >= wordsBehind && /[,;:.!?]$/u.test(word))
  if (pause >= 0 && pause < wordsToPause) return firstWords(text, pause + 1)
  const last = words.findLastIndex((word, place) => place < wordsBehind && !functionWords.has(word.trim()))
  return firstWords(text, last + 1)
}

function firstWords(text: string, number: number): string {
  return trimmedOf(text.split(/(?= )/u).slice(0, number).join(''), '', ' ,;')
}

/** From `lead` to `tail`; the whole sentence where it is short or does not hold these words. */
function stretchAfter(sentence: string, lead: string, tail: string): string {
  const plain = (words: string): string => words.replaceAll('’', "'").toLowerCase()
  const at = lead === '' ? -1 : plain(sentence).indexOf(plain(lead))
  if (at < 0 || isShort(sentence)) return sentence
  const end = tail === '' ? -1 : plain(sentence).indexOf(plain(tail), at + lead.length - 1)
  return end < 0
    ? firstWords(sentence.slice(at), wordsBefore + wordsBehind)
    : sentence.slice(at, end + tail.length)
}

/** Not behind a question in single marks: what follows belongs to the same sentence. */
const ends = /(?<=[.!?]["”]?) |…/u

/** The sentences, without the marks and stops around them. */
export function sentences(text: string): readonly string[] {
  return text
    .split(ends)
    .map((part) => trimmedOf(part, ' "“”‘’,;', ' "“”‘,;.'))
    .filter((part) => part !== '')
}

/** The sentence in which the stretch stands, or else the one that is nearest to the other version. */
export function around(text: string, stretch: string, other: string): string {
  const holding = stretch === '' ? undefined : sentences(text).find((part) => part.includes(stretch))
  return holding ?? nearest(text, other)
}

/** The sentence that has most words of the other version. */
export function nearest(text: string, other: string): string {
  const known = new Set(tokenize(other).map(({ norm }) => norm))
  const shared = (part: string): number => tokenize(part).filter(({ norm }) => known.has(norm)).length
  const [best = text] = [...sentences(text)].sort((a, b) => shared(b) - shared(a))
  return best
}
