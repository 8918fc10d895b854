/**
 * In:    a Reading and attributions.
 * Out:   the same, but that a quotation behind `Berg, a teacher, told the court:` goes to who told, not to who was told.
 * Never: changes an attribution whose source does not stand between a verb of telling and the colon.
 */
import type { Found, WordRange } from './found.js'
import { speaks } from './phrases.js'
import { common } from './quoted-pieces.js'
import { posOf, type Reading } from './reading.js'
import { subjectAt } from './subjects.js'

const determiner = posOf('DET')

export function toTellers(r: Reading, found: readonly Found[]): readonly Found[] {
  let all = [...found]
  for (const item of found) {
    const told = tellerOf(r, item)
    if (!told) continue
    // the verb alone had taken the person addressed for what it tells
    all = all.filter((other) => other !== item && !(other.cue && common(other.cue, told.cue) > 0))
    all.push({ ...item, ...told })
  }
  return all
}

function tellerOf(r: Reading, { cue, source }: Found): { source: WordRange; cue: WordRange } | undefined {
  if (!cue || !source || r.heading[cue.from] === 1) return undefined
  if (r.words[cue.from]?.surface !== ':' || source.to !== cue.from) return undefined
  const at = (r.pos[source.from - 1] === determiner ? source.from - 1 : source.from) - 1
  if (r.sentence[at] !== r.sentence[source.from] || !speaks(r, at)) return undefined
  const teller = subjectAt(r, at, 0)
  if (!teller) return undefined
  const to = r.words[teller.to - 1]?.surface === ',' ? teller.to - 1 : teller.to
  return { source: { from: teller.from, to }, cue: { from: at, to: at + 1 } }
}
