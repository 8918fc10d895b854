/** Words that are common among the reports at hand ("Trump" in a year of his) weigh less, however rare they are elsewhere; none weighs more. */
import type { Sparse, StoryText } from '../model/story.js'
import { itemAt } from '../text/item-at.js'
import { ofEachKind } from './words.js'

/** A word is expected in so many reports of a hundred; a few reports do not say much else. */
const expected = 0.02
const trusted = 50

/** Of the table of counts, however many words there are: in 50,000 reports one place stands for two or three rare pairs of words. */
const places = 2 ** 22

/** How many of the reports so far have each word. */
export class Commonness {
  readonly #counts = new Uint32Array(places)
  #reports = 0

  add({ words }: StoryText): void {
    this.#reports++
    for (const { keys } of [words.body, words.pairs])
      for (const key of keys) {
        const place = key & (places - 1)
        this.#counts[place] = itemAt(this.#counts, place) + 1
      }
  }

  weighed(text: StoryText): StoryText {
    const { words } = text
    return {
      ...text,
      words: { ...ofEachKind((kind) => this.#lighter(words[kind])), figures: words.figures },
    }
  }

  #lighter({ keys, weights: before }: Sparse): Sparse {
    const weights = before.map((weight, i) => {
      const count = itemAt(this.#counts, itemAt(keys, i) & (places - 1))
      return weight * shareOf(count, this.#reports)
    })
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1
    return { keys, weights: weights.map((weight) => weight / length) }
  }
}

function shareOf(count: number, reports: number): number {
  const rarity = Math.log((reports + trusted) / (count + trusted * expected))
  return Math.min(1, Math.max(0.05, rarity / Math.log(1 / expected)))
}
