/** Quoted words as a reader may see them: what is split in print stays split, what was cut is shown in whole pieces. */
import type { Edit } from '../../model/comparison.js'
import type { Word } from '../../likeness/view.js'
import { tokenize } from '../../text/tokens.js'
import { stopwords } from '../../english/function-words.js'
import type { Quoted } from './version.js'

/** Stands between two pieces that are apart in print. */
const apart = ' … '

/** Whether the removed words say something: function words that carry nothing are left to the ledger. */
export function cutsSomething(edits: readonly Edit[]): boolean {
  return edits
    .filter(({ type, removed }) => type !== 'inserted' && removed !== '')
    .some(({ removed, carries }) => {
      const pieces = sentencesOf(removed)
      return (pieces.length === 1 && carries !== null) || pieces.some(saysSomething)
    })
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
export function surface(version: Quoted, words: readonly Word[]): string {
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
