/** A problem as a page, for people; and the page behind a problem's `type`. */
import { html } from '../../view/html/markup.js'
import { problems, type HttpProblem, type ProblemCode } from '../problems.js'
import { layout } from './layout.js'

export function problemPage(problem: HttpProblem): string {
  const { title } = problems[problem.code]
  return layout(
    { title },
    html`<h1>${title}</h1>
      <p>${problem.message}</p>
      <p><a href="/">New comparison</a> · <a href="/comparisons">All comparisons</a></p>`,
  )
}

export function problemTypePage(code: ProblemCode): string {
  const { title, status } = problems[code]
  return layout(
    { title },
    html`<h1>${title}</h1>
      <p>Problem <code>${code}</code>, HTTP status ${status}. Its <code>detail</code> says what to do.</p>`,
  )
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}
