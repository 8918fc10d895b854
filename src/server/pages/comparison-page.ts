/** One comparison: progress per source while it runs, then the way to its report. In: its state. Out: a page. */
import { isFinal } from '../../model/submission.js'
import { html, nothing, type Markup } from '../../view/html/markup.js'
import { count } from '../../view/words.js'
import { reportFormats } from '../report-formats.js'
import type { ComparisonBody } from '../schemas.js'
import { layout } from './layout.js'
import { comparisonWords, sourceWords, time } from './words.js'

/** For browsers without script. */
const refreshSeconds = 3

export function comparisonPage(view: ComparisonBody, hasReport: boolean): string {
  const final = isFinal(view.state)
  const title = view.title ?? `Comparison of ${count(view.progress.total, 'report')}`
  const reasons = otherReasons(view)
  return layout(
    {
      title: final ? title : `${comparisonWords[view.state]}: ${title}`,
      ...(final ? {} : { refresh: refreshSeconds }),
    },
    html`<h1>${title}</h1>
      <div ${final ? nothing : watching(view)}>
        <p role="status">
          <span class="state ${view.state}" data-comparison data-state="${view.state}"
            >${comparisonWords[view.state]}</span
          >
        </p>
        ${final ? nothing : progressBar(view)} ${hasReport ? reportLinks(view) : nothing}
        ${
          reasons.length === 0
            ? nothing
            : html`<h2>${view.state === 'failed' ? 'Why it failed' : 'What is missing'}</h2>
                <ul>
                  ${reasons.map((reason) => html`<li>${reason}</li>`)}
                </ul>`
        }
        <h2>Sources</h2>
        <ol class="list">
          ${view.sources.map(sourceItem)}
        </ol>
      </div>
      ${view.webhook ? webhookPart(view.webhook) : nothing}
      <p class="hint">
        Submitted
        ${time(view.createdAt)}${
          view.finishedAt === null
            ? html`; made from what has arrived by ${time(view.deadlineAt)} at the latest.`
            : html`, finished ${time(view.finishedAt)}.`
        }
      </p>
      <details>
        <summary>Delete this comparison</summary>
        <p>The report goes, and the reports’ texts unless another comparison uses them.</p>
        <form method="post" action="/comparisons/${view.id}/delete">
          <button class="danger" type="submit">Delete</button>
        </form>
      </details>`,
  )
}

/** What stands beside a source is not said twice. */
function otherReasons({ reasons, sources }: ComparisonBody): readonly string[] {
  const told = new Set(sources.map(({ issue }) => issue?.message))
  return reasons.filter((reason) => !told.has(reason))
}

function withoutName(message: string, name: string): string {
  return message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message
}

function watching(view: ComparisonBody): Markup {
  const words = JSON.stringify({ ...comparisonWords, ...sourceWords })
  return html`data-events="${view.links.events}" data-words="${words}"`
}

function progressBar({ progress }: ComparisonBody): Markup {
  const { total, read, lost, fetched } = progress
  return html`<progress
      max="1"
      value="${(read + lost + fetched / 2) / total}"
      aria-labelledby="told"
    ></progress>
    <p class="hint" id="told" data-told>
      ${read + lost} of ${total} sources done${fetched > 0 ? `, ${fetched} fetched` : ''}
    </p>`
}

function sourceItem({ position, name, outlet, state, issue }: ComparisonBody['sources'][number]): Markup {
  return html`<li>
    <p>${outlet === null ? nothing : html`<b>${outlet}</b> – `}${name}</p>
    <p>
      <span class="state ${state}" data-source="${position}" data-state="${state}"
        >${sourceWords[state]}</span
      >
    </p>
    ${issue === null ? nothing : html`<p class="error">${withoutName(issue.message, name)}</p>`}
  </li>`
}

function reportLinks({ links }: ComparisonBody): Markup {
  // The page has a link of its own, and the cells stand under their full name.
  const others = reportFormats.filter(({ suffix }) => suffix !== '.html' && suffix !== '.csv')
  return html`<p><a class="main-link" href="${links.report}.html">Read the report</a></p>
    <ul class="links" aria-label="The report in other forms">
      ${others.map(({ suffix, title }) => html`<li><a href="${links.report}${suffix}">${title}</a></li>`)}
    </ul>`
}

function webhookPart({
  url,
  state,
  attempts,
  nextAt,
  lastError,
}: NonNullable<ComparisonBody['webhook']>): Markup {
  const words = {
    waiting: 'will be sent when the comparison is finished',
    pending: 'not delivered yet',
    delivered: 'delivered',
    'given-up': 'given up',
  }
  return html`<h2>Webhook</h2>
    <p>
      ${url}:
      ${words[state]}${attempts > 1 ? ` after ${attempts} tries` : ''}${lastError === null ? '' : `; ${lastError}`}
    </p>
    ${nextAt === null || state !== 'pending' ? nothing : html`<p class="hint">Next try ${time(nextAt)}.</p>`}`
}
