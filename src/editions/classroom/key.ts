/**
 * The teacher's key: who the letters are, what each row shows, how sure that is, and what may explain it.
 *
 * In:    a Report and the exercises of both pages. Out: an HTML document.
 * Never: a verdict on an outlet; a difference without how sure the program is.
 */
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { mergeSpans, overlap } from '../../text/spans.js'
import { tagOf } from '../../print/finding-words.js'
import { html, nothing, type Markup } from '../../print/html/markup.js'
import { headAndRows } from '../../print/html/table.js'
import { labelArticles } from '../../print/labels.js'
import { rulingText } from '../../print/reviewed.js'
import { shorten } from '../../print/safe-text.js'
import { passageText } from '../../print/passage.js'
import { sureness } from '../../print/sureness.js'
import { readableTime } from '../../print/times.js'
import type { Pages } from './choose.js'
import { articlesOf, type Exercise } from './exercise.js'
import { hints } from './explanations.js'
import { sentenceSpan } from '../../print/in-sentence.js'
import { shell } from './shell.js'

const longest = 300

export function keyPage(report: Report, pages: Pages): string {
  const exercises = pages.flatMap((page) => page.exercises)
  return shell(
    'Classroom key',
    'key',
    html`<main>
      <header class="head">
        <h1>Key: ${report.event.title}</h1>
        <p class="note">
          For the teacher. The student’s sheet names no outlet; the letters are these. Rows marked “the same”
          are controls: finding none there is part of the task. The program may be mistaken; how sure it is
          stands with each row.
        </p>
      </header>
      ${outlets(report, exercises)}
      ${exercises.map((exercise, index) => exercisePart(exercise, index + 1, report))}
      <p class="note">
        Made by ${report.generator.name} ${report.generator.version}. Indicators to check, not verdicts on any
        outlet. Names are masked by rule: read the student’s sheet once before you hand it out.
      </p>
    </main>`,
  )
}

function outlets(report: Report, exercises: readonly Exercise[]): Markup {
  const used = new Set(exercises.flatMap(articlesOf))
  return html`<table>
    ${headAndRows(
      ['Report', 'Outlet', 'Published', 'Source'],
      labelArticles(report)
        .all.filter(({ article }) => used.has(article.id))
        .map(
          ({ article, letter, outlet }) =>
            html`<tr>
              <th scope="row">${letter}</th>
              <td dir="auto">${shorten(outlet, 80)}</td>
              <td>
                ${article.publishedAt === null ? 'not given' : shorten(readableTime(article.publishedAt), 40)}
              </td>
              <td dir="auto">${shorten(article.url ?? article.source, 120)}</td>
            </tr>`,
        ),
    )}
  </table>`
}

function exercisePart(exercise: Exercise, number: number, report: Report): Markup {
  const clues = exercise.kind === 'control' ? [] : hints(exercise, report)
  return html`<section class="exercise" aria-labelledby="k${number}">
    <h2 id="k${number}">${number}. ${exercise.kind === 'control' ? 'The same' : tagOf(exercise.finding)}</h2>
    ${exercise.kind === 'control' ? controlText(exercise, report) : differenceText(exercise)}
    <ul class="excerpts">
      ${exercise.excerpts.map((excerpt) => {
        const label = labelArticles(report).of(excerpt.article)
        return html`<li>
          <span class="letter">${shorten(label?.name ?? '', 60)}</span>
          <span dir="auto"
            >${label === undefined ? nothing : markedPassages(label.article, excerpt.spans)}</span
          >
        </li>`
      })}
    </ul>
    ${clues.length === 0 ? nothing : html`<p>What may explain it: ${clues.join(' ')}</p>`}
  </section>`
}

function differenceText({ finding }: Extract<Exercise, { kind: 'difference' }>): Markup {
  return html`<p class="answer" dir="auto">${shorten(finding.sentence, longest)}</p>
    <p class="note">
      How sure:
      ${sureness(finding)}.${finding.detail.reason === undefined ? nothing : html` Reason: ${finding.detail.reason}.`}
      ${(finding.review ?? []).map((ruling) => html` ${rulingText(ruling)}.`)}
    </p>`
}

function controlText({ excerpts }: Exercise, report: Report): Markup {
  const names = labelArticles(report).letters(excerpts.map(({ article }) => article))
  return html`<p class="answer">
    Reports ${names} tell this alike; no difference was found between these passages.
  </p>`
}

/** The sentences of the passages, each once, the passages marked; withheld texts give the passages alone. */
function markedPassages(article: InspectedArticle, spans: readonly Span[]): readonly Markup[] {
  if (article.excerpts !== undefined) return [html`<mark>${passageText(article, spans)}</mark>`]
  const sentences = mergeSpans(spans.map((span) => sentenceSpan(article, span)))
  return sentences.map((sentence, index) => {
    const marks = mergeSpans(spans.filter((span) => overlap(span, sentence) > 0))
    return html`${index > 0 ? ' […] ' : ''}${marked(article.text, sentence, marks)}`
  })
}

function marked(text: string, sentence: Span, marks: readonly Span[]): readonly Markup[] {
  const starts = [sentence.start, ...marks.map(({ end }) => end)]
  return starts.map((start, index) => {
    const mark = marks[index]
    const before = shorten(text.slice(start, mark?.start ?? sentence.end), longest)
    return mark === undefined
      ? html`${before}`
      : html`${before}<mark>${shorten(text.slice(mark.start, mark.end), longest)}</mark>`
  })
}
