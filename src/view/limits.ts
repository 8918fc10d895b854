/**
 * What every view says about its limits.
 *
 * In: a Report. Out: sentences. Never: a claim about an outlet.
 */
import type { Report } from '../model/report.js'
import { count } from './words.js'

export function limits(report: Report): readonly string[] {
  const excerptsOnly = report.articles.some((article) => article.excerpts !== undefined)
  return [
    `These ${count(report.articles.length, 'report')} were chosen by whoever made this comparison; nothing here speaks of the outlets at large.`,
    '“No passage found” is about the text as read here: headline, body and lists. It does not tell why a passage is not there.',
    '“Cannot tell” stands where a text breaks off, could not be read, or is not in English. It is never counted as absent.',
    'Texts that share most of their wording count as one independent text. Reports agreeing does not show that a thing is so.',
    'Words inside quotation marks are the speaker’s; tone and hedges are counted in a report’s own words alone.',
    'Passages were matched by program. Links between passages can be missed or made in error: read the passages.',
    'There is no score of outlets and no ranking of them. “Fullest version” means the longest in these reports, not the original.',
    'English text alone is analysed.',
    'How often each kind of finding is right, and what was not tested, stands in docs/accuracy.md of the program.',
    ...(excerptsOnly
      ? [
          'Made without article texts: excerpts and hashes alone. Offsets count UTF-16 units in the text whose hash is given.',
        ]
      : []),
  ]
}
