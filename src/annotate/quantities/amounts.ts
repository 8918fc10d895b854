/** Money, percentages and counted numbers. One rule each; money and percent before plain numbers. */
import { currencyNames, currencyOf, currencySigns } from '../../english/currencies.js'
import type { FoundQuantity, QuantityRule, SentenceText } from './found.js'
import { numeral, parseNumeral } from './numerals.js'
import { unitAfter } from './units.js'

const range = (symbol = ''): string => `(?<a>${numeral})(?:(?: ?[-–] ?| to | and )${symbol}(?<b>${numeral}))?`
const free = '(?<![\\p{L}\\p{N}_#/:.,-]|\\d[.,])'

const bySymbol = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<s>${currencySigns}) ?${range(`(?:${currencySigns})?`).replace(' and ', ' and (?=[$€£])')}`,
  'giu',
)
const byName = new RegExp(`${free}${range()}[ -](?<s>${currencyNames})(?![\\p{L}])`, 'giu')

export const money: QuantityRule = ({ text }) =>
  [bySymbol, byName].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = valueOf(match)
      const unit = currencyOf(match.groups?.['s'] ?? '')
      return value === null ? [] : [found('money', value, unit, match)]
    }),
  )

const percents = new RegExp(
  `${free}${range()} ?(?<s>%|percent(?:age points?)?(?![\\p{L}])|per cent(?![\\p{L}])|pct(?![\\p{L}]))`,
  'giu',
)

export const percentages: QuantityRule = ({ text }) =>
  [...text.matchAll(percents)].flatMap((match) => {
    const value = valueOf(match)
    const unit = /points?$/i.test(match.groups?.['s'] ?? '') ? 'percentage point' : null
    return value === null ? [] : [found('percent', value, unit, match)]
  })

const measures = '(?:km/h|kph|mph|km|kg|cm|mm|ft|lbs?|MW|GW|mg)'
const counted = new RegExp(
  `(?:(?<=magnitude-)|${free})${range()}(?<s>${measures})?(?![\\p{L}\\p{N}%]|[:/.,]\\d|-\\d)`,
  'giu',
)

export const numbers: QuantityRule = (sentence) =>
  [...sentence.text.matchAll(counted)].flatMap((match) => {
    const end = match.index + match[0].length
    const value = valueOf(match)
    if (value === null || isNamePart(sentence, match) || isOrdinal(sentence.text, end)) return []
    const measure = match.groups?.['s']
    const unit =
      measure === undefined ? unitAfter(sentence, match.index, end) : { unit: measure.toLowerCase(), end }
    if (unit.unit === null && isPronoun(match[0])) return []
    return [{ ...found('number', value, unit.unit, match), end: unit.end }]
  })

function found(
  kind: FoundQuantity['kind'],
  value: string,
  unit: string | null,
  match: RegExpExecArray,
): FoundQuantity {
  return { kind, value, unit, start: match.index, end: match.index + match[0].length }
}

/** One number, or `low-high`; in `3 to 4 million` the scale holds for both. */
function valueOf(match: RegExpExecArray): string | null {
  const first = match.groups?.['a'] ?? ''
  const second = match.groups?.['b']
  if (second === undefined) return parseNumeral(first)
  const scale = /^\d/.test(first) && /\d$/.test(first) ? (/(?<!\p{L})\p{L}+$/u.exec(second)?.[0] ?? '') : ''
  const [low, high] = [parseNumeral(scale === '' ? first : `${first} ${scale}`), parseNumeral(second)]
  return low === null || high === null ? null : `${low}-${high}`
}

/** `Boeing 737`, `Channel 4`, `No. 10`, `Article 5`: part of a name. */
function isNamePart({ text }: SentenceText, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 24), match.index)
  if (!/^\d/.test(match[0])) return false
  if (/\b(?:No|Nos|no|Art|Sec|Vol|p|pp)\. ?$/.test(before) || /[#@]$/.test(before)) return true
  return (
    /(?:^|[^.!?“"‘'(] )\p{Lu}[\p{L}-]* $/u.test(before) &&
    !/\b(?:The|A|An|Of|In|At|All|And|But|Some|About|Over|Nearly|Only)\s$/.test(before)
  )
}

function isOrdinal(text: string, end: number): boolean {
  return /^(?:st|nd|rd|th)\b/.test(text.slice(end, end + 3))
}

/** `one` without a noun stands for somebody or something. */
function isPronoun(words: string): boolean {
  return /^(?:one|zero)$/i.test(words)
}
