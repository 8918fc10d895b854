/** Weights in training: an averaged perceptron over a hashed table (Collins 2002; averages by Daumé's trick). */
import type { Weights } from '../../src/english/parse/weights.js'

export class Averaged implements Weights {
  readonly table: Float32Array
  readonly mask: number
  private readonly later: Float32Array
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

  /** Counts features (hashes, before they are placed): rare ones get no weight. */
  count(features: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const at = (features[i] ?? 0) & (this.seen.length - 1)
      const n = this.seen[at] ?? 0
      if (n < 255) this.seen[at] = n + 1
    }
  }

  tick(): void {
    this.time++
  }

  /** Moves the weights of the features (hashes) towards one class and away from another. */
  update(features: Int32Array, count: number, towards: number, away: number): void {
    for (let i = 0; i < count; i++) {
      const hash = features[i] ?? 0
      if ((this.seen[hash & (this.seen.length - 1)] ?? 0) < this.least) continue
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
