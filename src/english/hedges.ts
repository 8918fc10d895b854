/** Whether the tagged words of a claim withhold full commitment (data/english/hedges.txt). */
import type { TaggedWord } from './parse/tree.js'
import { wordFile } from './word-lists.js'
import type { Quote } from '../model/annotation.js'
import { overlap } from '../text/spans.js'

const hedgesFile = wordFile('hedges.txt')

/** Wherever they stand. */
const hedgeWords = hedgesFile.words('words')

/** After a form of `be` alone: `was believed to`, `are widely expected to`. */
const passiveHedges = hedgesFile.words('passive')

/** Hedging words that are no hedges after these words: `the suspect`, `he appeared`. */
const notAfter = hedgesFile.groups('not-after')

const hedgePhrases = hedgesFile.lines('phrases')

export function isHedged(words: readonly TaggedWord[]): boolean {
  if (words.some((word, i) => isHedge(word, words[i - 1]) || isPassiveHedge(words, i))) return true
  const joined = ` ${words.map((word) => word.lower).join(' ')} `
  return hedgePhrases.some((phrase) => joined.includes(` ${phrase} `))
}

/** Whether a word alone hedges where it stands; "May" with a capital is the month. In: a normalized word. */
export function isHedgeWord({ norm, proper }: { readonly norm: string; readonly proper: boolean }): boolean {
  return hedgeWords.has(norm) && !(norm === 'may' && proper)
}

function isPassiveHedge(words: readonly TaggedWord[], i: number): boolean {
  if (!passiveHedges.has(words[i]?.lower ?? '')) return false
  const before = words[i - 1]?.pos === 'ADV' ? words[i - 2] : words[i - 1]
  return before?.lemma === 'be' || before?.lower === 'be' || before?.lower === 'been'
}

function isHedge(word: TaggedWord, before: TaggedWord | undefined): boolean {
  if (!hedgeWords.has(word.lower)) return false
  if (notAfter.get(word.lower)?.includes(before?.lower ?? '')) return false
  // The month; and names such as Might or May.
  return !(word.lower === 'may' && /^\p{Lu}/u.test(word.surface) && before !== undefined)
}

const allegationsFile = wordFile('allegations.txt')

/** Wherever they stand, lower case. */
const allegationWords = allegationsFile.words('words')

/** Whether a word alone marks a charge not proved. In: a normalized word. */
export function isAllegationWord(norm: string): boolean {
  return allegationWords.has(norm)
}

/** Lemmas of cues whose content is a charge. */
const allegationCues = allegationsFile.words('cues')

/** With the preposition behind them, at most `reach` words on: `accused the firm of`, `charged with`. */
const chargeForms = [...allegationsFile.groups('charges')].map(([name, forms]) => {
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
