/** The pages for people: new comparison, list, one comparison. They do what the API does, with its very functions. */
import path from 'node:path'
import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { isFinal } from '../../model/submission.js'
import { type Deps, expandSources } from '../../pool/pooled.js'
import type { Store } from '../../ports/store.js'
import { packageFile } from '../../text/data-file.js'
import { sha256 } from '../../text/hash.js'
import { comparisonView } from '../comparison-view.js'
import type { AppContext, AppEnv, ServerDeps } from '../deps.js'
import { mediaGuard, needScope, queryGuard, scopeGuard, sizeGuard } from '../guards.js'
import { documentOf, type App } from '../route.js'
import { type Asset, assets, pagePolicy } from '../pages/layout.js'
import { batchName } from '../pages/batch-page.js'
import { comparisonPage } from '../pages/comparison-page.js'
import { docsPage } from '../pages/docs-page.js'
import { emptyForm, formPage, type FormState, nothingTyped, type Typed } from '../pages/form.js'
import { isProblemCode, problemTypePage, titleOf } from '../pages/lists.js'
import { deletedPage } from '../pages/story-list.js'
import { HttpProblem, type ProblemError, refuse } from '../problems.js'
import {
  comparisonOfForm,
  type Form,
  keepFiles,
  keptFile,
  pastedIn,
  readForm,
  sourcesOf,
  textsOf,
  withoutGone,
} from '../read-body.js'
import { versionsPage } from '../pages/versions-page.js'
import { versionsOfComparison } from '../versions-view.js'
import type { Sending } from '../sending.js'
import { type EventRequest, type FileSource, prepareEvent } from '../submission.js'
import { noComparison, param, submitForm } from './comparisons.js'
import { deletedOf } from './story-list.js'
import { sendReportPage } from './reports.js'

export const page: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('route', 'page')
  await next()
}

export function pageRoutes(app: App, deps: ServerDeps, sending: Sending): void {
  const { store, settings } = deps
  const read = scopeGuard('read')
  const submit = scopeGuard('submit')

  for (const one of assets) sendAsset(app, one)

  app.get('/', page, submit, queryGuard(z.object({ from: z.string() })), async (c) => {
    const from = c.req.query('from')
    // It shows what another comparison was made of.
    if (from !== undefined) needScope(c, 'read')
    const empty = emptyForm(deps.newId())
    return send(c, formPage(from === undefined ? empty : await filledFrom(from, empty, store), settings))
  })

  app.post(
    '/comparisons',
    page,
    submit,
    mediaGuard('multipart/form-data'),
    sizeGuard(settings.maxBodyBytes),
    (c) => submitted(c, deps),
  )

  app.post('/comparisons/sample', page, submit, sizeGuard(smallForm), async (c) => {
    const { once } = await c.req.parseBody()
    const sample = await sampleEvent(deps)
    const { submission } = await submitForm(
      sample,
      deps,
      c.var.caller.key,
      clickedOnce(c, typeof once === 'string' ? once : ''),
    )
    return c.redirect(`/comparisons/${submission.id}`, 303)
  })

  // The way while it is made; then the report itself.
  app.get('/comparisons/:id', page, read, queryGuard(null), async (c) => {
    const id = param(c, 'id')
    const submission = await store.find(id)
    const isMade = submission?.state === 'complete' || submission?.state === 'partial'
    return isMade ? c.redirect(`/comparisons/${id}/report`, 303) : sendDetails(c, id)
  })

  app.get('/comparisons/:id/details', page, read, queryGuard(null), (c) => sendDetails(c, param(c, 'id')))

  async function sendDetails(c: AppContext, id: string): Promise<Response> {
    const view = await comparisonView(id, store)
    if (!view) {
      const [deleted] = await deletedOf([id], store)
      if (!deleted) throw noComparison()
      return send(c, deletedPage(deleted), 404)
    }
    const hasReport = view.finishedAt !== null && (await store.report(id)) !== null
    const batch = view.batch === null ? null : await store.batch(view.batch)
    const ofBatch = batch && { id: batch.id, title: batchName(batch) }
    const versions = await versionsOfComparison(id, store)
    const [listed] = (await store.list({ limit: 1, after: null, ids: [id] })).items
    return send(c, comparisonPage(view, { hasReport, batch: ofBatch, versions, tags: listed?.tags ?? [] }))
  }

  app.get('/comparisons/:id/versions', page, read, queryGuard(null), async (c) => {
    const view = await comparisonView(param(c, 'id'), store)
    if (!view) throw noComparison()
    const about = { title: titleOf(view) ?? 'The comparison', back: `/comparisons/${view.id}/details` }
    return send(c, versionsPage(about, await versionsOfComparison(view.id, store)))
  })

  app.get('/comparisons/:id/report', page, read, queryGuard(null), (c) => sendReportPage(c, deps, sending))

  app.post('/comparisons/:id/delete', page, submit, async (c) => {
    const id = param(c, 'id')
    if (!(await store.discard(id, deps.now()))) throw noComparison()
    return c.redirect(`/comparisons?deleted=${id}`, 303)
  })

  const docs = new Map<string, string>()
  app.get('/docs', page, (c) => {
    const { origin } = new URL(c.req.url)
    const made = docs.get(origin) ?? docsPage(documentOf(app), origin)
    if (docs.size < mostOrigins) docs.set(origin, made)
    return send(c, made)
  })

  app.get('/problems/:code', page, (c) => {
    const code = param(c, 'code')
    if (!isProblemCode(code)) throw new HttpProblem('not-found', 'There is no problem of this name.')
    return send(c, problemTypePage(code))
  })
}

