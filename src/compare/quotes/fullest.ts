/** What a version of an utterance is held against. */
import { once } from '../../text/once.js'
import { firstBy, sortedBy } from '../../text/order.js'
import { publishedIn } from '../../likeness/published.js'
import { compareVersions } from './edits.js'
import { relateSpeakers } from '../../english/speakers.js'
import type { Version } from './version.js'
import { countsOf } from '../../text/grouped.js'

/**
 * Of the longer versions in other reports the one with most words in common, then the longest, then the first in rank.
 * Reported words have none in common; theirs is the longest of one speaker. What the version's own report prints in the
 * same words elsewhere in the column is no rival: nothing is cut from it.
 */
export function fullestFor(version: Version, versions: readonly Version[]): Version | undefined {
  // Where the user gave the source, every version is held against it, and it against none.
  const source = versions.find(isReference)
  if (version === source) return undefined
  if (source && !printedBy(version.view.id, source, versions)) return source
  const ranked = ranking(versions)
  const rank = ranked.indexOf(version)
  const rivals = versions.filter(
    (other) =>
      other.view.id !== version.view.id &&
      other.quotedWords.length > 0 &&
      !printedBy(version.view.id, other, versions) &&
      ranked.indexOf(other) < rank &&
      (version.quotedWords.length > 0 || !ofTwoSpeakers(version, other)),
  )
  const common = (other: Version): number => compareVersions(other, version)?.common ?? 0
  return firstBy(rivals, (other) => [-common(other), ranked.indexOf(other)])
}

/** The longest first, then that whose words most versions have in any order, then the earliest, then by article id. */
const ranking = once((versions: readonly Version[]): readonly Version[] => {
  const holders = countsOf(versions.flatMap((version) => [...new Set(wordsOf(version))]))
  const support = new Map(
    versions.map((version) => [
      version,
      wordsOf(version).reduce((sum, word) => sum + (holders.get(word) ?? 0), 0),
    ]),
  )
  return sortedBy(versions, (version) => [
    -version.quotedWords.length,
    -(support.get(version) ?? 0),
    publishedIn(version.view)?.first ?? Infinity,
    version.view.id,
  ])
})

function isReference({ view }: Version): boolean {
  return view.article.role === 'reference'
}

/** The words in quotation marks, for equality. */
const printed = (version: Version): string => wordsOf(version).join(' ')

const wordsOf = ({ quotedWords }: Version): readonly string[] => quotedWords.map((word) => word.norm)

export function ofTwoSpeakers(a: Version, b: Version): boolean {
  return a.speaker !== null && b.speaker !== null && relateSpeakers(a.speaker, b.speaker) === 'different'
}

function printedBy(article: string, other: Version, versions: readonly Version[]): boolean {
  return versions.some((own) => own.view.id === article && printed(own) === printed(other))
}
