/** A fixed stream of pseudo-random numbers (xorshift32), so that training gives the same bytes for the same input. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0 || 1
  }

  /** From 0 to 1. */
  next(): number {
    this.state ^= this.state << 13
    this.state ^= this.state >>> 17
    this.state ^= this.state << 5
    return (this.state >>> 0) / 2 ** 32
  }

  shuffle<T>(items: readonly T[]): T[] {
    const out = [...items]
    for (let i = out.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1))
      const item = out[i]
      const other = out[j]
      if (item === undefined || other === undefined) throw new Error('shuffle: no item at a valid place')
      out[i] = other
      out[j] = item
    }
    return out
  }
}
