/** Who is credited with the same quoted words. */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Entity } from '../../model/annotation.js'
import { byKeys } from '../../text/order.js'
import { sentenceIndex, wordsIn, type Word, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { once } from '../../text/once.js'
import { compareVersions } from './edits.js'
import { nameWords, relateSpeakers } from '../../english/speakers.js'
import { versionsOf, type Version } from './version.js'
import { anyOf, wordFile } from '../../english/word-lists.js'
import { addOnce } from '../../text/grouped.js'

export type Credit = { readonly name: string; readonly versions: readonly Version[] }

/** People to whom reports credit the same quoted words; `onBehalf`: each may speak for another of them. */
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
      onBehalf: onBehalfOf(context, one, other) || onBehalfOf(context, other, one),
    }))
    .filter(({ both, onBehalf }) => onBehalf || !both.some(isBody))
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
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { versions } of credits)
    for (const id of new Set(versions.map(({ view }) => view.id)))
      if (seen.has(id)) twice.add(id)
      else seen.add(id)
  return twice
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

/** One is a spokesperson of the other, or a body whose member the other is. */
function onBehalfOf({ views }: Context, one: Credit, other: Credit): boolean {
  const last = nameWords(other.name).at(-1)
  const named = one.versions.some(({ view, quotedSpans: [first] }) => {
    const sentence = first ? view.sentences[sentenceIndex(view, first)] : undefined
    return sentence !== undefined && wordsIn(view, sentence).some((word) => word.norm === last)
  })
  return (named && isBody(other)) || speaksFor(views, one.name, other.name)
}

const isBody = ({ versions }: Credit): boolean =>
  versions.some((version) => kindOf(version) === 'organisation')

function kindOf({ cell, view }: Version): Entity['kind'] | null {
  const entity = cell.mentions.find((mention) => mention.speaker)?.speaker?.entity
  return view.article.entities.find((item) => item.id === entity)?.kind ?? null
}

/** A person or a body that the report knows by name. */
function isNamed(version: Version): boolean {
  const kind = kindOf(version)
  return version.speaker !== null && (kind === 'person' || kind === 'organisation')
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
  for (const version of [...versions].sort(
    byKeys(
      (item) => -(item.speaker?.length ?? 0),
      (item) => item.speaker ?? '',
      (item) => item.view.id,
    ),
  )) {
    const name = version.speaker ?? ''
    const known = credits.find((credit) => relateSpeakers(credit.name, name) === 'same')
    if (known) known.versions.push(version)
    else if (relateSpeakers(name, name) === 'same') credits.push({ name, versions: [version] })
  }
  return credits.sort(byKeys((credit) => credit.name))
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
/** Words of the body's name that may stand before the office, and behind "for" or "of". */
const mostWords = 4

type Office = {
  /** The words close by, among them who holds it. */
  readonly near: readonly Word[]
  /** Keys of the words for whom it is held for. */
  readonly body: ReadonlySet<string>
}
type Sentence = { readonly words: readonly Word[]; readonly offices: readonly Office[] }

const sentencesOf = once((view: ArticleView): readonly Sentence[] =>
  view.sentences.map((span) => {
    const words = wordsIn(view, span)
    const found = [...view.text.slice(span.start, span.end).matchAll(spokespersons)].map((match): Office => {
      const start = span.start + match.index
      const end = start + match[0].length
      return {
        near: words.filter((word) => word.start >= start - reach && word.end <= end + reach),
        body: new Set(
          [...before(view, words, start), ...behind(view, words, end)].flatMap(({ key }) => key || []),
        ),
      }
    })
    return { words, offices: found }
  }),
)

/** "The museum's spokesman", "the White House press secretary": the words right before, back to a comma or an article. */
function before({ text }: ArticleView, words: readonly Word[], start: number): readonly Word[] {
  const ahead = words.filter((word) => word.end <= start).slice(-mostWords)
  const from = ahead.findLastIndex(
    (word, at) =>
      /^(?:the|an?|its|his|her|their|said|says)$/u.test(word.norm) ||
      /[,;:“”"]/u.test(text.slice(word.end, ahead[at + 1]?.start ?? start)),
  )
  return ahead.slice(from + 1)
}

/** "A spokesman for the museum in Saltby": the words behind "for" or "of", up to a comma. */
function behind({ text }: ArticleView, words: readonly Word[], end: number): readonly Word[] {
  const after = words.filter((word) => word.start >= end)
  if (!/^(?:for|of|at)$/u.test(after[0]?.norm ?? '')) return []
  const close = after.slice(1, 1 + mostWords)
  const to = close.findIndex((word) => /^[^\p{L}\p{N}]*[,;:.“”"]/u.test(text.slice(word.end, word.end + 2)))
  return to < 0 ? close : close.slice(0, to + 1)
}

/** Of all reports: the sentences with an office, and those with a word. */
const sentencesOfAll = once((views: readonly ArticleView[]) => {
  const sentences = views.flatMap(sentencesOf)
  const byWord = new Map<string, Set<Sentence>>()
  for (const sentence of sentences) for (const { norm } of sentence.words) addOnce(byWord, norm, sentence)
  return {
    withOffice: sentences.filter(({ offices }) => offices.length > 0),
    byWord: new Map([...byWord].map(([word, found]) => [word, [...found]])),
  }
})

function speaksFor(views: readonly ArticleView[], one: string, other: string): boolean {
  const [holder, principal] = [nameWords(one).at(-1), nameWords(other).at(-1)]
  if (holder === undefined || principal === undefined) return false
  const { withOffice, byWord } = sentencesOfAll(views)
  const beside = byWord.get(principal) ?? []
  return withOffice.some(({ words, offices }) =>
    offices.some(({ near, body }) => {
      if (!near.some(({ norm }) => norm === holder)) return false
      if (words.some(({ norm }) => norm === principal)) return true
      return beside.some((sentence) => sentence.words.some(({ key }) => key !== '' && body.has(key)))
    }),
  )
}
