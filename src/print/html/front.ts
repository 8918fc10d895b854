/** The first part of the page: what happened, where the reports part, who reported when; what all tell, smaller differences, the unread. */
import type { Finding } from '../../model/comparison.js'
import type { Issue } from '../../model/issue.js'
import type { Agreed } from '../../model/report.js'
import { sortedOf, isComparison, rulingText, verdictWords } from '../blocks.js'
import { answerWords, frontIn, printedOf, restIn, shareOf, toldIn, wordsOf } from '../differences.js'
import { extent, strangersNote, titleOf, titledBy, troublesOf, whyUnread } from '../extent.js'
import type { ArticleLabel } from '../labels.js'
import { findingRow, type Row } from '../rows.js'
import { shorten } from '../safe-text.js'
import { commonZone, inZone, readableTime, timesInList, type TimeInList } from '../values.js'
import { readerName, sureClass, sureClasses, sureWords, count, kindName } from '../words.js'
import { filterBar, type Choice } from './controls.js'
import { more, noneLeft } from './lists.js'
import { html, nothing, type Markup } from './markup.js'
import { chipLinks, outletName, quotedPassage, rowMarkup } from './row.js'
import { onPage, type View } from './view.js'

const longestTitle = 160

/** What happened, in the words of one report; where nothing was compared, why. */
export function pageHeader(view: View): Markup {
  const { report } = view
  const { happened: event = null } = report
  const note = strangersNote(report)
  const titled = titledBy(report)
  return html`<header>
    <h1 dir="auto">${titleOf(report, longestTitle)}</h1>
    ${titled !== null && html`<p class="note">This is the ${titled.what} of ${view.labels.names(titled.articles)}</p>`}
    ${
      event !== null
        ? event.words !== report.event.title &&
          html`<p class="happened spoiler" dir="auto">
            What happened, as ${chipLinks(view, [event.article])} puts it: ${event.words}
          </p>`
        : isComparison(report.issues)
          ? nothing
          : html`<p class="happened">${toldIn(report).sentence}</p>`
    }
    ${note !== '' && html`<p class="warning">${note}</p>`}
  </header>`
}

export function differences(view: View): Markup {
  const { report, labels } = view
  const front = onPage(view, frontIn(report))
  const rows = front.map((finding) => findingRow(report, labels, finding))
  return html`<div class="first">
      <div class="parting spoiler">${frontRows(view, rows)}</div>
      ${whoReported(view)}
    </div>
    <div class="spoiler">
      ${agreementSection(view)} ${smaller(view)} ${reviewed(view)} ${onPaper(view, rows)}
    </div>
    ${unreadSection(view)}`
}

/** How many stand in front of how many: an honest total beside the title. */
export function tallyOf({ report }: View): string {
  const front = frontIn(report)
  return front.length === 0 ? '' : shareOf(front, printedOf(report))
}

function frontRows(view: View, rows: readonly Row[]): Markup {
  if (rows.length === 0)
    return isComparison(view.report.issues)
      ? html`<p class="lead">
          No main difference was found. That does not show that the reports agree: a passage may be missed,
          and what could not be read was not compared.
        </p>`
      : html`<p class="lead">
          Nothing could be compared, so nothing is said of how the reports differ, or that they agree.
        </p>`
  return html`${
      view.report.notes !== undefined &&
      filterBar({
        target: 'front',
        name: 'Filter by who found it',
        words: false,
        choices: [foundByChoice(view)],
      })
    }
    <ol class="rows findings">
      ${rows.map((row) => rowMarkup(view, row))}
    </ol>
    ${view.report.notes !== undefined && noneLeft} ${keyOf(rows)}`
}

function foundByChoice({ report }: View): Choice {
  const name = readerName(report)
  return {
    key: 'by',
    name: 'Found by',
    options: [
      ['program', 'the program alone'],
      ['reader', `${name} alone`],
      ['both', 'both'],
    ],
  }
}

/** What rows say in a word, explained below them. */
const meanings = [
  ['left out', 'some reports do not have it; this does not show why'],
  [answerWords.silent, 'nothing was found in its whole text'],
  [answerWords.unread, 'there is something like it, which may not mean the same; or not all could be read'],
] as const

