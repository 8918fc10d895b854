/**
 * Cue words: lemma of a verb, noun or phrase that introduces what somebody tells, asks, wants or thinks, with the stance it
 * lends to the teller or to what is told. The words and where their classes come from: data/english/telling-verbs.txt.
 */
import { CueStance } from '../model/annotation.js'
import { wordFile } from './word-lists.js'

const file = wordFile('telling-verbs.txt')

const stances = new Map<string, CueStance>()
for (const [stance, words] of file.groupsOf('stances', CueStance))
  for (const word of words) {
    const lemma = word.replace('-', ' ')
    if (!stances.has(lemma) || stance !== 'neutral') stances.set(lemma, stance)
  }

/** Nouns of telling and wanting with the verb whose stance they have. */
const verbOfNoun: ReadonlyMap<string, string> = new Map(
  [...file.groups('nouns')].map(([noun, verbs]) => [noun, verbs.join(' ')]),
)

/** Stance of a listed cue, null for a word the list does not hold. */
export function stanceOf(lemma: string): CueStance | null {
  return stances.get(lemma) ?? null
}

/** Stance of a cue by its lemma; a noun of telling, in the plural too, has that of its verb; `neutral` beyond the list. */
export function cueStance(lemma: string): CueStance {
  const verb = verbOfNoun.get(lemma) ?? verbOfNoun.get(lemma.replace(/s$/u, ''))
  return stanceOf(lemma) ?? stanceOf(verb ?? '') ?? 'neutral'
}

/** Verbs that tell what was done as often as what was said: `accept`, `condemn`, `think`. */
const deeds: ReadonlySet<string> = new Set([...file.words('deeds')].map((word) => word.replace('-', ' ')))

/** Stance of a verb that is chosen beside somebody's words; null for deeds and for words the list does not hold. */
export function verbStance(lemma: string | null): CueStance | null {
  return lemma === null || deeds.has(lemma) ? null : stanceOf(lemma)
}

/** Verbs that take an utterance or a that-clause nearly always. */
export const speechVerbs = file.words('speech')
