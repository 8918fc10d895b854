/**
 * In:    a Reading and the cues found.
 * Out:   cues made of a noun of telling with its teller behind it: `allegations by former staff that …`,
 *        `the union's warning` is left to the finder.
 * Never: looks for what is told; takes a noun whose `of` names what is told about (`reports of a fire that …`).
 */
import type { Cue } from './cue-finder.js'
import { tellingNouns } from '../../english/telling-verbs.js'
import { posOf, type Reading } from './reading.js'

/** As sure as the finder is of a plain noun cue. */
const probability = 0.97
const longestTeller = 9
const named = posOf('PROPN')

/** Nouns of telling with `by`, `from`, `among` or `of` and a teller, up to "that". */
export function nounCues(r: Reading): Cue[] {
  const cues: Cue[] = []
  for (let i = 0; i + 3 < r.size; i++) {
    // not the lemma: at the start of a sentence the tagger takes "Warnings" for a name
    const noun = r.words[i]?.lower.replace(/s$/u, '') ?? ''
    if (!tellingNouns.has(noun) || !tellerBehind(r, i + 1)) continue
    cues.push({ from: i, to: i + 1, probability, opens: probability })
  }
  return cues
}

/** Whether a preposition and a phrase that may be a teller stand at `at`, with "that" right behind them. */
function tellerBehind(r: Reading, at: number): boolean {
  const preposition = r.words[at]?.lower ?? ''
  if (!/^(?:by|from|among|of)$/u.test(preposition)) return false
  let that = at + 1
  while (that < r.size && that - at <= longestTeller && r.sentence[that] === r.sentence[at]) {
    const { lower = '', pos } = r.words[that] ?? {}
    if (lower === 'that') return that > at + 1 && (preposition !== 'of' || r.pos[that - 1] === named)
    if (pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT') return false
    that++
  }
  return false
}
