/** The pages of batches: list, form, one batch. They do what the API does, with its very functions. */
import { ManifestTrouble } from '../../batch-manifest.js'
import { manifestEvents, typedEvents, type BatchEvents } from '../batch-events.js'
import { summaryOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { mediaGuard, scopeGuard, sizeGuard } from '../guards.js'
import { bringBack, keepFiles } from '../kept-files.js'
import { batchFormPage, type BatchField } from '../pages/batch-form.js'
import { batchListPage } from '../pages/batch-list-page.js'
import { batchPage } from '../pages/batch-page.js'
import { HttpProblem, parse } from '../problems.js'
import { fieldOf } from '../field-sentences.js'
import { readForm, sourcesOf } from '../read-body.js'
import type { App } from '../route.js'
import type { ComparisonSummary } from '../schemas.js'
import type { EventRequest, FileSource } from '../submission.js'
import { batchView, eventsLimit, findBatch, submitBatch } from './batches.js'
import { ListQuery } from './comparisons.js'
import { clickedOnce, page, send, text } from './pages.js'

export function batchPageRoutes(app: App, deps: ServerDeps): void {
  const { store, settings } = deps
  const read = scopeGuard('read')
  const submit = scopeGuard('submit')

  app.get('/batches', page, read, async (c) => {
    const { after } = parse(ListQuery.pick({ after: true }), c.req.query())
    const { items, next } = await store.batches({ limit: 30, after: after ?? null })
    const views = []
    for (const batch of items) views.push(await batchView(batch, store))
    return send(c, batchListPage(views, next))
  })

  app.get('/batches/new', page, submit, (c) =>
    send(
      c,
      batchFormPage({ typed: { events: '', title: '' }, kept: [], errors: [], once: deps.newId() }, settings),
    ),
  )

  app.post(
    '/batches',
    page,
    submit,
    mediaGuard('multipart/form-data'),
    sizeGuard(settings.maxBatchBytes),
    (c) => submitted(c, deps),
  )

  app.get('/batches/:id', page, read, async (c) => {
    const batch = await findBatch(c, store)
    const events: ComparisonSummary[] = []
    for (const { id } of await store.batchMembers(batch.id)) {
      const submission = await store.find(id)
      if (submission) events.push(summaryOf(submission))
    }
    return send(c, batchPage(await batchView(batch, store), events))
  })
}

/** Files of a batch's form, beside its other parts. */
const mostFiles = 1_000

type Wrong = readonly (readonly [BatchField, string])[]

async function submitted(c: AppContext, deps: ServerDeps): Promise<Response> {
  const form = await readForm(c, mostFiles)
  const once = text(form, 'once')
  const typed = { events: text(form, 'events'), title: text(form, 'title') }
  const gone = await bringBack(form, deps.store)
  const manifest = manifestOf(form)
  const again = async (errors: Wrong): Promise<Response> => {
    const kept = await keepFiles(form, {
      store: deps.store,
      now: deps.now,
      most: deps.settings.maxSourceBytes,
    })
    return send(c, batchFormPage({ typed, kept, errors, once: deps.newId() }, deps.settings), 422)
  }
  if (gone.length > 0) return again(gone.map(({ detail }) => ['files', detail]))
  const field: BatchField = manifest === null ? 'events' : 'manifest'
  const found = await eventsOf(form, manifest, typed.events)
  if (!found.ok) return again(found.problems.map((problem) => [field, problem]))
  const { most, detail } = eventsLimit(deps.settings.maxEvents)
  if (found.events.length > most) return again([[field, detail]])
  try {
    const wanted = {
      events: found.events,
      ...(typed.title.trim() === '' ? {} : { title: typed.title.trim().slice(0, 300) }),
    }
    const { batch } = await submitBatch(wanted, deps, clickedOnce(c, once)(wanted.events))
    return c.redirect(`/batches/${batch.id}`, 303)
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    return again(wordsOf(error, found.events).map((words) => [field, words]))
  }
}

async function eventsOf(form: FormData, manifest: File | null, typed: string): Promise<BatchEvents> {
  const files = (await sourcesOf(onlyFiles(form), mostFiles)).sources.flatMap(({ source }) =>
    typeof source === 'object' && 'file' in source ? [source satisfies FileSource] : [],
  )
  if (manifest === null) return typedEvents(typed.replaceAll('\r\n', '\n'), files)
  try {
    return await manifestEvents(manifest.name, await manifest.text(), files)
  } catch (error) {
    if (error instanceof ManifestTrouble) return { ok: false, problems: [error.message] }
    throw error
  }
}

/** The one that was chosen, or one that came with the form before and is kept among its files. */
function manifestOf(form: FormData): File | null {
  const chosen = [...form.getAll('manifest'), ...form.getAll('files')].filter(
    (value) => typeof value !== 'string',
  )
  const manifest = chosen.find(({ size, name }) => size > 0 && /\.(?:csv|jsonl|ndjson|ya?ml)$/iu.test(name))
  if (manifest && !form.getAll('files').includes(manifest)) form.append('files', manifest, manifest.name)
  return manifest ?? null
}

function onlyFiles(form: FormData): FormData {
  const files = new FormData()
  for (const file of form.getAll('files'))
    if (typeof file !== 'string') files.append('files', file, file.name)
  return files
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
