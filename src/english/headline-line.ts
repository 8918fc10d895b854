import type { Article } from '../model/article.js'

/** Whether a first line reads as a headline: a text whose headline is missing opens with its first sentence. */
const stamp = /^(?:last )?(?:published|posted|updated)\b.*\d/iu
const longestHeadline = 36
const longestWithStop = 11

export function isHeadlineLine(line: string): boolean {
  const words = line.trim().split(/\s+/u).length
  const isSentence = /[\p{Ll}\d]\.[”"’]?\s*$/u.test(line) && words > longestWithStop
  return words <= longestHeadline && !isSentence && !stamp.test(line.trim()) && /\p{L}/u.test(line)
}

/** The headline, unless it reads as the first sentence of a text that has none; a date below it tells that it is one. */
export function printedHeadline({ text, headline, blocks }: Pick<Article, 'text' | 'headline' | 'blocks'>) {
  if (headline === null) return null
  const next = blocks.find(({ start }) => start >= headline.end)
  return next?.kind === 'imprint' || isHeadlineLine(text.slice(headline.start, headline.end))
    ? headline
    : null
}
