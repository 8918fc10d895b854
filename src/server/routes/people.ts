/** Signing in with a key, the people who have one, and the log of what they changed. */
import { z } from '@hono/zod-openapi'
import { Role, scopesOf } from '../../model/api-key.js'
import { changed } from '../changes.js'
import { inIso, titlesOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { knownKey, mediaGuard, queryGuard, sizeGuard, type TokenBuckets } from '../guards.js'
import { createKey } from '../keys.js'
import { comparisonIn, logPage, peoplePage, signInPage } from '../pages/people-pages.js'
import { HttpProblem, parse } from '../problems.js'
import { answer, type App, routesOf } from '../route.js'
import { LogBody } from '../schemas.js'
import { signIn, signOut } from '../sessions.js'
import { param } from './comparisons.js'
import { fieldsOf, page, send, shows, takes, typedForm } from '../page-answer.js'

/** Bytes. */
const largestForm = 10_000

export function signInRoutes(app: App, deps: ServerDeps, failures: TokenBuckets): void {
  const { store, settings, log } = deps

  app.get('/sign-in', page, queryGuard(z.object({ next: z.string() })), (c) => {
    if (!settings.keysRequired) return c.redirect('/', 303)
    const next = placeHere(c.req.query('next'))
    keepOpener(c, next)
    return send(c, signInPage(next, c.var.caller, null))
  })

  app.post('/sign-in', page, mediaGuard(typedForm), sizeGuard(largestForm), async (c) => {
    if (!settings.keysRequired) return c.redirect('/', 303)
    const form = await fieldsOf(c)
    const [sent, next] = [form.one('key'), placeHere(form.one('next'))]
    keepOpener(c, next)
    try {
      const key = await knownKey(sent, c.var.caller.address, store, failures)
      await signIn(c, key, deps)
      c.set('caller', { ...c.var.caller, key: key.id, name: key.name, scopes: key.scopes })
      changed(c, { what: 'signed in', target: '' })
      return c.redirect(next, 303)
    } catch (error) {
      if (!(error instanceof HttpProblem) || error.code !== 'key-required') throw error
      log('warning', 'sign-in-refused')
      return send(c, signInPage(next, c.var.caller, 'This key is not known here.'), 422)
    }
  })

  app.post('/sign-out', page, async (c) => {
    await signOut(c, store)
    changed(c, { what: 'signed out', target: '' })
    return c.redirect('/sign-in', 303)
  })
}

/** To the page where one signs in, and then back to this one. */
export function signInAddress(c: AppContext): Response {
  const { pathname, search } = new URL(c.req.url)
  const headers = new Headers({
    location: `/sign-in?${new URLSearchParams({ next: pathname + search }).toString()}`,
  })
  if (pathname === '/take') headers.set('cross-origin-opener-policy', 'unsafe-none')
  return new Response(null, { status: 303, headers })
}

/** An address of this service, or its first page: a link that was sent to somebody leads nowhere else. */
function placeHere(next: string | undefined): string {
  const here = 'http://here.invalid'
  const url = URL.parse(next ?? '/', here)
  const leads = url?.origin === here && !/^\/sign-(?:in|out)/u.test(url.pathname)
  return leads ? url.pathname.replace(/^\/+/u, '/') + url.search : '/'
}

/** The window of the bookmark needs the page that it was opened from. */
function keepOpener(c: AppContext, next: string): void {
  if (/^\/take(?:\?|$)/u.test(next)) c.header('cross-origin-opener-policy', 'unsafe-none')
}

const LogQuery = z.object({
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
  after: z
    .string()
    .regex(/^\d{1,15}$/u, 'must be the `next` of a page')
    .optional(),
  by: z.string().max(40).optional(),
})

const NewPerson = z.object({ name: z.string().min(1).max(100), role: Role })

export function peopleRoutes(app: App, deps: ServerDeps): void {
  const api = routesOf(app, 'operation', 'admin')
  const { store, now } = deps

  app.get('/people', shows('admin'), async (c) =>
    send(c, peoplePage(await store.keys(), c.var.caller, { made: null, trouble: null })),
  )

  app.post('/people', takes('admin', largestForm, typedForm), async (c) => {
    const form = await fieldsOf(c)
    const wanted = NewPerson.safeParse({ name: form.one('name'), role: form.one('role') })
    if (!wanted.success) {
      const shown = { made: null, trouble: 'Give a name of at most 100 characters, and what they may do.' }
      return send(c, peoplePage(await store.keys(), c.var.caller, shown), 422)
    }
    const { name, role } = wanted.data
    const { key, stored } = await createKey(name, scopesOf[role], store, now())
    changed(c, { what: `made a key that ${role}`, target: `key ${stored.id}`, to: name })
    c.header('cache-control', 'no-store')
    const shown = { made: { name, key }, trouble: null }
    return send(c, peoplePage(await store.keys(), c.var.caller, shown))
  })

  app.post('/people/:id/remove', takes('admin', largestForm), async (c) => {
    const id = param(c, 'id')
    // So that somebody is left who can make others.
    if (id === c.var.caller.key)
      throw new HttpProblem(
        'invalid',
        'This is the key that you are signed in with; another person who runs the place can take it back.',
      )
    const key = await store.key(id)
    if (!key || !(await store.removeKey(id)))
      throw new HttpProblem('not-found', 'There is no key with this id.')
    changed(c, { what: 'took a key back', target: `key ${id}`, from: key.name })
    return c.redirect('/people', 303)
  })

  app.get('/log', shows('admin', LogQuery.omit({ limit: true })), async (c) => {
    const { after, by } = parse(LogQuery, c.req.query())
    const found = await store.desk.changes({ limit: 100, after: after ?? null, ...(by ? { by } : {}) })
    const ids = found.items.flatMap(({ target }) => comparisonIn(target) ?? [])
    return send(c, logPage(found, await store.keys(), await titlesOf(ids, store), by ?? ''))
  })

  api.get(
    '/api/log',
    'What was changed here, by whom and when, newest first',
    { query: LogQuery, responses: { 200: answer('One page.', LogBody) } },
    async (c, { query: { limit, after, by } }) => {
      const { items, next } = await store.desk.changes({ limit, after: after ?? null, ...(by ? { by } : {}) })
      return c.json({ items: items.map(inIso), next })
    },
  )
}
