/** Signing in with a key, the people who have one, and the log of what they changed. */
import { z } from '@hono/zod-openapi'
import { type ApiKey, Role, roleOf, scopesOf } from '../../model/api-key.js'
import type { Change } from '../../model/desk.js'
import { Verdict } from '../../model/review.js'
import { verdictWords } from '../../print/blocks.js'
import { headAndRows, html, type Markup, scrollTable } from '../../print/html/markup.js'
import { changed } from '../changes.js'
import { inIso, iso, titlesOf } from '../comparison-view.js'
import type { AppContext, Caller, ServerDeps } from '../deps.js'
import { knownKey, mediaGuard, queryGuard, sizeGuard } from '../guards.js'
import { createKey, type NewKey } from '../keys.js'
import { box, older, options } from '../pages/fields.js'
import { layout, operators } from '../pages/layout.js'
import { time } from '../pages/lists.js'
import { HttpProblem, parse } from '../problems.js'
import { answer, type App, routesOf } from '../route.js'
import { LogBody } from '../schemas.js'
import type { AppDeps } from '../sending.js'
import { signIn, signOut } from '../sessions.js'
import { param } from './comparisons.js'
import { fieldsOf, page, send, shows, takes, typedForm } from '../page-answer.js'

/** Bytes. */
const largestForm = 10_000

