/** Could the report have known? `mayBeTooEarly`. */
import type { Span } from '../model/span.js'
import { contains, overlap } from '../text/spans.js'
import { newsDayOf, weekdaysOf, type NamedWeekday } from '../english/weekdays.js'
import { sentenceIndex, type ArticleView } from './view.js'
import { once } from '../text/once.js'
import { headStartHours } from './levels.js'
import { publishedIn } from './published.js'

/** What a report prints of the thing. */
export type Passages = { readonly view: ArticleView; readonly mentions: readonly Span[] }

const headStart = headStartHours * 3_600_000

export function mayBeTooEarly(view: ArticleView, tellers: readonly Passages[]): boolean {
  const published = publishedIn(view)
  if (published === null) return tellers.every((teller) => isOfLaterWeekday(view, teller))
  const told = tellers.flatMap((teller) => publishedIn(teller.view) ?? [])
  const firstTold = Math.min(...told.map(({ first }) => first))
  if (told.length === tellers.length && firstTold - published.last > headStart) return true
  const day = new Date(published.last).toISOString().slice(0, 10)
  return tellers.every((teller) => tellsOfLaterDay(teller, day))
}

/** The passage tells of a day after the given one that was past when its own report came out. */
function tellsOfLaterDay({ view, mentions }: Passages, day: string): boolean {
  return pastDaysIn(view).some(
    (past) => past.value > day && mentions.some((mention) => overlap(past, mention) > 0),
  )
}

/** Days that were past when the report came out. */
const pastDaysIn = once(({ article: { publishedAt, quantities } }: ArticleView) => {
  const own = (publishedAt ?? '').slice(0, 10)
  return quantities.filter(
    ({ kind, value }) => kind === 'date' && value.length === 'yyyy-mm-dd'.length && value <= own,
  )
})

/** The report only looks ahead to a day the other looks back to, or the passages are of a news day it never looks back to. */
function isOfLaterWeekday(view: ArticleView, { view: other, mentions }: Passages): boolean {
  const [own, theirs] = [weekdaysOf(view.article), weekdaysOf(other.article)]
  const onlyAhead = (days: readonly NamedWeekday[], day: string): boolean =>
    days.some((one) => one.day === day) && days.every((one) => one.day !== day || one.ahead)
  if (theirs.some(({ day, ahead }) => !ahead && onlyAhead(own, day))) return true
  const newsDay = newsDayOf(other.article)
  return (
    newsDay !== null &&
    newsDayOf(view.article) !== null &&
    own.every(({ day, ahead }) => ahead || day !== newsDay) &&
    mentions.some((mention) => {
      const sentence = other.sentences[sentenceIndex(other, mention)]
      return sentence !== undefined && theirs.some((one) => one.day === newsDay && contains(sentence, one))
    })
  )
}
