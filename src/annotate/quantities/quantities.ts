/** Numbers, money, percentages, durations, dates and times with canonical values and qualifiers, in text order, none over another. */
import type { Quantity } from '../../model/annotation.js'
import { sortedBy } from '../../text/order.js'
import { qualifierBefore } from '../../english/figure-words.js'
import type { TaggedSentence } from '../sentences.js'
import { money, numbers, percentages } from './amounts.js'
import { dates } from './dates.js'
import type { PublicationDay, FoundQuantity, QuantityRule } from './day.js'
import { durations, times } from './durations.js'

/** In order of precedence. */
const rules: readonly QuantityRule[] = [money, percentages, times, durations, dates, numbers]

export function quantities(
  text: string,
  sentences: readonly TaggedSentence[],
  published: PublicationDay | null,
): Quantity[] {
  return sentences.flatMap((sentence) => {
    const plain = text
      .slice(sentence.start, sentence.end)
      .replace(/’/g, "'")
      .replace(/[\s\u00a0]/gu, ' ')
    // "İ" alone is longer in lower case.
    const lower = plain.replaceAll('İ', 'I').toLowerCase()
    const input = { text: plain, lower, words: sentence.words, start: sentence.start, published }
    const found: FoundQuantity[] = []
    const taken = new Uint8Array(plain.length)
    for (const rule of rules)
      for (const item of rule(input)) {
        if (taken.subarray(item.start, item.end).includes(1)) continue
        taken.fill(1, item.start, item.end)
        found.push(item)
      }
    return sortedBy(found, (item) => item.start).flatMap((item) => finish(text, sentence.start, item))
  })
}

/** `on Monday` has no qualifier; `spread over two years` means throughout, `for over two years` means more. */
function isRough(text: string, kind: Quantity['kind'], start: number): boolean {
  if (kind === 'date') return false
  const before = text.slice(Math.max(0, start - 20), start)
  return (
    kind !== 'duration' ||
    !/\bover\s$/.test(before) ||
    /\b(?:for|of|after|took|lasted|well|just) over\s$/.test(before)
  )
}

function finish(text: string, offset: number, item: FoundQuantity): Quantity[] {
  const { value } = item
  if (value === null) return []
  const start = item.start + offset
  const qualifier = isRough(text, item.kind, start) ? qualifierBefore(text, start) : null
  return [{ ...item, value, start, end: item.end + offset, ...(qualifier === null ? {} : { qualifier }) }]
}
