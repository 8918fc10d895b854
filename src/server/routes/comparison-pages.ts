/** The pages of one comparison: progress while it runs, then the report itself; its sources and downloads; how it is deleted. */
import { z } from '@hono/zod-openapi'
import type { Batch } from '../../model/batch.js'
import { isAwaited, isFinal, isSettled } from '../../model/submission.js'
import { html, nothing, type Markup } from '../../print/html/markup.js'
import { count } from '../../print/words.js'
import { comparisonView } from '../comparison-view.js'
import type { AppContext } from '../deps.js'
import { send, shows, takes } from '../page-answer.js'
import { list } from '../pages/fields.js'
import { layout, ofComparison } from '../pages/layout.js'
import { comparisonWords, differs, sourceWords, time, titleOf, withoutName } from '../pages/lists.js'
import { reportFormats } from '../report-formats.js'
import type { App } from '../route.js'
import type { ComparisonBody } from '../schemas.js'
import type { AppDeps } from '../sending.js'
import { batchName } from './batch-pages.js'
import { noComparison, param } from './comparisons.js'
import { sendReportPage } from './reports.js'
import { deletedOf, deletedPage } from './story-list.js'
import { type Followed, restsOn, versionsOfComparison } from './versions.js'

export function comparisonPageRoutes(app: App, deps: AppDeps): void {
  const { store } = deps

  // The way while it is made; then the report itself.
  app.get('/comparisons/:id', shows('read'), async (c) => {
    const id = param(c, 'id')
    const submission = await store.find(id)
    const isMade = submission?.state === 'complete' || submission?.state === 'partial'
    return isMade ? c.redirect(`/comparisons/${id}/report`, 303) : sendDetails(c, id)
  })

  app.get('/comparisons/:id/details', shows('read'), (c) => sendDetails(c, param(c, 'id')))

  async function sendDetails(c: AppContext, id: string): Promise<Response> {
    const view = await comparisonView(id, store)
    if (!view) {
      const [deleted] = await deletedOf([id], store)
      if (!deleted) throw noComparison()
      return send(c, deletedPage(deleted), 404)
    }
    const hasReport = view.finishedAt !== null && (await store.report(id)) !== null
    const batch = view.batch === null ? null : await store.batch(view.batch)
    const versions = await versionsOfComparison(id, store)
    const [listed] = (await store.list({ limit: 1, after: null, ids: [id] })).items
    return send(c, comparisonPage(view, hasReport, batch, versions, listed?.tags ?? []))
  }

  app.get('/comparisons/:id/report', shows('read', z.object({ rulings: z.string() })), async (c) => {
    const id = param(c, 'id')
    // Of one that was deleted, how it is taken back.
    return (await store.find(id)) ? sendReportPage(c, deps) : sendDetails(c, id)
  })

  app.post('/comparisons/:id/delete', takes('submit', 10_000), async (c) => {
    const id = param(c, 'id')
    if (!(await store.discard(id, deps.now()))) throw noComparison()
    return c.redirect(`/comparisons?deleted=${id}`, 303)
  })
}

/** `hasReport`: one is stored; of one in which nothing could be compared, only what was read is worth a look. */
export function comparisonPage(
  view: ComparisonBody,
  hasReport: boolean,
  batch: Batch | null,
  versions: readonly Followed[],
  tags: readonly string[],
): string {
  const final = isFinal(view.state)
  const settled = isSettled(view)
  const title = titleOf(view) ?? `Comparison of ${count(view.progress.total, 'report')}`
  return layout(
    {
      title: `${view.state === 'complete' ? '' : `${comparisonWords[view.state]}: `}${title} – Comparisons`,
      here: '/comparisons',
      watched: !settled,
      ...(hasReport && ofComparison(view.id, 'details')),
    },
    html`<h1>${title}</h1>
      ${batch !== null && html`<p class="hint">Of the batch <a href="/batches/${batch.id}">${batchName(batch)}</a></p>`}
      <div ${!settled && watching(view)}>
        <p role="status">
          <span class="state ${view.state}" data-comparison data-state="${view.state}"
            >${comparisonWords[view.state]}</span
          >
        </p>
        ${!final && progressBar(view)} ${outcome(view, hasReport)} ${reader(view)}
        <h2>Sources</h2>
        <ol class="list">
          ${view.sources.map((source) => sourceItem(source, view, versions))}
        </ol>
      </div>
      ${
        final &&
        html`<p class="edits"><a href="/?from=${view.id}">Change the sources and compare again</a></p>
          <form class="edits" method="post" action="/comparisons/${view.id}/story">
            <button class="quiet" type="submit">Follow this story</button>
          </form>`
      }
      ${view.webhook && webhookPart(view.webhook)}
      <p class="hint">
        Submitted
        ${time(view.createdAt)}${
          view.finishedAt === null
            ? html`; made from what has arrived by ${time(view.deadlineAt)} at the latest.`
            : html`, finished ${time(view.finishedAt)}.`
        }
      </p>
      ${tagPart(view.id, tags)}
      <form class="edits" method="post" action="/comparisons/${view.id}/delete">
        <button class="danger" type="submit">Delete this comparison</button>
        <p class="hint">
          The report goes, and the texts unless another comparison uses them. You can undo it.
        </p>
      </form>`,
  )
}

