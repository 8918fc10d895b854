/**
 * The student's page: excerpts under letters, what to do with each, and innocent explanations. Two pages of A4.
 *
 * In:    a Report, its mask, the exercises of both pages. Out: an HTML document.
 * Never: a finding's sentence or kind, a sureness, an outlet's name, address or byline, or which rows are controls.
 */
import type { Report } from '../../model/report.js'
import { html, nothing, type Markup } from '../../print/html/markup.js'
import { headAndRows } from '../../print/html/table.js'
import { labelArticles } from '../../print/labels.js'
import { shorten } from '../../print/safe-text.js'
import { readableTime } from '../../print/times.js'
import type { Mask } from '../masking/mask.js'
import { excerptText, type Page, type Pages } from './choose.js'
import { articlesOf, type Exercise } from './exercise.js'
import { explanations } from './explanations.js'
import { clip } from './room.js'
import { shell } from './shell.js'

export function studentPage(report: Report, mask: Mask, pages: Pages): string {
  const [first, second] = pages
  const exercises = (page: Page, from: number): Markup[] =>
    page.exercises.map((one, index) => exercisePart(one, from + index + 1, page.lines, report, mask))
  return shell(
    'Classroom sheet',
    'student',
    html`<main>
      <section class="page">
        <header class="head">
          <h1>${clip(mask(report.event.title), 110)}</h1>
          <p>
            Several reports tell of one event. Read the excerpts side by side. Some tell the same in other
            words; some do not. Mark what you see, underline the words that show it, and write down what each
            report tells.
          </p>
          <p class="who"><span>Name</span><span>Class</span><span>Date</span></p>
        </header>
        ${exercises(first, 0)}
      </section>
      <section class="page">
        ${exercises(second, first.exercises.length)} ${reasons()} ${publication(report, pages)}
      </section>
    </main>`,
  )
}

function exercisePart(exercise: Exercise, number: number, lines: number, report: Report, mask: Mask): Markup {
  const labels = labelArticles(report)
  return html`<section class="exercise" aria-labelledby="e${number}">
    <h2 id="e${number}">${number}</h2>
    <ul class="excerpts">
      ${exercise.excerpts.map(
        (excerpt) =>
          html`<li>
            <span class="letter">Report ${labels.of(excerpt.article)?.letter ?? ''}</span>
            <span dir="auto">${excerptText(excerpt, report, mask)}</span>
          </li>`,
      )}
    </ul>
    <p class="boxes">
      <span>☐ tell the same</span><span>☐ tell it otherwise</span><span>☐ cannot be said from this</span>
    </p>
    <p class="note">What differs, and could a reader take away something else?</p>
    ${Array.from({ length: lines }, () => html`<div class="write"></div>`)}
  </section>`
}

function reasons(): Markup {
  return html`<section class="exercise" aria-labelledby="reasons">
    <h2 id="reasons">Before you judge: reasons that need no bad will</h2>
    <ul class="reasons">
      ${explanations.map(([name, text]) => html`<li><b>${name}:</b> ${text}</li>`)}
    </ul>
    <p>
      Choose one row in which reports tell it otherwise. Which reasons could explain it? What would you look
      up to know?
    </p>
    <div class="write"></div>
    <div class="write"></div>
    <div class="write"></div>
  </section>`
}

const mostRows = 8

/** When the reports in the exercises came out and how long they are: what some of the reasons need. */
function publication(report: Report, pages: Pages): Markup {
  const used = new Set(pages.flatMap(({ exercises }) => exercises).flatMap(articlesOf))
  const rows = labelArticles(report)
    .all.filter(({ article }) => used.has(article.id))
    .slice(0, mostRows)
  if (rows.length === 0) return nothing
  return html`<table>
    ${headAndRows(
      ['Report', 'Published', 'Words'],
      rows.map(
        ({ article, letter }) =>
          html`<tr>
            <th scope="row">${letter}</th>
            <td>
              ${article.publishedAt === null ? 'not given' : shorten(readableTime(article.publishedAt), 40)}
            </td>
            <td>
              ${report.profiles.find((profile) => profile.article === article.id)?.words ?? 'not counted'}
            </td>
          </tr>`,
      ),
    )}
  </table>`
}
