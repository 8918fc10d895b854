/** In: a Report. Out: how much was compared, in one phrase: `5 reports, 4 independent texts, published …`. */
import type { Report } from '../model/report.js'
import { grouped } from '../text/grouped.js'
import { comparedGroups, isCompared, isReadable, reportsIn } from '../text/compared.js'
import { labelArticles } from './labels.js'
import { commonZone, inZone, timeRange } from './times.js'
import { count } from './words.js'

export function extent(report: Report): string {
  const { from, to } = report.event
  const zone = commonZone(report.articles.map(({ publishedAt }) => publishedAt))
  const time =
    from === null || to === null
      ? `times of publication not given${ofDays(report)}`
      : `published ${timeRange(inZone(from, zone), inZone(to, zone))}`
  const reports = reportsIn(report)
  const lost = reports.filter((article) => !isReadable(article)).length
  const foreign = reports.filter((article) => isReadable(article) && !isCompared(article)).length
  return [
    count(reports.length, 'report'),
    ...(lost === 0 ? [] : [`${lost} of them could not be read`]),
    ...(foreign === 0 ? [] : [`${foreign} of them not in English and not compared`]),
    `${count(comparedGroups(report).length, 'independent text')}${sharing(report)}`,
    time,
  ].join(', ')
}

/** `; news of Sunday (B), of Monday (A, C)`, where they are of two days or more. */
function ofDays(report: Report): string {
  const labels = labelArticles(report)
  const days = grouped(Object.entries(report.newsDays ?? {}), ([, day]) => [day])
  const parts = [...days].map(([day, of]) => `of ${day} (${labels.letters(of.map(([id]) => id))})`)
  return parts.length < 2 ? '' : `; news ${parts.join(', ')}`
}

/** Of two texts that count apart, this share of the shorter may still be word for word the other's. */
const muchShared = 0.15

/** " (2 share some passages)": passages in common that are too few to make one text of two. */
function sharing(report: Report): string {
  const apart = (ids: readonly string[]): boolean =>
    !report.independence.groups.some((group) => ids.every((id) => group.includes(id)))
  const common = new Map<string, number>()
  for (const { spans } of report.independence.shared) {
    if (!apart(spans.map(({ article }) => article))) continue
    for (const { article, start, end } of spans) common.set(article, (common.get(article) ?? 0) + end - start)
  }
  const many = report.articles.filter(({ id, text }) => (common.get(id) ?? 0) >= muchShared * text.length)
  return many.length < 2 ? '' : ` (${many.length} share some passages)`
}
