/**
 * Canonical values as people read them: `PT19H` is `19 hours`, `2031-05-13` is `13 May 2031`.
 *
 * In: a value of the contract, with its unit if it has one. Out: words. Never: rounds or converts.
 */
import { readableTime } from './times.js'
import { count } from './words.js'

const duration =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const

/** What is neither an ISO 8601 duration nor a date is printed as it stands. */
export function readableValue(value: string): string {
  const parts = duration.exec(value)?.slice(1) ?? []
  const words = units.flatMap((unit, index) => {
    const number = parts[index]
    return number === undefined ? [] : [count(Number(number), unit)]
  })
  return words.length > 0 ? words.join(', ') : readableTime(value)
}
