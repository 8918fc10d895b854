/**
 * The trained weights, as they ship: `data/attribution.json` (numbers a person can read) and `data/attribution.bin`
 * (two tables of one-byte weights under hashed features). Made by `npm run train:attribution`; see docs/model-card.
 *
 * In: the two files. Out: a Model, read once, when the first article is annotated. Never holds words.
 */
import { readFileSync } from 'node:fs'
import { dataFile } from '../../text/data-file.js'
import { labels, transitionCount } from './chain.js'
import type { Table } from './frame-table.js'

export type Calibration = {
  /** Weights of confidence.ts's evidence, in its order; the probability is the logistic of their sum. */
  readonly weights: readonly number[]
  /** Attributions less probable than this are dropped. */
  readonly threshold: number
}

export type Model = {
  readonly cues: Table
  readonly transitions: Float64Array
  readonly frames: Table
  readonly calibration: Calibration
}

export type ModelHead = {
  readonly format: 1
  readonly cueBits: number
  readonly cueScale: number
  readonly transitions: readonly number[]
  readonly frameBits: number
  readonly frameScale: number
  readonly calibration: Calibration
}

let loaded: Model | undefined

export function shippedModel(): Model {
  loaded ??= readModel(
    JSON.parse(readFileSync(dataFile('attribution.json'), 'utf8')) as ModelHead,
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
