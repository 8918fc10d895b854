/** What is remembered, looked up and read in one lane weighs what the features of training weigh one by one. */
import { describe, expect, it } from 'vitest'
import { forwardSums, segmentNumber } from '../../../scripts/attribution/lattice-sums.js'
import {
  edgeCount,
  edgeFeatures,
  insideFeatures,
  outsideFeatures,
} from '../../../scripts/attribution/word-features.js'
import { findCues } from '../../../src/annotate/attribution/cue-finder.js'
import { end, start } from '../../../src/annotate/attribution/frame-edges.js'
import { bestAnalysis } from '../../../src/annotate/attribution/frame-lattice.js'
import { frameScores, remembered } from '../../../src/annotate/attribution/frame-scores.js'
import {
  insideCount, outsideCount, pairCount, pairFeatures,
} from '../../../src/annotate/attribution/frame-segments.js' // prettier-ignore
import { sumOf } from '../../../src/annotate/attribution/frame-table.js'
import { content, type Frame, frameOf, source } from '../../../src/annotate/attribution/frame.js'
import { windowOf } from '../../../src/annotate/attribution/frame-window.js'
import { shippedModel } from '../../../src/annotate/attribution/model.js'
import { scanQuotations } from '../../../src/annotate/attribution/quote-marks.js'
import { readingOf } from '../../../src/annotate/attribution/reading.js'
import { wordsOf } from '../../../src/annotate/attribution/article-words.js'
import { readSample } from '../../support/event.js'

const { frames: table, cues: cueModel, transitions } = shippedModel()
const buffer = new Uint32Array(64)

function weigh(count: number, write: (out: Uint32Array) => void): number {
  write(buffer)
  return sumOf(table, buffer, count)
}

/** The score of a segment, each feature by itself. */
function segmentOf(f: Frame, type: number, from: number, to: number): number {
  let score = weigh(pairCount, (out) => {
    pairFeatures(f, type, from, to, out)
  })
  score += weigh(edgeCount(start), (out) => {
    edgeFeatures(start, f, type, from, out)
  })
  score += weigh(edgeCount(end), (out) => {
    edgeFeatures(end, f, type, to - 1, out)
  })
  for (let k = from; k < to; k++)
    score += weigh(insideCount, (out) => {
      insideFeatures(f, type, k, out)
    })
  return score
}

async function frames(): Promise<readonly (() => readonly [Frame, ReturnType<typeof frameScores>])[]> {
  const articles = await readSample('harbour-accord')
  return articles.slice(0, 2).flatMap((article) => {
    const { text, blocks, sentences } = article
    const r = readingOf(wordsOf(text, blocks, sentences), blocks, scanQuotations(text, blocks))
    const known = remembered(r, table)
    return findCues(r, cueModel, transitions).map((cue) => () => {
      const f = frameOf(r, windowOf(r, cue))
      return [f, frameScores(f, table, known)] as const
    })
  })
}

describe('a frame', () => {
  it('has for each segment and each word outside the sum of its features', async () => {
    let checked = 0
    for (const frame of await frames()) {
      const [f, scores] = frame()
      for (const type of [source, content])
        for (let from = 0; from < f.size; from += 7)
          for (let to = from + 1; to <= f.size; to += 5) {
            const place = segmentNumber(scores, type, from, to)
            if (place < 0) continue
            expect(scores.segments.score[place]).toBeCloseTo(segmentOf(f, type, from, to), 9)
            checked++
          }
      for (let k = 0; k < scores.cueFrom; k++)
        expect(scores.outside[k]).toBeCloseTo(
          weigh(outsideCount, (out) => {
            outsideFeatures(f, 0, k, out)
          }),
          9,
        )
    }
    expect(checked).toBeGreaterThan(300)
  })

  it('has a best analysis as probable as the sum over all orders says', async () => {
    const all = await frames()
    expect(all.length).toBeGreaterThan(10)
    for (const frame of all) {
      const [, scores] = frame()
      const { score, probability } = bestAnalysis(scores) ?? { score: 0, probability: 0 }
      expect(Math.log(probability)).toBeCloseTo(score - forwardSums(scores).logPartition, 9)
    }
  })
})
