/** The words of one run, numbered, so that comparing two passages is arithmetic on small integers. */
import { fnv } from '../text/fnv.js'
import { stem } from '../text/stem.js'
import { background, DIMENSIONS } from '../text/background.js'
import { nearness, type Stem } from './nearness.js'

/** Likeness is kept in this many steps. */
const STEPS = 250
/** The square table of likenesses is kept up to this many stems (36 million bytes). */
const TABLE_LIMIT = 6000
/** Keys of stems that the background table lacks start here. */
const UNKNOWN_KEYS = 1e6

export class Lexicon {
  private readonly ids = new Map<string, number>()
  private readonly byWord = new Map<string, number>()
  private readonly stems: Stem[] = []
  private readonly weights: number[] = []
  private readonly keys: number[] = []
  private readonly byRow = new Map<number, number>()
  private readonly neighbourhoods = new Map<number, readonly number[]>()
  private nearFor = 0
  private table = new Uint8Array(0)
  private width = 0

  get size(): number {
    return this.stems.length
  }

  /** Number of a normalized word's stem. */
  idOf(norm: string): number {
    const seen = this.byWord.get(norm)
    if (seen !== undefined) return seen
    const key = stem(norm)
    const id = this.ids.get(key) ?? this.add(key)
    this.byWord.set(norm, id)
    return id
  }

  private add(key: string): number {
    const id = this.stems.length
    const row = background().rowOf(key)
    this.ids.set(key, id)
    this.stems.push({ stem: key, row })
    this.weights.push(background().weightOf(row))
    this.keys.push(row >= 0 ? row : UNKNOWN_KEYS + (fnv(key) >>> 0))
    if (row >= 0) this.byRow.set(row, id)
    return id
  }

  weight(id: number): number {
    return this.weights[id] ?? 0
  }

  /** The same for a stem in every run, whatever was read before: words are kept in this order. */
  key(id: number): number {
    return this.keys[id] ?? 0
  }

  /** Numbers of the stems in this lexicon that the background table holds for near ones. */
  neighbours(id: number): readonly number[] {
    // What was found holds until new stems come.
    if (this.nearFor !== this.stems.length) this.neighbourhoods.clear()
    this.nearFor = this.stems.length
    const seen = this.neighbourhoods.get(id)
    if (seen) return seen
    const found = background()
      .neighboursOf(this.stems[id]?.row ?? -1)
      .flatMap((row) => this.byRow.get(row) ?? [])
    this.neighbourhoods.set(id, found)
    return found
  }

  /** Mean of the words' vectors by weight, scaled to length 1 (all 0 when none has a vector). */
  meanVector(from: { readonly words: Int32Array; readonly weights: Float64Array }): Float64Array {
    const sum = new Float64Array(DIMENSIONS)
    from.words.forEach((id, i) => {
      background().addVector(this.stems[id]?.row ?? -1, from.weights[i] ?? 0, sum)
    })
    const norm = Math.sqrt(sum.reduce((total, x) => total + x * x, 0))
    return norm === 0 ? sum : sum.map((x) => x / norm)
  }

  /** How near two words are: 0..1, on a grid; symmetric. */
  near(a: number, b: number): number {
    const steps = this.steps(a, b)
    return steps === 0 ? 0 : steps / STEPS
  }

  /** The same in steps: 0 for none, STEPS for one stem. */
  private steps(a: number, b: number): number {
    if (a === b) return STEPS
    if (a >= this.width || b >= this.width) {
      if (a >= TABLE_LIMIT || b >= TABLE_LIMIT) return Math.round(this.measure(a, b) * STEPS)
      this.widen()
    }
    const at = a * this.width + b
    const kept = this.table[at] ?? 0
    if (kept > 0) return kept - 1
    const steps = Math.round(this.measure(a, b) * STEPS)
    this.table[at] = steps + 1
    this.table[b * this.width + a] = steps + 1
    return steps
  }

  private measure(a: number, b: number): number {
    const [one, other] = [this.stems[a], this.stems[b]]
    return one && other ? nearness(one, other) : 0
  }

  private widen(): void {
    this.width = Math.min(TABLE_LIMIT, Math.max(512, this.stems.length * 2))
    this.table = new Uint8Array(this.width * this.width)
  }
}
