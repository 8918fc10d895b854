/**
 * Cue words by lemma, which introduce what somebody tells, asks, wants or thinks, with the stance they lend to it
 * (data/english/telling-verbs.txt).
 */
import { CueStance } from '../model/annotation.js'
import { wordFile, anyOf } from './word-lists.js'
import { VoiceClass } from '../model/actor.js'

const tellingVerbsFile = wordFile('telling-verbs.txt')

const stances = new Map<string, CueStance>()
for (const [stance, words] of tellingVerbsFile.groupsOf('stances', CueStance))
  for (const word of words) {
    const lemma = word.replace('-', ' ')
    if (!stances.has(lemma) || stance !== 'neutral') stances.set(lemma, stance)
  }

/** Nouns of telling and wanting with the verb whose stance they have. */
const verbOfNoun: ReadonlyMap<string, string> = new Map(
  [...tellingVerbsFile.groups('nouns')].map(([noun, verbs]) => [noun, verbs.join(' ')]),
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

/** Verbs that take an utterance or a that-clause nearly always. */
export const speechVerbs = tellingVerbsFile.words('speech')

const sourceNounsFile = wordFile('source-nouns.txt')

/** What is written, printed, shown or measured. */
export const documentNouns = sourceNounsFile.words('documents')

/** Who speaks from inside and is kept unnamed. */
export const hiddenNouns = sourceNounsFile.words('hidden')

/** Phrases that say a source is kept unnamed, lower case. */
export const hiddenPhrases = new RegExp(anyOf(sourceNounsFile.lines('unnamed')), 'u')

/** Bodies in lower case, beside those of organisation-words.ts. */
export const bodyNouns = sourceNounsFile.words('bodies')

/** Many people under a singular word, and plurals without an s. */
export const crowdNouns = sourceNounsFile.words('crowds')

/** People and crowds that a text keeps vague, singular: not the same ones from sentence to sentence. */
export const vagueNouns = sourceNounsFile.words('vague')

const voiceClassesFile = wordFile('voice-classes.txt')

const classes = new Map(
  VoiceClass.options
    .filter((name) => name !== 'other')
    .flatMap((name) => [...voiceClassesFile.words(name)].map((word) => [word, name] as const)),
)

/** By a noun or title, lower case; null for a word that tells nothing. */
export function voiceClassOf(word: string): VoiceClass | null {
  return classes.get(word) ?? null
}

const reportingVerbsFile = wordFile('reporting-verbs.txt')

export const communicationVerbs = reportingVerbsFile.words('communication')
export const cognitionVerbs = reportingVerbsFile.words('cognition')
export const emotionVerbs = reportingVerbsFile.words('emotion')
