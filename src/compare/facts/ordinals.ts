/**
 * Years counted off: "in its fourth year", "the third year of the war". More than three years have then gone by and not
 * yet four, so that such a figure answers how long.
 *
 * In:    an article's text. Out: spans with the year counted. Never: takes "the fourth quarter" or a school year's name.
 */
import { ordinals } from '../../english/number-words.js'
import type { Span } from '../../model/span.js'

const counted = new RegExp(
  `\\b(?:its|their|his|her|the) (${ordinals.join('|')}|\\d{1,2}(?:st|nd|rd|th)) year\\b(?! in a row|s)`,
  'giu',
)

export type OrdinalYear = { readonly span: Span; readonly year: number }

export function ordinalYearsIn(text: string): readonly OrdinalYear[] {
  return [...text.matchAll(counted)].flatMap((match): OrdinalYear[] => {
    const word = (match[1] ?? '').toLowerCase()
    const year = ordinals.includes(word) ? ordinals.indexOf(word) + 1 : Number.parseInt(word, 10)
    const start = match.index + match[0].indexOf(match[1] ?? '')
    return year >= 1 ? [{ year, span: { start, end: match.index + match[0].length } }] : []
  })
}
