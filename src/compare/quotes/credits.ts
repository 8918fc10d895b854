/** Who is credited with the same quoted words. */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Entity } from '../../model/annotation.js'
import { sortedBy } from '../../text/order.js'
import { sentenceIndex, wordsIn, type Word, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { once } from '../../text/once.js'
import { compareVersions } from './edits.js'
import { nameWords, relateSpeakers } from '../../english/speakers.js'
import { versionsOf, type Version } from './version.js'
import { anyOf, wordFile } from '../../english/word-lists.js'
import { countsOf } from '../../text/grouped.js'

export type Credit = { readonly name: string; readonly versions: readonly Version[] }

/** People to whom reports credit the same quoted words; `onBehalf`: one of them speaks for others. */
export type Clash = {
  readonly column: QuoteColumn
  readonly credits: readonly Credit[]
  readonly onBehalf: boolean
}

/** At most one for each quote column; made once for a run. */
export const clashingCredits = once((context: Context): readonly Clash[] =>
  context.alignment.quotes.flatMap((column) => clashIn(context, column)),
)

function clashIn(context: Context, column: QuoteColumn): readonly Clash[] {
  const versions = versionsOf(context, column).filter(
    (version) =>
      version.quotedWords.length >= 2 &&
      version.quotes.some((quote) => quote.parent === undefined) &&
      version.quotes.every((quote) => quote.withSpeakers === undefined) &&
      isNamed(version) &&
      isNamedCloseBy(version),
  )
  const all = group(versions)
  const undecided = creditingTwo(all)
  const credits = all.flatMap((credit): Credit[] => {
    const own = credit.versions.filter(({ view }) => !undecided.has(view.id))
    return own.length > 0 ? [{ ...credit, versions: own }] : []
  })
  const pairs = credits
    .flatMap((one, index) => credits.slice(index + 1).map((other) => [one, other] as const))
    .filter(
      ([one, other]) => relateSpeakers(one.name, other.name) === 'different' && haveSameWords(one, other),
    )
    .map(([one, other]) => ({
      both: [one, other],
      onBehalf: [one, other].some((credit) => speaksForOthers(context, credit)),
    }))
  if (pairs.length === 0) return []
  const involved = new Set(pairs.flatMap(({ both }) => both))
  return [
    {
      column,
      credits: credits.filter((credit) => involved.has(credit)),
      onBehalf: pairs.every(({ onBehalf }) => onBehalf),
    },
  ]
}

/** Articles that credit the words to more than one speaker. */
function creditingTwo(credits: readonly Credit[]): ReadonlySet<string> {
  const times = countsOf(credits.flatMap(({ versions }) => [...new Set(versions.map(({ view }) => view.id))]))
  return new Set([...times].flatMap(([id, count]) => (count > 1 ? [id] : [])))
}

/** Quoted words that two versions must have in common, also as a share of the shorter. */
export const sameWords = { least: 2, share: 0.8 } as const

/** Fewest words of the shorter version, if reports that disagree on who said them cannot both be right. */
export const sureWords = 5

export function shortestVersion(credits: readonly Credit[]): Version {
  return credits
    .flatMap(({ versions }) => versions)
    .reduce((best, version) => (version.quotedWords.length < best.quotedWords.length ? version : best))
}

function kindOf({ cell, view }: Version): Entity['kind'] | null {
  const entity = cell.mentions.find((mention) => mention.speaker)?.speaker?.entity
  return view.article.entities.find((item) => item.id === entity)?.kind ?? null
}

/** A person whom the report knows by name. */
function isNamed(version: Version): boolean {
  return version.speaker !== null && kindOf(version) === 'person'
}

/** The speaker's name stands in the quotation's sentence or the one before: a far-fetched "he" is no ground to differ. */
const isNamedCloseBy = (version: Version): boolean => namesCloseBy(version).length > 0

export function namesCloseBy({ view, speaker, quotedSpans }: Version): readonly Word[] {
  const last = nameWords(speaker ?? '').at(-1)
  const first = quotedSpans[0]
  if (last === undefined || !first) return []
  const index = sentenceIndex(view, first)
  const from = view.sentences[Math.max(0, index - 1)]
  const to = view.sentences[index]
  if (!from || !to) return []
  return wordsIn(view, { start: from.start, end: to.end }).filter((word) => word.norm === last)
}

/** Versions by speaker, in the order of the speaker's name; the fullest name stands for the speaker. */
function group(versions: readonly Version[]): readonly Credit[] {
  const credits: { name: string; versions: Version[] }[] = []
  for (const version of sortedBy(versions, (item) => [
    -(item.speaker?.length ?? 0),
    item.speaker ?? '',
    item.view.id,
  ])) {
    const name = version.speaker ?? ''
    const known = credits.find((credit) => relateSpeakers(credit.name, name) === 'same')
    if (known) known.versions.push(version)
    else if (relateSpeakers(name, name) === 'same') credits.push({ name, versions: [version] })
  }
  return sortedBy(credits, (credit) => credit.name)
}

function haveSameWords(one: Credit, other: Credit): boolean {
  return one.versions.some((a) =>
    other.versions.some((b) => {
      const comparison = compareVersions(a, b)
      const shorter = Math.min(a.quotedWords.length, b.quotedWords.length)
      return !!comparison && comparison.common >= Math.max(sameWords.least, sameWords.share * shorter)
    }),
  )
}

/** "The museum's spokesman", "on behalf of": matched anywhere. */
const spokespersons = new RegExp(anyOf(wordFile('spokespersons.txt').lines('phrases')), 'giu')

/** How far from the word for the office the name of who holds it may stand, in characters. */
const reach = 60

/** Words that stand beside an office of speaking for somebody. */
const besideOffices = once((view: ArticleView): readonly Word[] =>
  [...view.text.matchAll(spokespersons)].flatMap(({ 0: office, index }) =>
    wordsIn(view, { start: index - reach, end: index + office.length + reach }),
  ),
)

/** A report presents the person as one who speaks for others. */
function speaksForOthers({ views }: Context, { name }: Credit): boolean {
  const last = nameWords(name).at(-1)
  return views.some((view) => besideOffices(view).some(({ norm }) => norm === last))
}
