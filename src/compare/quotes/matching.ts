/** Which quoted word of a version is which word of the fullest one. */
import { diffArrays } from 'diff'
import type { Word } from '../../likeness/view.js'
import type { Quoted } from './version.js'

export type Pair = { readonly a: number; readonly b: number }

/** Words of the fullest from `from` on that are not here, and words that stand here instead, from the version's word `at` on. */
export type Hunk = {
  readonly from: number
  readonly removed: readonly number[]
  readonly added: readonly number[]
  readonly at: number
}

const maxEditLength = 600

/** Which word of the version is which word of the fullest, in order. */
export function matched(fullest: Quoted, b: readonly Word[]): readonly Pair[] | undefined {
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

/** A cut between "you" and a later "you" begins before either: to the left where a piece, a sentence or a cut before begins there. */
function slid(fullest: Quoted, pairs: { a: number; b: number }[]): readonly Pair[] {
  const words = fullest.quotedWords
  const norm = (index: number): string | undefined => {
    const word = words[index]
    return word && plain(word)
  }
  for (let at = pairs.length; at >= 1; at--) {
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
function startsPiece({ quotedWords, view }: Quoted, index: number): boolean {
  const [before, word] = [quotedWords[index - 1], quotedWords[index]]
  return !before || !word || pieceEnd.test(view.text.slice(before.end, word.start))
}

export function hunksBetween(pairs: readonly Pair[], sizeA: number, sizeB: number): readonly Hunk[] {
  const hunks: Hunk[] = []
  let before: Pair = { a: -1, b: -1 }
  for (const pair of [...pairs, { a: sizeA, b: sizeB }]) {
    const [removed, added] = [range(before.a + 1, pair.a), range(before.b + 1, pair.b)]
    if (removed.length + added.length > 0)
      hunks.push({ removed, added, from: before.a + 1, at: before.b + 1 })
    before = pair
  }
  return hunks
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

export function longestRun(pairs: readonly Pair[]): number {
  let longest = 0
  let run = 0
  pairs.forEach(({ a, b }, at) => {
    const before = pairs[at - 1]
    run = before?.a === a - 1 && before.b === b - 1 ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}

export const pieceEnd = /[.!?…“”"]/u
/** A piece of which the fullest has less than this share of the content words is another thing said. */
const leastFound = 1 / 3
/** Shorter pieces are no statement of their own. */
const leastOwn = 2

/** The words of pieces that are not in the fullest at all: another selection of what was said. */
export function ownPieces(version: Quoted, found: ReadonlySet<number>): ReadonlySet<Word> {
  const indexes = new Map(version.quotedWords.map((word, index) => [word, index]))
  return new Set(
    piecesOf(version).flatMap((piece) => {
      const content = piece.filter((word) => word.key !== '')
      const known = content.filter((word) => found.has(indexes.get(word) ?? -1))
      return content.length >= leastOwn && known.length < leastFound * content.length ? piece : []
    }),
  )
}

function piecesOf(version: Quoted): readonly (readonly Word[])[] {
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
export function inOrderOf(a: readonly Word[], version: Quoted): readonly Word[] {
  const places = piecesOf(version).map((piece, index) => ({ piece, index, at: placeOf(a, piece) }))
  if (places.some(({ at }) => at < 0)) return version.quotedWords
  return places.sort((x, y) => x.at - y.at || x.index - y.index).flatMap(({ piece }) => piece)
}

/** Where most of a piece's content words stand together in the fullest: the place of the first; -1 where too few do. */
function placeOf(a: readonly Word[], piece: readonly Word[]): number {
  const keys = new Set(piece.filter((word) => word.key !== '').map(plain))
  const found = a.flatMap((word, index) => (keys.has(plain(word)) ? [index] : []))
  if (keys.size === 0 || found.length * 2 < keys.size) return -1
  let [best, most] = [-1, 0]
  // What a piece of this length can hold from each of them on.
  for (let first = 0, next = 0; first < found.length; first++) {
    const from = found[first] ?? 0
    while ((found[next] ?? Infinity) < from + piece.length) next++
    if (next - first > most) [best, most] = [from, next - first]
  }
  return best
}

/** Without apostrophes: "cannot", "can't" and "cant" are one word. */
function plain(word: Word): string {
  return word.norm.replace(/'/g, '').replace(/^cannot$/, 'cant')
}
