/**
 * What a version of an utterance is, held against the fullest one: shortened or altered; and whether a reader would mind.
 */
import type { Edit } from '../../model/comparison.js'
import { lettersOf } from '../../text/trimmed.js'
import type { ArticleView } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { compareVersions } from './edits.js'
import { variantOf, type Variant } from './variants.js'
import type { Version } from './version.js'

/** A version counts as words of the same utterance from this share of its quoted words on, or from so many words. */
const sameWords = { share: 0.6, words: 4 } as const
/** More unmarked foreign content words than this share of the version make it altered. */
export const mostForeign = 0.12
/** Fewer quoted words of which the fullest has none are no version of it. */
const leastPrinted = 3

export type Judgement = {
  readonly kind: 'quote-shortened' | 'quote-altered'
  readonly fullest: Version
  readonly version: Version
  readonly edits: readonly Edit[]
  /** Whether a reader would mind: one content word in the place of another, or a cut that turns what is left. */
  readonly worthy: boolean
}

export function judge(fullest: Version, version: Version): Judgement | null {
  const comparison = compareVersions(fullest, version)
  if (!comparison) return null
  const { kept, common, run, foreign, ownWords, removedWords, edits } = comparison
  const printed = version.quotedWords.length
  if (printed === 0 || (common === 0 && printed < leastPrinted)) return null
  if (kept < sameWords.share && common < sameWords.words) return null
  const variant = variantOf(fullest, version)
  if (variant)
    return { ...variant, kind: isMereCut(variant) ? 'quote-shortened' : 'quote-altered', worthy: true }
  if (foreign > mostForeign * (printed - ownWords)) return null
  const cut = edits.filter(({ removed }) => !isPrinted(version, removed))
  // A text that breaks off may have had the end.
  if (version.view.article.completeness.state === 'truncated' && cut.every(({ type }) => type === 'cut-end'))
    return null
  if (ownWords > 0 || removedWords === 0 || !cut.some(({ removed }) => removed !== '')) return null
  return {
    fullest,
    version,
    edits: cut,
    kind: 'quote-shortened',
    worthy: isOneUtterance(run) && cut.some((edit) => turnsTheRest(edit, printed)),
  }
}

/** Words left out of the middle of a sentence without a sign, and none put in. */
function isMereCut({ swaps }: Variant): boolean {
  return swaps.every(({ type }) => type === 'cut-middle')
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

/** Fewer letters stand in a text by chance. */
const leastLetters = 12
const lettersIn = once(({ text }: ArticleView) => lettersOf(text))

/** Words: of a shorter quotation the reporter takes a phrase, and tells the rest. */
const leastLeft = 6
/** Words before a cut end: of a longer sentence the end is not shown, and the two versions look alike. */
const mostBefore = 24
/** Longer pieces behind what is left are the next thought. */
const mostBehind = 14

/** A condition beside what is left, a negation before it, a piece out of its middle, or the end of the thought that is left. */
function turnsTheRest({ type, carries, elsewhere, removed }: Edit, printed: number): boolean {
  if (elsewhere || carries === null) return false
  const words = removed.split(' ').length
  const isLong = printed >= leastLeft && words > 1
  switch (type) {
    case 'cut-start':
      return carries === 'condition' || carries === 'negation'
    case 'cut-middle':
      return isLong
    case 'cut-end':
      return carries === 'condition' || (isLong && words <= mostBehind && printed <= mostBefore)
    case 'inserted':
    case 'replaced':
    case 'merged':
    case 'to-indirect':
      return false
  }
}
