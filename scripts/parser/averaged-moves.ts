/** Weights of the moves in training: an averaged perceptron over rows that belong to one feature each. */
import { inBytes } from './averaged.js'
import { ROW, type MoveWeights } from '../../src/english/parse/weights.js'
import { LEFT, RIGHT, SHIFT, type Move } from '../../src/english/parse/state.js'

const CHECK_BITS = 7

export class AveragedMoves implements MoveWeights {
  readonly table: Float32Array
  readonly bits: number
  private readonly later: Float32Array
  private counts: Uint8Array
  private time = 1

  constructor(bits: number) {
    this.bits = bits
    this.table = new Float32Array(ROW * 2 ** bits)
    this.later = new Float32Array(ROW * 2 ** bits)
    this.counts = new Uint8Array(2 ** (bits + CHECK_BITS))
  }

  count(features: Int32Array, count: number): void {
    const mask = this.counts.length - 1
    for (let i = 0; i < count; i++) {
      const at = (features[i] ?? 0) & mask
      const n = this.counts[at] ?? 0
      if (n < 255) this.counts[at] = n + 1
    }
  }

  /** Gives each row to the feature met most often, if it was met `least` times. Returns how many rows are owned. */
  settle(least: number): number {
    const rows = 2 ** this.bits
    const most = new Uint8Array(rows).fill(least - 1)
    // A check that no feature has: a row that nobody owns is never read.
    const owner = new Int16Array(rows).fill(-1)
    for (let check = 0; check < 2 ** CHECK_BITS; check++) {
      for (let row = 0; row < rows; row++) {
        const n = this.counts[check * rows + row] ?? 0
        if (n <= (most[row] ?? 0)) continue
        most[row] = n
        owner[row] = check
      }
    }
    owner.forEach((check, row) => {
      this.table[row * ROW] = check
    })
    this.counts = new Uint8Array(0)
    return owner.filter((check) => check >= 0).length
  }

  tick(): void {
    this.time++
  }

  update(features: Int32Array, count: number, towards: Move, away: Move): void {
    const mask = 2 ** this.bits - 1
    for (let i = 0; i < count; i++) {
      const hash = features[i] ?? 0
      const at = (hash & mask) * ROW
      if (this.table[at] !== ((hash >>> this.bits) & 127)) continue
      // A shift has no weights: what speaks for it speaks against both arcs.
      this.step(at, towards, 1)
      this.step(at, away, -1)
    }
  }

  private step(at: number, move: Move, size: number): void {
    if (move !== SHIFT) this.add(at + move, size)
    else for (const arc of [LEFT, RIGHT]) this.add(at + arc, -size)
  }

  private add(at: number, step: number): void {
    this.table[at] = (this.table[at] ?? 0) + step
    this.later[at] = (this.later[at] ?? 0) + step * this.time
  }

  averages(): Float32Array {
    return this.table.map((weight, i) => (i % ROW === 0 ? weight : weight - (this.later[i] ?? 0) / this.time))
  }
}

/** One signed byte a weight; checks stay as they are. */
export function movesInBytes(weights: Float32Array): Int8Array {
  const bytes = inBytes(weights.map((weight, i) => (i % ROW === 0 ? 0 : weight)))
  for (let at = 0; at < bytes.length; at += ROW) bytes[at] = weights[at] ?? 0
  return bytes
}
