/** The pages of batches: the list, one batch, the form. Events come as a person gives them: paragraphs of a title and sources, or a manifest. No path is opened. */
import { notesIn } from '../../text/notes-file.js'
import { type BatchItem, ManifestTrouble, parseManifest } from '../../batch-manifest.js'
import { nothingGiven } from '../../model/source.js'
import { isFinal } from '../../model/submission.js'
import { byDifference } from '../../print/html/batch-page.js'
import { html, type Markup } from '../../print/html/markup.js'
import { count } from '../../print/words.js'
import { looksLikeAddress } from '../../text/web-address.js'
import { summaryOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { scopeGuard } from '../guards.js'
import { errorSummary, fieldMakers, keptFiles, list, older, readerBox, sorted } from '../pages/fields.js'
import { layout, lists } from '../pages/layout.js'
import { comparisonWords, differs, stateOf, time, titleOf } from '../pages/lists.js'
import { fieldOf, HttpProblem, parse } from '../problems.js'
import { filesOf, fileSource, goneOf, keepFiles, type Kept, keptIn, readForm, textsOf } from '../read-body.js'
import type { App } from '../route.js'
import type { BatchBody, ComparisonSummary } from '../schemas.js'
import type { EventRequest, FileSource, KeptSource } from '../submission.js'
import { batchView, eventsLimit, findBatch, submitBatch } from './batches.js'
import { ListQuery } from './comparisons.js'
import { clickedOnce, fileForm, page, send, shows, takes, text } from '../page-answer.js'

export function batchPageRoutes(app: App, deps: ServerDeps): void {
  const { store, settings } = deps

  app.get('/batches', shows('read', AfterQuery), async (c) => {
    const { after } = parse(AfterQuery, c.req.query())
    const { items, next } = await store.batches({ limit: 30, after: after ?? null })
    const views = []
    for (const batch of items) views.push(await batchView(batch, store))
    return send(c, batchListPage(views, next))
  })

  app.get('/batches/new', page, scopeGuard('submit'), (c) =>
    send(c, batchFormPage({ events: '', title: '', withoutReader: false }, [], [], deps)),
  )

  app.post('/batches', takes('submit', settings.maxBatchBytes, fileForm), (c) => submitted(c, deps))

  app.get('/batches/:id', shows('read'), async (c) => {
    const batch = await findBatch(c, store)
    const events: ComparisonSummary[] = []
    for (const { id } of await store.batchMembers(batch.id)) {
      const submission = await store.find(id)
      if (submission) events.push(summaryOf(submission))
    }
    return send(c, batchPage(await batchView(batch, store), events))
  })
}

const AfterQuery = ListQuery.pick({ after: true })

/** Files of a batch's form, beside its other parts. */
const mostFiles = 1_000

async function submitted(c: AppContext, deps: ServerDeps): Promise<Response> {
  const whole = await readForm(c, mostFiles)
  const withoutReader = text(whole, 'reader') === 'false'
  const typed = { events: text(whole, 'events'), title: text(whole, 'title'), withoutReader }
  // A manifest that was chosen is kept among the files when the form comes again.
  const chosen = ['manifest', 'files'].flatMap((field) => filesOf(whole, field))
  const named = textsOf(whole, 'kept').flatMap((value) => keptIn(value) ?? [])
  const gone = await goneOf(named, deps)
  const here = named.filter((one) => !gone.includes(one))
  const again = async (field: BatchField, wrong: readonly string[]): Promise<Response> => {
    const fresh = (await keepFiles(chosen, deps, deps.settings.maxSourceBytes)).kept
    const kept = [...here.map(({ kept: hash, name }) => ({ value: `${hash} ${name}`, name })), ...fresh]
    const errors = wrong.map((words) => [field, words] as const)
    return send(c, batchFormPage(typed, kept, errors, deps), 422)
  }
  if (gone.length > 0)
    return again(
      'files',
      gone.map(({ name }) => `${name} is no longer here; choose it again`),
    )
  const files: NamedFile[] = [...chosen.map(fileSource), ...here]
  const manifest = files.find(({ name }) => isManifest.test(name))
  const field = manifest ? 'manifest' : 'events'
  const problems: string[] = []
  const items = manifest
    ? await manifestItems(manifest, problems, deps)
    : typedItems(typed.events.replaceAll('\r\n', '\n'), files)
  const events = problems.length > 0 ? [] : await eventsOf(items, files, problems, deps)
  if (problems.length > 0) return again(field, problems)
  const { most, detail } = eventsLimit(deps.settings.maxEvents)
  if (events.length > most) return again(field, [detail])
  try {
    const title = typed.title.trim().slice(0, 300)
    const reader = withoutReader ? { reader: false } : {}
    const wanted = {
      events: events.map((event) => ({ ...event, ...reader })),
      ...(title === '' ? {} : { title }),
    }
    const once = clickedOnce(c, text(whole, 'once'))
    const { batch } = await submitBatch(wanted, deps, c.var.caller.key, once)
    return c.redirect(`/batches/${batch.id}`, 303)
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    return again(field, wordsOf(error, events))
  }
}

const isManifest = /\.(?:csv|jsonl|ndjson|ya?ml)$/iu

/** `/events/2/sources/0` is told by the title of the event and what its source is called. */
function wordsOf(error: HttpProblem, events: readonly EventRequest[]): string[] {
  if (error.errors.length === 0) return [error.message]
  return error.errors.map(({ pointer, detail }) => {
    const [, index = '', , nth = ''] = pointer.split('/').slice(1)
    const event = events[Number(index)]
    const source = event?.sources[Number(nth)]
    const called = typeof source === 'object' && 'url' in source ? source.url : ''
    return `${event?.title ?? fieldOf(pointer)}: ${called === '' ? '' : `${called}: `}${detail}`
  })
}

/** What events name: a file that came along, or is in the store already. */
type NamedFile = FileSource | KeptSource

async function textOf(file: NamedFile, { store }: ServerDeps): Promise<string> {
  return Buffer.from('file' in file ? file.file : ((await store.content(file.kept))?.bytes ?? [])).toString()
}

type Item = Pick<BatchItem, 'id' | 'title' | 'sources'> & Partial<Pick<BatchItem, 'notes'>>

async function manifestItems(
  manifest: NamedFile,
  problems: string[],
  deps: ServerDeps,
): Promise<readonly Item[]> {
  try {
    const entries = await parseManifest(manifest.name, await textOf(manifest, deps))
    problems.push(...entries.flatMap((entry) => (entry.ok ? [] : [entry.message])))
    return entries.flatMap((entry) => (entry.ok ? [entry.item] : []))
  } catch (error) {
    if (!(error instanceof ManifestTrouble)) throw error
    problems.push(error.message)
    return []
  }
}

/** Paragraphs: a first line that is neither an address nor a file is the title. */
function typedItems(typed: string, files: readonly NamedFile[]): readonly Item[] {
  const names = new Set(files.map(({ name }) => name))
  const isSource = (line: string): boolean => looksLikeAddress(line) || names.has(line)
  return typed
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => paragraph.split('\n').flatMap((line) => line.trim() || []))
    .filter((lines) => lines.length > 0)
    .map((lines, index) => {
      const [first = ''] = lines
      const title = isSource(first) ? null : first
      const sources = (title === null ? lines : lines.slice(1)).map((source) => ({ source, ...nothingGiven }))
      return { id: title ?? `event ${index + 1}`, title, sources }
    })
}

