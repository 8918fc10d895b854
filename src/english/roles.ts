/** Nouns for what a person does: `spokesman`, `envoy`. Before or after a name they show a person. data/english/roles.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('roles.txt')

export const roles = file.words('roles')

/** Words that mean the same office, and wider words for it. */
export const widerRoles = file.groups('wider')

/** Words that make an office another one: the deputy, the former holder. */
export const ranks = file.words('ranks')

const women = [...file.words('women')]
const men = [...file.words('men')]

/** "Spokeswoman", "stepfather": by its end; null for a noun that says neither. */
export function genderOfRole(noun: string): 'she' | 'he' | null {
  if (women.some((end) => noun.endsWith(end))) return 'she'
  return men.some((end) => noun.endsWith(end)) ? 'he' : null
}
