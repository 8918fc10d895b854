/** Runs of capitalised words that may name something, cut at titles, demonyms and possessives, with what the words around them show. */
import { particles, commonWords, familyNames, givenNames } from '../../english/known-words.js'
import type { TaggedSentence } from '../sentences.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { isCalendarWord } from '../../english/calendar.js'
import {
  roles,
  addressOfMen,
  addressOfWomen,
  titlePhrases,
  titleWords,
  undotted,
} from '../../english/roles.js'
import { countryOfDemonym, knownPlace } from '../../english/places.js'
import { organisationHeads, placeHeads, plainAcronyms } from '../../english/organisations.js'
import {
  givenNameInside,
  isDescriptor,
  isLooseWord,
  isNameWord,
  looksTitled,
  opensSentence,
} from './name-words.js'

export type Candidate = {
  readonly start: number
  readonly end: number
  readonly words: readonly TaggedWord[]
  /** A title with a capital stands before the name (`President`, `Mr.`). */
  readonly titled: boolean
  /** Up to three words before and eight after, for the typing rules. */
  readonly before: readonly TaggedWord[]
  readonly after: readonly TaggedWord[]
  /** From a line in title case, where every word has a capital: counts only when the body has the name. */
  readonly weak: boolean
  /** A single word at the head of a sentence or quotation. */
  readonly opens: boolean
}

export function candidates(sentence: TaggedSentence): Candidate[] {
  const { words } = sentence
  const weak = (sentence.block === 'headline' || sentence.block === 'subhead') && looksTitled(words)
  const found: Candidate[] = []
  let i = 0
  while (i < words.length) {
    const title = titleLength(words, i)
    const from = i + title
    const to = runEnd(words, from)
    if (to > from) found.push(...cut(words, from, to, title > 0, weak))
    i = Math.max(to, i + 1)
  }
  return found
}

/** Titles of several words by their first. */
const phrasesByHead = new Map<string, (readonly string[])[]>()
for (const title of titlePhrases) {
  const parts = title.split(' ').map(undotted)
  const head = parts[0] ?? ''
  phrasesByHead.set(head, [...(phrasesByHead.get(head) ?? []), parts])
}

/** Number of words of the title that starts at `i`; single words count only right before a capital. */
function titleLength(words: readonly TaggedWord[], i: number): number {
  const first = words[i]
  if (!first || !/^\p{Lu}/u.test(first.surface)) return 0
  const phrase = phraseLength(words, i)
  if (phrase > 0) return phrase
  const capital = (at: number): boolean => /^\p{Lu}/u.test(words[at]?.surface ?? '')
  if (titleWords.has(undotted(first.lower))) {
    if (capital(i + 1)) return isOfBody(words, i) ? 0 : 1
    // "Rev" and "." as two words
    return words[i + 1]?.surface === '.' && first.surface.length <= 4 && capital(i + 2) ? 2 : 0
  }
  // "Analyst Kurt Wahl" at the head of a sentence
  const opens = i === 0 || !/\p{L}/u.test(words[i - 1]?.surface ?? '')
  const role = roles.has(first.lower) || isAgentNoun(first.lower)
  return opens && role && capital(i + 2) && givenNames.has(words[i + 1]?.lower ?? '') ? 1 : 0
}

/** Number of words of the title of several words that starts at `i`, 0 without one. */
function phraseLength(words: readonly TaggedWord[], i: number): number {
  const phrase = phrasesByHead
    .get(undotted(words[i]?.lower ?? ''))
    ?.find((parts) => parts.every((part, k) => undotted(words[i + k]?.lower ?? '') === part))
  return phrase?.length ?? 0
}

/** `Justice Department`: a title word that begins a body's name; not `Sen. Frank Church`, `Mr. Church`. */
function isOfBody(words: readonly TaggedWord[], i: number): boolean {
  const title = undotted(words[i]?.lower ?? '')
  if (title !== words[i]?.lower || addressOfMen.has(title) || addressOfWomen.has(title)) return false
  const to = runEnd(words, i + 1)
  return endsOrganisation(words, i, to) && !familyNames.has(words[to - 1]?.lower ?? '')
}

/** `Midfielder`, `Violinist`: who does something, and nobody's name. */
function isAgentNoun(lower: string): boolean {
  return (
    /^\p{L}{3,}(?:er|or|ist|ian|man|woman)$/u.test(lower) && !givenNames.has(lower) && !familyNames.has(lower)
  )
}

