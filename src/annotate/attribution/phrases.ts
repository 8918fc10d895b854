/**
 * In:    a Reading and the place of a word.
 * Out:   whether the word is a verb that tells, where a name or a noun phrase that begins there ends, and the words of a
 *        verb's subject before it.
 * Never: crosses the block.
 */
import { itemAt } from '../../text/item-at.js'
import { stanceOf } from '../../english/telling-verbs.js'
import type { WordRange } from './found.js'
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
const numeral = posOf('NUM')
const adverb = posOf('ADV')
const particle = posOf('PART')
const longestAside = 14
const longestSubject = 9

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

/** The first name, pronoun or "the" phrase of the sentence, before word `at`, that a verb follows. */
export function subjectBefore(r: Reading, at: number): WordRange | null {
  let from = at
  while (from > 0 && r.sentence[from - 1] === r.sentence[at]) from--
  for (let i = at - 1; i >= from; i--) {
    const to = Math.max(nameEnd(r, i), phraseEnd(r, i))
    const opens = i === from || (r.pos[i - 1] !== name && r.pos[i - 1] !== determiner)
    if (to > i && opens && (r.pos[to] === verb || r.pos[to] === auxiliary)) return { from: i, to }
  }
  return null
}

/** The noun phrase right before the verb at `at`, auxiliaries and adverbs between them read over; not before `least`. */
export function subjectAt(r: Reading, at: number, least: number): WordRange | null {
  const inside = (i: number): boolean => i >= least && r.sentence[i] === r.sentence[at]
  let to = at
  while (inside(to - 1) && [auxiliary, adverb, particle].includes(itemAt(r.pos, to - 1))) to--
  if (!inside(to - 1)) return null
  if (r.pos[to - 1] === pronoun && !isOwner(r, to - 1)) return { from: to - 1, to }
  const end = to
  if (r.words[to - 1]?.lower === ',') to = asideStart(r, to, least)
  let from = to
  while (inside(from - 1) && to - from < longestSubject && isNominal(r, from - 1)) from--
  while (from < to && r.pos[from] === posOf('ADP')) from++
  const heads = [r.pos[to - 1]].some((pos) => pos === name || pos === noun || pos === numeral)
  return heads && from < to ? { from, to: end } : null
}

function isNominal(r: Reading, i: number): boolean {
  const pos = itemAt(r.pos, i)
  if ([name, noun, adjective, determiner, numeral].includes(pos)) return true
  const lower = r.words[i]?.lower ?? ''
  return lower === 'of' || lower === '-' || lower === "'s" || lower === '’s' || isOwner(r, i)
}

function isOwner(r: Reading, i: number): boolean {
  return /^(?:my|his|her|its|our|their|your)$/u.test(r.words[i]?.lower ?? '') && r.pos[i + 1] !== verb
}

/** Where the aside that ends with the comma before `to` begins; `to` where there is none. */
function asideStart(r: Reading, to: number, least: number): number {
  for (let i = to - 2; i > least && to - i <= longestAside && r.sentence[i] === r.sentence[to - 1]; i--)
    if (r.words[i]?.lower === ',') return i
  return to
}
