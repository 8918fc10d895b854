/**
 * What separates a version of an utterance from the fullest one: a list of typed edits.
 *
 * In:    the quoted words of both (`diff`'s diffArrays, Myers 1986, on our own tokens, bounded by maxEditLength).
 * Out:   edits in the order of the fullest version, with what each removed piece carries.
 * Never: calls a change of spelling, case, punctuation or contraction an edit.
 */
import { diffArrays } from 'diff'
import type { Edit } from '../../model/comparison.js'
import { negations } from '../../english/negation.js'
import { isHedgeWord } from '../../english/hedges.js'
import { conditions, opposing } from '../../english/conditions.js'
import { sameWrittenOut } from '../../english/contractions.js'
import { toldElsewhere } from './elsewhere.js'
import type { Version } from './version.js'
import { sentenceIndex, type ArticleView, type Word } from '../../likeness/view.js'
import { tagsOf } from '../tags.js'
import { apart } from './pieces.js'
import { onceForTwo } from '../../text/once.js'

export type Comparison = {
  readonly edits: readonly Edit[]
  /** Content words that stand where the fullest has others: “peace” for “defeat”. */
  readonly swaps: readonly Swap[]
  /** Share of this version's quoted words that stand in the fullest, in order. */
  readonly kept: number
  /** Number of words that both have. */
  readonly common: number
  /** Longest run of words that both have. */
  readonly run: number
  /** Content words put in or put instead of others, unmarked. */
  readonly foreign: number
  /** Words of whole pieces that the fullest has nowhere: said as well, not changed. */
  readonly ownWords: number
  readonly removedWords: number
}

/** Other words in the same place, each with up to three words on either side. */
export type Swap = { readonly from: string; readonly to: string }

type Hunk = { readonly removed: readonly number[]; readonly added: readonly number[]; readonly at: number }

const maxEditLength = 600

/** Compares a version's quoted words with the fullest version's; undefined when the two are too far apart to say. */
export const compareVersions = onceForTwo(compareTwo)

function compareTwo(fullest: Version, version: Version): Comparison | undefined {
  const a = fullest.quotedWords
  const ordered = { ...version, quotedWords: inOrderOf(a, version) }
  const b = ordered.quotedWords
  const pairs = matched(fullest, b)
  if (pairs === undefined) return undefined
  const hunks = hunksBetween(pairs, a.length, b.length)
  const own = ownPieces(ordered, new Set(pairs.map((pair) => pair.b)))
  const foreign = hunks
    .flatMap((hunk) => hunk.added)
    .flatMap((index) => b[index] ?? [])
    .filter((word) => word.key !== '' && !own.has(word) && !inBrackets(version, word)).length
  return {
    edits: hunks.map((hunk) => toEdit(hunk, fullest, ordered)),
    swaps: hunks.flatMap((hunk) => swapOf(hunk, fullest, ordered, own)),
    kept: b.length === 0 ? 0 : pairs.length / b.length,
    common: pairs.length,
    run: longestRun(pairs),
    foreign,
    ownWords: own.size,
    removedWords: hunks.reduce((sum, hunk) => sum + hunk.removed.length, 0),
  }
}

type Pair = { readonly a: number; readonly b: number }

function longestRun(pairs: readonly Pair[]): number {
  let longest = 0
  let run = 0
  pairs.forEach(({ a, b }, at) => {
    const before = pairs[at - 1]
    run = before?.a === a - 1 && before.b === b - 1 ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}

/** Which word of the version is which word of the fullest, in order. */
function matched(fullest: Version, b: readonly Word[]): readonly Pair[] | undefined {
  const a = fullest.quotedWords
  const changes = diffArrays(a.map(plain), b.map(plain), { maxEditLength })
  if (changes === undefined) return undefined
  const pairs: { a: number; b: number }[] = []
  let i = 0
  let j = 0
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let n = 0; n < count; n++) pairs.push({ a: i + n, b: j + n })
    if (!added) i += count
    if (!removed) j += count
  }
  return slid(fullest, pairs)
}

