/**
 * How common a word is in news English (0..about 10, by Porter stem) and how near two are (cosine): tables of the package, read once
 * (data/background.txt, vectors.bin, neighbours.bin; data/README.md), so that weights never depend on the event.
 */
import { readFileSync } from 'node:fs'
import { dataFile } from './data-file.js'

/** Length of a word vector. */
export const DIMENSIONS = 100
/** -ln frequency of `the`: a word that common weighs nothing. */
const COMMONEST = 3.47
/** Nearest stems kept for each stem in data/neighbours.bin, and the filler where there are fewer. */
const NEAREST = 8
const NO_ROW = 65535
/** -ln frequency given to words that the table lacks. */
const UNKNOWN = 14

type Background = {
  /** Row of a stem in the table, -1 if it is not there. */
  rowOf(stem: string): number
  /** Weight of a stem by its row: -ln of its frequency above that of the commonest word. */
  weightOf(row: number): number
  /** Cosine of two stems' vectors by row; 0 where one has none. */
  cosine(a: number, b: number): number
  hasVector(row: number): boolean
  /** Rows of the nearest stems (cosine .55 and more, at most eight), nearest first. */
  neighboursOf(row: number): number[]
  /** Adds `weight` times the unit vector of a row to `into`; nothing where the row has none. */
  addVector(row: number, weight: number, into: Float64Array): void
}

let loaded: Background | undefined

export function background(): Background {
  loaded ??= load()
  return loaded
}

function load(): Background {
  const rows = new Map<string, number>()
  const weights: number[] = []
  for (const line of readFileSync(dataFile('background.txt'), 'utf8').split('\n')) {
    const gap = line.indexOf(' ')
    if (gap < 0) continue
    rows.set(line.slice(0, gap), weights.length)
    weights.push(Math.max(0, Number(line.slice(gap + 1)) / 100 - COMMONEST))
  }
  const file = readFileSync(dataFile('vectors.bin'))
  const vectors = new Int8Array(file.buffer, file.byteOffset, file.byteLength)
  const count = vectors.length / DIMENSIONS
  const norms = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    let sum = 0
    for (let d = row * DIMENSIONS; d < (row + 1) * DIMENSIONS; d++) sum += (vectors[d] ?? 0) ** 2
    norms[row] = Math.sqrt(sum)
  }
  const nearFile = readFileSync(dataFile('neighbours.bin'))
  const near = new Uint16Array(
    nearFile.buffer.slice(nearFile.byteOffset, nearFile.byteOffset + nearFile.byteLength),
  )
  const hasVector = (row: number): boolean => row >= 0 && row < count && (norms[row] ?? 0) > 0
  return {
    rowOf: (stem) => rows.get(stem) ?? -1,
    weightOf: (row) => weights[row] ?? UNKNOWN - COMMONEST,
    hasVector,
    neighboursOf: (row) => {
      const first = row * NEAREST
      if (row < 0 || first >= near.length) return []
      return [...near.subarray(first, first + NEAREST)].filter((other) => other !== NO_ROW)
    },
    addVector: (row, weight, into) => {
      if (!hasVector(row)) return
      const scale = weight / (norms[row] ?? 1)
      for (let d = 0; d < DIMENSIONS; d++)
        into[d] = (into[d] ?? 0) + scale * (vectors[row * DIMENSIONS + d] ?? 0)
    },
    cosine: (a, b) => {
      if (!hasVector(a) || !hasVector(b)) return 0
      let sum = 0
      const shift = (b - a) * DIMENSIONS
      for (let d = a * DIMENSIONS; d < (a + 1) * DIMENSIONS; d++)
        sum += (vectors[d] ?? 0) * (vectors[d + shift] ?? 0)
      return sum / ((norms[a] ?? 1) * (norms[b] ?? 1))
    },
  }
}
