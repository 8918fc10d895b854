/**
 * One quoted sentence in two wordings, as an editor would collate them: “they destroyed his life” here, “it destroyed his
 * life” there.
 *
 * In:    two versions of one utterance.
 * Out:   the pair of sentences whose words differ most tellingly, each as a version of its own, with edits and swaps.
 * Never: compares two sentences of which either stands nearer to another one in the other report, or words outside
 *        quotation marks.
 */
import type { Edit } from '../../model/comparison.js'
import type { Word } from '../../likeness/view.js'
import { once, onceForTwo } from '../../text/once.js'
import { byKeys } from '../../text/order.js'
import { compareVersions, startsSentence, type Comparison } from './edits.js'
import { ofTwoSpeakers } from './fullest.js'
import type { Swap } from './swaps.js'
import type { Version } from './version.js'

export type Variant = {
  readonly fullest: Version
  readonly version: Version
  readonly swaps: readonly Swap[]
  /** What makes the difference first. */
  readonly edits: readonly Edit[]
}

/**
 * Two sentences are one sentence from so many words in common on, from this share of the shorter one, and from this share of
 * what stands between the first and the last of them.
 */
export const oneSentence = { words: 5, share: 0.75, between: 0.6 } as const

/** The longest sentence that both print with other words in the place of some; null where there is none. */
export const variantOf = onceForTwo((fullest: Version, version: Version): Variant | null => {
  if (fullest.view.id === version.view.id || ofTwoSpeakers(fullest, version)) return null
  const [first] = nearestPairs(fullest, version)
    .filter(({ comparison: { swaps } }) => swaps.length > 0)
    .sort(byKeys(({ from, to }) => -from.quotedWords.length - to.quotedWords.length))
  if (!first) return null
  const { from, to, comparison } = first
  const swaps = [...comparison.swaps].sort(
    byKeys(({ edit: { type, carries } }) => (carries === 'negation' ? 0 : type === 'replaced' ? 1 : 2)),
  )
  const telling = swaps.map(({ edit }) => edit)
  const others = comparison.edits.filter((edit) => !telling.includes(edit))
  return { fullest: from, version: to, swaps, edits: [...telling, ...others] }
})

type Near = { readonly from: Version; readonly to: Version; readonly comparison: Comparison }

/** Sentences that are each other's nearest. */
function nearestPairs(fullest: Version, version: Version): readonly Near[] {
  const near = sentencesOf(fullest).flatMap((from) =>
    sentencesOf(version).flatMap((to): Near[] => {
      if (!mayBeOne(from, to)) return []
      const comparison = compareVersions(from, to)
      return comparison && isOne(from, to, comparison) ? [{ from, to, comparison }] : []
    }),
  )
  const best = (own: (pair: Near) => boolean): Near | undefined =>
    near.filter(own).sort(byKeys(({ comparison }) => -comparison.common + comparison.removedWords / 1000))[0]
  return near.filter(
    (pair) => best(({ from }) => from === pair.from) === pair && best(({ to }) => to === pair.to) === pair,
  )
}

function isOne(from: Version, to: Version, { common, window }: Comparison): boolean {
  const shorter = Math.min(from.quotedWords.length, to.quotedWords.length)
  return (
    common >= oneSentence.words &&
    common >= oneSentence.share * shorter &&
    common >= oneSentence.between * window
  )
}

/** What can be known without holding word against word. */
function mayBeOne(from: Version, to: Version): boolean {
  const [one, other] = [normsOf(from), normsOf(to)]
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
