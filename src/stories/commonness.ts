/**
 * Words that are common among the reports at hand ("Trump" in a year of his) weigh less, however rare they are elsewhere.
 *
 * In:    reports. Out: the same with lighter words. Never: makes a word heavier, or asks in which order reports came.
 */
import type { Sparse, StoryText, StoryWords } from '../model/story.js'
import { itemAt } from '../text/item-at.js'

/** A word is expected in so many reports of a hundred; a few reports do not say much else. */
const expected = 0.02
const trusted = 50

/** Of the table of counts, however many words there are: in 50,000 reports one place stands for two or three rare pairs of words. */
const places = 2 ** 22

export function weighedByCommonness(texts: readonly StoryText[]): readonly StoryText[] {
  const counts = new Uint32Array(places)
  for (const { words } of texts)
    for (const { keys } of [words.body, words.pairs])
      for (const key of keys) {
        const place = key & (places - 1)
        counts[place] = itemAt(counts, place) + 1
      }
  const lighter = (field: Sparse): Sparse => {
    const weights = field.weights.map(
      (weight, i) => weight * shareOf(itemAt(counts, itemAt(field.keys, i) & (places - 1)), texts.length),
    )
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1
    return { keys: field.keys, weights: weights.map((weight) => weight / length) }
  }
  return texts.map((text) => {
    const { headline, lead, body, names, pairs, figures } = text.words
    const words: StoryWords = {
      headline: lighter(headline),
      lead: lighter(lead),
      body: lighter(body),
      names: lighter(names),
      pairs: lighter(pairs),
      figures,
    }
    return { ...text, words }
  })
}

function shareOf(count: number, reports: number): number {
  const rarity = Math.log((reports + trusted) / (count + trusted * expected))
  return Math.min(1, Math.max(0.05, rarity / Math.log(1 / expected)))
}