function keyOf(rows: readonly Row[]): Markup {
  const answers = rows.flatMap((row) => row.answers)
  const said = new Set([...rows.map(({ word }) => word), ...answers.map((answer) => wordsOf(answer))])
  const marks = answers.some(({ pieces }) => pieces.some(({ differs }) => differs))
  return html`<p class="row-key">
    ${meanings.map(([word, meaning]) => said.has(word) && html`<span><b>${word}</b>: ${meaning}</span> `)}
    ${said.has('quotation') && html`<span><del>struck through</del>: in the longest version, not here</span> `}
    ${marks && html`<span><strong class="differs">blue</strong>: words that only this report uses here</span>`}
  </p>`
}

function agreementSection({ report, reachable }: View): Markup {
  const { title, sentence, lines } = toldIn(report)
  const words = ({ column, label }: Agreed): Markup => {
    const shown = shorten(label, 200)
    return reachable.has(column) ? html`<a href="#${column}">${shown}</a>` : html`${shown}`
  }
  return html`<section class="agreement" aria-labelledby="agreement-title">
    <h3 id="agreement-title">${title}</h3>
    <p>${sentence}</p>
    ${
      lines.length > 0 &&
      html`<ul>
        ${lines.map((line) => html`<li dir="auto">${words(line)}</li>`)}
      </ul>`
    }
  </section>`
}

function whoReported(view: View): Markup {
  const { all } = view.labels
  const zone = commonZone(all.map(({ article }) => article.publishedAt))
  const times = timesInList(
    all.map(({ article }) => (article.publishedAt === null ? null : inZone(article.publishedAt, zone))),
  )
  return html`<section class="who-reported" aria-labelledby="who-title">
    <h3 id="who-title">The reports</h3>
    <p class="standfirst">${extent(view.report)}</p>
    <ol>
      ${all.map((label, index) => reporter(view, label, times[index] ?? null))}
    </ol>
  </section>`
}

function reporter({ report, labels }: View, label: ArticleLabel, time: TimeInList | null): Markup {
  const { id, publishedAt, role } = label.article
  const shared = report.independence.groups.filter((ids) => ids.length > 1)
  const place = shared.findIndex((ids) => ids.includes(id))
  const others = (shared[place] ?? []).filter((other) => other !== id)
  const unread = whyUnread(label.article)
  const words = report.profiles.find(({ article }) => article === id)?.words ?? 0
  // Brackets of two kinds tell groups apart that stand side by side.
  return html`<li class="${others.length === 0 ? 'alone-text' : `one-text g${place % 2}`}">
    <a href="#${label.anchor}">${outletName(label)}</a>
    <small
      >${
        publishedAt === null || time === null
          ? label.article.modifiedAt === null
            ? 'time not given'
            : `last changed ${readableTime(label.article.modifiedAt)}`
          : html`<time datetime="${publishedAt}">${dayAndClock(time)}</time>`
      }${role === 'reference' && ' · reference'}${words !== 0 && ` · ${words} words`}${
        unread !== '' && html` · <span class="warning">${unread}</span>`
      }${others.length > 0 && ` · one text with ${labels.letters(others)}`}</small
    >
  </li>`
}

/** A clock and its zone stay on one line: `06:55 (UTC-05:00)`. */
function dayAndClock({ day, clock }: TimeInList): Markup {
  if (clock === '') return html`${day}`
  return html`${day !== '' && html`${day}, `}<span class="clock">${clock}</span>`
}

/** What is kept out of the first rows: findings of lower classes, and those of the first class that are too many. */
function smaller(view: View): Markup {
  const { report, labels } = view
  const rest = restIn(report)
  if (rest.length === 0) return noneLeft
  const shown = onPage(view, rest)
  return html`<details class="notes">
    <summary>${count(rest.length, 'more difference')}</summary>
    ${filters(view, shown)}
    <ol class="rows findings">
      ${shown.map((finding) => rowMarkup(view, findingRow(report, labels, finding)))}
    </ol>
    ${noneLeft} ${more(rest.length - shown.length, 'findings.csv and report.json')}
  </details>`
}