/** Each with the files that it names; what is none of them goes to `problems`. */
async function eventsOf(
  items: readonly Item[],
  files: readonly NamedFile[],
  problems: string[],
  deps: ServerDeps,
): Promise<readonly EventRequest[]> {
  // Of one name the first: what was chosen now stands before what came with the form earlier.
  const byName = new Map(files.toReversed().map((file) => [file.name, file]))
  const fileAt = (path: string): NamedFile | undefined => byName.get(path.split(/[/\\]/u).at(-1) ?? path)
  const events = items.map(({ id, title, sources }): EventRequest => {
    if (sources.length === 0) problems.push(`${id}: no source is named`)
    const named = sources.flatMap(({ source, ...given }) => {
      if (looksLikeAddress(source)) return { url: source, ...given }
      const file = fileAt(source)
      if (file) return { ...file, ...given }
      problems.push(`${id}: ${source} is neither an address nor one of the files`)
      return []
    })
    return { title: title ?? id, sources: named }
  })
  if (events.length === 0) problems.push('no event is named')
  if (problems.length > 0) return []
  const noted: EventRequest[] = []
  for (const [at, event] of events.entries()) {
    const { id = '', notes } = items[at] ?? {}
    const file = notes == null ? undefined : fileAt(notes)
    const read = file && notesIn(await textOf(file, deps))
    if (notes != null && !file) problems.push(`${id}: ${notes} is none of the files`)
    if (typeof read === 'string') problems.push(`${id}: ${notes ?? ''} is ${read}`)
    noted.push(typeof read === 'object' ? { ...event, notes: read.notes } : event)
  }
  return noted
}

