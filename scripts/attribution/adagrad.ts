/**
 * AdaGrad (Duchi, Hazan and Singer 2011): each weight has its own falling step. Single precision, as it is stored.
 * What is kept is the mean of the weights at several moments (Polyak and Juditsky 1992): it generalises better.
 */
export class AdaGrad {
  readonly weights: Float32Array
  private readonly squares: Float32Array
  private readonly sum: Float32Array
  private moments = 0
  private readonly rate: number
  private readonly decay: number

  constructor(size: number, rate: number, decay: number) {
    this.weights = new Float32Array(size)
    this.squares = new Float32Array(size)
    this.sum = new Float32Array(size)
    this.rate = rate
    this.decay = decay
  }

  /** Moves a weight against `gradient`, and a little towards zero. */
  step(at: number, gradient: number): void {
    const weight = this.weights[at] ?? 0
    const full = gradient + this.decay * weight
    const square = (this.squares[at] ?? 0) + full * full
    this.squares[at] = square
    this.weights[at] = weight - (this.rate * full) / (Math.sqrt(square) + 1e-4)
  }

  /** Takes the present weights into the mean. */
  remember(): void {
    this.moments++
    for (let at = 0; at < this.weights.length; at++)
      this.sum[at] = (this.sum[at] ?? 0) + (this.weights[at] ?? 0)
  }

  mean(): Float32Array {
    return this.sum.map((sum) => sum / Math.max(1, this.moments))
  }
}

/** A fixed order that looks shuffled: a linear congruential generator drives Fisher and Yates. */
export function shuffled(size: number, seed: number): number[] {
  const order = Array.from({ length: size }, (_, index) => index)
  let state = seed >>> 0
  for (let index = size - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = Math.floor((state / 4294967296) * (index + 1))
    const kept = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
