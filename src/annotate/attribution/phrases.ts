/**
 * In:    a Reading and the place of a word.
 * Out:   whether the word is a verb that tells, and where a name or a noun phrase that begins there ends.
 * Never: crosses the block.
 */
import { itemAt } from '../../text/item-at.js'
import { stanceOf } from '../../english/telling-verbs.js'
import { posOf, type Reading } from './reading.js'

const longestName = 6
const longestPhrase = 8
const name = posOf('PROPN')
const pronoun = posOf('PRON')
const verb = posOf('VERB')
const auxiliary = posOf('AUX')
const noun = posOf('NOUN')
const adjective = posOf('ADJ')
const determiner = posOf('DET')

/** A verb that is listed as a cue or that tells, by its commonest sense. */
export function speaks(r: Reading, at: number): boolean {
  const word = r.words[at]
  if (!word) return false
  const listed = itemAt(r.listed, at)
  if (listed > 0 && listed <= 3) return r.pos[at] === verb
  // "boasting", which the tagger may take for a noun
  const stem = /^(\p{L}{2,})ing$/u.exec(word.lower)?.[1]
  return stem !== undefined && [stem, `${stem}e`].some((lemma) => stanceOf(lemma) !== null)
}

/** A verb stands between the beginning of the sentence and the word: `The bill is “a farce,” Berg said`. */
export function verbBefore(r: Reading, at: number): boolean {
  for (let i = at - 1; i >= 0 && r.sentence[i] === r.sentence[at]; i--)
    if (r.pos[i] === verb || r.pos[i] === auxiliary) return true
  return false
}

/** End of a noun phrase (`the head of state`, `political scientist Arkady Velichko`) that begins at word `from`. */
export function phraseEnd(r: Reading, from: number): number {
  let to = from
  let head = from
  while (to < r.size && to - from < longestPhrase && r.block[to] === r.block[from]) {
    const pos = itemAt(r.pos, to)
    if (speaks(r, to) && head > from) break
    if (pos === name || pos === noun) head = to + 1
    else if (!(
      pos === adjective ||
      (pos === determiner && to === from) ||
      (/^(?:of|[’']s)$/u.test(r.words[to]?.lower ?? '') && to > from)
    ))
      break
    to++
  }
  return head === to ? head : from
}

/** End of a run of name words, or of one personal pronoun, that begins at word `from`. */
export function nameEnd(r: Reading, from: number): number {
  if (r.pos[from] === pronoun) return from + 1
  let to = from
  while (to < r.size && to - from < longestName && r.block[to] === r.block[from] && r.pos[to] === name) to++
  return to
}
