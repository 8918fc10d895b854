/**
 * What a word weighs inside or outside a segment and as its edge. The windows of neighbouring cues overlap, and most
 * features of a word ask nothing of the cue but on which side it stands and how near: their sums are kept.
 *
 * In:    a Reading and a weight table; then a Frame and one of its words.
 * Out:   sums of the weights of its features, before they are scaled.
 * Never: keeps more than the words that one window can reach over.
 */
import { byteAt } from '../../text/item-at.js'
import { type Edge, end, start } from './frame-edges.js'
import { outsideClasses } from './frame-patterns.js'
import {
  awayFeature, insideBase, insideCount, insidePlain, outsideBase, outsideCount, outsideNear,
} from './frame-segments.js' // prettier-ignore
import { type Table, weightOf } from './frame-table.js'
import { distances, type Frame, sideOf } from './frame.js'
import type { Reading } from './reading.js'

/** More than any window holds (frame-window.ts): words this far apart may share a place. */
export const reach = 512

/** For word `k` of the window. */
export type WordSums = {
  readonly start: (f: Frame, type: number, k: number) => number
  readonly end: (f: Frame, type: number, k: number) => number
  readonly inside: (f: Frame, type: number, k: number) => number
  readonly outside: (f: Frame, outsideClass: number, k: number) => number
}

/** What is kept of an edge of one type and side: by nearness, and whatever that is. */
const ofEdge = distances + 1
/** Where the sums of a word stand. */
const places = { start: 0, end: 4 * ofEdge, inside: 8 * ofEdge, outside: 8 * ofEdge + 4 }
const perWord = places.outside + outsideClasses * distances

const buffer = new Uint32Array(32)

export function rememberedWords(r: Reading, table: Table): WordSums {
  const known = new Float64Array(reach * perWord)
  const holds = new Int32Array(reach).fill(-1)
  /** Where the sums of word `i` begin: NaN where none is known. */
  const rowOf = (i: number): number => {
    const from = (i % reach) * perWord
    if (holds[i % reach] !== i) known.fill(NaN, from, from + perWord)
    holds[i % reach] = i
    return from
  }
  const one = (feature: number): number => table.weights[feature & table.mask] ?? 0
  const ofEdgeAt =
    (edge: Edge, place: number) =>
    (f: Frame, type: number, k: number): number => {
      const i = f.window.from + k
      const side = sideOf(f, k)
      const words = byteAt(f.gap.words, k)
      const from = rowOf(i) + place + (type * 2 + side) * ofEdge
      let near = known[from + words] ?? NaN
      if (Number.isNaN(near)) {
        let plain = known[from + distances] ?? NaN
        if (Number.isNaN(plain)) {
          edge.plain(r, type, side, i, buffer, 0)
          plain = known[from + distances] = weightOf(table, buffer, edge.counts[0])
        }
        edge.near(r, type, side, i, words, buffer, 0)
        near = known[from + words] = plain + weightOf(table, buffer, edge.counts[1])
      }
      edge.cued(f, type, k, buffer, 0)
      return near + weightOf(table, buffer, edge.counts[2])
    }
  return {
    start: ofEdgeAt(start, places.start),
    end: ofEdgeAt(end, places.end),
    inside(f, type, k) {
      const i = f.window.from + k
      const side = sideOf(f, k)
      const base = insideBase(type, side)
      const place = rowOf(i) + places.inside + type * 2 + side
      let plain = known[place] ?? NaN
      if (Number.isNaN(plain)) {
        insidePlain(r, base, i, buffer)
        plain = known[place] = weightOf(table, buffer, insideCount - 1)
      }
      return plain + one(awayFeature(f, base, k))
    },
    outside(f, outsideClass, k) {
      const i = f.window.from + k
      const words = byteAt(f.gap.words, k)
      const base = outsideBase(outsideClass)
      const place = rowOf(i) + places.outside + outsideClass * distances + words
      let near = known[place] ?? NaN
      if (Number.isNaN(near)) {
        outsideNear(r, base, i, words, buffer)
        near = known[place] = weightOf(table, buffer, outsideCount - 1)
      }
      return near + one(awayFeature(f, base, k))
    },
  }
}
