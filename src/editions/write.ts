/** Writing: a report or an article in the form that somebody reads or a program takes. */
import { AnnotatedArticle } from '../model/annotated-article.js'
import { ReportDiff } from '../model/diff.js'
import { onlyPrinted, type FilesJob, type Print, type WriteJob, type Written } from '../model/pool-job.js'
import { InspectedArticle, Report } from '../model/report.js'
import { diffReports } from './diff/diff.js'
import { needTexts } from './forms.js'
import { lessonRows } from './classroom/sheets.js'
import { filesOf } from './make.js'
import { writeJson } from '../report/json.js'
import { inspectedArticle } from '../report/report.js'
import { applyReviews, reviewsOf, ruledReport } from './review/apply.js'
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
    case 'article': {
      const article = AnnotatedArticle.parse(JSON.parse(job.article))
      const shown = inspectedArticle(article, job.generator, { removed: job.removed })
      return onlyPrinted(writeJson(InspectedArticle, shown))
    }
    case 'diff': {
      const [old, fresh] = [job.old, job.new].map((json) => Report.parse(JSON.parse(json)))
      if (!old || !fresh) throw new Error('two reports are needed')
      return onlyPrinted(writeJson(ReportDiff, diffReports(old, fresh)))
    }
    case 'files':
      return files(job, loadRules)
  }
}

async function files(
  { report: json, issues = [], reviews = [], given = [], forms = [], print, ...asked }: FilesJob,
  loadRules: LoadRules,
): Promise<Written> {
  const stored = Report.parse(JSON.parse(json))
  const all = [...reviews, ...reviewsOf(stored, given)]
  const reviewed = all.length === 0 ? stored : applyReviews(stored, all)
  const full = { ...reviewed, issues: [...issues, ...reviewed.issues] }
  const report = asked.withoutText === true ? withoutText(full) : full
  const bare = report.articles.some(({ excerpts }) => excerpts !== undefined) ? needTexts(forms) : []
  if (bare.length > 0)
    return {
      state: 'refused',
      reason: `The form ${bare.join(', ')} needs the articles’ texts, and this report holds none.`,
    }
  const made = filesOf(report, forms, asked)
  const isMade = (name: string): boolean => !name.includes('.') || made.some((file) => file.name === name)
  if (!forms.every(isMade))
    return { state: 'refused', reason: 'No two passages of this report can be set side by side.' }
  const words = await wordsOf(report, print, loadRules)
  if (!words.ok) return { state: 'refused', reason: words.reason }
  return { state: 'written', files: made, printed: words.text, summary: summaryOf(report) }
}

async function wordsOf(report: Report, print: Print | undefined, loadRules: LoadRules): Promise<Explained> {
  switch (print?.as) {
    case undefined:
      return { ok: true, text: '' }
    case 'json':
      return { ok: true, text: `${writeJson(Report, report)}\n` }
    case 'first':
      return { ok: true, text: JSON.stringify(firstOf(report)) }
    case 'lesson':
      return { ok: true, text: JSON.stringify(lessonRows(report)) }
    case 'ruled':
      return { ok: true, text: JSON.stringify(ruledReport(report, print.given)) }
    case 'summary':
      return { ok: true, text: renderTerminal(report, print) }
    case 'why':
      return explained(report, print, await loadRules())
  }
}
