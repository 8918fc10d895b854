/**
 * In:    gold readings, sizes of the two tables, rounds of training.
 * Out:   head and bytes of the model: the same for the same input.
 * Never: writes words: features are hashed before they are counted.
 */
import { transitionCount } from '../../src/annotate/attribution/learned/chain.js'
import type { Calibration, ModelHead } from '../../src/annotate/attribution/learned/model.js'
import type { GoldReading } from './gold.js'
import { cueSequences, trainCues } from './train-cues.js'
import { trainFrames } from './train-frames.js'

export type Sizes = { readonly cueBits: number; readonly frameBits: number }
/** What ships. */
export const shippedSizes: Sizes = { cueBits: 20, frameBits: 21 }
const cueOptions = { epochs: 5, rate: 0.01, decay: 0 }
const frameOptions = { epochs: 3, rate: 0.02, decay: 0 }

export function train(
  articles: readonly GoldReading[],
  calibration: Calibration,
  { cueBits, frameBits }: Sizes,
  report?: (line: string) => void,
): { head: ModelHead; bytes: Uint8Array } {
  const cues = trainCues(cueSequences(articles, cueBits), cueBits, withReport(cueOptions, report))
  const frames = trainFrames(articles, frameBits, withReport(frameOptions, report))
  const cueTable = toBytes(cues.table)
  const frameTable = toBytes(frames)
  const bytes = new Uint8Array(cueTable.bytes.length + frameTable.bytes.length)
  bytes.set(cueTable.bytes)
  bytes.set(frameTable.bytes, cueTable.bytes.length)
  const transitions = Array.from({ length: transitionCount }, (_, n) => round(cues.transitions[n] ?? 0))
  return {
    head: {
      format: 1,
      cueBits,
      cueScale: cueTable.scale,
      transitions,
      frameBits,
      frameScale: frameTable.scale,
      calibration,
    },
    bytes,
  }
}

/** One byte a weight; the largest thousandth of weights is cut off, so that the rest keeps its grain. */
function toBytes(weights: Float32Array): { bytes: Uint8Array; scale: number } {
  const sizes = Float32Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort()
  const scale = round((sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 127)
  const bytes = new Int8Array(weights.length)
  weights.forEach((weight, n) => (bytes[n] = Math.max(-127, Math.min(127, Math.round(weight / scale)))))
  return { bytes: new Uint8Array(bytes.buffer), scale }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

function withReport<T extends object>(
  options: T,
  report: ((line: string) => void) | undefined,
): T & { report?: (line: string) => void } {
  return report ? { ...options, report } : options
}
