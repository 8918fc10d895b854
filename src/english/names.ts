/** Names of people compared: does `Steve Witkoff` name the one whom `Steven Witkoff` names? */
import { particles, nicknameGroups } from './known-words.js'
import { titlePhrases, titleWords } from './roles.js'
import { fold } from '../text/fold.js'
import { addOnce, kept } from '../text/grouped.js'

export type PersonName = {
  /** Folded given names and initials, in order; empty for a bare surname. */
  readonly given: readonly string[]
  /** Folded surname with its particles (`von der leyen`). */
  readonly surname: string
  /** `jr`, `sr`, `ii`, `iii`, …, or null. */
  readonly suffix: string | null
}

const suffixes = new Set('jr sr ii iii iv'.split(' '))
const groupsByName = new Map<string, Set<number>>()
nicknameGroups.forEach((group, i) => {
  for (const name of group) addOnce(groupsByName, name, i)
})

/** `President Donald J. Trump’s` → given `donald j`, surname `trump`. */
export function parsePersonName(name: string): PersonName {
  return kept(parsed, name, () => parse(name), mostParsed)
}

/** The same names are asked about all the time; what is kept is bounded. */
const parsed = new Map<string, PersonName>()
const mostParsed = 10_000

function parse(name: string): PersonName {
  let words = stripTitles(
    fold(name)
      .replace(/'s?$/, '')
      .replace(/[,"“”]/g, ' '),
  )
    .split(' ')
    .filter(Boolean)
  const last = words.at(-1)
  const suffix = last !== undefined && words.length > 1 && suffixes.has(last) ? last : null
  if (suffix !== null) words = words.slice(0, -1)
  let from = words.length - 1
  while (from > 1 && particles.has(words[from - 1] ?? '')) from--
  return {
    given: words.slice(0, Math.max(0, from)),
    surname: words.slice(Math.max(0, from)).join(' '),
    suffix,
  }
}

/** Folded name without titles before it; `lady gaga` and other names that are all title keep their last word. */
function stripTitles(folded: string): string {
  let rest = folded
  for (;;) {
    const phrase = titlePhrases.find((title) => rest.startsWith(`${title.replace(/\./g, '')} `))
    const [word = ''] = rest.split(' ', 1)
    if (phrase !== undefined) rest = rest.slice(phrase.replace(/\./g, '').length + 1)
    else if (titleWords.has(word) && rest.length > word.length) rest = rest.slice(word.length + 1)
    else return rest
  }
}

/**
 * Surname in a form that its transliterations share: `zelenski` for Zelensky, Zelenskyy, Zelenskiy; `ermak` for Yermak;
 * `kirilo` for Kyrylo.
 * Two different surnames rarely fall together, so compare given names as well.
 */
export function surnameKey(surname: string): string {
  return kept(keys, surname, () => keyOf(surname), mostParsed)
}

const keys = new Map<string, string>()

function keyOf(surname: string): string {
  return fold(surname)
    .replace(/['-]/g, '')
    .replace(/(?:yy|iy|yi|ij|ii|y|i)$/, 'i')
    .replace(/^ye/, 'e')
    .replace(/^yu/, 'iu')
    .replace(/y/g, 'i')
    .replace(/kh/g, 'h')
    .replace(/(?:ev|eff|ew)$/, 'ev')
    .replace(/(?:ov|off|ow)$/, 'ov')
    .replace(/(.)\1/g, '$1')
}

/** Key under which articles index a person: the surname's, or the one name's. */
export function personKey(name: string): string {
  return surnameKey(parsePersonName(name).surname)
}

/** Whether two given names can be one person's: equal, an initial, a short form, or a spelling of it. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a.startsWith(b.charAt(0))
  const groups = groupsByName.get(a)
  if (groups && [...(groupsByName.get(b) ?? [])].some((group) => groups.has(group))) return true
  return surnameKey(a) === surnameKey(b)
}

/** "III", not "Jr.". */
export function isNumeral(suffix: string): boolean {
  return /^i[iv]+$/u.test(suffix)
}

/** A numeral is left out where the family name stands alone ("Robert Lowe III", "Mr. Lowe"); "Jr." tells two people apart. */
function sameSuffix(x: PersonName, y: PersonName): boolean {
  const leavesOut = (bare: PersonName, full: PersonName): boolean =>
    bare.given.length === 0 && bare.suffix === null && full.suffix !== null && isNumeral(full.suffix)
  return x.suffix === y.suffix || leavesOut(x, y) || leavesOut(y, x)
}

/** Whether two names can name one person. A bare surname fits any given name; a junior fits no other. */
export function samePersonName(x: PersonName, y: PersonName): boolean {
  if (x.surname === '' || y.surname === '' || !sameSuffix(x, y)) return false
  if (surnameKey(x.surname) !== surnameKey(y.surname)) return false
  const [first] = x.given
  const [second] = y.given
  if (first === undefined || second === undefined) return true
  return sameGivenName(first, second) || x.given.slice(1).includes(second) || y.given.slice(1).includes(first)
}
