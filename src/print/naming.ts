/**
 * The naming table: what each report calls the same person, thing or act, from the findings on naming and agency.
 *
 * In: a Report. Out: rows. Never: a name that no finding holds,
 * or the labels of another kind (verbs of saying, words of a speaker).
 */
import type { Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'

export type NamingRow = {
  readonly finding: Finding
  /** Who or what is meant. */
  readonly referent: string
  /** Names by article id, as printed. */
  readonly labels: Readonly<Record<string, readonly string[]>>
}

export function namingRows(report: Report): readonly NamingRow[] {
  return report.findings.flatMap((finding) => {
    const { labels, referent } = finding.detail
    if ((finding.kind !== 'naming' && finding.kind !== 'agency') || labels === undefined) return []
    return [{ finding, labels, referent: referent ?? finding.sentence }]
  })
}
