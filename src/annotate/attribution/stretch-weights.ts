/**
 * What a stretch of words weighs by small numbers alone (its length as a class, its quotation marks, commas, verbs and
 * parts of speech), added up once for a weight table: most features of a stretch are looked up here instead of hashed.
 *
 * In:    a weight table. Out: for a type and side the weights by these numbers. Never: knows a text.
 */
import { itemAt } from '../../text/item-at.js'
import { baseOf, lengthClasses, small } from './frame-segments.js'
import type { Table } from './frame-table.js'

/** How many values each number has (`stretchFeatures`); parts of speech count from -1, a stand-in beyond the block. */
export const values = {
  quotes: 5,
  long: lengthClasses + 1,
  verbs: 5,
  commas: 4,
  joins: 3,
  closes: 2,
  pos: 24,
}

/** Each list counts its last number in single steps. */
export type StretchWeights = {
  /** By quotes, long: length and quotation. */
  readonly length: Float64Array
  /** By verbs, long. */
  readonly verbs: Float64Array
  /** By commas, closes, joins. */
  readonly counts: Float64Array
  /** By sentences reached over, quotes. */
  readonly across: Float64Array
  /** By closes, quotes: that it stands apart from the cue. */
  readonly apart: Float64Array
  /** By the parts of speech of its first and last word, both + 1. */
  readonly ends: Float64Array
  /** By those of the words before and after it, both + 1. */
  readonly beside: Float64Array
  /** By that of the word after it + 1, verbs, a comma. */
  readonly after: Float64Array
}

const known = new WeakMap<Table, readonly StretchWeights[]>()

/** For `type * 2 + side`. */
export function stretchWeights(table: Table): readonly StretchWeights[] {
  const weights = known.get(table) ?? [0, 1, 2, 3].map((kind) => weightsOf(table, kind))
  known.set(table, weights)
  return weights
}

function weightsOf({ weights, mask }: Table, kind: number): StretchWeights {
  const b = baseOf(kind >> 1, kind & 1)
  const w = (feature: number): number => itemAt(weights, feature & mask)
  const { quotes, long, verbs, commas, joins, closes, pos } = values
  return {
    length: filled(quotes, long, 1, (q, l) => w(small.long(b, l)) + w(small.quotesLong(b, q, l))),
    verbs: filled(verbs, long, 1, (v, l) => w(small.verbsLong(b, v, l))),
    counts: filled(commas, closes, joins, (c, e, j) => w(small.counts(b, c, e, j))),
    across: filled(4, quotes, 1, (a, q) => w(small.across(b, a, q))),
    apart: filled(
      closes,
      quotes,
      1,
      (e, q) => w(small.besideCue(b, q, 0)) + w(small.closesBesideCue(b, 0, e, q)),
    ),
    ends: filled(pos, pos, 1, (p, q) => w(small.ends(b, p - 1, q - 1))),
    beside: filled(pos, pos, 1, (p, q) => w(small.beside(b, p - 1, q - 1))),
    after: filled(pos, verbs, 2, (p, v, c) => w(small.after(b, p - 1, v, c))),
  }
}

function filled(
  a: number,
  b: number,
  c: number,
  of: (x: number, y: number, z: number) => number,
): Float64Array {
  return Float64Array.from({ length: a * b * c }, (_, n) =>
    of(Math.floor(n / (b * c)), Math.floor(n / c) % b, n % c),
  )
}