type BatchField = 'events' | 'manifest' | 'files' | 'title'

const labels: Readonly<Record<BatchField, string>> = {
  events: 'Events',
  manifest: 'Manifest',
  files: 'Files',
  title: 'Title',
}

const example = `Harbour strike
https://courier.example/harbour
https://post.example/port-strike

Talks in Orla
https://radio.example/talks
orla-gazette.html`

function batchFormPage(
  typed: Readonly<Record<'events' | 'title', string>> & { readonly withoutReader: boolean },
  kept: readonly Kept[],
  errors: readonly (readonly [BatchField, string])[],
  { settings, newId }: ServerDeps,
): string {
  const { maxEvents, maxSources } = settings
  const wrong = sorted(errors)
  const ask = fieldMakers(labels, wrong)
  return layout(
    {
      title: `${errors.length === 0 ? '' : 'Error: '}New batch – Batches`,
      here: '/comparisons',
      beside: lists('/batches'),
    },
    html`<h1>Compare many events</h1>
      <p class="lead">
        Each event is compared on its own. Give the events here, or a manifest; at most ${maxEvents} events of
        ${maxSources} sources each.
      </p>
      ${errorSummary(labels, wrong)}
      <form method="post" action="/batches" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="once" value="${newId()}" />
        ${ask.area(
          'events',
          typed.events,
          'An event is a title, then a line for each source: an address, or the name of a file that is chosen below. An empty line ends it.',
        )}
        <details>
          <summary>An example</summary>
          <pre tabindex="0">${example}</pre>
        </details>
        ${ask.file(
          'manifest',
          'Instead of the field above: a .csv with the columns event and source, and where wanted title, outlet and publishedAt; or .jsonl or .yaml.',
          html`accept=".csv,.jsonl,.ndjson,.yaml,.yml"`,
        )}
        ${keptFiles(kept)} ${ask.file('files', 'Saved pages and texts that the events name.', html`multiple`)}
        ${ask.input('title', 'text', typed.title, 'Of the batch; may stay empty.')}
        ${readerBox(settings, typed.withoutReader)}
        <p><button type="submit">Compare all</button></p>
      </form>`,
  )
}

const tables = [
  ['findings', 'a row for each finding'],
  ['quotes', 'a row for each quotation'],
  ['cells', 'a row for each article in each column'],
  ['articles', 'a row for each article'],
] as const

export function batchName({ title, total }: Pick<BatchBody, 'title' | 'total'>): string {
  return title ?? `Batch of ${count(total, 'event')}`
}

