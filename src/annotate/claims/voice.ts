/**
 * In whose voice a claim stands.
 *
 * In:    the claim's words, whether a report (or what trails off from it) stands right before its sentence in the same block, the
 *        attributions.
 * Out:   `attributed` with the attribution's id where the claim is (or carries) its content; `unclear` where reported
 *        speech trails off: no cue of its own, right after a report (or after what trails off already), in the tense of
 *        reports; `own` else.
 */
import type { Quote, Voice } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { contains, overlap } from '../../text/spans.js'
import { stanceOf } from '../../english/telling-verbs.js'

export type Voiced = { readonly voice: Voice; readonly quote: string | null }

export function voiceOf(
  claim: Span,
  words: readonly TaggedWord[],
  owner: string | null,
  quotes: readonly Quote[],
  followsReport: boolean,
): Voiced {
  if (owner !== null) return { voice: 'attributed', quote: owner }
  const carried = quotes.find((quote) => quote.content.length > 0 && carries(claim, quote))
  if (carried) return { voice: 'attributed', quote: carried.id }
  const unclear = followsReport && isShifted(words)
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