/**
 * A cut between "you" and a later "you" may be taken to begin before either. Moved to the left where it then begins with
 * a piece or sentence, or runs on from the cut before: "that is how you | know … You" is no cut a person would see.
 */
function slid(fullest: Version, pairs: { a: number; b: number }[]): readonly Pair[] {
  const words = fullest.quotedWords
  const norm = (index: number): string | undefined => {
    const word = words[index]
    return word && plain(word)
  }
  for (let at = 1; at <= pairs.length; at++) {
    const end = pairs[at]?.a ?? words.length
    const pure = pairs[at] === undefined || pairs[at]?.b === (pairs[at - 1]?.b ?? 0) + 1
    if (!pure || end === (pairs[at - 1]?.a ?? 0) + 1) continue
    for (let back = 1; at - back >= 0; back++) {
      const pair = pairs[at - back]
      const moved = end - back
      if (!pair || norm(pair.a) !== norm(moved)) break
      if (back > 1 && pairs[at - back + 1]?.a !== pair.a + 1) break
      if (pair.a > 0 && !startsPiece(fullest, pair.a) && pairs[at - back - 1]?.a === pair.a - 1) continue
      for (let n = 1; n <= back; n++) {
        const one = pairs[at - n]
        if (one) one.a = end - n
      }
      break
    }
  }
  return pairs
}

/** The first word of a sentence or of a piece between quotation marks. */
function startsPiece({ quotedWords, view }: Version, index: number): boolean {
  const [before, word] = [quotedWords[index - 1], quotedWords[index]]
  return !before || !word || pieceEnd.test(view.text.slice(before.end, word.start))
}

