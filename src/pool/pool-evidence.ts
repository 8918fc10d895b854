/** A zip of evidence, made in a process of its own: pages may be large. */
import { evidenceOf } from '../evidence/evidence.js'
import { warcRecords } from '../evidence/pages.js'
import type { WriteJob, Written } from '../model/pool-job.js'
import { Report } from '../model/report.js'

export function zipped({
  report,
  pages,
  troubles,
  generator,
  made,
}: Extract<WriteJob, { readonly as: 'evidence' }>): Written {
  const { zip } = evidenceOf({
    report: Report.parse(JSON.parse(report)),
    json: report,
    records: warcRecords(pages, `${generator.name}/${generator.version}`, made),
    troubles: new Map(troubles),
    generator,
    made,
  })
  return { state: 'written', files: [{ name: 'evidence.zip', content: zip }], printed: '', summary: null }
}
