/** The best analysis of a frame is as probable as the sums of training say. */
import { expect, it } from 'vitest'
import { expectedCounts } from '../../../scripts/attribution/lattice-sums.js'
import { findCues } from '../../../src/annotate/attribution/learned/cues.js'
import { frameOf, windowOf } from '../../../src/annotate/attribution/learned/frame.js'
import { bestAnalysis } from '../../../src/annotate/attribution/learned/lattice.js'
import { shippedModel } from '../../../src/annotate/attribution/learned/model.js'
import { frameScores } from '../../../src/annotate/attribution/learned/segment-scores.js'
import { scanQuotations } from '../../../src/annotate/attribution/marks/quote-marks.js'
import { readingOf, wordsOf } from '../../../src/annotate/attribution/reading.js'
import { tagSentences } from '../../../src/annotate/sentences.js'
import { readSample } from '../../support/event.js'

it('has a best analysis as probable as the sum over all orders says', async () => {
  const { frames: table, cues, transitions } = shippedModel()
  const articles = await readSample('harbour-accord')
  const all = articles.slice(0, 2).flatMap((article) => {
    const { text, blocks, sentences } = article
    const words = wordsOf(tagSentences(article, sentences))
    const r = readingOf(words, blocks, scanQuotations(text, blocks))
    return findCues(r, cues, transitions).map((cue) => frameScores(frameOf(r, windowOf(r, cue)), table))
  })
  expect(all.length).toBeGreaterThan(10)
  for (const scores of all) {
    const { score, probability } = bestAnalysis(scores) ?? { score: 0, probability: 0 }
    expect(Math.log(probability)).toBeCloseTo(score - expectedCounts(scores).logPartition, 9)
  }
})
