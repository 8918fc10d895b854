/**
 * Which two reports of a large event are held against each other detail by detail. Align chooses for the same reason and in
 * the same way (align/thinning.ts): the cost then grows with the number of reports and not with its square, and what many tell
 * is found through any of them.
 */
import { comparedInFull, drawn } from '../text/drawn.js'
import { compareCodeUnits } from '../text/order.js'
import type { ArticleView } from '../likeness/view.js'
import type { Context } from './context.js'
import { once, onceForTwo } from '../text/once.js'

export const inFull = once((context: Context): ((a: ArticleView, b: ArticleView) => boolean) => {
  const others = context.views.length - 1
  if (others <= comparedInFull) return () => true
  const share = comparedInFull / others
  return onceForTwo((a: ArticleView, b: ArticleView) => drawn(...pairInOrder(a.id, b.id)) < share)
})

function pairInOrder(a: string, b: string): [string, string] {
  return compareCodeUnits(a, b) < 0 ? [a, b] : [b, a]
}
