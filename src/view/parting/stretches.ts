/**
 * What of a version is shown: the sentence in which it differs, whole where it is of forty words or fewer, with the words that differ.
 *
 * In:    the words of two versions, the edit between them. Out: pieces of text.
 * Never: cuts a longer sentence right behind the words that differ: it goes on to a pause.
 */
import { functionWords } from '../../english/function-words.js'
import type { Edit } from '../../model/comparison.js'
import { tokenize } from '../../text/tokens.js'
import { trimmedOf } from '../trimmed.js'
import { differing, markedStretch } from './differing.js'
import type { Draft } from './row.js'

/** What a version lacks is marked in the fuller one; what stands in place of the words is marked as they are. */
export function cutShown(
  whole: string,
  removed: string,
  short: string,
  edit: Edit | undefined,
): readonly Draft['pieces'][] {
  const [, replaced] = edit?.type === 'replaced' ? differing([whole, short]) : []
  return [markedStretch(whole, removed), replaced ?? [{ text: short, differs: false }]]
}

/**
 * Words of a longer sentence shown before and behind those that differ: behind up to a pause, if it comes. Readers took shorter
 * pieces, cut at other places in each report, for differences of their own.
 */
const [wordsBefore, wordsBehind, wordsToPause] = [10, 8, 16]
const shortSentence = 40

/** A sentence of a few words whole; of a longer one the words that make the difference, with some around them. */
export function alteredShown(
  whole: string,
  short: string,
  edit: Edit | undefined,
): readonly Draft['pieces'][] {
  const [one, other] = [
    excerpt(markedStretch(whole, edit?.removed ?? '')),
    excerpt(markedStretch(short, edit?.added ?? '')),
  ]
  if (one && other) return [one, other]
  // Words put in stand on one side alone: the other is shown from the same words before them.
  const known = one ?? other ?? []
  const [before, behind] = [known[0], known.at(-1)]
  const lead = before?.differs === false ? before.text : ''
  const rest = stretchAfter(one ? short : whole, lead, behind?.differs === false ? behind.text : '')
  return one ? [one, [{ text: rest, differs: false }]] : [[{ text: rest, differs: false }], known]
}

export function excerpt(pieces: Draft['pieces']): Draft['pieces'] | null {
  const at = pieces.findIndex(({ differs }) => differs)
  const stretch = pieces[at]
  if (stretch === undefined) return null
  if (textOf(pieces).split(' ').length <= shortSentence) return pieces
  const [before, behind] = [textOf(pieces.slice(0, at)), textOf(pieces.slice(at + 1))]
  return [
    {
      text: before
        .split(/(?<= )/u)
        .slice(-wordsBefore)
        .join(''),
      differs: false,
    },
    stretch,
    { text: toPause(behind), differs: false },
  ].filter(({ text }) => text !== '')
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
  if (at < 0 || sentence.split(' ').length <= shortSentence) return sentence
  const end = tail === '' ? -1 : plain(sentence).indexOf(plain(tail), at + lead.length - 1)
  return end < 0
    ? firstWords(sentence.slice(at), wordsBefore + wordsBehind)
    : sentence.slice(at, end + tail.length)
}

export const textOf = (pieces: Draft['pieces']): string => pieces.map(({ text }) => text).join('')

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
