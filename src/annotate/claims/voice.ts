/**
 * In whose voice a claim stands.
 *
 * In:    the claim's words, its sentence, the sentence before it in the same block, and the attributions.
 * Out:   `attributed` with the attribution's id where the claim is (or carries) its content; `unclear` where reported
 *        speech trails off: no cue of its own, right after a report in the same paragraph, in the tense of reports;
 *        `own` else.
 */
import type { Quote, Voice } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../text/pos.js'
import { contains, overlap } from '../../text/spans.js'
import type { TaggedSentence } from '../tagged.js'

export type Voiced = { readonly voice: Voice; readonly quote: string | null }

export function voiceOf(
  claim: Span,
  words: readonly TaggedWord[],
  owner: string | null,
  quotes: readonly Quote[],
  before: TaggedSentence | undefined,
): Voiced {
  if (owner !== null) return { voice: 'attributed', quote: owner }
  const carried = quotes.find((quote) => quote.content.length > 0 && carries(claim, quote))
  if (carried) return { voice: 'attributed', quote: carried.id }
  return { voice: trailsOff(words, before, quotes) ? 'unclear' : 'own', quote: null }
}

/** The whole content of an attribution with its source stands in the clause: `Rubio spoke of “some progress”`. */
function carries(claim: Span, quote: Quote): boolean {
  if (!quote.content.every((piece) => contains(claim, piece))) return false
  return [...quote.source, ...quote.cue].some((span) => overlap(claim, span) > 0)
}

/** The tense and mood into which reports shift (`would`, `could`, `had to`). */
const shifted = new Set(['would', 'could', 'should', 'might'])

function trailsOff(
  words: readonly TaggedWord[],
  before: TaggedSentence | undefined,
  quotes: readonly Quote[],
): boolean {
  if (!before) return false
  const reported = quotes.some((quote) => quote.content.some((piece) => overlap(piece, before) > 0))
  return reported && words.some((word) => shifted.has(word.lower))
}
