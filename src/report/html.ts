/**
 * The report as one HTML file that opens from disk: no script, and nothing it loads.
 *
 * In: a Report. Out: an HTML document. Never: computes a finding of its own.
 */
import type { Home } from '../model/pool-job.js'
import type { Report } from '../model/report.js'
import { page } from '../view/html/page.js'
import { viewOf } from '../view/html/view.js'

/** `home`: where the page leads back to, of a page that is served. */
export function renderHtml(report: Report, home?: Home): string {
  return page(viewOf(report), home).toString()
}
