/** Two files for a lesson: the student's sheet, two pages of A4 with outlets masked, and the teacher's key. */
import type { LessonRow } from '../../model/desk.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { html, nothing, trusted, type Markup, headAndRows } from '../../print/html/markup.js'
import { inSentences, sentenceSpan, passageText } from '../../print/passage.js'
import { labelArticles, type ArticleLabel, type Labels } from '../../print/labels.js'
import { rulingText } from '../../print/blocks.js'
import { shorten } from '../../print/safe-text.js'
import { sourceHash, styleFile } from '../../print/page-files.js'
import { readableTime } from '../../print/values.js'
import { tagOf, sureness, inWords } from '../../print/words.js'
import { sortedBy } from '../../text/order.js'
import { mergeSpans, overlap } from '../../text/spans.js'
import { maskOf, type Mask } from '../masking.js'
import { choose, clip, excerptText, rowsToChoose, type Exercise, type Page, type Pages } from './exercises.js'

/** `rows`: those that somebody chose. */
type Sheet = (report: Report, rows?: readonly string[]) => string | null
export const studentSheet: Sheet = (report, rows) => sheetOf(report, rows, studentPage)
export const keySheet: Sheet = (report, rows) => sheetOf(report, rows, keyPage)

export function lessonRows(report: Report): readonly LessonRow[] {
  const labels = labelArticles(report)
  return rowsToChoose(report).map(({ id, finding, excerpts, usual }) => {
    const [first] = excerpts
    const same = first === undefined ? '' : inSentences(first.article, first.spans).join(' […] ')
    return {
      id,
      kind: finding === null ? 'The same' : tagOf(finding),
      sentence: shorten(finding?.sentence ?? same, longest),
      reports: excerpts.map(({ article }) => labels.names([article.id])),
      usual,
    }
  })
}

type Lesson = {
  readonly report: Report
  readonly mask: Mask
  readonly pages: Pages
  readonly exercises: readonly Exercise[]
  readonly labels: Labels
  readonly used: readonly ArticleLabel[]
}

function sheetOf(
  report: Report,
  rows: readonly string[] | undefined,
  page: (lesson: Lesson) => string,
): string | null {
  const mask = maskOf(report)
  const pages = choose(report, mask, rows)
  const exercises = pages.flatMap((one) => one.exercises)
  const labels = labelArticles(report)
  const articles = new Set(exercises.flatMap(({ excerpts }) => excerpts.map(({ article }) => article)))
  const used = labels.all.filter(({ article }) => articles.has(article))
  return exercises.length === 0 ? null : page({ report, mask, pages, exercises, labels, used })
}

function studentPage(lesson: Lesson): string {
  const { report, mask, pages } = lesson
  const before = (at: number): number =>
    pages.slice(0, at).reduce((sum, { exercises }) => sum + exercises.length, 0)
  return shell(
    'Classroom sheet',
    'student',
    html`<main>
      ${pages.map(
        (one, at) =>
          html`<section class="page">
            ${at === 0 ? head(mask(report.event.title)) : nothing} ${tasks(one, before(at), lesson)}
            ${at === pages.length - 1 ? html`${reasons()} ${publication(lesson)}` : nothing}
          </section>`,
      )}
    </main>`,
  )
}

function head(title: string): Markup {
  return html`<header class="head">
    <h1>${clip(title, 110)}</h1>
    <p>
      Several reports tell of one event. Read the excerpts side by side. Some tell the same in other words;
      some do not. Mark what you see, underline the words that show it, and write down what each report tells.
    </p>
    <p class="who"><span>Name</span><span>Class</span><span>Date</span></p>
  </header>`
}

