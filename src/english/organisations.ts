/** Names of organisations compared. */
import { fold } from '../text/fold.js'
import { wordFile } from './word-lists.js'

const organisationWordsFile = wordFile('organisation-words.txt')

/** Last (or, before `of`, first) word of an organisation's name, lower case. */
export const organisationHeads = organisationWordsFile.words('organisation-heads')

/** Last word of a place's name, lower case. */
export const placeHeads = organisationWordsFile.words('place-heads')

/** Well-known bodies whose name has no such word, lower case; buildings that stand for those who work there included. */
export const knownOrganisations: ReadonlySet<string> = new Set(
  organisationWordsFile.lines('known-organisations'),
)

/** Capitals that are no names of bodies. */
export const plainAcronyms = organisationWordsFile.words('plain-acronyms')

const agenciesFile = wordFile('agencies.txt')

export const AGENCIES: ReadonlySet<string> = new Set(agenciesFile.lines('agencies'))

/** Agencies and broadcasters by letters: `cnn`. */
const shortOutlets = agenciesFile.words('short')

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

/** Short forms that mean other things as well are left out. */
const shortest = 4
/** Last words of names, as the outlets' own names have them. Own list. Licence: MIT. */
const lastWords =
  /^(?:Times|Post|Journal|News|Gazette|Herald|Tribune|Chronicle|Observer|Guardian|Telegraph|Mirror|Dispatch|Courier|Ledger|Daily|Weekly|Sunday|Radio|TV|Television|Broadcasting|Broadcaster|Newspaper|Magazine)$/u
const firstWords = /^(?:Daily|Sunday|Evening|Morning|Weekly|Radio|TV|Channel)$/u
const nouns =
  /^(?:newspapers?|magazines?|broadcasters?|tabloids?|dailies|weeklies|television|tv|radio|media|press|journalists)$/u
const newsNouns =
  /^(?:agency|agencies|outlets?|sites?|websites?|channels?|organi[sz]ations?|services?|reports?|programmes?|programs?)$/u
const ends = /^(?:of|for|from|with|to|by|at|in|on|who|whom|whose|which|that|,|–|—|\()$/u

export function isNewsOutlet(source: string): boolean {
  const words = headPhrase(source)
  // "the news site Politico": the noun before the name says what it is.
  const lastNoun = words.findLastIndex((word) => !/^\p{Lu}/u.test(word))
  return isMedia(words.slice(0, lastNoun + 1)) || isName(words)
}

function isMedia(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (last === 'report') return isName(words.slice(0, -1))
  if (newsNouns.test(last) && /^(?:news|media|press)$/u.test(words.at(-2) ?? '')) return true
  return nouns.test(last) || /^outlets?$/u.test(last)
}

/** The words as a name of an outlet; an article before it is no part of it. */
function isName(words: readonly string[]): boolean {
  const name = words.filter((word) => !/^(?:the|a|an)$/iu.test(word))
  const joined = name.join(' ').toLowerCase()
  if (AGENCIES.has(joined) && joined.length >= shortest) return true
  if (shortOutlets.has(name.at(-1)?.toLowerCase() ?? '') && /^\p{Lu}/u.test(name.at(-1) ?? '')) return true
  const named = name.filter((word) => /^\p{Lu}/u.test(word))
  return (
    named.length >= 2 &&
    named.length === name.length &&
    (lastWords.test(name.at(-1) ?? '') || firstWords.test(name[0] ?? ''))
  )
}

/** The words up to the first preposition, relative word or comma. */
function headPhrase(source: string): readonly string[] {
  const words = source
    .replace(/[’']s?$/u, '')
    .replace(/[,–—(]/gu, ' $& ')
    .split(/\s+/u)
    .filter((word) => word !== '')
  const stop = words.findIndex((word, index) => index > 0 && ends.test(word))
  return words.slice(0, stop > 0 ? stop : words.length)
}
