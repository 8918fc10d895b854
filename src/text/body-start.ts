/** Where the body of an article begins: behind its headline, and what stands between that and the lines that date the report. */
import type { Article } from '../model/article.js'

/** Blocks among which the lines that date a report stand, with a standfirst of some lines. */
const headBlocks = 9

export function bodyStart({ headline, blocks }: Pick<Article, 'headline' | 'blocks'>): number {
  const imprint = blocks.slice(0, headBlocks).findLast(({ kind }) => kind === 'imprint')
  return Math.max(headline?.end ?? 0, imprint?.end ?? 0)
}