function runEnd(words: readonly TaggedWord[], from: number): number {
  if (!isNameWord(words, from)) return from
  let i = from + 1
  for (;;) {
    const word = words[i]
    if (word === undefined) return i
    const title = phraseLength(words, i)
    // `Former | Secretary of State | Ann Lowe`
    if (title > 0 && isNameWord(words, i, true) && isNameWord(words, i + title, true)) i += title
    else if (isNicknameInQuotes(words, i)) i = closingQuote(words, i) + 2
    else if (isHyphenBetweenCapitals(words, i) || isHyphenInGivenName(words, from, i)) i += 2
    else if (isNameWord(words, i, true)) i++
    else {
      const link = connector(words, from, i)
      if (link === 0) return i
      i += link
    }
  }
}

const longestNickname = 3

/** `William "Bill" Lowe`: a name between marks behind a given name, with the family name behind it. */
function isNicknameInQuotes(words: readonly TaggedWord[], i: number): boolean {
  const close = closingQuote(words, i)
  if (close < 0 || !givenNames.has(words[i - 1]?.lower ?? '')) return false
  const inside = words.slice(i + 1, close)
  return [...inside, words[close + 1]].every((word) => /^\p{Lu}/u.test(word?.surface ?? ''))
}

/** Of the mark that opens at `i`; -1 where none does, or closes at once or far behind. */
function closingQuote(words: readonly TaggedWord[], i: number): number {
  const close = closing.get(words[i]?.surface ?? '')
  if (close === undefined) return -1
  const length = words.slice(i + 1, i + 2 + longestNickname).findIndex(({ surface }) => surface === close)
  return length > 0 ? i + 1 + length : -1
}

const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
  ["'", "'"],
])

function isHyphenBetweenCapitals(words: readonly TaggedWord[], i: number): boolean {
  const [before, hyphen, after] = [words[i - 1], words[i], words[i + 1]]
  if (!before || !hyphen || !after || hyphen.surface !== '-') return false
  return before.end === hyphen.start && after.start === hyphen.end && /^\p{Lu}/u.test(after.surface)
}

/** "Kim Jong-un", "Park Jung-ho": a short second syllable in small letters, behind two words with capitals. */
function isHyphenInGivenName(words: readonly TaggedWord[], from: number, i: number): boolean {
  const [before, hyphen, after] = [words[i - 1], words[i], words[i + 1]]
  if (!before || !hyphen || !after || hyphen.surface !== '-' || i - from !== 2) return false
  const isClose = before.end === hyphen.start && after.start === hyphen.end
  const isSyllable = /^\p{Ll}{2,5}$/u.test(after.surface) && before.lower.length < 6
  const isKnown =
    commonWords.has(before.lower) || familyNames.has(before.lower) || commonWords.has(after.lower)
  return isClose && isSyllable && (before.lower.length < 5 || !isKnown)
}

/** Number of small words at `i` that carry a name on (`of the`, `von der`), 0 when the name ends before them. */
function connector(words: readonly TaggedWord[], from: number, i: number): number {
  const capital = (at: number): boolean => isNameWord(words, at, true)
  const word = words[i]?.lower ?? ''
  if (particles.has(word)) {
    if (capital(i + 1)) return 1
    return particles.has(words[i + 1]?.lower ?? '') && capital(i + 2) ? 2 : 0
  }
  const run = words.slice(from, i).map((item) => item.lower)
  const head = run.at(-1) ?? ''
  const takesOf =
    organisationHeads.has(head) || placeHeads.has(head) || ['house', 'centers', 'state'].includes(head)
  if (['of', 'for', 'on'].includes(word) && takesOf) {
    if (capital(i + 1)) return 1
    return words[i + 1]?.lower === 'the' && capital(i + 2) ? 2 : 0
  }
  if (!capital(i + 1)) return 0
  if (word === 'of') return endsAct(words, i + 1) ? 1 : 0
  const inside = run.includes('of') || run.includes('for')
  return word === '&' || (word === 'and' && (inside || joinsBody(words, i, head))) ? 1 : 0
}

/** `Defense of Marriage Act`. */
function endsAct(words: readonly TaggedWord[], from: number): boolean {
  return words[runEnd(words, from) - 1]?.surface === 'Act'
}

/** `Fish and Wildlife Service`, `Ways and Means Committee`: a plain word on either side, and a body's word at the end. */
function joinsBody(words: readonly TaggedWord[], and: number, head: string): boolean {
  const isPlain = (lower: string): boolean =>
    commonWords.has(lower.replace(/s$/u, '')) && !isDescriptor(lower) && !placeHeads.has(lower)
  const to = runEnd(words, and + 1)
  const next = words[and + 1]?.lower ?? ''
  if (to - and < 3 || !organisationHeads.has(words[to - 1]?.lower ?? '')) return false
  return isPlain(head) && isPlain(next) && !organisationHeads.has(next)
}

