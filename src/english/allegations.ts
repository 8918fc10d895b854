/**
 * Whether a claim is told as a charge not proved.
 *
 * In:    the claim's tagged words, the attribution it stands in, if any, and the words of its sentence.
 * Out:   true where its own words charge (`allegedly`, `accused of`) or the cue does (`prosecutors alleged that …`).
 * Never: says whether the charge is true.
 */
import type { Quote } from '../model/annotation.js'
import type { TaggedWord } from './pos.js'
import { overlap } from '../text/spans.js'
import { allegationCues, allegationWords, charges } from './allegation-words.js'

export function isAlleged(
  words: readonly TaggedWord[],
  credited: Quote | undefined,
  sentence: readonly TaggedWord[],
): boolean {
  if (credited?.cueLemma && allegationCues.has(credited.cueLemma)) return true
  const cue = sentence.filter((word) => credited?.cue.some((span) => overlap(span, word) > 0))
  const told = [...cue, ...words.filter((word) => !cue.includes(word))]
  return told.some((word, i) => allegationWords.has(word.lower) || isCharge(told, i))
}

function isCharge(words: readonly TaggedWord[], i: number): boolean {
  const word = words[i]
  if (word?.pos !== 'VERB' && word?.pos !== 'ADJ') return false
  return charges.some(
    ({ forms, preposition, reach }) =>
      forms.split(' ').includes(word.lower) &&
      words.slice(i + 1, i + 1 + reach).some(({ lower }) => lower === preposition),
  )
}
