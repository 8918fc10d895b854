/**
 * Names of organisations compared.
 *
 * In: names as printed. Out: a key that spellings, acronyms and corporate endings share, or yes or no.
 * Never: links a short form to a longer name by one common word alone.
 */
import { fold } from '../text/fold.js'
import { wordFile } from './word-lists.js'

/** Well-known bodies: the name all spellings are led back to, then the others. */
const aliasGroups = wordFile('organisations.txt')
  .lines('aliases')
  .map((line) => line.split('|'))

const canonical = new Map<string, string>()
for (const group of aliasGroups)
  for (const name of group) canonical.set(bareOrganisation(name), bareOrganisation(group[0] ?? name))

/** Folded name without article and corporate ending: `acme` for `Acme Inc.` */
function bareOrganisation(name: string): string {
  return fold(name)
    .replace(/'s?$/, '')
    .replace(/^the /, '')
    .replace(/,? (?:inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|gmbh|sa|group|holdings)$/, '')
}

/** `united nations` for UN, U.N. and the United Nations. */
export function organisationKey(name: string): string {
  const bare = bareOrganisation(name)
  return canonical.get(bare) ?? bare
}

const small = new Set('of the and for on in to de la'.split(' '))

/** The acronym a name of several words would have, or null: `European Union` → `eu`. */
export function acronymOf(name: string): string | null {
  const words = fold(name)
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !small.has(word))
  return words.length < 2 ? null : words.map((word) => word.charAt(0)).join('')
}

export function sameOrganisation(a: string, b: string): boolean {
  if (organisationKey(a) === organisationKey(b)) return true
  return isAcronymFor(a, b) || isAcronymFor(b, a)
}

/** Two letters fit too many names; the well-known pairs of two letters are in the list. */
function isAcronymFor(short: string, long: string): boolean {
  const letters = short.replace(/\./g, '')
  return /^\p{Lu}{3,}$/u.test(letters) && acronymOf(long) === letters.toLowerCase()
}
