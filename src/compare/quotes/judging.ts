/**
 * What a version of an utterance is, held against the fullest one: shortened, altered, told in other words, one of two
 * halves; and whether a reader would mind.
 *
 * In:    versions of one utterance.
 * Out:   judgements without a word of their own (version-words.ts has those); null where there is nothing to say.
 * Never: judges a version that prints a piece which the fullest has not: neither is a cut of the other.
 */
import type { Edit } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { overlap, sliceSpans } from '../../text/spans.js'
import { contentWords, wordsIn, type ArticleView } from '../../likeness/view.js'
import { sureCell } from '../left-out/rows.js'
import type { Context } from '../context.js'
import { once } from '../../text/once.js'
import { pairsOf } from '../../text/pairs-of.js'
import { compareVersions } from './edits.js'
import { ofTwoSpeakers } from './fullest.js'
import type { Swap } from './swaps.js'
import { variantOf, type Variant } from './variants.js'
import type { Version } from './version.js'

/** A version counts as words of the same utterance from this share of its quoted words on, or from so many words. */
const sameWords = { share: 0.6, words: 4 } as const
/** More unmarked foreign content words than this share of the version make it altered. */
export const mostForeign = 0.12
/** Fewer content words in reported speech are a torn piece of a clause: nobody could say what they put in other words. */
const leastReported = 3

export type Judgement = {
  readonly kind: 'quote-shortened' | 'quote-altered' | 'quote-paraphrased'
  readonly fullest: Version
  readonly version: Version
  readonly edits: readonly Edit[]
  readonly swaps: readonly Swap[]
  /** Whether a reader would mind: one content word in the place of another, or a cut that turns what is left. */
  readonly worthy: boolean
}

export function judge(context: Context, fullest: Version, version: Version): Judgement | null {
  const comparison = compareVersions(fullest, version)
  if (!comparison) return null
  const { kept, common, run, foreign, ownWords, removedWords, edits } = comparison
  const printed = version.quotedWords.length
  if (printed === 0 || (common === 0 && printed < leastReported))
    return contentWords(version.view, version.spans) < leastReported || isToldInItsWords(fullest, version)
      ? null
      : reported(fullest, version)
  if (kept < context.limit(sameWords.share) && common < sameWords.words) return null
  const variant = variantOf(fullest, version)
  if (variant)
    return { ...variant, kind: isMereCut(variant) ? 'quote-shortened' : 'quote-altered', worthy: true }
  if (foreign > context.limit(mostForeign) * (printed - ownWords)) return null
  const cut = edits
    .filter(({ removed }) => !isPrinted(version, removed))
    .map((edit) =>
      edit.elsewhere ? edit : { ...edit, elsewhere: isToldInRow(context, fullest, version, edit) },
    )
  // A text that breaks off may have had the end.
  if (version.view.article.completeness.state === 'truncated' && cut.every(({ type }) => type === 'cut-end'))
    return null
  if (ownWords > 0 || removedWords === 0 || !cut.some(({ removed }) => removed !== '')) return null
  return {
    fullest,
    version,
    edits: cut,
    swaps: [],
    kind: 'quote-shortened',
    worthy: isOneUtterance(run) && cut.some(turnsTheRest),
  }
}

/** Words left out of the middle of a sentence without a sign, and none put in. */
function isMereCut({ swaps }: Variant): boolean {
  return swaps.every(({ edit: { type } }) => type === 'cut-middle')
}

/** Fewer words in a row may be a phrase that somebody used twice: readers took such versions for two utterances. */
const leastRun = 4

function isOneUtterance(run: number): boolean {
  return run >= leastRun
}

/** The words stand elsewhere in the report, letter for letter: quoted in another place, not cut. */
function isPrinted({ view }: Version, removed: string): boolean {
  const words = lettersOf(removed)
  return words.length >= leastLetters && lettersIn(view).includes(words)
}

/** All content words of the quotation, without its marks: "others are acceptable" for “acceptable”. */
function isToldInItsWords({ quotedWords }: Version, { view, spans }: Version): boolean {
  const held = new Set(spans.flatMap((span) => wordsIn(view, span).map(({ key }) => key)))
  return quotedWords.every(({ key }) => key === '' || held.has(key))
}

