/** Amounts of quantities as plain numbers. */
import type { Quantity } from '../../model/annotation.js'

const duration =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Minutes in a year, month, week, day, hour, minute, second; months and years by their mean length. */
const minutes = [525_960, 43_830, 10_080, 1440, 60, 1, 1 / 60]

/** A number; minutes for durations; null for dates, times and what is no number. */
export function contentsOf(quantity: Quantity): number | null {
  switch (quantity.kind) {
    case 'number':
    case 'money':
    case 'percent': {
      const amount = Number(quantity.value)
      return quantity.value !== '' && Number.isFinite(amount) ? amount : null
    }
    case 'duration':
      return minutesIn(quantity.value)
    case 'date':
    case 'time':
      return null
  }
}

/** Minutes of an ISO 8601 duration; null where it is none. */
export function minutesIn(value: string): number | null {
  const parts = duration.exec(value)
  return parts ? minutes.reduce((sum, size, index) => sum + size * Number(parts[index + 1] ?? 0), 0) : null
}

/** The numeral of a duration of one unit: six for "six weeks" and "six months"; null for "an hour and a half". */
export function numeralOf(value: string): number | null {
  const parts: readonly (string | undefined)[] = duration.exec(value) ?? []
  const given = parts.slice(1).filter((part) => part !== undefined)
  return given.length === 1 ? Number(given[0]) : null
}

/** Minutes of the smallest unit a duration is given in: "five hours" is exact to the hour. */
export function grain(value: string): number {
  const parts = duration.exec(value)
  if (!parts) return 1
  return minutes.reduce((grainSize, size, index) => (parts[index + 1] === undefined ? grainSize : size), 1)
}
