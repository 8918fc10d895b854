/**
 * Which earlier reports may be of one story with a new one: an index from the heaviest words of their beginnings, and pairs of words, to reports.
 *
 * Never looks at more than a bounded number of reports: under a word the latest stand.
 */
import type { Sparse, StoryWords } from '../model/story.js'
import { kept } from '../text/grouped.js'
import { itemAt } from '../text/item-at.js'

/** Words by which a report is found, of each kind. */
const ofEach = 24
/** Reports under one word; in a word that is in more of them there is little to find. */
const under = 256
/** Reports that are looked at closely. */
const nearest = 24

/** The words by which a report is found. */
export type Asked = readonly (readonly [key: number, weight: number])[]

export class Nearby {
  /** By word: reports, and what it weighs in each. */
  readonly #lists = new Map<number, { readonly reports: number[]; readonly weights: number[] }>()
  #scores = new Float64Array(1024)

  /** Numbers are given in ascending order. */
  add(report: number, words: Asked): void {
    for (const [key, weight] of words) {
      const { reports, weights } = kept(this.#lists, key, () => ({ reports: [], weights: [] }))
      reports.push(report)
      weights.push(weight)
      if (reports.length < 2 * under) continue
      reports.splice(0, under)
      weights.splice(0, under)
    }
    if (report < this.#scores.length) return
    const grown = new Float64Array(2 * report)
    grown.set(this.#scores)
    this.#scores = grown
  }

  find(words: Asked): readonly number[] {
    const met: number[] = []
    for (const [key, weight] of words) {
      const { reports, weights } = this.#lists.get(key) ?? { reports: [], weights: [] }
      for (let i = Math.max(0, reports.length - under); i < reports.length; i++) {
        const report = itemAt(reports, i)
        const before = itemAt(this.#scores, report)
        if (before === 0) met.push(report)
        this.#scores[report] = before + weight * itemAt(weights, i)
      }
    }
    const scored = met.map((report) => ({ report, score: itemAt(this.#scores, report) }))
    for (const report of met) this.#scores[report] = 0
    return scored
      .sort((a, b) => b.score - a.score || a.report - b.report)
      .slice(0, nearest)
      .map(({ report }) => report)
  }
}

export function asked({ lead, pairs }: StoryWords): Asked {
  return [...heaviestOf(lead), ...heaviestOf(pairs)]
}

function heaviestOf({ keys, weights }: Sparse): Asked {
  return Array.from(keys, (key, i) => [key, itemAt(weights, i)] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, ofEach)
}
