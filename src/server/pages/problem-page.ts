/** A problem as a page, for people; and the page behind a problem's `type`. */
import { html } from '../../print/html/markup.js'
import { problems, type HttpProblem, type ProblemCode } from '../problems.js'
import { layout } from './layout.js'
import { undo, type Deleted } from './list-page.js'

export function problemPage(problem: HttpProblem): string {
  const { title } = problems[problem.code]
  return layout(
    { title },
    html`<h1>${title}</h1>
      <p>${problem.message}</p>
      <p><a href="/">New comparison</a> · <a href="/comparisons">Comparisons</a></p>`,
  )
}

export function problemTypePage(code: ProblemCode): string {
  const { title, status } = problems[code]
  return layout(
    { title: `${title} – API problems`, here: '/docs' },
    html`<h1>${title}</h1>
      <p>Problem <code>${code}</code>, HTTP status ${status}. Its <code>detail</code> says what to do.</p>
      <p><a href="/docs#problems">All problems</a></p>`,
  )
}

/** Where a comparison was that can still be taken back. */
export function deletedPage(deleted: Deleted): string {
  return layout(
    { title: `Deleted: ${deleted.title}`, here: '/comparisons' },
    html`<h1>This comparison was deleted</h1>
      ${undo(deleted)}
      <p><a href="/comparisons">Comparisons</a></p>`,
  )
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}