function tasks({ exercises, lines }: Page, from: number, { labels, mask }: Lesson): readonly Markup[] {
  return exercises.map(
    ({ excerpts }, index) =>
      html`<section class="exercise" aria-labelledby="e${from + index + 1}">
        <h2 id="e${from + index + 1}">${from + index + 1}</h2>
        <ul class="excerpts">
          ${excerpts.map(
            (excerpt) =>
              html`<li>
                <span class="letter">${reportName(labels, excerpt.article)}</span>
                <span dir="auto">${excerptText(excerpt, mask)}</span>
              </li>`,
          )}
        </ul>
        <p class="boxes">
          <span>☐ tell the same</span><span>☐ tell it otherwise</span><span>☐ cannot be said from this</span>
        </p>
        <p class="note">What differs, and could a reader take away something else?</p>
        ${writeLines(lines)}
      </section>`,
  )
}

const reportName = (labels: Labels, { id }: InspectedArticle): string => `Report ${labels.letters([id])}`

function writeLines(lines: number): readonly Markup[] {
  return Array.from({ length: lines }, () => html`<div class="write"></div>`)
}

export const explanations: readonly (readonly [string, string])[] = [
  ['Deadline', 'one report was finished before the other, when less was known or something else was said.'],
  ['Length', 'an editor had room for fewer words and cut from the end or the middle.'],
  ['Translation', 'the words were spoken in another language and put into English by two people.'],
  ['Sources', 'the reporters spoke to different people, or heard them at different times.'],
  ['Shared copy', 'both print the text of one agency, so two reports are one.'],
  ['House style', 'an outlet has rules for names, titles, numbers and verbs of saying.'],
  ['Rounding', 'figures were rounded, or count different days, units or groups.'],
  ['Correction', 'a report was changed later, and we see one version of it.'],
]

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
    ${writeLines(3)}
  </section>`
}

const mostRows = 8

function publication({ report, used }: Lesson): Markup {
  return table(['Report', 'Published', 'Words'], used.slice(0, mostRows), ({ article }) => [
    published(article),
    String(wordsIn(report, article) ?? 'not counted'),
  ])
}

function table(
  head: readonly string[],
  labels: readonly ArticleLabel[],
  cells: (label: ArticleLabel) => readonly string[],
): Markup {
  return html`<table>
    ${headAndRows(
      head,
      labels.map(
        (label) =>
          html`<tr>
            <th scope="row">${label.letter}</th>
            ${cells(label).map((text) => html`<td dir="auto">${text}</td>`)}
          </tr>`,
      ),
    )}
  </table>`
}

function published({ publishedAt }: InspectedArticle): string {
  return publishedAt === null ? 'not given' : shorten(readableTime(publishedAt), 40)
}

function wordsIn({ profiles }: Report, { id }: InspectedArticle): number | undefined {
  return profiles.find(({ article }) => article === id)?.words
}

const longest = 300

function keyPage(lesson: Lesson): string {
  const { report, exercises, used } = lesson
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
      ${table(['Report', 'Outlet', 'Published', 'Source'], used, ({ article, outlet }) => [
        shorten(outlet, 80),
        published(article),
        shorten(article.url ?? article.source, 120),
      ])}
      ${exercises.map((exercise, index) => answer(exercise, index + 1, lesson))}
      <p class="note">
        Made by ${report.generator.name} ${report.generator.version}. Indicators to check, not verdicts on any
        outlet. Names are masked by rule: read the student’s sheet once before you hand it out.
      </p>
    </main>`,
  )
}

function answer(exercise: Exercise, number: number, { report, labels }: Lesson): Markup {
  const { finding, excerpts } = exercise
  const names = labels.letters(excerpts.map(({ article }) => article.id))
  const clues = hints(exercise, report, labels)
  return html`<section class="exercise" aria-labelledby="k${number}">
    <h2 id="k${number}">${number}. ${finding === null ? 'The same' : tagOf(finding)}</h2>
    ${
      finding === null
        ? html`<p class="answer">Reports ${names} tell the same.</p>
            <p class="note">
              How sure: a strong match, and no finding touches these sentences. Read them yourself.
            </p>`
        : html`<p class="answer" dir="auto">${shorten(finding.sentence, longest)}</p>
            <p class="note">
              How sure:
              ${sureness(finding)}.${finding.detail.reason === undefined ? nothing : html` Reason: ${finding.detail.reason}.`}
              ${(finding.review ?? []).map((ruling) => html` ${rulingText(ruling)}.`)}
            </p>`
    }
    <ul class="excerpts">
      ${excerpts.map(
        ({ article, spans }) =>
          html`<li>
            <span class="letter">${shorten(labels.names([article.id]), 60)}</span>
            <span dir="auto">${markedPassages(article, spans)}</span>
          </li>`,
      )}
    </ul>
    ${clues.length === 0 ? nothing : html`<p>What may explain it: ${clues.join(' ')}</p>`}
  </section>`
}

