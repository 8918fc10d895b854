/** Whether the words before a date look ahead: then `Friday` is the next one. In: the sentence up to the date. */
import { lookingAhead, lookingBack } from '../../english/calendar.js'

/** The nearest sign before the date decides, within 90 characters. */
export function isUpcoming(before: string): boolean {
  const near = before.slice(-90)
  return lastIndex(near, lookingAhead) > lastIndex(near, lookingBack)
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}
