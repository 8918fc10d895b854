/** Weights in training: an averaged perceptron over a hashed table (Collins 2002; averages by Daumé's trick). */
import { bitOf, KNOWN_BITS, type Weights } from '../../src/english/parse/weights.js'

export class Averaged implements Weights {
  readonly table: Float32Array
  readonly mask: number
  private readonly later: Float32Array
  readonly known = new Uint8Array(2 ** KNOWN_BITS / 8)
  private readonly seen: Uint8Array
  private time = 1
  private readonly least: number

  constructor(bits: number, classes: number, least: number) {
    this.mask = 2 ** bits - 1
    this.table = new Float32Array(2 ** bits + classes)
    this.later = new Float32Array(2 ** bits + classes)
    this.seen = new Uint8Array(2 ** Math.min(27, bits + 7))
    this.least = least
  }

  /** Counts features before learning: those met `least` times are known from then on. */
  count(features: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const hash = features[i] ?? 0
      const at = hash & (this.seen.length - 1)
      const n = (this.seen[at] ?? 0) + 1
      if (n < 255) this.seen[at] = n
      if (n !== this.least) continue
      const bit = bitOf(hash)
      this.known[bit >>> 3] = (this.known[bit >>> 3] ?? 0) | (1 << (bit & 7))
    }
  }

  tick(): void {
    this.time++
  }

  /** Moves the weights of the features (hashes) towards one class and away from another. */
  update(features: Int32Array, count: number, towards: number, away: number): void {
    for (let i = 0; i < count; i++) {
      const hash = features[i] ?? 0
      const bit = bitOf(hash)
      if (((this.known[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) continue
      const at = hash & this.mask
      this.table[at + towards] = (this.table[at + towards] ?? 0) + 1
      this.later[at + towards] = (this.later[at + towards] ?? 0) + this.time
      this.table[at + away] = (this.table[at + away] ?? 0) - 1
      this.later[at + away] = (this.later[at + away] ?? 0) - this.time
    }
  }

  averages(): Float32Array {
    return this.table.map((weight, i) => weight - (this.later[i] ?? 0) / this.time)
  }
}

/** One signed byte a weight: its square root in 127 steps of the largest (see src/english/parse/weights.ts). */
export function inBytes(weights: Float32Array): Int8Array {
  let top = 0
  for (const weight of weights) top = Math.max(top, Math.abs(weight))
  return Int8Array.from(weights, (weight) =>
    Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / top) * 127),
  )
}