function tagPart(id: string, tags: readonly string[]): Markup {
  return html`<form class="marked edits" method="post" action="/comparisons/marked">
    <input type="hidden" name="id" value="${id}" />
    <input type="hidden" name="back" value="details" />
    <label for="new-tag">${tags.length === 0 ? 'Tag' : `Tags: ${tags.join(', ')}`}</label>
    <input id="new-tag" name="tag" required maxlength="60" autocomplete="off" />
    <button class="quiet" name="do" value="tag">Put it on</button>
    ${tags.length > 0 && html`<button class="quiet" name="do" value="untag">Take it off</button>`}
  </form>`
}

function reader(view: ComparisonBody): Markup {
  if (isAwaited(view))
    return html`<p>A second reader reads the reports, too; the report is replaced when it has.</p>`
  if (view.notes === 'failed')
    return html`<p>The second reader gave no notes, and the report stands without: ${view.notesReason}</p>`
  return view.notes === 'printed' ? html`<p>With findings of a second reader, marked as such.</p>` : nothing
}

/** A failure says so before all else; a report comes before what it lacks. */
function outcome(view: ComparisonBody, hasReport: boolean): Markup {
  const reasons = otherReasons(view)
  const why = reasons.length === 0 ? nothing : list('', reasons)
  if (view.state === 'failed')
    return html`<div class="summary" role="alert">
      <h2>No comparison could be made</h2>
      ${reasons.length === 0 ? html`<p>What is wrong stands beside each source.</p>` : why}
      ${
        hasReport &&
        html`<p>
          What was read of each source stands in <a href="${view.links.report}.json">report.json</a>.
        </p>`
      }
    </div>`
  const missing =
    reasons.length === 0
      ? nothing
      : html`<h2>What is missing</h2>
          ${why}`
  return html`${hasReport && html`${reportLinks(view)}`} ${missing}`
}

/** What stands beside a source is not said twice. */
function otherReasons({ reasons, sources }: ComparisonBody): readonly string[] {
  const told = new Set(sources.map(({ issue }) => issue?.message))
  return reasons.filter((reason) => !told.has(reason))
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

function sourceItem(
  { position, name, outlet, state, issue, address, read }: ComparisonBody['sources'][number],
  { id }: ComparisonBody,
  versions: readonly Followed[],
): Markup {
  const version = versions.find((one) => one.address === address)
  // Its page was had, and no article in it: why stands above.
  const told = read?.words === 0 ? 'lost' : state
  return html`<li>
    <p>
      <b data-outlet="${position}">${outlet ?? read?.outlet ?? ''}</b>
      <span data-headline="${position}">${read?.headline ?? name}</span>
    </p>
    <p>
      <span class="state ${told}" data-source="${position}" data-state="${told}">${sourceWords[told]}</span>
      <span class="hint" data-words="${position}">${readWords(read)}</span>
    </p>
    ${restsOn(version, `/comparisons/${id}/versions`)}
    ${issue !== null && html`<p class="error">${withoutName(issue.message, name)}</p>`}
  </li>`
}

function readWords(read: ComparisonBody['sources'][number]['read']): Markup {
  if (read === null || read.words === 0) return nothing
  return html`${count(read.words, 'word')}${read.publishedAt !== null && html`, ${time(read.publishedAt)}`}`
}

function reportLinks({ id, links, summary }: ComparisonBody): Markup {
  // The cells stand under their full name.
  const forms = reportFormats.filter(({ suffix }) => suffix !== '.csv')
  const item = (href: string, title: string, describes: string): Markup =>
    html`<a href="${href}" download>${title}</a> <span class="hint">${describes}</span>`
  const evidence = item(
    `/api/comparisons/${id}/evidence.zip`,
    'Evidence',
    'the pages it rests on, with request and answer, texts and hashes, in a zip',
  )
  const items = (some: typeof forms): readonly Markup[] =>
    some.map(({ suffix, title, describes }) => item(`${links.report}${suffix}`, title, describes))
  const printed = toRead.flatMap((name) => forms.filter(({ suffix }) => suffix === name))
  const others = forms.filter((form) => !printed.includes(form))
  return html`${differs(summary)}
    <p><a class="main-link" href="/comparisons/${id}/report">Read the report</a></p>
    ${list('links', [
      html`<a href="/comparisons/${id}/ask">Check a quotation, or find a statement</a>`,
      html`<a href="/comparisons/${id}/lesson">A sheet for a lesson, of rows that you choose</a>`,
    ])}
    <h2>To take along</h2>
    ${list('rows', items(printed))}
    <details>
      <summary>${others.length + 1} more, for spreadsheets and programs</summary>
      ${list('rows', [...items(others), evidence], 'The report in other forms')}
    </details>`
}

/** Forms that people read, those first that are asked for most. */
const toRead = [
  '.pdf',
  '.docx',
  '.memo.docx',
  '.memo.md',
  '.classroom.html',
  '.classroom-key.html',
  '.html',
  '.md',
]

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
    ${nextAt !== null && state === 'pending' && html`<p class="hint">Next try ${time(nextAt)}.</p>`}`
}
