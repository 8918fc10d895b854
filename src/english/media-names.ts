/**
 * Whether a source is a news outlet ("Reuters", "the Daily Gazette", "state television").
 *
 * In: the printed words of a source. Out: yes or no, by its head: agencies by name, the usual last words of newspaper and
 * broadcaster names, nouns for media. Never: takes "the press secretary" or "a reporter for the Gazette" for an outlet.
 */
import { AGENCIES, shortOutlets } from './agencies.js'

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
