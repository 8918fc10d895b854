/** Could the report have known? `mayBeTooEarly`. */
import type { Quote } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { contains, overlap } from '../text/spans.js'
import { newsDayOf, weekdaysOf, type NamedWeekday } from '../english/weekdays.js'
import { sentenceIndex, type ArticleView } from './view.js'
import { once } from '../text/once.js'
import { timeOfText } from '../text/publication.js'
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
  const day = dayOf(view)
  return tellers.every(({ view: teller, mentions }) =>
    mentions.some((mention) => daysOf(teller, mention).some((one) => one > day)),
  )
}

/** The day of a report, as printed. */
const dayOf = ({ article }: ArticleView): string => (timeOfText(article) ?? '').slice(0, 10)

/**
 * Past days that a passage tells of: those it names; of somebody's words those beside them, else those on which the report has the
 * same person speak, where they are one day, else the day of its news.
 */
function daysOf(view: ArticleView, mention: Span): readonly string[] {
  const named = pastDaysIn(view, [mention])
  const { quotes } = view.article
  const said = quotes.find(({ content }) => content.some((part) => overlap(part, mention) > 0))
  if (named.length > 0 || !said) return named
  const beside = pastDaysIn(view, aroundOf(view, said))
  if (beside.length > 0) return beside
  const { speaker } = said
  if (speaker === null) return []
  const spoken = quotes.filter((one) => speaker.entity !== null && one.speaker?.entity === speaker.entity)
  const days = new Set(spoken.flatMap((one) => pastDaysIn(view, aroundOf(view, one))))
  return days.size > 0 ? (days.size === 1 ? [...days] : []) : newsDateOf(view)
}

/** The sentences of a quotation, and of who says it. */
function aroundOf(view: ArticleView, { content, cue }: Quote): readonly Span[] {
  return [...content, ...cue].flatMap((span) => view.sentences[sentenceIndex(view, span)] ?? [])
}

/** Days that were past when the report came out. */
function pastDaysIn(view: ArticleView, places: readonly Span[]): readonly string[] {
  const own = dayOf(view)
  return view.article.quantities.flatMap((one) =>
    one.kind === 'date' &&
    one.value.length === 'yyyy-mm-dd'.length &&
    one.value <= own &&
    places.some((place) => overlap(one, place) > 0)
      ? [one.value]
      : [],
  )
}

const newsDateOf = once((view: ArticleView): readonly string[] => {
  const news = newsDayOf(view.article)
  const named = weekdaysOf(view.article).filter(({ day, ahead }) => day === news && !ahead)
  return pastDaysIn(view, named.slice(0, 1))
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
