/**
 * In:    a Reading and its attributions.
 * Out:   the attributions without those that only give a thing its name: `the device, dubbed “the kettle”`, `a hacker known as “Owl”`, `the spot,
 *        titled “Harbour”`. Such words go to `marked`.
 * Never: takes words that somebody is said to use (`dubbed “the wall” by his fans`, `he called it “a farce”`).
 */
import { namers } from '../../../english/naming.js'
import type { Found } from '../found.js'
import type { Reading } from '../reading.js'

const longestName = 10

export function withoutNaming(r: Reading, found: readonly Found[]): readonly Found[] {
  return found.filter((item) => !isNaming(r, item))
}

function isNaming(r: Reading, { cue, source, content }: Found): boolean {
  if (!cue || !isNamingCue(r, cue.to)) return false
  const named = content.find(({ from }) => from === cue.to)
  if (!named || r.mark[cue.to] !== 1) return false
  const gap = source ? cue.from - source.to : 0
  if (gap < 0 || gap > 1) return false
  let close = cue.to + 1
  while (close < r.size && r.mark[close] !== 2 && close - cue.to <= longestName) close++
  return r.mark[close] === 2 && r.words[close + 1]?.lower !== 'by'
}

/** The word before `to` is such a participle, or "known as". */
function isNamingCue({ words }: Reading, to: number): boolean {
  const last = words[to - 1]?.lower ?? ''
  return namers.has(last) || (last === 'as' && words[to - 2]?.lower === 'known')
}
