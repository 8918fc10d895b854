/**
 * Canonical values as people read them: `PT19H` is `19 hours`, `2031-05-13` is `13 May 2031`, `4000 person` is
 * `person: 4,000`.
 *
 * In: a value of the contract, with its unit if it has one. Out: words. Never: rounds or converts.
 */
import { readableTime } from './times.js'
import { count } from './words.js'

const duration =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
const amount = /^(-?)(\d+)(\.\d+)?(?: (.+))?$/
const yearAlone = /^[12]\d{3}$/

/** What is neither a duration, a date nor a number is printed as it stands. */
export function readableValue(value: string): string {
  const parts = duration.exec(value)?.slice(1) ?? []
  const words = units.flatMap((unit, index) => {
    const number = parts[index]
    return number === undefined ? [] : [count(Number(number), unit)]
  })
  return words.length > 0 ? words.join(', ') : (readableAmount(value) ?? readableTime(value))
}

/** The unit stands before the number: it is a word's stem, which need not agree with it. A year is no amount. */
function readableAmount(value: string): string | null {
  const [, sign = '', whole, fraction = '', unit] = amount.exec(value) ?? []
  if (whole === undefined || (unit === undefined && yearAlone.test(value))) return null
  const number = sign + grouped(whole) + fraction
  return unit === undefined ? number : `${unit}: ${number}`
}

/** `210000000` is `210,000,000` */
function grouped(digits: string): string {
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups.join(',')
}

/** What a value tells beyond the words as printed; '' where they say it already: `1,400 dockers` and 1400. */
export function addedByValue(text: string, value: string): string {
  const readable = readableValue(value)
  const plain = (words: string): string => words.toLowerCase().replaceAll(',', '').replaceAll('-', ' ')
  return ` ${plain(text)} `.includes(` ${plain(readable)} `) ? '' : readable
}
