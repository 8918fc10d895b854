/** The days of the week, Sunday first, as printed. */
export const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const
export type Weekday = (typeof weekdays)[number]

export function weekdayOf(word: string): Weekday | undefined {
  return weekdays.find((day) => day === word)
}
