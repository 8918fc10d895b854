/** The sheet for a lesson, of rows that somebody chooses. In: the rows there are. Out: a form that leads to the sheet and its key. */
import type { LessonRow } from '../../model/desk.js'
import { html } from '../../print/html/markup.js'
import { box } from './fields.js'
import { layout, ofComparison } from './layout.js'

type Shown = {
  readonly id: string
  readonly title: string
  /** `wrong`: somebody ruled so. */
  readonly rows: readonly (LessonRow & { readonly wrong: boolean })[]
}

export function lessonPage({ id, title, rows }: Shown): string {
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
                <ul class="list">
                  ${rows.map(
                    ({ id: row, kind, sentence, reports, usual, wrong }) =>
                      html`<li>
                        ${box(
                          'checkbox',
                          'rows',
                          row,
                          usual,
                          html`<span dir="auto"
                            ><b>${kind}</b> ${sentence}
                            <small>${reports.join(', ')}${wrong && ' · judged wrong'}</small></span
                          >`,
                        )}
                      </li>`,
                  )}
                </ul>
                <p class="line">
                  <button type="submit">Make the sheet</button>
                  <button class="quiet" type="submit" formaction="${sheet}-key.html">Its key</button>
                </p>
              </form>`
      }`,
  )
}
