/** As whom somebody speaks, by a noun for what he, she or it is: data/english/voice-classes.txt. */
import { VoiceClass } from '../model/actor.js'
import { wordFile } from './word-lists.js'

const file = wordFile('voice-classes.txt')

const classes = new Map(
  VoiceClass.options
    .filter((name) => name !== 'other')
    .flatMap((name) => [...file.words(name)].map((word) => [word, name] as const)),
)

/** By a noun or title, lower case; null for a word that tells nothing. */
export function voiceClassOf(word: string): VoiceClass | null {
  return classes.get(word) ?? null
}
