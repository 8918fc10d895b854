/** The pages of batches. Events come as a person gives them: paragraphs of a title and sources, or a manifest. No path is opened. */
import { notesIn } from '../../text/notes-file.js'
import { type BatchItem, ManifestTrouble, parseManifest } from '../../batch-manifest.js'
import { nothingGiven } from '../../model/source.js'
import { looksLikeAddress } from '../../text/web-address.js'
import { summaryOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { scopeGuard } from '../guards.js'
import { type BatchField, batchFormPage } from '../pages/batch-form.js'
import { batchListPage, batchPage } from '../pages/batch-page.js'
import { fieldOf, HttpProblem, parse } from '../problems.js'
import { filesOf, fileSource, goneOf, keepFiles, keptIn, readForm, textsOf } from '../read-body.js'
import type { App } from '../route.js'
import type { ComparisonSummary } from '../schemas.js'
import type { AnySource, EventRequest, FileSource, KeptSource } from '../submission.js'
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
    send(
      c,
      batchFormPage({ typed: { events: '', title: '' }, kept: [], errors: [], once: deps.newId() }, settings),
    ),
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

type Wrong = readonly (readonly [BatchField, string])[]

async function submitted(c: AppContext, deps: ServerDeps): Promise<Response> {
  const whole = await readForm(c, mostFiles)
  const once = text(whole, 'once')
  const typed = { events: text(whole, 'events'), title: text(whole, 'title') }
  // A manifest that was chosen is kept among the files when the form comes again.
  const chosen = ['manifest', 'files'].flatMap((field) => filesOf(whole, field))
  const named = textsOf(whole, 'kept').flatMap((value) => keptIn(value) ?? [])
  const gone = await goneOf(named, deps)
  const here = named.filter((one) => !gone.includes(one))
  const again = async (errors: Wrong): Promise<Response> => {
    const fresh = (await keepFiles(chosen, deps, deps.settings.maxSourceBytes)).kept
    const kept = [...here.map(({ kept: hash, name }) => ({ value: `${hash} ${name}`, name })), ...fresh]
    return send(c, batchFormPage({ typed, kept, errors, once: deps.newId() }, deps.settings), 422)
  }
  if (gone.length > 0)
    return again(gone.map(({ name }) => ['files', `${name} is no longer here; choose it again`]))
  const files: NamedFile[] = [...chosen.map(fileSource), ...here]
  const manifest = files.find(({ name }) => isManifest(name))
  const field: BatchField = manifest ? 'manifest' : 'events'
  const found = manifest
    ? await eventsIn(manifest, files, deps)
    : typedEvents(typed.events.replaceAll('\r\n', '\n'), files)
  if (!found.ok) return again(found.problems.map((problem) => [field, problem]))
  const { most, detail } = eventsLimit(deps.settings.maxEvents)
  if (found.events.length > most) return again([[field, detail]])
  try {
    const title = typed.title.trim().slice(0, 300)
    const events =
      text(whole, 'reader') === 'false'
        ? found.events.map((event) => ({ ...event, reader: false }))
        : found.events
    const wanted = { events, ...(title === '' ? {} : { title }) }
    const { batch } = await submitBatch(wanted, deps, c.var.caller.key, clickedOnce(c, once))
    return c.redirect(`/batches/${batch.id}`, 303)
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    return again(wordsOf(error, found.events).map((words) => [field, words]))
  }
}

function isManifest(name: string): boolean {
  return /\.(?:csv|jsonl|ndjson|ya?ml)$/iu.test(name)
}

async function eventsIn(
  manifest: NamedFile,
  files: readonly NamedFile[],
  { store }: ServerDeps,
): Promise<BatchEvents> {
  const textOf = async (file: NamedFile): Promise<string> =>
    Buffer.from('file' in file ? file.file : ((await store.content(file.kept))?.bytes ?? [])).toString()
  try {
    return await manifestEvents(manifest.name, await textOf(manifest), files, textOf)
  } catch (error) {
    if (error instanceof ManifestTrouble) return { ok: false, problems: [error.message] }
    throw error
  }
}

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
export type NamedFile = FileSource | KeptSource

export type BatchEvents =
  | { readonly ok: true; readonly events: readonly EventRequest[] }
  | { readonly ok: false; readonly problems: readonly string[] }

export async function manifestEvents(
  name: string,
  text: string,
  files: readonly NamedFile[],
  textOf: (file: NamedFile) => Promise<string>,
): Promise<BatchEvents> {
  const entries = await parseManifest(name, text)
  const problems = entries.flatMap((entry) => (entry.ok ? [] : [entry.message]))
  if (problems.length > 0) return { ok: false, problems }
  const items = entries.flatMap((entry) => (entry.ok ? [entry.item] : []))
  const events = found(items, files)
  return events.ok ? withNotes(events.events, items, files, textOf) : events
}

async function withNotes(
  events: readonly EventRequest[],
  items: readonly Item[],
  files: readonly NamedFile[],
  textOf: (file: NamedFile) => Promise<string>,
): Promise<BatchEvents> {
  const problems: string[] = []
  const noted: EventRequest[] = []
  for (const [at, event] of events.entries()) {
    const { id = '', notes = null } = items[at] ?? {}
    const file = files.find(({ name }) => name === notes?.split(/[/\\]/u).at(-1))
    const read = file === undefined ? null : notesIn(await textOf(file))
    if (notes !== null && read === null) problems.push(`${id}: ${notes} is none of the files`)
    if (typeof read === 'string') problems.push(`${id}: ${notes ?? ''} is ${read}`)
    noted.push(read === null || typeof read === 'string' ? event : { ...event, notes: read.notes })
  }
  return problems.length === 0 ? { ok: true, events: noted } : { ok: false, problems }
}

/** Paragraphs: a first line that is neither an address nor a file is the title. */
export function typedEvents(text: string, files: readonly NamedFile[]): BatchEvents {
  const names = new Set(files.map(({ name }) => name))
  const isSource = (line: string): boolean => looksLikeAddress(line) || names.has(line)
  const paragraphs = text
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => paragraph.split('\n').flatMap((line) => line.trim() || []))
    .filter((lines) => lines.length > 0)
  return found(
    paragraphs.map((lines, index) => {
      const [first = ''] = lines
      const title = isSource(first) ? null : first
      const sources = (title === null ? lines : lines.slice(1)).map((source) => ({ source, ...nothingGiven }))
      return { id: title ?? `event ${index + 1}`, title, sources }
    }),
    files,
  )
}

type Item = Pick<BatchItem, 'id' | 'title' | 'sources'> & Partial<Pick<BatchItem, 'notes'>>

function found(items: readonly Item[], files: readonly NamedFile[]): BatchEvents {
  const byName = new Map(files.map((file) => [file.name, file]))
  const problems: string[] = []
  const events = items.map(({ id, title, sources }): EventRequest => {
    if (sources.length === 0) problems.push(`${id}: no source is named`)
    return {
      title: title ?? id,
      sources: sources.flatMap(({ source, outlet, publishedAt }): AnySource[] => {
        if (looksLikeAddress(source))
          return [
            {
              url: source,
              ...(outlet === null ? {} : { outlet }),
              ...(publishedAt === null ? {} : { publishedAt }),
            },
          ]
        const file = byName.get(source.split(/[/\\]/u).at(-1) ?? source)
        if (file) return [{ ...file, outlet, publishedAt }]
        problems.push(`${id}: ${source} is neither an address nor one of the files`)
        return []
      }),
    }
  })
  if (events.length === 0) problems.push('no event is named')
  return problems.length === 0 ? { ok: true, events } : { ok: false, problems }
}