function hunksBetween(pairs: readonly Pair[], sizeA: number, sizeB: number): readonly Hunk[] {
  const hunks: Hunk[] = []
  let before: Pair = { a: -1, b: -1 }
  for (const pair of [...pairs, { a: sizeA, b: sizeB }]) {
    const [removed, added] = [range(before.a + 1, pair.a), range(before.b + 1, pair.b)]
    if (removed.length + added.length > 0) hunks.push({ removed, added, at: before.b + 1 })
    before = pair
  }
  return hunks
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

const pieceEnd = /[.!?…“”"]/u
/** A piece of which the fullest has less than this share of the content words is another thing said. */
const leastFound = 1 / 3
/** Shorter pieces are no statement of their own. */
const leastOwn = 2

/** The words of pieces that are not in the fullest at all: another selection of what was said. */
function ownPieces(version: Version, found: ReadonlySet<number>): ReadonlySet<Word> {
  const indexes = new Map(version.quotedWords.map((word, index) => [word, index]))
  return new Set(
    piecesOf(version).flatMap((piece) => {
      const content = piece.filter((word) => word.key !== '')
      const known = content.filter((word) => found.has(indexes.get(word) ?? -1))
      return content.length >= leastOwn && known.length < leastFound * content.length ? piece : []
    }),
  )
}

function piecesOf(version: Version): readonly (readonly Word[])[] {
  const pieces: Word[][] = []
  let last: Word | undefined
  for (const word of version.quotedWords) {
    // Pieces that were put into the fullest's order start anew where the place jumps back.
    const gap = last && last.end <= word.start ? version.view.text.slice(last.end, word.start) : '.'
    const current = pieces.at(-1)
    if (!current || pieceEnd.test(gap)) pieces.push([word])
    else current.push(word)
    last = word
  }
  return pieces
}

/** The version's sentences and pieces in the order in which the fullest has them: a piece that moved is no edit. */
function inOrderOf(a: readonly Word[], version: Version): readonly Word[] {
  const places = piecesOf(version).map((piece, index) => ({ piece, index, at: placeOf(a, piece) }))
  if (places.some(({ at }) => at < 0)) return version.quotedWords
  return places.sort((x, y) => x.at - y.at || x.index - y.index).flatMap(({ piece }) => piece)
}

/** Where most of a piece's content words stand in the fullest: the place of the first; -1 where too few do. */
function placeOf(a: readonly Word[], piece: readonly Word[]): number {
  const keys = new Set(piece.filter((word) => word.key !== '').map(plain))
  const found = a.flatMap((word, index) => (keys.has(plain(word)) ? [index] : []))
  return keys.size > 0 && found.length * 2 >= keys.size ? (found[0] ?? -1) : -1
}

/** Without apostrophes: "cannot", "can't" and "cant" are one word. */
function plain(word: Word): string {
  return word.norm.replace(/'/g, '').replace(/^cannot$/, 'cant')
}

/** A swap is short: longer stretches are cut here and said there. */
const longestSwap = 4

function swapOf(hunk: Hunk, fullest: Version, version: Version, own: ReadonlySet<Word>): readonly Swap[] {
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

function toEdit(hunk: Hunk, fullest: Version, version: Version): Edit {
  const removed = hunk.removed.flatMap((index) => fullest.quotedWords[index] ?? [])
  const added = hunk.added.flatMap((index) => version.quotedWords[index] ?? [])
  const atStart = hunk.at === 0 && added.length === 0
  const atEnd = hunk.at >= version.quotedWords.length && added.length === 0
  const before = version.quotedWords[hunk.at - 1]
  const after = version.quotedWords[hunk.at + added.length]
  const type = editType(
    removed,
    added,
    atStart,
    atEnd,
    crossesSentence(fullest, removed),
    joined(version, before, after),
  )
  const carried = removed.length === 0 ? null : carries(fullest, removed, type)
  const mark = markAt(version, before, after, atStart, atEnd, added)
  return {
    type,
    removed: surface(fullest, removed),
    marked: mark !== null,
    ...(mark === 'ellipsis' && hasEllipsisAround(fullest, hunk.removed) ? { mayBePause: true } : {}),
    carries: carried,
    elsewhere: toldElsewhere(version, removed, sentenceAround(fullest, removed), carried),
  }
}

/** The words of the sentence or sentences that the removed words stand in. */
function sentenceAround(fullest: Version, removed: readonly Word[]): readonly Word[] {
  const words = fullest.quotedWords
  const [first, last] = [removed[0], removed.at(-1)]
  if (!first || !last) return []
  let from = words.indexOf(first)
  let to = words.indexOf(last) + 1
  while (from > 0 && !startsSentence(fullest, from)) from--
  while (to < words.length && !startsSentence(fullest, to)) to++
  return words.slice(from, to)
}

function editType(
  removed: readonly Word[],
  added: readonly Word[],
  atStart: boolean,
  atEnd: boolean,
  sentence: boolean,
  joinedHere: boolean,
): Edit['type'] {
  if (removed.length === 0) return 'inserted'
  if (added.length > 0) return 'replaced'
  if (atStart) return 'cut-start'
  if (atEnd) return 'cut-end'
  return sentence && joinedHere ? 'merged' : 'cut-middle'
}

/** The removed words run over the end of a sentence. */
function crossesSentence(fullest: Version, removed: readonly Word[]): boolean {
  const first = removed[0]
  const last = removed.at(-1)
  return !!first && !!last && /[.!?]/u.test(fullest.view.text.slice(first.start, last.start))
}

/** The words on both sides of a cut stand in one pair of quotation marks. */
function joined(version: Version, before: Word | undefined, after: Word | undefined): boolean {
  if (!before || !after) return false
  return !/[“”"]/u.test(version.view.text.slice(before.end, after.start))
}

/** How an edit is marked in print: brackets, an ellipsis, quotation marks closed and opened again; null where it is not. */
function markAt(
  { view: { text } }: Version,
  before: Word | undefined,
  after: Word | undefined,
  atStart: boolean,
  atEnd: boolean,
  added: readonly Word[],
): 'brackets' | 'ellipsis' | 'marks' | null {
  if (atStart && after) return signIn(text.slice(Math.max(0, after.start - 5), after.start))
  if (atEnd && before) return signIn(text.slice(before.end, before.end + 5))
  if (!before || !after) return null
  const between = text.slice(before.end, after.start)
  return signIn(between) ?? (added.length === 0 && /[“”"]/u.test(between) ? 'marks' : null)
}

function signIn(between: string): 'brackets' | 'ellipsis' | null {
  if (/[[\]]/u.test(between)) return 'brackets'
  return /…|\.\.\./u.test(between) ? 'ellipsis' : null
}

/** An ellipsis that the fullest version has in the same place is a pause of the speaker, or a cut made in both. */
function hasEllipsisAround({ quotedWords, view }: Version, removed: readonly number[]): boolean {
  const [first, last] = [removed[0], removed.at(-1)]
  if (first === undefined || last === undefined) return false
  return [
    [quotedWords[first - 1], quotedWords[first]],
    [quotedWords[last], quotedWords[last + 1]],
  ].some(([left, right]) => left && right && signIn(view.text.slice(left.end, right.start)) === 'ellipsis')
}

function inBrackets(version: Version, word: Word): boolean {
  const { text } = version.view
  const open = text.lastIndexOf('[', word.start)
  return open >= 0 && word.start - open < 80 && !text.slice(open, word.start).includes(']')
}

function carries(fullest: Version, removed: readonly Word[], type: Edit['type']): Edit['carries'] {
  const norms = removed.map((word) => word.norm)
  const has = (list: ReadonlySet<string>): boolean => norms.some((norm) => list.has(norm))
  const content = removed.some((word) => word.key !== '')
  // A sentence that is left out takes nothing from the one that stays, unless it opens by opposing it.
  if (wholeSentences(fullest, removed)) return opposing.has(norms[0] ?? '') ? 'opposing-clause' : null
  if (norms.some((norm) => negations.has(norm))) return 'negation'
  // "But" alone, between two pieces that are both printed, takes no clause away.
  if (has(conditions) && content) return 'condition'
  if (has(opposing) && content) return 'opposing-clause'
  if (removed.some(isHedgeWord)) return 'hedge'
  return type === 'cut-start' || !removed.some((word) => isThing(fullest, word)) ? null : 'object'
}

/** A noun, a name, a number or a verb: adjectives and adverbs alone name nothing that is done or acted on. */
function isThing({ view }: Version, word: Word): boolean {
  if (word.key === '') return false
  const tag = tagsOf(view, sentenceIndex(view, word)).find(
    ({ start, end }) => start <= word.start && word.start < end,
  )
  return tag === undefined || !(tag.pos === 'ADJ' || tag.pos === 'ADV')
}

/** The removed words are one or more whole sentences: nothing was cut out of what is left. */
function wholeSentences(fullest: Version, removed: readonly Word[]): boolean {
  const words = fullest.quotedWords
  const [first, last] = [removed[0], removed.at(-1)]
  if (!first || !last) return false
  const [from, to] = [words.indexOf(first), words.indexOf(last)]
  return to - from === removed.length - 1 && startsSentence(fullest, from) && startsSentence(fullest, to + 1)
}

/** Also where the quotation ends. */
function startsSentence({ quotedWords, view }: Version, index: number): boolean {
  const [before, word] = [quotedWords[index - 1], quotedWords[index]]
  if (!before || !word) return true
  const gap = view.text.slice(before.end, word.start)
  return /[.!?…]/u.test(gap) || (/[“”"]/u.test(gap) && /^\p{Lu}/u.test(view.text.slice(word.start, word.end)))
}

function surface(version: Version, words: readonly Word[]): string {
  const pieces: string[] = []
  let last: Word | undefined
  for (const word of words) {
    const text = version.view.text.slice(word.start, word.end)
    const gap = last ? version.view.text.slice(last.end, word.start) : ''
    const between = gap.length < 4 && !/[“”"]/u.test(gap) ? gap.replace(/\s+/gu, ' ') : apart
    pieces.push(last ? between + text : text)
    last = word
  }
  return pieces.join('')
}
