/** The sheet for a lesson, of rows that somebody chooses: a form that leads to the sheet and its key. */
import { LessonRow } from '../../model/desk.js'
import { write } from '../../pool/pooled.js'
import { html, type Markup } from '../../print/html/markup.js'
import type { ServerDeps } from '../deps.js'
import { send, shows } from '../page-answer.js'
import { box, list } from '../pages/fields.js'
import { layout, ofComparison } from '../pages/layout.js'
import { about } from '../pages/lists.js'
import { printedOf } from '../report-formats.js'
import type { App } from '../route.js'
import { param } from './comparisons.js'
import { finished, reportOf } from './reports.js'

export function lessonRoute(app: App, deps: ServerDeps): void {
  app.get('/comparisons/:id/lesson', shows('read'), async (c) => {
    const submission = await finished(param(c, 'id'), deps)
    const report = await reportOf(submission, deps)
    const printed = printedOf(await write({ as: 'files', report, print: { as: 'lesson' } }, deps))
    const rulings = await deps.store.desk.rulings(submission.id)
    const wrong = new Set(rulings.flatMap(({ finding, verdict }) => (verdict === 'dismiss' ? [finding] : [])))
    return send(c, lessonPage(about(submission), LessonRow.array().parse(JSON.parse(printed)), wrong))
  })
}

function rowBox({ id, kind, sentence, reports, usual }: LessonRow, isWrong: boolean): Markup {
  const words = html`<span dir="auto"
    ><b>${kind}</b> ${sentence} <small>${reports.join(', ')}${isWrong && ' · judged wrong'}</small></span
  >`
  return box('checkbox', 'rows', id, usual && !isWrong, words)
}

/** `wrong`: rows that somebody ruled so. */
function lessonPage(
  { id, title }: ReturnType<typeof about>,
  rows: readonly LessonRow[],
  wrong: ReadonlySet<string>,
): string {
  const sheet = `/api/comparisons/${id}/report.classroom`
  return layout(
    { title: `For a lesson: ${title}`, ...ofComparison(id, 'lesson') },
    html`<h1>A sheet for a lesson</h1>
      <p>${title}</p>
      ${
        rows.length === 0
          ? html`<p class="lead">No two passages of this report can be set side by side.</p>`
          : html`<p class="lead">
                The pupils see excerpts under letters, no outlet’s name and no finding.
                ${rows.some(({ kind }) => kind === 'The same') && 'Rows marked “The same” are controls.'}
                Seven rows take two or three pages. Read the sheet before you hand it out: names are masked by
                rule.
              </p>
              <form method="get" action="${sheet}.html">
                <input type="hidden" name="rows" value="" />
                ${list(
                  'list',
                  rows.map((row) => rowBox(row, wrong.has(row.id))),
                )}
                <p class="line">
                  <button type="submit">Make the sheet</button>
                  <button class="quiet" type="submit" formaction="${sheet}-key.html">Its key</button>
                </p>
              </form>`
      }`,
  )
}
