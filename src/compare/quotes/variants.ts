/** One quoted sentence in two wordings: “they destroyed his life” here, “it destroyed his life” there. */
import type { Edit } from '../../model/comparison.js'
import type { Word } from '../../likeness/view.js'
import { once, onceForTwo } from '../../text/once.js'
import { sortedBy, firstBy } from '../../text/order.js'
import { compareTwo, startsSentence } from './edits.js'
import { ofTwoSpeakers } from './fullest.js'
import { matched, type Pair } from './matching.js'
import type { Version } from './version.js'

export type Variant = {
  readonly fullest: Version
  readonly version: Version
  readonly swaps: readonly Edit[]
  /** What makes the difference first. */
  readonly edits: readonly Edit[]
}

/** Words in common from which two sentences are one: so many, this share of the shorter, and of what lies between first and last. */
export const oneSentence = { words: 5, share: 0.75, between: 0.6 } as const
/** So few do behind a sentence that both print word for word, where one word alone is another: “We don’t want him. We reject his visit.” */
const wordsBeside = 3

/** The longest sentence that both print with other words in the place of some; null where there is none. */
export const variantOf = onceForTwo((fullest: Version, version: Version): Variant | null => {
  if (fullest.view.id === version.view.id || ofTwoSpeakers(fullest, version)) return null
  const variants = nearestPairs(fullest, version).flatMap(({ from, to }) => variantIn(from, to) ?? [])
  return firstBy(variants, (one) => -one.fullest.quotedWords.length - one.version.quotedWords.length) ?? null
})

/** What tells two wordings of a sentence apart, the most telling first. */
function variantIn(from: Version, to: Version): Variant | null {
  const comparison = compareTwo(from, to)
  if (!comparison || comparison.swaps.length === 0) return null
  const swaps = sortedBy(comparison.swaps, ({ type, carries }) =>
    carries === 'negation' ? 0 : type === 'replaced' ? 1 : 2,
  )
  const others = comparison.edits.filter((edit) => !swaps.includes(edit))
  return { fullest: from, version: to, swaps, edits: [...swaps, ...others] }
}

type Near = { readonly from: Version; readonly to: Version; readonly common: number; readonly apart: number }

/** Pairs of sentences that are looked at; of longer utterances the first ones. */
const mostPairs = 2000

/** Sentences that are each other's nearest. */
function nearestPairs(fullest: Version, version: Version): readonly Near[] {
  const there = sentencesOf(version)
  const here = sentencesOf(fullest).slice(0, Math.ceil(mostPairs / Math.max(1, there.length)))
  const near = here.flatMap((from, at) =>
    there.slice(0, mostPairs).flatMap((to, k): Near[] => {
      const least = areSame(here[at - 1], there[k - 1]) ? wordsBeside : oneSentence.words
      const pairs = mayBeOne(from, to, least) ? matched(from, to.quotedWords) : undefined
      if (!pairs || !isOne(from, to, pairs, least)) return []
      return [{ from, to, common: pairs.length, apart: from.quotedWords.length - pairs.length }]
    }),
  )
  const nearest = sortedBy(near, ({ common, apart }) => [-common, apart])
  const [byFrom, byTo] = [firstOf(nearest, ({ from }) => from), firstOf(nearest, ({ to }) => to)]
  return near.filter((pair) => byFrom.get(pair.from) === pair && byTo.get(pair.to) === pair)
}

/** The first pair that each sentence stands in. */
function firstOf(pairs: readonly Near[], side: (pair: Near) => Version): ReadonlyMap<Version, Near> {
  return new Map([...pairs].reverse().map((pair) => [side(pair), pair]))
}

/** The same word for word, or the end of the one: “By all of us, we don’t want him”. No mere “Yes”. */
function areSame(one: Version | undefined, other: Version | undefined): boolean {
  if (!one || !other) return false
  const [short, long] = sortedBy(
    [one, other].map(({ quotedWords }) => quotedWords.map(({ norm }) => norm)),
    ({ length }) => length,
  )
  if (!short || !long || short.length < wordsBeside) return false
  return short.join(' ') === long.slice(-short.length).join(' ')
}

function isOne(from: Version, to: Version, pairs: readonly Pair[], least: number): boolean {
  const shorter = Math.min(from.quotedWords.length, to.quotedWords.length)
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (!first || !last || pairs.length < Math.max(least, oneSentence.share * shorter)) return false
  const [one, other] = [from.quotedWords.length, to.quotedWords.length]
  if (pairs.length < oneSentence.words && (one !== other || pairs.length !== one - 1)) return false
  return pairs.length >= oneSentence.between * (Math.max(last.a - first.a, last.b - first.b) + 1)
}

/** What can be known without holding word against word; of a scrap nothing can. */
function mayBeOne(from: Version, to: Version, least: number): boolean {
  const [one, other] = [normsOf(from), normsOf(to)]
  if (Math.min(from.quotedWords.length, to.quotedWords.length) < least) return false
  const common = [...one].filter((norm) => other.has(norm)).length
  return common >= 0.8 * oneSentence.share * Math.min(one.size, other.size)
}

const normsOf = once(
  ({ quotedWords }: Version): ReadonlySet<string> => new Set(quotedWords.map(({ norm }) => norm)),
)

/** A version of each quoted sentence. */
const sentencesOf = once((version: Version): readonly Version[] => {
  const sentences: Word[][] = []
  version.quotedWords.forEach((word, index) => {
    const current = sentences.at(-1)
    if (!current || startsSentence(version, index)) sentences.push([word])
    else current.push(word)
  })
  return sentences.flatMap((words) => {
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) return []
    const sentence = { start: first.start, end: last.end }
    const quotedSpans = version.quotedSpans.flatMap(({ start, end }) => {
      const part = { start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) }
      return part.start < part.end ? [part] : []
    })
    return [{ ...version, quotedWords: words, quotedSpans, spans: quotedSpans }]
  })
})
