/** In: a Report. Out: how much was compared, in one phrase: `5 reports, 4 independent texts, published …`. */
import type { Report } from '../model/report.js'
import { comparedGroups, isCompared, isReadable, reportsIn } from './counts.js'
import { commonZone, inZone, timeRange } from './times.js'
import { count } from './words.js'

export function extent(report: Report): string {
  const { from, to } = report.event
  const zone = commonZone(report.articles.map(({ publishedAt }) => publishedAt))
  const time =
    from === null || to === null
      ? 'times of publication not given'
      : `published ${timeRange(inZone(from, zone), inZone(to, zone))}`
  const reports = reportsIn(report)
  const lost = reports.filter((article) => !isReadable(article)).length
  const foreign = reports.filter((article) => isReadable(article) && !isCompared(article)).length
  return [
    count(reports.length, 'report'),
    ...(lost === 0 ? [] : [`${lost} of them could not be read`]),
    ...(foreign === 0 ? [] : [`${foreign} of them not in English and not compared`]),
    count(comparedGroups(report).length, 'independent text'),
    time,
  ].join(', ')
}
