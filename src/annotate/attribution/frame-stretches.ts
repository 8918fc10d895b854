/**
 * What stretches of words weigh as segments, whatever the cue: the windows of neighbouring cues overlap, so each is asked
 * for again and again, and a cue asks for thousands.
 *
 * In:    a Reading and a weight table; then type, side and the first word.
 * Out:   the sums of the weights of `stretchFeatures`, and of those of a stretch that stands beside no cue
 *        (frame-segments.ts), before they are scaled.
 * Never: keeps more than the words that one window can reach over.
 */
import { itemAt } from '../../text/item-at.js'
import { mixFirst, mixOn } from './feature-hash.js'
import { at } from './frame.js'
import { baseOf, lengthClass, quotationShape, sentencesOver } from './frame-segments.js'
import { longest, type Table } from './frame-table.js'
import { reach } from './frame-words.js'
import type { Reading } from './reading.js'
import { stretchWeights, values } from './stretch-weights.js'

const kinds = 4
const row = Math.max(...longest)

/** The sums of the stretches that begin at word `i` and have 1, 2, 3 … words, up to that which ends with word `last`. */
export type Stretches = (type: number, side: number, i: number, last: number) => Float64Array

export function rememberedStretches(r: Reading, table: Table): Stretches {
  const rows: Float64Array[] = []
  const holds = new Int32Array(reach * kinds).fill(-1)
  const filled = new Int32Array(reach * kinds)
  return (type, side, i, last) => {
    const place = (i % reach) * kinds + type * 2 + side
    const sums = (rows[place] ??= new Float64Array(row))
    if (holds[place] !== i) filled[place] = 0
    holds[place] = i
    const words = last + 1 - i
    if (words > itemAt(filled, place)) {
      fill(r, table, type, side, i, itemAt(filled, place), words, sums)
      filled[place] = words
    }
    return sums
  }
}

/** Writes the sums of the stretches from word `i` on of more than `from` and at most `to` words. */
function fill(
  r: Reading,
  table: Table,
  type: number,
  side: number,
  i: number,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const { weights, mask } = table
  const known = stretchWeights(table)[type * 2 + side]
  if (!known) return
  const { length, verbs: verbsLong, counts, across, apart, ends, beside, after } = known
  const b = baseOf(type, side)
  const form = itemAt(r.form, i)
  const p = itemAt(r.pos, i)
  const outer = mixFirst(b + 9, at(r.form, r, i, -1))
  const both = mixFirst(b + 13, form)
  const posNext = mixFirst(b + 16, p)
  const formNext = mixFirst(b + 17, form)
  const opening = mixFirst(b + 4, form)
  const open = [itemAt(weights, mixOn(opening, 0) & mask), itemAt(weights, mixOn(opening, 1) & mask)]
  const endRow = (p + 1) * values.pos + 1
  const besideRow = (at(r.pos, r, i, -1) + 1) * values.pos + 1
  for (let n = from; n < to; n++) {
    const j = i + n
    const long = lengthClass(n + 1)
    const commas = Math.min(3, (r.sums.commas[j + 1] ?? 0) - (r.sums.commas[i] ?? 0))
    const verbs = Math.min(4, (r.sums.verbs[j + 1] ?? 0) - (r.sums.verbs[i] ?? 0))
    const joins = Math.min(2, (r.sums.joins[j + 1] ?? 0) - (r.sums.joins[i] ?? 0))
    const closes = r.closes[j] ?? 0
    const quotes = quotationShape(r, i, j)
    const next = at(r.form, r, j, 1)
    const nextPos = at(r.pos, r, j, 1)
    const verb = Math.min(1, verbs)
    sums[n] =
      (length[quotes * values.long + long] ?? 0) +
      (verbsLong[verbs * values.long + long] ?? 0) +
      (counts[(commas * values.closes + closes) * values.joins + joins] ?? 0) +
      (across[sentencesOver(r, i, j) * values.quotes + quotes] ?? 0) +
      (apart[closes * values.quotes + quotes] ?? 0) +
      (ends[endRow + (r.pos[j] ?? 0)] ?? 0) +
      (beside[besideRow + nextPos] ?? 0) +
      (after[((nextPos + 1) * values.verbs + verbs) * 2 + Math.min(1, commas)] ?? 0) +
      (open[closes] ?? 0) +
      (weights[mixOn(outer, next) & mask] ?? 0) +
      (weights[mixOn(both, r.form[j] ?? 0) & mask] ?? 0) +
      (weights[mixOn(posNext, next, verb) & mask] ?? 0) +
      (weights[mixOn(formNext, next, verb) & mask] ?? 0)
  }
}
