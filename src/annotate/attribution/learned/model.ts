/**
 * The trained weights: `data/attribution.json` (numbers) and `data/attribution.bin` (two tables of one-byte weights under hashed
 * features), made by `npm run train:attribution`; see docs/model-card.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { dataFile } from '../../../text/data-file.js'
import { labels, transitionCount } from './chain.js'

/** Hashed weights: whole numbers (as shipped) or floats (in training), times `scale`. */
export type Table = {
  readonly weights: Float32Array | Int8Array
  readonly mask: number
  readonly scale: number
}

/** Longest segment in words, by type: a source, a content. */
export const longest = [30, 170] as const

/** The sum of the weights of the first `count` features. */
export function weightOf({ weights, mask, scale }: Table, features: Uint32Array, count: number): number {
  let sum = 0
  for (let n = 0; n < count; n++) sum += weights[(features[n] ?? 0) & mask] ?? 0
  return sum * scale
}

const Calibration = z
  .strictObject({
    /** Weights of the evidence, in its order; the probability is the logistic of their sum. */
    weights: z.array(z.number()).readonly(),
    /** Attributions less probable than this are dropped. */
    threshold: z.number(),
  })
  .readonly()
export type Calibration = z.infer<typeof Calibration>

export type Model = {
  readonly cues: Table
  readonly transitions: Float64Array
  readonly frames: Table
  readonly calibration: Calibration
}

const ModelHead = z
  .strictObject({
    format: z.literal(1),
    cueBits: z.int(),
    cueScale: z.number(),
    transitions: z.array(z.number()).readonly(),
    frameBits: z.int(),
    frameScale: z.number(),
    calibration: Calibration,
  })
  .readonly()
export type ModelHead = z.infer<typeof ModelHead>

let loaded: Model | undefined

export function shippedModel(): Model {
  loaded ??= readModel(
    ModelHead.parse(JSON.parse(readFileSync(dataFile('attribution.json'), 'utf8'))),
    readFileSync(dataFile('attribution.bin')),
  )
  return loaded
}

export function readModel(head: ModelHead, bytes: Uint8Array): Model {
  const cueSize = labels * 2 ** head.cueBits
  const frameSize = 2 ** head.frameBits
  if (bytes.length !== cueSize + frameSize || head.transitions.length !== transitionCount)
    throw new Error('data/attribution.bin does not fit data/attribution.json')
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  return {
    cues: { weights: signed.subarray(0, cueSize), mask: 2 ** head.cueBits - 1, scale: head.cueScale },
    transitions: Float64Array.from(head.transitions),
    frames: { weights: signed.subarray(cueSize), mask: frameSize - 1, scale: head.frameScale },
    calibration: head.calibration,
  }
}

/** Mixes a template number and its values (murmur3 finishers between them). */
export function mix(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** One hash a template of three columns, numbered from `base` + 1, into `out` from `first` on; how many. */
export function mixTemplates(
  templates: Uint8Array,
  columns: Int32Array,
  base: number,
  out: Uint32Array,
  first = 0,
): number {
  const count = templates.length / 3
  const column = (at: number): number => columns[templates[at] ?? 0] ?? 0
  for (let n = 0; n < count; n++)
    out[first + n] = mix(base + n + 1, column(3 * n), column(3 * n + 1), column(3 * n + 2))
  return count
}
