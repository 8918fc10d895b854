/**
 * In whose voice a claim stands.
 *
 * In:    the claim's words, its sentence, whether a report stands right before it in the same block, the attributions.
 * Out:   `attributed` with the attribution's id where the claim is (or carries) its content; `unclear` where reported
 *        speech trails off: no cue of its own, right after a report (or after what trails off already), in the tense of
 *        reports; and where a colon announces what somebody's position is (`Its demand is unchanged: no ship may land`);
 *        `own` else.
 */
import type { Quote, Voice } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../english/pos.js'
import { contains, overlap } from '../../text/spans.js'
import { stanceOf } from '../../english/telling-verbs.js'

export type Voiced = { readonly voice: Voice; readonly quote: string | null }

export type Place = {
  readonly sentence: readonly TaggedWord[]
  /** Whether the sentence before it, in the same block, is reported speech or trails off from it. */
  readonly followsReport: boolean
}

export function voiceOf(
  claim: Span,
  words: readonly TaggedWord[],
  owner: string | null,
  quotes: readonly Quote[],
  place: Place,
): Voiced {
  if (owner !== null) return { voice: 'attributed', quote: owner }
  const carried = quotes.find((quote) => quote.content.length > 0 && carries(claim, quote))
  if (carried) return { voice: 'attributed', quote: carried.id }
  const unclear = isAnnounced(claim, place.sentence) || (place.followsReport && isShifted(words))
  return { voice: unclear ? 'unclear' : 'own', quote: null }
}

/**
 * The whole content of an attribution with its source stands in the clause: `Rubio spoke of “some progress”`; or with a verb
 * that is known to tell: `The suspect is said to have fled`.
 */
function carries(claim: Span, quote: Quote): boolean {
  const tells =
    quote.source.length > 0 || quote.kind !== 'indirect' || stanceOf(quote.cueLemma ?? '') !== null
  if (!tells) return false
  if (!quote.content.every((piece) => contains(claim, piece))) return false
  return [...quote.source, ...quote.cue].some((span) => overlap(claim, span) > 0)
}

/** The tense and mood into which reports shift (`would`, `could`, `had to`). */
const shifted = new Set(['would', 'could', 'should', 'might'])

function isShifted(words: readonly TaggedWord[]): boolean {
  return words.some((word) => shifted.has(word.lower))
}

/** What somebody holds, asks or offers; own list. */
const positions =
  /^(?:position|stance|demand|demands|message|line|view|answer|argument|condition|conditions|offer|verdict|response|reply|reasoning|case|point|warning|plea)$/u

/** The claim stands behind a colon, and the words before it name a position of somebody (`X's position`, `the demand of`). */
function isAnnounced(claim: Span, sentence: readonly TaggedWord[]): boolean {
  const colon = sentence.findLastIndex((word) => word.surface === ':' && word.end <= claim.start)
  if (colon < 0) return false
  return sentence.slice(0, colon).some((word, i) => {
    if (!positions.test(word.lower)) return false
    const before = sentence[i - 1]
    return /^(?:['’]s?|his|her|its|their|the)$/u.test(before?.lower ?? '') || before?.pos === 'ADJ'
  })
}
