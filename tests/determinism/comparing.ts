import { Report } from '../../src/model/report.js'

/** Arguments that compare a sample at a fixed time, and a place far from UTC and English. */
export const comparing = (sample: string): readonly string[] => [
  'compare',
  `samples/${sample}`,
  '--json',
  '--now',
  '2025-12-04T00:00:00Z',
]

export const elsewhere = { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }

/** What was found, without how it was made. */
export function parts(json: string): Pick<Report, 'quotes' | 'claims' | 'findings' | 'facts'> {
  const { quotes, claims, findings, facts } = Report.parse(JSON.parse(json))
  return { quotes, claims, findings, facts }
}
