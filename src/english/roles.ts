/** Nouns for what a person does: `spokesman`, `envoy`. Before or after a name they show a person. data/english/roles.txt. */
import { wordFile } from './word-lists.js'
import type { Span } from '../model/span.js'

const titlesFile = wordFile('titles.txt')

/** Written with a capital right before a name; a full stop may follow. One word each. */
export const titleWords = titlesFile.words('words')

/** Titles of several words, lower case; matched before single words. */
export const titlePhrases = titlesFile.lines('phrases')

/** Forms of address that say whether a man or a woman is meant. */
export const addressOfMen = titlesFile.words('men')
export const addressOfWomen = titlesFile.words('women')

/** What somebody is called beside the person by whom he or she is introduced; "first lady" is two words. */
export const relativeWords = titlesFile.words('relatives')

/** Capitalised words of a credit that tell nobody apart: titles, and parts of titles. */
export const noNameWords = titlesFile.words('no-name')

/** `mr` for `mr.`, as the lists have it. */
export function undotted(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}

const rolesFile = wordFile('roles.txt')

export const roles = rolesFile.words('roles')

/** Words that mean the same office, and wider words for it. */
export const widerRoles = rolesFile.groups('wider')

/** Words that make an office another one: the deputy, the former holder. */
export const ranks = rolesFile.words('ranks')

/** Those below the office itself, or that hold it for a time: the deputy. */
export const lowerRanks = rolesFile.words('lower')

const women = [...rolesFile.words('women')]
const men = [...rolesFile.words('men')]

/** "Spokeswoman", "stepfather": by its end; null for a noun that says neither. */
export function genderOfRole(noun: string): 'she' | 'he' | null {
  if (women.some((end) => noun.endsWith(end))) return 'she'
  return men.some((end) => noun.endsWith(end)) ? 'he' : null
}

type TitleBefore = Span & { readonly words: string }

const furthest = 60
const most = 4
const phrases = new Set(titlePhrases.map((phrase) => phrase.replace(/\./gu, '')))

export function titleBefore(text: string, name: number): TitleBefore | null {
  const before = text.slice(Math.max(0, name - furthest), name)
  const pieces = before.slice(before.lastIndexOf('\n') + 1).split(/[ \u00a0]/u)
  // One blank alone before the name leaves an empty last piece.
  if (pieces.pop() !== '') return null
  const words = pieces.slice(-most)
  for (let at = 0; at < words.length; at++) {
    const run = words.slice(at)
    const title = run.join(' ').toLowerCase().replace(/[.’]/gu, '')
    const known = phrases.has(title) || (run.length === 1 && titleWords.has(title))
    if (known && /^\p{Lu}/u.test(run[0] ?? ''))
      return { start: name - 1 - run.join(' ').length, end: name - 1, words: title }
  }
  return null
}
