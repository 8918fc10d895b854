/** Which two reports of a large event are held against each other detail by detail: chosen as in align/thinning.ts. */
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
