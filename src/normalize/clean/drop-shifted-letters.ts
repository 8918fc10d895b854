/**
 * Text behind a wall whose letters are shifted: "Uif nbzps tbje" for "The mayor said".
 *
 * Reason: some sites show the paid part so and set it right for subscribers; as text it is noise. A block goes only if none of
 * its words is one of the commonest of a language, and several are once all letters are moved by the same number of places.
 */
import type { DraftBlock } from '../blocks.js'
import { foldedWords } from '../folded-words.js'
import type { BlockRule } from './rule.js'

/** Fewer words prove nothing; of long blocks the first are enough. */
const MIN_WORDS = 10
const MAX_WORDS = 80
/** Common words that must appear, and their share of all. */
const MIN_COMMON = 4
const MIN_SHARE = 0.25
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/** The commonest short words of European languages in Latin letters. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'the of and to in that is was for on it with as his at be by had not are but from have they an he ' +
    'der die und den von das mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei ' +
    'le la les de des et un une en que du est pour dans qui par au sur pas plus ne se ' +
    'el los del las por con para una su al lo como il di che per non sono da della ' +
    'het een van dat op te zijn voor met er maar og i det som en att och jag på av'
  ).split(' '),
)

export const dropShiftedLetters: BlockRule = {
  id: 'shifted-letters',
  *find(blocks) {
    for (const block of blocks) if (isShifted(block)) yield block
  },
}

function isShifted({ text, words }: DraftBlock): boolean {
  if (words < MIN_WORDS) return false
  const own = foldedWords(text).slice(0, MAX_WORDS)
  if (own.some((word) => COMMON.has(word))) return false
  const wanted = Math.max(MIN_COMMON, own.length * MIN_SHARE)
  for (let by = 1; by < ALPHABET.length; by++)
    if (own.filter((word) => COMMON.has(moved(word, by))).length >= wanted) return true
  return false
}

function moved(word: string, by: number): string {
  return word.replace(/[a-z]/gu, (letter) =>
    ALPHABET.charAt((ALPHABET.indexOf(letter) + by) % ALPHABET.length),
  )
}
