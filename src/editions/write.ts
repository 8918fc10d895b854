/** Writing: a report or an article in the form that somebody reads or a program takes. */
import { AnnotatedArticle } from '../model/annotated-article.js'
import { ReportDiff } from '../model/diff.js'
import type { Print, WriteJob, Written } from '../model/pool-job.js'
import { InspectedArticle, Report } from '../model/report.js'
import { diffReports } from './diff/diff.js'
import { formNames } from './forms.js'
import { lessonRows } from './classroom/sheets.js'
import { filesOf, impossible, make } from './make.js'
import { writeJson } from '../report/json.js'
import { inspectedArticle } from '../report/report.js'
import { applyReviews } from './review/apply.js'
import { reviewsOf, ruledReport } from './review/ruled.js'
import { firstOf, summaryOf } from './summary.js'
import { renderTerminal } from '../print/terminal.js'
import { explained, type Explained, type RuleOf } from './why.js'
import { withoutText } from '../report/without-text.js'

/** Loads what the lenses ask, which takes long and is needed to explain alone. */
type LoadRules = () => Promise<RuleOf>

export async function write(
  job: Exclude<WriteJob, { readonly as: 'reading' | 'versions' | 'evidence' | 'asked' | 'match' }>,
  loadRules: LoadRules,
): Promise<Written> {
  switch (job.as) {
    case 'form':
      return served(job)
    case 'ruled': {
      const found = ruledReport(Report.parse(JSON.parse(job.report)), job.given)
      return { state: 'written', files: [], printed: JSON.stringify(found), summary: null }
    }
    case 'lesson': {
      const rows = lessonRows(Report.parse(JSON.parse(job.report)))
      return { state: 'written', files: [], printed: JSON.stringify(rows), summary: null }
    }
    case 'article': {
      const article = AnnotatedArticle.parse(JSON.parse(job.article))
      const shown = inspectedArticle(article, job.generator, { removed: job.removed })
      return { state: 'written', files: [], printed: writeJson(InspectedArticle, shown), summary: null }
    }
    case 'diff': {
      const [old, fresh] = [job.old, job.new].map((json) => Report.parse(JSON.parse(json)))
      if (!old || !fresh) throw new Error('two reports are needed')
      return {
        state: 'written',
        files: [],
        printed: writeJson(ReportDiff, diffReports(old, fresh)),
        summary: null,
      }
    }
    case 'files':
      return files(job, loadRules)
  }
}

function served({
  form: name,
  report: json,
  given = [],
  withoutText: bare,
  ...asked
}: WriteJob & { as: 'form' }): Written {
  const stored = Report.parse(JSON.parse(json))
  const reviewed = given.length === 0 ? stored : applyReviews(stored, reviewsOf(stored, given))
  const report = bare === true ? withoutText(reviewed) : reviewed
  if (impossible(report, [name]).length > 0)
    return {
      state: 'refused',
      reason: 'This form needs the articles’ texts, and the report holds none.',
    }
  const content = make(name, report, asked)
  if (content === null)
    return { state: 'refused', reason: 'No two passages of this report can be set side by side.' }
  return { state: 'written', files: [{ name, content }], printed: '', summary: null }
}

async function files(
  { report: json, issues, reviews, withText, forms, print }: WriteJob & { as: 'files' },
  loadRules: LoadRules,
): Promise<Written> {
  const stored = Report.parse(JSON.parse(json))
  const full = issues.length === 0 ? stored : { ...stored, issues: [...issues, ...stored.issues] }
  const reviewed = reviews.length === 0 ? full : applyReviews(full, reviews)
  const report = withText ? reviewed : withoutText(reviewed)
  const wanted = formNames.filter((name) => forms.includes(name))
  const bare = impossible(report, wanted)
  if (bare.length > 0)
    return {
      state: 'refused',
      reason: `The form ${bare.join(', ')} needs the articles’ texts, and this report was made with --no-text.`,
    }
  const words = await wordsOf(report, print, loadRules)
  if (!words.ok) return { state: 'refused', reason: words.reason }
  return {
    state: 'written',
    files: filesOf(report, wanted),
    printed: words.text,
    summary: summaryOf(report),
  }
}

async function wordsOf(report: Report, print: Print, loadRules: LoadRules): Promise<Explained> {
  switch (print.as) {
    case 'nothing':
      return { ok: true, text: '' }
    case 'json':
      return { ok: true, text: `${writeJson(Report, report)}\n` }
    case 'first':
      return { ok: true, text: JSON.stringify(firstOf(report)) }
    case 'summary':
      return { ok: true, text: renderTerminal(report, print) }
    case 'why':
      return explained(report, print, await loadRules())
  }
}
