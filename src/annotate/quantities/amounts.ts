/** Money, percentages and counted numbers. One rule each; money and percent before plain numbers. */
import { currencyNames, currencyOf, currencySigns, fates } from '../../english/figure-words.js'
import type { FoundQuantity, QuantityRule, SentenceText } from './day.js'
import { numeral, parseNumeral } from './numerals.js'
import type { TaggedWord } from '../../english/parse/tree.js'

const range = (symbol = ''): string => `(?<a>${numeral})(?:(?: ?[-–] ?| to | and )${symbol}(?<b>${numeral}))?`
const free = '(?<![\\p{L}\\p{N}_#/:.,-]|\\d[.,])'

const signs = currencySigns.toLowerCase()
const bySymbol = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<s>${signs}) ?${range(`(?:${signs})?`).replace(' and ', ' and (?=[$€£])')}`,
  'gu',
)
const byName = new RegExp(`${free}${range()}[ -](?<s>${currencyNames})(?![\\p{L}])`, 'gu')

export const money: QuantityRule = ({ lower }) =>
  [bySymbol, byName].flatMap((pattern) =>
    [...lower.matchAll(pattern)].flatMap((match) => {
      const value = valueOf(match)
      const unit = currencyOf(match.groups?.['s'] ?? '')
      return value === null ? [] : [found('money', value, unit, match)]
    }),
  )

const percents = new RegExp(
  `${free}${range()} ?(?<s>%|percent(?:age points?)?(?![\\p{L}])|per cent(?![\\p{L}])|pct(?![\\p{L}]))`,
  'gu',
)

export const percentages: QuantityRule = ({ lower }) =>
  [...lower.matchAll(percents)].flatMap((match) => {
    const value = valueOf(match)
    const unit = /points?$/i.test(match.groups?.['s'] ?? '') ? 'percentage point' : null
    return value === null ? [] : [found('percent', value, unit, match)]
  })

const measures = '(?:km/h|kph|mph|km|kg|cm|mm|ft|lbs?|mw|gw|mg)'
const counted = new RegExp(
  `(?:(?<=magnitude-)|${free})${range()}(?<s>${measures})?(?![\\p{L}\\p{N}%]|[:/.,]\\d|-\\d)`,
  'gu',
)

export const numbers: QuantityRule = (sentence) =>
  [...sentence.lower.matchAll(counted)].flatMap((match) => {
    const end = match.index + match[0].length
    const value = valueOf(match)
    if (value === null || isNamePart(sentence, match)) return []
    const measure = match.groups?.['s']
    const unit = measure === undefined ? unitAfter(sentence, match.index, end) : { unit: measure, end }
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

/** `one` without a noun stands for somebody or something. */
function isPronoun(words: string): boolean {
  return /^(?:one|zero)$/i.test(words)
}

export type Unit = { readonly unit: string | null; readonly end: number }

const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  lives: 'life',
  others: 'person',
}
/** `start` and `end` of the number within the sentence; the end grows over a hyphenated unit. */
function unitAfter(sentence: SentenceText, start: number, end: number): Unit {
  const { text, words } = sentence
  if (isMagnitude(text, start, end)) return { unit: 'magnitude', end }
  const age = /^[ -]years?[ -]olds?\b/.exec(text.slice(end, end + 12))
  if (age) return { unit: 'year-old', end: end + age[0].length }
  const from = words.findIndex((word) => word.start >= sentence.start + end)
  const next = words.slice(from < 0 ? words.length : from)
  const [first, second] = next
  if (first?.surface === '-' && first.start === sentence.start + end && second?.pos === 'NOUN')
    return { unit: singular(second), end: second.end - sentence.start }
  if (/^,$/.test(first?.surface ?? '') && isAge(text, start, end)) return { unit: 'year-old', end }
  if (
    fates.has(first?.lower ?? '') ||
    (first?.pos === 'AUX' && next.slice(1, 4).some((word) => fates.has(word.lower)))
  )
    return { unit: 'person', end }
  const noun = headNoun(next)
  if (noun) return { unit: singular(noun), end }
  const before = words.findLast((word) => word.end <= sentence.start + start)
  return { unit: before && fates.has(before.lower) ? 'person' : null, end }
}

/** `a magnitude-5.6 quake`, `5.6 on the Richter scale`, `a 5.6 tremor` */
function isMagnitude(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 40)
  return (
    /\bmagnitude(?: of)?(?: about| at least)?[ -]+$/iu.test(text.slice(Math.max(0, start - 30), start)) ||
    /^[ -]{1,2}magnitude\b|^(?: degrees?)? on the (?:[a-z-]+ )?Richter/iu.test(after) ||
    (text.slice(start, end).includes('.') &&
      /^[ -](?:earth)?(?:quake|tremor|temblor|aftershock)\b/iu.test(after))
  )
}

/** `Ann Lowe, 33, said` */
function isAge(text: string, start: number, end: number): boolean {
  return /, $(?<=\p{Lu}\p{L}+, )/u.test(text.slice(0, start)) && /^\d{1,2}$/.test(text.slice(start, end))
}

/** The last noun of the noun phrase that starts here; at most five words on. */
function headNoun(words: readonly TaggedWord[]): TaggedWord | null {
  let head: TaggedWord | null = null
  for (const word of words.slice(0, 6)) {
    if (head !== null && isPlural(head)) break
    if (word.pos === 'NOUN') head = word
    else if (word.pos === 'PROPN') head = word.lower.endsWith('s') && head === null ? word : head
    else if (head !== null) break
    else if (!(
      word.pos === 'ADJ' ||
      word.pos === 'ADV' ||
      word.surface === '-' ||
      /(?:ed|ing)$/.test(word.lower)
    ))
      break
  }
  return head
}

function isPlural(noun: TaggedWord): boolean {
  return noun.lower in irregular || (noun.lower.endsWith('s') && noun.lemma !== noun.lower)
}

/** "RBIs", "MPs" */
const pluralLetters = /^\p{Lu}{2,}s$/u

function singular(noun: TaggedWord): string {
  if (pluralLetters.test(noun.surface)) return noun.lower.slice(0, -1)
  const one = irregular[noun.lower] ?? (noun.pos === 'PROPN' ? noun.lower.replace(/s$/, '') : noun.lemma)
  return one.replace(/(?<=met|lit)re$/u, 'er')
}
