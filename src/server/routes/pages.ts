/** The pages for people: new comparison, list, one comparison. They do what the API does, with its very functions. */
import type { MiddlewareHandler } from 'hono'
import { sha256 } from '../../text/hash.js'
import { comparisonView, summaryOf } from '../comparison-view.js'
import type { AppContext, AppEnv, ServerDeps } from '../deps.js'
import { mediaGuard, scopeGuard, sizeGuard } from '../guards.js'
import { assets } from '../pages/assets.js'
import { comparisonPage } from '../pages/comparison-page.js'
import { formPage, nothingTyped, type Typed } from '../pages/form.js'
import { pagePolicy } from '../pages/layout.js'
import { listPage, type ListItem } from '../pages/list-page.js'
import { isProblemCode, problemTypePage } from '../pages/problem-page.js'
import { HttpProblem, parse, type ProblemError } from '../problems.js'
import { comparisonOfForm, readForm, sourcesOf } from '../read-body.js'
import type { App } from '../route.js'
import { prepareEvent } from '../submission.js'
import { ListQuery, noComparison, param, submitForm } from './comparisons.js'

const page: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('route', 'page')
  await next()
}

export function pageRoutes(app: App, deps: ServerDeps): void {
  const { store, settings } = deps
  const read = scopeGuard('read')
  const submit = scopeGuard('submit')

  for (const { path, mediaType, content } of assets)
    app.get(path, page, (c) => {
      c.header('content-type', `${mediaType}; charset=utf-8`)
      c.header('cache-control', 'public, max-age=31536000, immutable')
      return c.body(content)
    })

  app.get('/', page, submit, (c) =>
    send(c, formPage({ typed: nothingTyped, errors: [], once: deps.newId() }, settings)),
  )

  app.post(
    '/comparisons',
    page,
    submit,
    mediaGuard('multipart/form-data'),
    sizeGuard(settings.maxBodyBytes),
    (c) => submitted(c, deps),
  )

  app.get('/comparisons', page, read, async (c) => {
    const { after } = parse(ListQuery.pick({ after: true }), c.req.query())
    const { items, next } = await store.list({ limit: 30, after: after ?? null })
    const shown: ListItem[] = []
    for (const submission of items) {
      const sources = await store.sources(submission.id)
      shown.push({ ...summaryOf(submission), sources: sources.map(({ source }) => nameOf(source.name)) })
    }
    return send(c, listPage(shown, next))
  })

  app.get('/comparisons/:id', page, read, async (c) => {
    const view = await comparisonView(param(c, 'id'), store)
    if (!view) throw noComparison()
    const hasReport = view.finishedAt !== null && (await store.report(view.id)) !== null
    return send(c, comparisonPage(view, hasReport))
  })

  app.post('/comparisons/:id/delete', page, submit, async (c) => {
    if (!(await store.remove(param(c, 'id')))) throw noComparison()
    return c.redirect('/comparisons', 303)
  })

  app.get('/problems/:code', page, (c) => {
    const code = param(c, 'code')
    if (!isProblemCode(code)) throw new HttpProblem('not-found', 'There is no problem of this name.')
    return send(c, problemTypePage(code))
  })
}

/** A form that cannot be taken comes back with what was typed and what is wrong, beside the fields. */
async function submitted(c: AppContext, deps: ServerDeps): Promise<Response> {
  const { maxSources } = deps.settings
  const form = await readForm(c, maxSources)
  const typed = typedOf(form)
  const once = text(form, 'once')
  form.delete('once')
  try {
    const { submission } = await submitForm(await comparisonOfForm(form, maxSources), deps, (request) =>
      once === ''
        ? null
        : {
            key: sha256(`form\u0000${c.var.caller.key ?? ''}\u0000${once}`),
            requestHash: sha256(JSON.stringify(request)),
          },
    )
    return c.redirect(`/comparisons/${submission.id}`, 303)
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 422) throw error
    const own = error.errors.length === 0 ? [{ pointer: '/sources', detail: error.message }] : error.errors
    const errors = [...own, ...(await sourceErrors(form, deps)).filter(({ pointer }) => !has(own, pointer))]
    return send(c, formPage({ typed, errors, once: deps.newId() }, deps.settings), 422)
  }
}

/** A form tells everything that is wrong with it at once, also where another field stopped the check. */
async function sourceErrors(form: FormData, { settings }: ServerDeps): Promise<readonly ProblemError[]> {
  const { sources } = await sourcesOf(form, settings.maxSources)
  try {
    prepareEvent({ sources }, settings)
    return []
  } catch (error) {
    if (error instanceof HttpProblem) return error.errors
    throw error
  }
}

function has(errors: readonly ProblemError[], pointer: string): boolean {
  return errors.some((error) => error.pointer === pointer)
}

export function send(c: AppContext, content: string, status: 200 | 422 = 200): Response {
  c.header('content-security-policy', pagePolicy)
  return c.html(content, status)
}

/** More than this was not typed by hand, and is not sent back. */
const mostTyped = 100_000

function typedOf(form: FormData): Typed {
  return {
    url: text(form, 'url'),
    title: text(form, 'title'),
    zone: text(form, 'zone'),
    deadlineSeconds: text(form, 'deadlineSeconds'),
    callbackUrl: text(form, 'callbackUrl'),
  }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, mostTyped) : ''
}

/** A host says enough in a list. */
function nameOf(name: string): string {
  return /^https?:/i.test(name) ? (URL.parse(name)?.host ?? name) : name
}
