/** Words of a version in the place of others, “peace” for “defeat”; or put into a sentence that another prints without them. */
import { sameWrittenOut } from '../../english/figure-words.js'
import { turningWords } from '../../english/function-words.js'
import { negations } from '../../english/negation.js'
import type { Edit } from '../../model/comparison.js'
import { isThing } from '../tags.js'
import type { Word } from '../../likeness/view.js'
import { pieceEnd, type Hunk } from './matching.js'
import type { Quoted } from './version.js'

/** A swap is short: longer stretches are cut here and said there. */
const longestSwap = 4

/** Whether an edit puts other words in the same place. `own`: words of what is said as well. */
export function isSwap(
  hunk: Hunk,
  { marked }: Edit,
  fullest: Quoted,
  version: Quoted,
  own: ReadonlySet<Word>,
): boolean {
  const removed = hunk.removed.flatMap((index) => fullest.quotedWords[index] ?? [])
  const added = hunk.added.flatMap((index) => version.quotedWords[index] ?? [])
  if (Math.max(removed.length, added.length) > longestSwap || added.some((word) => own.has(word)))
    return false
  const from = removed.filter((word) => saysSomething(word) && !inBrackets(fullest, word))
  const to = added.filter((word) => saysSomething(word) && !inBrackets(version, word))
  const isTurned = [...from, ...to].some(({ norm }) => negations.has(norm))
  const isInstead = from.length > 0 && to.length > 0
  const things = [
    ...from.filter((word) => isThing(fullest.view, word)),
    ...to.filter((word) => isThing(version.view, word)),
  ]
  const isPutIn = isPure(hunk) && !marked && things.length > 0
  if (!isTurned && !isInstead && !isPutIn) return false
  if (!isInside(fullest, hunk.from, hunk.removed.length) || !isInside(version, hunk.at, hunk.added.length))
    return false
  // One word in two spellings or forms, one number in figures and in words, one contraction written out.
  if (isInstead && to.every((word) => from.some((other) => likeWord(word, other)))) return false
  return !areSameLetters(hunk, fullest, version) && !isWrittenOut(removed, added)
}

/** With the word before and behind: "She’ s" and "She's" differ by a space. */
function areSameLetters({ from, at, removed, added }: Hunk, fullest: Quoted, version: Quoted): boolean {
  const letters = ({ quotedWords, view }: Quoted, start: number, size: number): string => {
    const [left, right] = [
      quotedWords[Math.max(0, start - 1)],
      quotedWords[start + size] ?? quotedWords.at(-1),
    ]
    return left && right
      ? view.text
          .slice(left.start, right.end)
          .replace(/[^\p{L}\p{N}]/gu, '')
          .toLowerCase()
      : ''
  }
  return letters(fullest, from, removed.length) === letters(version, at, added.length)
}

function isPure({ removed, added }: Hunk): boolean {
  return removed.length === 0 || added.length === 0
}

/** With the words beside it in one piece: words that a credit or dots stand between were never one stretch. */
function isInside({ quotedWords, view }: Quoted, at: number, size: number): boolean {
  const [first, last] = [Math.max(0, at - 1), Math.min(quotedWords.length - 1, at + size)]
  const [left, right] = [quotedWords[first], quotedWords[last]]
  if (!left || !right) return false
  if (size === 0 && (at === 0 || at >= quotedWords.length)) return false
  // Pieces that were put into the order of the fullest version stand elsewhere in print.
  return left.end <= right.start && !pieceEnd.test(view.text.slice(left.end, right.start))
}

function isWrittenOut(removed: readonly Word[], added: readonly Word[]): boolean {
  const [from, to] = [removed, added].map((words) => words.map(({ norm }) => norm))
  return sameWrittenOut(from ?? [], to ?? [])
}

/** Content words, and the function words that turn what is said: “may” for “will”, “once” for “twice”. */
function saysSomething({ key, norm }: Word): boolean {
  return key !== '' || turningWords.has(norm) || negations.has(norm)
}

function likeWord(a: Word, b: Word): boolean {
  if (a.key === '' || b.key === '') return a.norm === b.norm
  return a.key === b.key || a.norm.slice(0, 4) === b.norm.slice(0, 4)
}

export function inBrackets(version: Quoted, word: Word): boolean {
  const { text } = version.view
  const open = Math.max(text.lastIndexOf('[', word.start), text.lastIndexOf('(', word.start))
  return open >= 0 && word.start - open < 80 && !/[\])]/u.test(text.slice(open, word.start))
}
