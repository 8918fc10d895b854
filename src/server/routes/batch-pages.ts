/** The pages of batches: list, form, one batch. They do what the API does, with its very functions. */
import { ManifestTrouble } from '../../batch-manifest.js'
import { manifestEvents, typedEvents, type BatchEvents, type NamedFile } from '../batch-events.js'
import { summaryOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { readForm, type Form } from '../form.js'
import { mediaGuard, queryGuard, scopeGuard, sizeGuard } from '../guards.js'
import { keepFiles, withoutGone } from '../kept-files.js'
import { batchFormPage, type BatchField } from '../pages/batch-form.js'
import { batchListPage } from '../pages/batch-list-page.js'
import { batchPage } from '../pages/batch-page.js'
import { HttpProblem, parse } from '../problems.js'
import { fieldOf } from '../field-sentences.js'
import { sourcesOf } from '../read-body.js'
import type { App } from '../route.js'
import type { ComparisonSummary } from '../schemas.js'
import type { EventRequest } from '../submission.js'
import { batchView, eventsLimit, findBatch, submitBatch } from './batches.js'
import { ListQuery } from './comparisons.js'
import { clickedOnce, page, send, text } from './pages.js'

export function batchPageRoutes(app: App, deps: ServerDeps): void {
  const { store, settings } = deps
  const read = scopeGuard('read')
  const submit = scopeGuard('submit')

  app.get('/batches', page, read, queryGuard(AfterQuery), async (c) => {
    const { after } = parse(AfterQuery, c.req.query())
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

  app.get('/batches/:id', page, read, queryGuard(null), async (c) => {
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
  const { form, gone } = await withoutGone(whole.map(asFile), deps)
  const again = async (errors: Wrong): Promise<Response> => {
    const kept = await keepFiles(form, deps, deps.settings.maxSourceBytes)
    return send(c, batchFormPage({ typed, kept, errors, once: deps.newId() }, deps.settings), 422)
  }
  if (gone.length > 0) return again(gone.map(({ detail }) => ['files', detail]))
  const files = sourcesOf(form, mostFiles).sources.flatMap(({ source, field }) =>
    field === 'files' && typeof source === 'object' && ('file' in source || 'kept' in source) ? [source] : [],
  )
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
    const wanted = { events: found.events, ...(title === '' ? {} : { title }) }
    const { batch } = await submitBatch(wanted, deps, clickedOnce(c, once))
    return c.redirect(`/batches/${batch.id}`, 303)
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    return again(wordsOf(error, found.events).map((words) => [field, words]))
  }
}

/** A manifest that was chosen is kept among the files when the form comes again. */
function asFile(part: Form[number]): Form[number] {
  return part.field === 'manifest' ? { ...part, field: 'files' } : part
}

function isManifest(name: string): boolean {
  return /\.(?:csv|jsonl|ndjson|ya?ml)$/iu.test(name)
}

async function eventsIn(
  manifest: NamedFile,
  files: readonly NamedFile[],
  { store }: ServerDeps,
): Promise<BatchEvents> {
  const bytes = 'file' in manifest ? manifest.file : ((await store.content(manifest.kept))?.bytes ?? null)
  try {
    return await manifestEvents(manifest.name, Buffer.from(bytes ?? []).toString(), files)
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