/** The sentences of the passages, each once, the passages marked; withheld texts give the passages alone. */
function markedPassages(article: InspectedArticle, spans: readonly Span[]): readonly Markup[] {
  if (article.excerpts !== undefined) return [html`<mark>${passageText(article, spans)}</mark>`]
  const words = (start: number, end: number): string => shorten(article.text.slice(start, end), longest)
  return mergeSpans(spans.map((span) => sentenceSpan(article, span))).map((sentence, index) => {
    const marks = mergeSpans(spans.filter((span) => overlap(span, sentence) > 0))
    const ends = [sentence.start, ...marks.map(({ end }) => end)]
    return html`${index > 0 ? ' […] ' : ''}${ends.map((start, at) => {
      const mark = marks[at]
      return mark === undefined
        ? words(start, sentence.end)
        : html`${words(start, mark.start)}<mark>${words(mark.start, mark.end)}</mark>`
    })}`
  })
}

const hour = 3_600_000

function hints({ finding, excerpts }: Exercise, report: Report, labels: Labels): readonly string[] {
  if (finding === null) return []
  const articles = excerpts.map(({ article }) => article)
  const name = (article: InspectedArticle): string => reportName(labels, article)
  /** The one with the least and the one with the most, where that is known of any. */
  const ends = (numberOf: (article: InspectedArticle) => number) => {
    const known = sortedBy(
      articles
        .map((article) => ({ name: name(article), of: numberOf(article) }))
        .filter(({ of }) => !Number.isNaN(of)),
      ({ of }) => of,
    )
    const [first, last] = [known[0], known.at(-1)]
    return first && last ? [{ first, last }] : []
  }
  return [
    ...ends(({ publishedAt }) => Date.parse(publishedAt ?? '')).flatMap(({ first, last }) => {
      const hours = Math.floor((last.of - first.of) / hour)
      const words = `${inWords(hours)} ${hours === 1 ? 'hour' : 'hours'}`
      return hours < 1 ? [] : `${first.name} was published ${words} before ${last.name}.`
    }),
    ...ends((article) => wordsIn(report, article) ?? Number.NaN).flatMap(({ first, last }) =>
      first.of * 2 > last.of ? [] : `${first.name} has ${first.of} words, ${last.name} ${last.of}.`,
    ),
    ...articles
      .filter(({ completeness }) => completeness.state === 'truncated')
      .map((article) => `${name(article)} was read in part.`),
    ...articles
      .filter(({ credit }) => credit !== null)
      .map((article) => `${name(article)} credits ${article.credit ?? ''}.`),
    ...(finding.detail.grade === 'may-differ' ? ['Units, days or sources may not be the same.'] : []),
    ...(finding.kind.startsWith('quote-')
      ? ['If the speaker used another language, both may be translations.']
      : []),
  ]
}

const style = `\n${styleFile('editions', 'classroom', 'sheet.css')}`
const policy = `default-src 'none'; style-src ${sourceHash(style)}; base-uri 'none'; form-action 'none'`
const styleElement = trusted(`<style>${style}</style>`)

/** The event's and outlets' names stay out of the head. */
function shell(title: string, kind: 'student' | 'key', content: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body class="${kind}">
        ${content}
      </body>
    </html> `.toString()
}
