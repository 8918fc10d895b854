/** In: an article. Out: how much of it was read, in words. */
import type { InspectedArticle } from '../model/report.js'
import { count, reasonText } from './words.js'

/** `complete: 41 sentences; 3 pieces of page furniture taken out` */
export function completenessText(article: InspectedArticle): string {
  const { state, reasons } = article.completeness
  const words = { complete: 'complete', truncated: 'in part', unreadable: 'not at all' }[state]
  const why = reasons.length === 0 ? '' : ` (${reasons.map(reasonText).join('; ')})`
  const taken = article.removedCount
  const furniture = taken === undefined ? '' : `; ${count(taken, 'piece')} of page furniture taken out`
  return `${words}${why}: ${count(article.sentences.length, 'sentence')}${furniture}`
}
