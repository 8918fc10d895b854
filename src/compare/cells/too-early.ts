/**
 * Could the report have known? `mayBeTooEarly`.
 *
 * In:    a report, and the passages that tell the thing in others.
 * Out:   true where it came out well before the first of them, or before a day that all of them tell of as past.
 * Never: concludes from a time that is not given: a day alone, or a time without its zone, counts as the whole span in
 *        which it may lie, and only what is early in any case is early.
 */
import type { Mention } from '../../model/alignment.js'
import type { ArticleView } from '../context.js'

/** What a report prints of the thing. */
export type Passages = { readonly view: ArticleView; readonly mentions: readonly Mention[] }

const hour = 3_600_000
/** A report that came out so long before the first that tells the thing may not have known it. */
const headStart = 6 * hour

type Between = { readonly first: number; readonly last: number }

export function mayBeTooEarly(view: ArticleView, tellers: readonly Passages[]): boolean {
  const published = timeOf(view.article.publishedAt)
  if (published === null) return false
  const told = tellers.flatMap((teller) => timeOf(teller.view.article.publishedAt) ?? [])
  const firstTold = Math.min(...told.map(({ first }) => first))
  if (told.length === tellers.length && firstTold - published.last > headStart) return true
  const day = new Date(published.last).toISOString().slice(0, 10)
  return tellers.every((teller) => tellsOfLaterDay(teller, day))
}

/** Clocks are at most so far from UTC. */
const widestZone = { ahead: 14 * hour, behind: 12 * hour } as const

/** The earliest and the latest moment that a printed time can mean. */
function timeOf(printed: string | null): Between | null {
  if (printed === null) return null
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(printed)
  const zoned = /(?:z|[+-]\d{2}:?\d{2})$/iu.test(printed) && !day
  const time = Date.parse(zoned || day ? printed : `${printed}Z`)
  if (Number.isNaN(time)) return null
  if (zoned) return { first: time, last: time }
  return { first: time - widestZone.ahead, last: time + widestZone.behind + (day ? 24 * hour : 0) }
}

/** The passage tells of a day after the given one that was past when its own report came out. */
function tellsOfLaterDay({ view, mentions }: Passages, day: string): boolean {
  const own = (view.article.publishedAt ?? '').slice(0, 10)
  return view.article.quantities.some(
    ({ kind, value, start, end }) =>
      kind === 'date' &&
      value.length === day.length &&
      value > day &&
      value <= own &&
      mentions.some((mention) => start < mention.end && end > mention.start),
  )
}
