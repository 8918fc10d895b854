/** How much is spent on holding the words of two reports against each other, around figures and around verbs. */
import { limits, purse } from '../text/limits.js'
import type { ArticleView } from '../likeness/view.js'

export type WordPairs = {
  /** Asked before two passages of so many words are compared. */
  readonly may: (a: ArticleView, b: ArticleView, wordsOfA: number, wordsOfB: number) => boolean
  /** Reports some of whose passages were not compared with those of another. */
  readonly passedOver: ReadonlySet<ArticleView>
}

/** What two passages without words cost. */
const least = 400

export function wordPairs(): WordPairs {
  const purses = new Map<string, (cost: number) => boolean>()
  const passedOver = new Set<ArticleView>()
  return {
    passedOver,
    may: (a, b, wordsOfA, wordsOfB) => {
      const key = `${a.id} ${b.id}`
      const mayCost = purses.get(key) ?? purse(limits.wordPairs, a.text.length + b.text.length)
      purses.set(key, mayCost)
      if (mayCost(least + wordsOfA * wordsOfB)) return true
      passedOver.add(a).add(b)
      return false
    },
  }
}