/** Share of a row's passage that was removed, for the row to tell of that. */
const mostly = 0.8

/** A row has the removed words, and surely a passage of this report. */
function isToldInRow(
  context: Context,
  fullest: Version,
  { view, spans }: Version,
  { removed }: Edit,
): boolean {
  const at = fullest.view.text.indexOf(removed, fullest.spans[0]?.start ?? 0)
  if (removed === '' || at < 0) return false
  const place = { view: fullest.view, span: { start: at, end: at + removed.length } }
  return context.alignment.claims.some((column) => {
    const [here, there] = [column.cells[fullest.view.id], column.cells[view.id]]
    return (
      here?.state === 'present' &&
      there?.state === 'present' &&
      there.confidence >= sureCell &&
      there.mentions.some((mention) => spans.every((span) => overlap(mention, span) === 0)) &&
      here.mentions.some((mention) => overlap(mention, place.span) >= mostly * (mention.end - mention.start))
    )
  })
}

/** Fewer letters stand in a text by chance. */
const leastLetters = 12
const lettersIn = once(({ text }: ArticleView) => lettersOf(text))

function lettersOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}

function reported(fullest: Version, version: Version): Judgement {
  const edit: Edit = {
    type: 'to-indirect',
    removed: sliceSpans(fullest.view.text, fullest.quotedSpans),
    marked: true,
    carries: null,
    elsewhere: true,
  }
  return { kind: 'quote-paraphrased', fullest, version, edits: [edit], swaps: [], worthy: false }
}

/** A condition behind what is left, or a negation before it. Other cuts readers took for a choice. */
function turnsTheRest({ type, carries, elsewhere }: Edit): boolean {
  return (
    !elsewhere &&
    ((type === 'cut-end' && carries === 'condition') || (type === 'cut-start' && carries === 'negation'))
  )
}

/** Two reports that quote different parts of one statement, and the version that both are held against. */
export type Halves = {
  readonly both: readonly [Version, Version]
  readonly reason: string
  readonly full: Version
}

/** The widest pair of halves: two parts of what a third prints in full, or two selections that go beyond each other. */
export function widestHalves(context: Context, versions: readonly Version[]): Halves | null {
  const found: readonly Halves[] = [...partsOfThird(versions), ...selections(context, versions)]
  const [widest] = [...found].sort(
    byKeys(
      ({ both }) => -both.reduce((sum, version) => sum + version.quotedWords.length, 0),
      ({ both, full }) => [...both, full].map((version) => version.view.id).join(' '),
    ),
  )
  return widest ?? null
}

function partsOfThird(versions: readonly Version[]): readonly Halves[] {
  return versions.flatMap((full) =>
    pairsOf(versions.filter((version) => isPartOf(version, full))).flatMap(([one, other]): Halves[] => {
      const shared = compareVersions(one, other)
      return shared && shared.common <= 2 && one.view.id !== other.view.id
        ? [{ full, both: [one, other], reason: `${full.view.name} quotes both parts` }]
        : []
    }),
  )
}

/** Words in common in the same wording, and on each side a piece that the other has nowhere. */
function selections(context: Context, versions: readonly Version[]): readonly Halves[] {
  return pairsOf(versions).flatMap(([one, other]): Halves[] => {
    if (one.view.id === other.view.id || ofTwoSpeakers(one, other)) return []
    const [there, back] = [compareVersions(one, other), compareVersions(other, one)]
    if (!there || !back || there.ownWords === 0 || back.ownWords === 0 || there.common < 4) return []
    const shared = other.quotedWords.length - there.ownWords
    if (there.foreign > context.limit(mostForeign) * shared) return []
    const full = one.quotedWords.length >= other.quotedWords.length ? one : other
    return [{ full, both: [one, other], reason: 'each prints words that the other does not' }]
  })
}

/** Four words or more, nearly all of which stand in the other version, which is longer and of the same speaker. */
function isPartOf(version: Version, full: Version): boolean {
  if (version.quotedWords.length < 4 || version.quotedWords.length >= full.quotedWords.length) return false
  return !ofTwoSpeakers(version, full) && (compareVersions(full, version)?.kept ?? 0) >= 0.8
}