function batchPage(batch: BatchBody, events: readonly ComparisonSummary[]): string {
  const { finished, total, states, links } = batch
  const name = batchName(batch)
  const done = doneOf(states)
  return layout(
    {
      title: `${finished ? '' : `${done} of ${total}: `}${name} – Batches`,
      here: '/comparisons',
      beside: lists('/batches'),
    },
    html`<h1>${name}</h1>
      ${
        finished
          ? html`<p role="status">Finished: ${stateCounts(states)}.</p>`
          : html`<div data-batch="${links.self}">
              <progress max="${total}" value="${done}" aria-labelledby="told"></progress>
              <p id="told" role="status" data-told>${done} of ${total} events done</p>
              <p class="hint">
                What is finished stands below: <a href="">look again</a>, or come back at any time.
              </p>
            </div>`
      }
      ${states.complete + states.partial !== 0 && downloads(links)}
      <h2>Events</h2>
      <p class="hint">Those with most that cannot all be right come first.</p>
      <ol class="list plain">
        ${[...events].sort(byWeight).map(eventItem)}
      </ol>
      <p class="hint">Submitted ${time(batch.createdAt)}.</p>`,
  )
}

function stateCounts(states: BatchBody['states']): string {
  const shown = (['complete', 'partial', 'failed'] as const).filter((state) => states[state] > 0)
  return shown.map((state) => `${states[state]} ${comparisonWords[state]}`).join('; ')
}

function downloads({ self, results }: BatchBody['links']): Markup {
  return html`<h2>Tables of all events</h2>
    ${list('links', [
      ...tables.map(
        ([table, row]) =>
          html`<a href="${self}/${table}.csv" download>${table}.csv</a> <span class="hint">${row}</span>`,
      ),
      html`<a href="${results}?follow=false" download="results.jsonl">results.jsonl</a>
        <span class="hint">a report a line</span>`,
    ])}`
}

function eventItem(event: ComparisonSummary): Markup {
  const { id, links, state, summary, reasons } = event
  return html`<li>
    <p><a href="${links.page}">${titleOf(event) ?? id}</a></p>
    ${differs(summary)}
    ${state === 'failed' && reasons.slice(0, 2).map((reason) => html`<p class="hint">${reason}</p>`)}
    <p>
      ${stateOf(state)}
      ${
        (state === 'complete' || state === 'partial') &&
        html`<a href="${links.page}/report">Read the report</a>`
      }
    </p>
  </li>`
}

/** As on the page that a batch of the command line leaves; what is not finished comes last. */
function byWeight(a: ComparisonSummary, b: ComparisonSummary): number {
  return Number(isFinal(b.state)) - Number(isFinal(a.state)) || byDifference(weighed(a), weighed(b))
}

function weighed({ state, summary }: ComparisonSummary): Parameters<typeof byDifference>[0] {
  return {
    state: state === 'complete' || state === 'partial' ? state : 'failed',
    blocks: summary?.blocks ?? { cannot: 0, quoted: 0, told: 0 },
  }
}

function batchListPage(items: readonly BatchBody[], next: string | null): string {
  return layout(
    { title: 'Batches', here: '/comparisons', beside: lists('/batches') },
    html`<h1>Batches</h1>
      <p class="lead">Many events at once, with tables of all of them.</p>
      <p class="edits"><a class="main-link" href="/batches/new">New batch</a></p>
      ${items.length === 0 ? html`<p>There is none yet.</p>` : list('list', items.map(batchItem))}
      ${older('/batches?after=', next)}`,
  )
}

function batchItem(batch: BatchBody): Markup {
  const { links, finished, states, total, createdAt } = batch
  return html`<p><a href="${links.page}">${batchName(batch)}</a></p>
    <p>
      ${finished ? 'finished' : 'under way'}: ${doneOf(states)} of ${total} events done
      <span class="hint">${time(createdAt)}</span>
    </p>`
}

const doneOf = ({ complete, partial, failed }: BatchBody['states']): number => complete + partial + failed
