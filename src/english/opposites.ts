/**
 * Words that point opposite ways: antonyms of WordNet (data/english/opposites.txt; made by scripts/build-opposites.mjs) and
 * pairs of news prose (news-opposites.txt), looked up by Porter stem.
 */
import { addOnce } from '../text/grouped.js'
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'

const none: ReadonlySet<string> = new Set()

const news = wordFile('news-opposites.txt')
const exclusive = news.lines('exclusive')

/** Whether the second is the no to the first: "accepts", "rejects". Who was arrested may have been released. */
export function isRefusedBy(verb: string, other: string): boolean {
  return exclusive.includes(`${verb} ${other}`)
}

let loaded: ReadonlyMap<string, ReadonlySet<string>> | undefined

function opposites(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const line of [...wordFile('opposites.txt').lines('pairs'), ...news.lines('pairs'), ...exclusive]) {
    const [a = '', b = ''] = line.split(' ').map(stem)
    addOnce(found, a, b)
    addOnce(found, b, a)
  }
  return found
}

/** Stems of the words that point the other way. */
export function oppositesOf(stemmed: string): ReadonlySet<string> {
  loaded ??= opposites()
  return loaded.get(stemmed) ?? none
}