export function signInRoutes(app: App, deps: AppDeps): void {
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
      const key = await knownKey(sent, c.var.caller.address, deps)
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

  const shown = async (c: AppContext, made: NewKey | null, trouble: string | null): Promise<Response> =>
    send(c, peoplePage(await store.keys(), c.var.caller, made, trouble), trouble === null ? 200 : 422)

  app.get('/people', shows('admin'), (c) => shown(c, null, null))

  app.post('/people', takes('admin', largestForm, typedForm), async (c) => {
    const form = await fieldsOf(c)
    const wanted = NewPerson.safeParse({ name: form.one('name'), role: form.one('role') })
    if (!wanted.success) return shown(c, null, 'Give a name of at most 100 characters, and what they may do.')
    const { name, role } = wanted.data
    const made = await createKey(name, scopesOf[role], store, now())
    changed(c, { what: `made a key that ${role}`, target: `key ${made.stored.id}`, to: name })
    c.header('cache-control', 'no-store')
    return shown(c, made, null)
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

function signInPage(next: string, { session, name }: Caller, trouble: string | null): string {
  return layout(
    { title: 'Sign in' },
    html`<h1>Sign in</h1>
      ${session !== null && html`<p class="lead">You are signed in as ${name}.</p>`}
      ${trouble !== null && html`<p class="error" role="alert" id="key-error">${trouble}</p>`}
      <form class="narrow" method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}" />
        <div class="field">
          <label for="key">Your key</label>
          <p class="hint" id="key-hint">
            Whoever runs this service gives you one. It begins with <code>syn_</code>.
          </p>
          <input
            type="password"
            id="key"
            name="key"
            required
            autocomplete="current-password"
            autofocus
            maxlength="200"
            aria-describedby="key-hint${trouble === null ? '' : ' key-error'}"
            ${trouble !== null && html`aria-invalid="true"`}
          />
        </div>
        <button type="submit">Sign in</button>
      </form>`,
  )
}

const roleWords: Readonly<Record<Role, readonly [string, string]>> = {
  reads: ['reads', 'sees every comparison'],
  edits: ['edits', 'also asks for comparisons, rules on findings and shares reports'],
  runs: ['runs the place', 'everything, people and the log among it'],
}

/** `made`: a key, which is shown this once. */
function peoplePage(
  keys: readonly ApiKey[],
  caller: Caller,
  made: NewKey | null,
  trouble: string | null,
): string {
  return layout(
    { title: 'People', beside: operators('/people') },
    html`<h1>People</h1>
      ${
        made !== null &&
        html`<div class="aside" role="status">
          <p>The key of ${made.stored.name}. Hand it over now: it is not shown again.</p>
          <p><code>${made.key}</code></p>
        </div>`
      }
      ${
        keys.length === 0
          ? html`<p class="lead">Nobody has a key yet.</p>`
          : scrollTable(
              'People',
              headAndRows(
                [
                  'Name',
                  'May do',
                  'Since',
                  'Key',
                  html`<th scope="col"><span class="vh">Take back</span></th>`,
                ],
                keys.map((key) => personRow(key, caller)),
              ),
              'folds',
            )
      }
      <h2>Somebody else</h2>
      ${trouble !== null && html`<p class="error" role="alert">${trouble}</p>`}
      <form class="narrow" method="post" action="/people">
        <div class="field">
          <label for="name">Name</label>
          <input type="text" id="name" name="name" required maxlength="100" autocomplete="off" />
        </div>
        <fieldset>
          <legend>May do</legend>
          ${Role.options.map((role) => box('radio', 'role', role, role === 'edits', roleWords[role].join(': ')))}
        </fieldset>
        <button type="submit">Make a key</button>
      </form>`,
  )
}

function personRow({ id, name, scopes, createdAt }: ApiKey, caller: Caller): Markup {
  return html`<tr>
    <td>${name}</td>
    <td>${roleWords[roleOf(scopes)][0]}</td>
    <td>${time(iso(createdAt), 'short')}</td>
    <td><code>${id}</code></td>
    <td>
      ${
        id === caller.key
          ? 'you'
          : html`<details>
              <summary aria-label="Take back the key of ${name}">Take back</summary>
              <form method="post" action="/people/${id}/remove">
                <p class="note">It opens nothing from then on, and does not come back.</p>
                <button class="danger" type="submit">Take it back</button>
              </form>
            </details>`
      }
    </td>
  </tr>`
}

function logPage(
  { items, next }: { readonly items: readonly Change[]; readonly next: string | null },
  keys: readonly ApiKey[],
  titles: ReadonlyMap<string, string>,
  by: string,
): string {
  return layout(
    { title: 'Log', beside: operators('/log') },
    html`<h1>What was changed</h1>
      <form class="line" method="get" action="/log">
        <label for="by">By</label>
        <select id="by" name="by">
          ${options([['', 'everybody'], ...keys.map(({ id, name }) => [id, name] as const)], by)}
        </select>
        <button class="quiet" type="submit">Show</button>
      </form>
      ${
        items.length === 0
          ? html`<p class="lead">Nothing yet.</p>`
          : scrollTable(
              'Changes',
              headAndRows(
                ['When', 'Who', 'What', 'How'],
                items.map((change) => changeRow(change, titles)),
              ),
              'folds',
            )
      }
      ${older(`/log?${by === '' ? '' : `by=${by}&`}after=`, next, 'Earlier')}`,
  )
}

function changeRow({ at, by, what, target, from, to }: Change, titles: ReadonlyMap<string, string>): Markup {
  const id = comparisonIn(target)
  const words = id === null ? target : (titles.get(id) ?? id)
  const values = [from, to].map((value) => (value === 'none' || value === 'nobody' ? '' : (value ?? '')))
  const [before = '', after = ''] = values
  return html`<tr>
    <td>${time(iso(at), 'short')}</td>
    <td>${by.name === '' ? 'this machine' : by.name}</td>
    <td>
      ${what}${target !== '' && html`: ${/^\/\w/u.test(target) ? html`<a href="${target}">${words}</a>` : target}`}
    </td>
    <td>
      ${before !== '' && inWords(before)}${before !== '' && html` → ${after === '' && 'nothing'}`}${inWords(after)}
    </td>
  </tr>`
}

function comparisonIn(target: string): string | null {
  return /^\/comparisons\/(c-[\w-]+)/u.exec(target)?.[1] ?? null
}

/** Verdicts as they are called, times in the reader's zone. */
function inWords(value: string): Markup {
  const verdict = Verdict.safeParse(value)
  if (verdict.success) return html`${verdictWords[verdict.data]}`
  const [, before = value, at] = /^(.*?)(\d{4}-\d\d-\d\dT[\d:.]+Z)?$/su.exec(value) ?? []
  return html`${before}${at !== undefined && time(at)}`
}