/** Takes off what only describes: `Russian | President | Vladimir Putin`, `N.R.A. | chief | Ann Lowe`, `Iowa | Democrat`. */
function cut(
  words: readonly TaggedWord[],
  from: number,
  to: number,
  titled: boolean,
  weak: boolean,
): Candidate[] {
  const result: Candidate[] = []
  let start = from
  let hasTitle = titled
  const push = (end: number): void => {
    const candidate = toCandidate(words, start, end, hasTitle, weak)
    if (candidate) result.push(candidate)
    hasTitle = false
  }
  /** What stands before a title or a person's name: a body's or place's name, or words that name nothing. */
  const pushBefore = (limit: number): void => {
    let end = limit
    while (end > start && isDescribing(words[end - 1])) end--
    if (!words.slice(start, end).every(({ lower }) => isLooseWord(lower))) push(end)
  }
  for (let i = from; i < to; i++) {
    const title = titleLength(words, i)
    if (title > 0 && i + title <= to && !endsOrganisation(words, i, to)) {
      pushBefore(i)
      start = i + title
      hasTitle = true
      i = start - 1
    } else if (i === start && startsWithDemonym(words, start, to)) {
      start += demonymLength(words, i)
      i = start - 1
    }
  }
  const given = givenNameInside(words.slice(start, to))
  if (given > 0) {
    pushBefore(start + given)
    start += given
    hasTitle = true
  } else if (to - start > 1 && endsAsDescriptor(words[to - 1])) {
    pushBefore(to - 1)
    return result
  }
  push(to)
  return result
}

/** `N.R.A. CEO` before a name. */
function isDescribing(word: TaggedWord | undefined): boolean {
  const lower = word?.lower ?? ''
  return isDescriptor(lower) || plainAcronyms.has(lower)
}

/** `Iowa Democrat`, `Maricopa County Sheriff`: what somebody is, and nobody's name. */
function endsAsDescriptor(word: TaggedWord | undefined): boolean {
  const lower = word?.lower ?? ''
  return (
    roles.has(lower) && !familyNames.has(lower) && !organisationHeads.has(lower) && !placeHeads.has(lower)
  )
}

function toCandidate(
  words: readonly TaggedWord[],
  from: number,
  to: number,
  titled: boolean,
  weak: boolean,
): Candidate | null {
  const part = words.slice(words[from]?.surface === '-' ? from + 1 : from, to)
  const [first] = part
  const last = part.at(-1)
  if (!first || !last || part.every((word) => isCalendarWord(word.lower))) return null
  if (isPartyAndState(part)) return null
  return {
    start: first.start,
    end: last.end,
    words: part,
    titled,
    before: words.slice(Math.max(0, from - 3), from),
    after: words.slice(to, to + 8),
    weak,
    opens: to - from === 1 && opensSentence(words, from),
  }
}

/** `R-Ky`, `D-Mass`, `D-Phoenix` behind a name: letter of a party, hyphen, state or town. */
function isPartyAndState(part: readonly TaggedWord[]): boolean {
  return /^[DIR]-\p{Lu}\p{L}*$/u.test(part.map(({ surface }) => surface).join(''))
}

/** `Secret Service`, `Senate Judiciary Committee`: the title word belongs to an organisation's name. */
function endsOrganisation(words: readonly TaggedWord[], i: number, to: number): boolean {
  const last = words[to - 1]?.lower ?? ''
  return to - i > 1 && organisationHeads.has(last) && !givenNames.has(words[i + 1]?.lower ?? '')
}

function demonymLength(words: readonly TaggedWord[], i: number): number {
  const two = `${words[i]?.lower ?? ''} ${words[i + 1]?.lower ?? ''}`
  if (countryOfDemonym(two) !== null) return 2
  return countryOfDemonym(words[i]?.lower ?? '') !== null ? 1 : 0
}

/** A demonym is no part of the name after it unless that is a body's or place's (`Russian Orthodox Church`). */
function startsWithDemonym(words: readonly TaggedWord[], from: number, to: number): boolean {
  const length = demonymLength(words, from)
  if (length === 0 || from + length >= to) return false
  // `Saudi Arabia`
  if (knownPlace(`${words[from]?.lower ?? ''} ${words[from + 1]?.lower ?? ''}`)) return false
  const last = words[to - 1]?.lower ?? ''
  return !organisationHeads.has(last) && !placeHeads.has(last)
}
