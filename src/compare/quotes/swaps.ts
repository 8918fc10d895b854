/**
 * Words of a version in the place of others: “peace” for “defeat”.
 *
 * In:    a hunk between the version and the fullest one. Out: the swap, with the words beside it, if it is one.
 * Never: takes a word in two spellings, a number in figures or a contraction written out for another word.
 */
import { sameWrittenOut } from '../../english/contractions.js'
import { negations } from '../../english/negation.js'
import type { ArticleView, Word } from '../../likeness/view.js'
import { pieceEnd, type Hunk } from './matching.js'
import { surface } from './pieces.js'
import type { Version } from './version.js'

/** Other words in the same place, each with up to three words on either side. */
export type Swap = { readonly from: string; readonly to: string }

/** A swap is short: longer stretches are cut here and said there. */
const longestSwap = 4

export function swapOf(
  hunk: Hunk,
  fullest: Version,
  version: Version,
  own: ReadonlySet<Word>,
): readonly Swap[] {
  const removed = hunk.removed.flatMap((index) => fullest.quotedWords[index] ?? [])
  const added = hunk.added.flatMap((index) => version.quotedWords[index] ?? [])
  const [from, to] = [removed, added].map((words) => words.filter(saysSomething))
  if (!from || !to || from.length === 0 || to.length === 0) return []
  if (Math.max(removed.length, added.length) > longestSwap) return []
  if (to.some((word) => own.has(word) || inBrackets(version, word))) return []
  // One word in two spellings or forms, one number in figures and in words, one contraction written out.
  if (to.every((word) => from.some((other) => likeWord(word, other)))) return []
  if (isWrittenOut(removed, added) || isOneNumber(fullest.view, removed, version.view, added)) return []
  return [{ from: surface(fullest, around(fullest, removed)), to: surface(version, around(version, added)) }]
}

function isWrittenOut(removed: readonly Word[], added: readonly Word[]): boolean {
  const [from, to] = [removed, added].map((words) => words.map(({ norm }) => norm))
  return sameWrittenOut(from ?? [], to ?? [])
}

/** One value, in figures here and in words there. */
function isOneNumber(
  from: ArticleView,
  removed: readonly Word[],
  to: ArticleView,
  added: readonly Word[],
): boolean {
  const value = valueOf(from, removed)
  return value !== null && value === valueOf(to, added)
}

function valueOf({ article: { quantities } }: ArticleView, words: readonly Word[]): string | null {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return null
  const found = quantities.find(({ start, end }) => start <= first.start && last.end <= end)
  return found ? `${found.kind} ${found.value}` : null
}

/** Words shown on either side of a swap. */
const beside = 3

/** With the words beside them, as far as sentence and quotation marks reach. */
function around({ quotedWords, view }: Version, words: readonly Word[]): readonly Word[] {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return words
  const runsOn = (left: Word | undefined, right: Word | undefined): boolean =>
    left !== undefined && right !== undefined && !pieceEnd.test(view.text.slice(left.end, right.start))
  let from = quotedWords.indexOf(first)
  let to = quotedWords.indexOf(last)
  for (let n = 0; n < beside && runsOn(quotedWords[from - 1], quotedWords[from]); n++) from--
  for (let n = 0; n < beside && runsOn(quotedWords[to], quotedWords[to + 1]); n++) to++
  return quotedWords.slice(from, to + 1)
}

/** Content words, and the function words that turn what is said: “may” for “will”, “once” for “twice”. */
function saysSomething({ key, norm }: Word): boolean {
  return key !== '' || turning.has(norm) || negations.has(norm)
}

const turning: ReadonlySet<string> = new Set(
  `will would shall should can could may might must all none some most many few every any both either neither once twice
  always never before after`.split(/\s+/u),
)

function likeWord(a: Word, b: Word): boolean {
  if (a.key === '' || b.key === '') return a.norm === b.norm
  return a.key === b.key || a.norm.slice(0, 4) === b.norm.slice(0, 4)
}

export function inBrackets(version: Version, word: Word): boolean {
  const { text } = version.view
  const open = text.lastIndexOf('[', word.start)
  return open >= 0 && word.start - open < 80 && !text.slice(open, word.start).includes(']')
}
