/**
 * Whether a claim is told as a charge not proved.
 *
 * In:    the claim's tagged words, and the attribution it stands in, if any.
 * Out:   true where its own words charge (`allegedly`, `accused of`) or the cue does (`prosecutors alleged that …`).
 * Never: says whether the charge is true.
 */
import type { Quote } from '../../model/annotation.js'
import type { TaggedWord } from '../../text/pos.js'
import { allegationCues, allegationWords, charges } from '../data/allegations.js'

export function isAlleged(words: readonly TaggedWord[], credited: Quote | undefined): boolean {
  if (credited?.cueLemma && allegationCues.has(credited.cueLemma)) return true
  return words.some((word, i) => allegationWords.has(word.lower) || isCharge(words, i))
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
