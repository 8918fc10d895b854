/**
 * In:    a Reading and the place of a verb.
 * Out:   the words of its subject before it: a name, a pronoun or a noun phrase, with an aside between commas.
 * Never: crosses the sentence.
 */
import { itemAt } from '../../text/item-at.js'
import type { WordRange } from './found.js'
import { timesAndWays } from '../../english/calendar.js'
import { nameEnd, phraseEnd } from './phrases.js'
import { posOf, type Reading } from './reading.js'

const name = posOf('PROPN')
const noun = posOf('NOUN')
const pronoun = posOf('PRON')
const adjective = posOf('ADJ')
const determiner = posOf('DET')
const numeral = posOf('NUM')
const verb = posOf('VERB')
const auxiliary = posOf('AUX')
const adverb = posOf('ADV')
const particle = posOf('PART')
const longestAside = 14
const longestSubject = 9

/** The head of a phrase tells when or how, not who. */
export function tellsTime(r: Reading, head: number): boolean {
  return timesAndWays.has((r.words[head]?.lower ?? '').replace(/s$/u, ''))
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

/** End of the noun phrase that begins at word `from`: nouns, names, adjectives, articles, numbers, `of` between them. */
export function nounPhraseEnd(r: Reading, from: number): number {
  if (r.pos[from] === pronoun && !isOwner(r, from)) return from + 1
  let to = from
  while (to < r.size && r.sentence[to] === r.sentence[from] && isNominal(r, to)) to++
  while (to > from && ![name, noun, numeral].includes(itemAt(r.pos, to - 1))) to--
  return to
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
