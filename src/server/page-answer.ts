/** What every page's route needs: its guards, its name in the log, its headers, what a form's field says, and a form that is sent twice. */
import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import type { Scope } from '../model/api-key.js'
import { sha256 } from '../text/hash.js'
import type { AppContext, AppEnv } from './deps.js'
import { mediaGuard, queryGuard, scopeGuard, sizeGuard } from './guards.js'
import { type Asset, pagePolicy, personal } from './pages/layout.js'
import { type Form, textsOf } from './read-body.js'
import type { App } from './route.js'

export const page: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('route', 'page')
  await next()
}

type Guard = MiddlewareHandler<AppEnv>
export const [typedForm, fileForm] = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const

/** Of a page that is looked at. `query`: the schema of what its address may ask. */
export const shows = (scope: Scope, query: unknown = null): Guard =>
  every(page, scopeGuard(scope), queryGuard(query))

/** Of a form that is sent. */
export const takes = (scope: Scope, mostBytes: number, type?: string): Guard =>
  every(page, scopeGuard(scope), ...(type === undefined ? [] : [mediaGuard(type)]), sizeGuard(mostBytes))

export async function fieldsOf(c: AppContext) {
  const form = await c.req.parseBody({ all: true })
  const all = (name: string): readonly string[] =>
    [form[name]].flat().flatMap((one) => (typeof one === 'string' ? [withoutNul(one).trim()] : []))
  return { all, one: (name: string): string => all(name)[0] ?? '' }
}

/** Of the two databases one holds no such sign, and either takes what the other has. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

export function send(c: AppContext, content: string, status: 200 | 404 | 422 = 200): Response {
  const { caller } = c.var
  c.header('content-security-policy', pagePolicy)
  // With none, a form of ours would say that it comes from nowhere.
  c.header('referrer-policy', 'same-origin')
  if (caller.session !== null) c.header('cache-control', 'no-store')
  return c.html(personal(content, caller, c.req.path), status)
}

export function sendAsset(app: App, { path: at, mediaType, content }: Asset): void {
  app.get(at, page, (c) => {
    c.header('content-type', mediaType)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(content)
  })
}

/** A second click on the same form finds what the first one made; changed meanwhile, as by whoever goes back, it makes another. */
export function clickedOnce(c: AppContext, once: string) {
  return (request: unknown): { key: string; requestHash: string } | null => {
    if (once === '') return null
    const requestHash = sha256(JSON.stringify(request))
    return {
      key: sha256(`form\u0000${c.var.caller.key ?? ''}\u0000${once}\u0000${requestHash}`),
      requestHash,
    }
  }
}

/** More than this was not typed by hand, and is not sent back. */
const mostTyped = 100_000

export function text(form: Form, name: string): string {
  return textsOf(form, name)[0]?.slice(0, mostTyped) ?? ''
}
