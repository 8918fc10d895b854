/**
 * Whether a claim is told as a charge not proved.
 *
 * In:    the claim's tagged words, the attribution it stands in, if any, and the words of its sentence.
 * Out:   true where its own words charge (`allegedly`, `accused of`) or the cue does (`prosecutors alleged that …`).
 * Never: says whether the charge is true.
 *
 * The words stand in data/english/allegations.txt.
 */
import type { Quote } from '../model/annotation.js'
import type { TaggedWord } from './parse/tree.js'
import { overlap } from '../text/spans.js'
import { wordFile } from './word-lists.js'

const file = wordFile('allegations.txt')

/** Wherever they stand, lower case. */
const allegationWords = file.words('words')

/** Lemmas of cues whose content is a charge. */
const allegationCues = file.words('cues')

/** With the preposition behind them, at most `reach` words on: `accused the firm of`, `charged with`. */
const chargeForms = [...file.groups('charges')].map(([name, forms]) => {
  const [preposition, reach] = name.split(' ')
  return { forms, preposition, reach: Number(reach) }
})

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
  return chargeForms.some(
    ({ forms, preposition, reach }) =>
      forms.includes(word.lower) &&
      words.slice(i + 1, i + 1 + reach).some(({ lower }) => lower === preposition),
  )
}
