/** The weekdays that a report names, and the one of its news. */
import type { Span } from '../model/span.js'
import { contains } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { isWeekday, looksAheadAround } from './calendar.js'

/** `day`: lower case. */
export type NamedWeekday = Span & { readonly day: string; readonly ahead: boolean }

export function weekdaysOf(text: string, sentences: readonly Span[]): readonly NamedWeekday[] {
  return tokenize(text)
    .filter(({ norm, start }) => isWeekday(norm) && /\p{Lu}/u.test(text.charAt(start)))
    .map(({ norm, start, end }) => {
      const sentence = sentences.find((one) => contains(one, { start, end })) ?? { start, end }
      const ahead = looksAheadAround(text.slice(sentence.start, start), text.slice(end, sentence.end))
      return { day: norm, ahead, start, end }
    })
}

/** The first that it looks back to: news tell at their head of which day they are. */
export function newsDayOf(days: readonly NamedWeekday[]): string | null {
  return days.find(({ ahead }) => !ahead)?.day ?? null
}
