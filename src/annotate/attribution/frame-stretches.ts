/**
 * What a stretch of words weighs as a segment, whatever the cue: the windows of neighbouring cues overlap, so it is asked
 * for again and again.
 *
 * In:    a Reading and a weight table; then type, side and the stretch.
 * Out:   the sum of its weights, before they are scaled.
 * Never: keeps more than the words that one window can reach over.
 */
import { apartFeatures, stretchCount, stretchFeatures, type StretchShape } from './frame-segments.js'
import type { Reading } from './reading.js'
import { longest, type Table, weightOf } from './frame-table.js'

/** More than any window holds (frame-window.ts): words this far apart may share a place. */
const reach = 512
const kinds = 4
const row = Math.max(...longest)

export type Stretches = (type: number, side: number, i: number, j: number) => number

const buffer = new Uint32Array(stretchCount)
const shape: StretchShape = { length: 0, quotes: 0, closes: 0, verbs: 0 }

/** Of a stretch that stands beside no cue; `i` is its first and `j` its last word in the article. */
export function stretchSum(
  r: Reading,
  table: Table,
  type: number,
  side: number,
  i: number,
  j: number,
): number {
  stretchFeatures(r, type, side, i, j, buffer, shape)
  const sum = weightOf(table, buffer, stretchCount)
  apartFeatures(type, side, shape, buffer)
  return sum + weightOf(table, buffer, 2)
}

export function rememberedStretches(r: Reading, table: Table): Stretches {
  const known = new Float64Array(reach * kinds * row)
  const holds = new Int32Array(reach * kinds).fill(-1)
  return (type, side, i, j) => {
    const place = (i % reach) * kinds + type * 2 + side
    const from = place * row
    if (holds[place] !== i) {
      known.fill(NaN, from, from + row)
      holds[place] = i
    }
    const at = from + j - i
    const sum = known[at] ?? NaN
    return Number.isNaN(sum) ? (known[at] = stretchSum(r, table, type, side, i, j)) : sum
  }
}
