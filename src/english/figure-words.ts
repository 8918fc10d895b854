/** Words around a figure that say what it is of: data/english/figures.txt. */
import { anyOf, wordFile } from './word-lists.js'

const file = wordFile('figures.txt')

/** `other`, `more`, `previous`. */
export const apartWords = file.words('apart')
/** Those that say of earlier times. */
export const earlierWords = file.words('earlier')
/** By lemma: "claimed 12 lives". */
export const takesLives = file.words('takes-lives')
/** By lemma: "lasted for 17 hours". */
export const lasting = file.words('lasting')
/** Stems and thesaurus keys of units that do not say what is counted. */
export const bareUnits = file.words('bare-units')

const buildings = [...file.words('buildings')]

/** "The Customs House", "the Lighthouse Hotel": by its end. */
export function namesBuilding(name: string): boolean {
  const lower = name.toLowerCase()
  return buildings.some((word) => lower.endsWith(word))
}

/** "Just over": the bound is near. */
export const barelyAbove = new RegExp(`${anyOf(file.lines('barely'))} (?:over|above|more than)\\s+$`, 'iu')
/** "Dozens": a count that is none. */
export const countsRoughly = new RegExp(anyOf(file.words('roughly')), 'iu')
/** Right before "a day": it is a length there, else a rate or an indefinite time. */
export const beforeLength = new RegExp(`${anyOf(file.words('before-length'))}\\s$`, 'iu')