export function sendAsset(app: App, { path: at, mediaType, content }: Asset): void {
  app.get(at, page, (c) => {
    c.header('content-type', mediaType)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(content)
  })
}

/** Names under which the server is reached, for each of which the page of the API is kept. */
const mostOrigins = 4

/** A form of a button and little more. Bytes. */
const smallForm = 10_000

/** The form with what another comparison was made of; uploads stand in it as files that are here already. */
async function filledFrom(id: string, empty: FormState, store: Store): Promise<FormState> {
  const submission = await store.find(id)
  if (!submission || !isFinal(submission.state)) throw noComparison()
  const sources = (await store.sources(id)).map(({ source }) => source)
  const addresses = sources.filter(({ kind }) => kind === 'url').map(({ name }) => name)
  return {
    ...empty,
    typed: { ...nothingTyped, url: addresses.join('\n'), title: submission.title ?? '' },
    kept: sources
      .filter(({ kind }) => kind === 'stored')
      .map(({ location, name }) => keptFile(location, name)),
  }
}

/** A form that cannot be taken comes back with all that was given and what is wrong, beside the fields. */
async function submitted(c: AppContext, deps: ServerDeps): Promise<Response> {
  const { maxSources, maxSourceBytes } = deps.settings
  const whole = await readForm(c, maxSources)
  const [typed, once, more] = [typedOf(whole), text(whole, 'once'), text(whole, 'more')]
  const { form, gone } = await withoutGone(
    whole.filter(({ field }) => field !== 'once' && field !== 'more'),
    deps,
  )
  const reports = form.filter(({ field }) => field !== 'notes')
  const pasted = pastedIn(form)
  const again = async (errors: readonly ProblemError[], places: number): Promise<FormState> => ({
    typed,
    pasted: [...pasted, ...Array.from({ length: Math.max(0, places - pasted.length) }, emptyText)],
    kept: await keepFiles(reports, deps, maxSourceBytes),
    errors,
    given: sourcesOf(reports, maxSources).sources,
    once: deps.newId(),
    withoutReader: text(whole, 'reader') === 'false',
  })
  if (more !== '') {
    const places = Math.min(Number(more) || 0, maxSources)
    return send(c, formPage(await again([], places), deps.settings))
  }
  try {
    refuse(gone)
    const wanted = comparisonOfForm(form, maxSources)
    if (wanted.sources.length === 1) throw new HttpProblem('invalid', oneReport)
    const { submission } = await submitForm(wanted, deps, c.var.caller.key, clickedOnce(c, once))
    return c.redirect(`/comparisons/${submission.id}`, 303)
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    const own = error.errors.length === 0 ? [{ pointer: '/sources', detail: error.message }] : error.errors
    const others = (await sourceErrors(reports, deps)).filter(({ pointer }) => !has(own, pointer))
    const errors = [...own, ...others]
    return send(c, formPage(await again(errors, 0), deps.settings), 422)
  }
}

/** The API takes it, since a program may ask what is read of one; a person at the form forgot the other. */
const oneReport = 'this is one report, and a comparison needs two: give another address, text or file'

const emptyText = () => ({ pasted: '', outlet: '', publishedAt: '' })

/** A second click on the same form finds what the first one made. */
export function clickedOnce(c: AppContext, once: string) {
  return (request: unknown): { key: string; requestHash: string } | null =>
    once === ''
      ? null
      : {
          key: sha256(`form\u0000${c.var.caller.key ?? ''}\u0000${once}`),
          requestHash: sha256(JSON.stringify(request)),
        }
}

/** A form tells everything that is wrong with it at once, also where another field stopped the check. */
async function sourceErrors(form: Form, { settings }: ServerDeps): Promise<readonly ProblemError[]> {
  const { sources } = sourcesOf(form, settings.maxSources)
  try {
    await prepareEvent({ sources: sources.map(({ source }) => source) }, settings)
    return []
  } catch (error) {
    if (error instanceof HttpProblem) return error.errors
    throw error
  }
}

function has(errors: readonly ProblemError[], pointer: string): boolean {
  return errors.some((error) => error.pointer === pointer)
}

export function send(c: AppContext, content: string, status: 200 | 404 | 422 = 200): Response {
  c.header('content-security-policy', pagePolicy)
  return c.html(content, status)
}

/** More than this was not typed by hand, and is not sent back. */
const mostTyped = 100_000

function typedOf(form: Form): Typed {
  return {
    url: text(form, 'url'),
    title: text(form, 'title'),
    zone: text(form, 'zone'),
    deadlineSeconds: text(form, 'deadlineSeconds'),
    callbackUrl: text(form, 'callbackUrl'),
  }
}

export function text(form: Form, name: string): string {
  return textsOf(form, name)[0]?.slice(0, mostTyped) ?? ''
}

export async function sampleEvent({
  disk,
  fetchers,
}: Pick<Deps, 'disk' | 'fetchers'>): Promise<EventRequest> {
  const { title, sources } = await expandSources([packageFile('samples', 'harbour-accord')], {
    disk,
    fetchers,
  })
  const pages: FileSource[] = []
  for (const { location, outlet } of sources) {
    const page = await fetchers.file.fetch(location)
    if (page.state === 'failed') throw new Error(`the sample cannot be read: ${page.message}`)
    pages.push({ file: page.bytes, name: path.basename(location), mediaType: 'text/html', outlet })
  }
  return { sources: pages, ...(title === null ? {} : { title }) }
}
