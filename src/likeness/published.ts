/** When a report came out, as far as it says. */
import type { ArticleView } from './view.js'
import { once } from '../text/once.js'
import { timeOfText } from '../text/publication.js'

export type Between = { readonly first: number; readonly last: number }

const hour = 3_600_000
/** Clocks are at most so far from UTC. */
const widestZone = { ahead: 14 * hour, behind: 12 * hour } as const

export const publishedIn = once(({ article }: ArticleView): Between | null => {
  const printed = timeOfText(article)
  if (printed === null) return null
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(printed)
  const zoned = !day && /(?:z|[+-]\d{2}:?\d{2})$/iu.test(printed)
  const time = Date.parse(zoned || day ? printed : `${printed}Z`)
  if (Number.isNaN(time)) return null
  if (zoned) return { first: time, last: time }
  return { first: time - widestZone.ahead, last: time + widestZone.behind + (day ? 24 * hour : 0) }
})

/** More than a day apart, as far as both say. */
export function cameOutApart(a: ArticleView, b: ArticleView): boolean {
  const [one, other] = [publishedIn(a), publishedIn(b)]
  if (one === null || other === null) return false
  return Math.abs(one.first + one.last - other.first - other.last) / 2 > 24 * hour
}
