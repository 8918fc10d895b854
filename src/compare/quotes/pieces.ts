/**
 * Quoted words as a reader may see them: a quotation that is split in print stays split, and what was cut from it is
 * shown in whole pieces.
 *
 * In:    spans of an article, or the words that an edit removed. Out: words in quotation marks of our own, or as printed.
 * Never: runs two pieces together as if they had been said in one breath.
 */
import type { Edit } from '../../model/comparison.js'
import type { Word } from '../../likeness/view.js'
import type { Span } from '../../model/span.js'
import { tokenize } from '../../text/tokens.js'
import { stopwords } from '../../english/function-words.js'
import { quoted } from '../wording/parts.js'
import type { Version } from './version.js'

/** Stands between two pieces that are apart in print. */
const apart = ' … '

/** “You can price a ship that waits” … “You cannot price a customer”. */
export function quotedPieces(text: string, spans: readonly Span[], limit: number): string {
  const pieces = spans.map((span) => text.slice(span.start, span.end))
  let left = limit
  const shown: string[] = []
  for (const piece of pieces) {
    if (left < shortestPiece && shown.length > 0) return `${shown.join(apart)}${apart.trimEnd()}`
    shown.push(quoted(piece, Math.max(left, shortestPiece)))
    left -= piece.length
  }
  return shown.join(apart)
}

const shortestPiece = 40

/**
 * The removed words that say something, piece by piece; function words that carry nothing are left to the ledger. What the
 * report tells in its own words, or credits without quotation marks, is marked as such.
 */
export function cutPieces(edits: readonly Edit[], longest: number): readonly string[] {
  return edits
    .filter(({ type, removed }) => type !== 'inserted' && removed !== '')
    .flatMap(({ removed, carries, elsewhere }) =>
      sentencesOf(removed)
        .filter((piece, _index, all) => (all.length === 1 && carries !== null ? true : saysSomething(piece)))
        .map((piece) => `${quoted(piece, longest)}${elsewhere ? ' (told elsewhere there)' : ''}`),
    )
}

/** Piece by piece and sentence by sentence, without the joint that a cut leaves hanging: “… payment, and”. */
function sentencesOf(removed: string): readonly string[] {
  return removed
    .split(apart)
    .flatMap((piece) => piece.split(/(?<=[.!?])\s/u))
    .map((piece) =>
      piece.includes(' ') ? piece.replace(/[,;]?\s(?:and|but|or|that|because)$/iu, '') : piece,
    )
}

function saysSomething(piece: string): boolean {
  return tokenize(piece).some(({ norm }) => !stopwords.has(norm))
}

/** Words of a version as printed, pieces that are apart in print kept apart. */
export function surface(version: Version, words: readonly Word[]): string {
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