function filters(view: View, shown: readonly Finding[]): Markup {
  const kinds = [...new Set(shown.map(({ kind }) => kind))]
  const sure = new Set(shown.map(({ confidence }) => sureClass(confidence)))
  return filterBar({
    target: 'findings',
    name: 'Filter the differences',
    choices: [
      { key: 'kinds', name: 'Kind', options: kinds.map((kind) => [kind, kindName(kind)]) },
      ...(view.report.notes === undefined ? [] : [foundByChoice(view)]),
      { key: 'about', name: 'Report', options: view.labels.all.map(({ letter, name }) => [letter, name]) },
      {
        key: 'sure',
        name: 'How sure the program is',
        options: sureClasses.filter((one) => sure.has(one)).map((one) => [one, sureWords[one]]),
      },
      {
        key: 'ruled',
        name: 'Your verdict',
        options: [['open', 'none yet'], ...Object.entries(verdictWords)],
      },
    ],
  })
}

/** Findings that a review called wrong, and rulings that found no place in this version, with why. */
function reviewed(view: View): Markup {
  const { report, labels } = view
  const { dismissed } = sortedOf(report.findings)
  const stale = report.review?.stale ?? []
  return html`${
    dismissed.length > 0 &&
    html`<details class="notes">
      <summary>Judged wrong: ${dismissed.length}</summary>
      <ol class="rows findings">
        ${onPage(view, dismissed).map((finding) => rowMarkup(view, findingRow(report, labels, finding)))}
      </ol>
    </details>`
  }
  ${
    stale.length > 0 &&
    html`<details class="notes">
      <summary>Verdicts that no longer apply: ${stale.length}</summary>
      <ul>
        ${stale.map(
          ({ ruling, reviewer, why }) =>
            html`<li dir="auto">${ruling.sentence} ${rulingText({ reviewer, ...ruling })}. ${why}</li>`,
        )}
      </ul>
    </details>`
  }`
}

const mostOnPaper = 4

/** The passages of the first rows for paper, where nothing opens: each version in its sentence, with its letters. */
function onPaper({ labels }: View, rows: readonly Row[]): Markup {
  if (rows.length === 0) return nothing
  return html`<section class="on-paper" aria-labelledby="on-paper-title">
    <h3 id="on-paper-title">The passages</h3>
    <ol>
      ${rows.map(({ finding, cards }) => {
        const printed = (cards?.() ?? []).filter(({ state }) => state === 'printed')
        return html`<li>
          <p class="sentence" dir="auto">${finding?.sentence}</p>
          <ul>
            ${printed.slice(0, mostOnPaper).map(({ articles, passages: [first] }) => {
              const label = labels.of(articles[0] ?? '')
              if (label === undefined || first === undefined) return nothing
              return html`<li><b>${labels.letters(articles)}</b> ${quotedPassage(label.article, first)}</li>`
            })}
          </ul>
          ${more(printed.length - mostOnPaper, 'report.json')}
        </li>`
      })}
    </ol>
  </section>`
}

/** Errors and warnings; notes stand at the end of the page. */
function unreadSection(view: View): Markup {
  const issues = view.report.issues.filter(({ severity }) => severity !== 'info')
  if (issues.length === 0) return nothing
  return html`<section class="unread" aria-labelledby="unread-title">
    <h3 id="unread-title">Warnings about the reports</h3>
    ${issueList(view, issues)}
  </section>`
}

const mostIssues = 100

export function issueList(view: View, issues: readonly Issue[]): Markup {
  return html`<ul class="issues">
      ${troublesOf(issues.slice(0, mostIssues), view.labels).map(
        ({ severity, lead, label, words }) =>
          html`<li class="${severity}" dir="auto">
            <b>${lead}</b>${label !== null && html` ${outletName(label)}`}: ${words}
          </li>`,
      )}
    </ul>
    ${more(issues.length - mostIssues, 'report.json')}`
}
