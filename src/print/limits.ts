/**
 * What every view says about its limits.
 *
 * In: a Report. Out: sentences. Never: a claim about an outlet.
 */
import type { Report } from '../model/report.js'
import { count } from './words.js'

/** What the program does, in the order it does it. */
export const methodSteps: readonly string[] = [
  'Each source is read as it was given; menus, advertisements and captions are taken out of the page, and the text that is left never changes again.',
  'In each text, sentences, names, quantities and attributions are found: who is credited, with which verb, for which words.',
  'Passages shared word for word are found first, so that copies of one text count once. Shared quotations do not make two texts one.',
  'Statements and quotations of all texts are set side by side, one row for one matter.',
  'Where a report has no passage on a matter, a second, looser search goes through its headline, body and lists. What came closest is shown.',
  'Rows are compared: values, who is credited, certainty, wording of quotations, names. Each difference shows the passages it rests on.',
  'Findings are ordered by how grave the difference is, then by how many texts differ, then by how prominent the matter is. How sure the program is decides what is shown, not where it stands.',
]

export function limits(report: Report): readonly string[] {
  const excerptsOnly = report.articles.some((article) => article.excerpts !== undefined)
  return [
    `These ${count(report.articles.length, 'report')} were chosen by whoever made this comparison; nothing here speaks of the outlets at large.`,
    '“No passage found” is about the text as read here: headline, body and lists. It does not tell why a passage is not there.',
    '“Cannot tell”, or “perhaps” before the passage, stands where one comes close without being surely linked; “cannot tell” also where the report may be too early, and where a text breaks off, could not be read, or is not in English. It is never counted as absent.',
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
