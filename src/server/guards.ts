/** What every request passes before a route sees it: host, origin, key, rate, size. Never reads the body. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ApiKey, Scope } from '../model/api-key.js'
import type { AppContext, AppEnv, Caller, Rate, ServerDeps } from './deps.js'
import { findKey } from './keys.js'
import { bodyType, senderOf } from './http.js'
import { HttpProblem } from './problems.js'
import { formToken, isOwnForm, signedIn } from './sessions.js'

type Guard = MiddlewareHandler<AppEnv>

/** On loopback a page of another site may point its own name at this machine (DNS rebinding); its Host gives it away. */
export function hostGuard({ settings }: ServerDeps): Guard {
  return async (c, next) => {
    const { allowedHosts } = settings
    const host = c.req.header('host') ?? ''
    if (allowedHosts !== null && !allowedHosts.includes(nameOf(host)))
      throw new HttpProblem('wrong-host', 'This server is not reached under the host name of the request.')
    await next()
  }
}

/** A form or script of another site changes nothing here. */
export const originGuard: Guard = async (c, next) => {
  if (!isSafe(c.req.method) && senderOf(c) === 'other')
    throw new HttpProblem('cross-site', 'Only pages of this server may send this from a browser.')
  await next()
}

type WithFailures = ServerDeps & { readonly failures: TokenBuckets }

/** Finds out who asks. A wrong key is refused everywhere, a missing one where a route needs it. */
export function callerGuard(deps: WithFailures): Guard {
  return async (c, next) => {
    c.set('caller', await callerOf(c, deps))
    await next()
  }
}

async function callerOf(c: AppContext, deps: WithFailures): Promise<Caller> {
  const address = addressOf(c)
  const sent = sentKey(c.req.header('authorization'))
  if (sent !== null) {
    const { id, name, scopes } = await knownKey(sent, address, deps)
    return { key: id, name, scopes, session: null, address }
  }
  const nobody = { key: null, name: '', session: null, address }
  if (!deps.settings.keysRequired) return { ...nobody, scopes: Scope.options }
  const found = await signedIn(c, deps)
  if (!found) return { ...nobody, scopes: [] }
  const { key, session } = found
  return { key: key.id, name: key.name, scopes: key.scopes, session, address }
}

/** A good key passes also where others guess: they may come from the same address. */
export async function knownKey(
  sent: string,
  address: string,
  { store, failures }: Pick<WithFailures, 'store' | 'failures'>,
): Promise<ApiKey> {
  const key = await findKey(sent, store)
  if (key) return key
  const wait = failures.take(address)
  throw wait > 0 ? rateLimited(wait) : keyRequired('The API key is not known here.')
}

/** Whoever is signed in changes something from our own pages alone, whose forms say their token. */
export const formGuard: Guard = async (c, next) => {
  const { session } = c.var.caller
  if (session !== null && !isSafe(c.req.method) && !isOwnForm(c, session.token))
    throw new HttpProblem(
      'cross-site',
      'This form is not of a page that you have open here. Load the page again.',
    )
  await next()
}

export function rateGuard({ settings, now }: ServerDeps): Guard {
  const reads = tokenBuckets(settings.rates.reads, now)
  const writes = tokenBuckets(settings.rates.writes, now)
  return async (c, next) => {
    const { key, address } = c.var.caller
    const wait = (isSafe(c.req.method) ? reads : writes).take(key === null ? `at ${address}` : `key ${key}`)
    if (wait > 0) throw rateLimited(wait)
    await next()
  }
}

/** Lets through only callers with the scope; `admin` has them all. */
export function scopeGuard(scope: Scope): Guard {
  return async (c, next) => {
    needScope(c, scope)
    await next()
  }
}

export function needScope(c: AppContext, scope: Scope): void {
  const { key, scopes, session } = c.var.caller
  if (scopes.includes(scope) || scopes.includes('admin')) return
  if (key === null)
    throw keyRequired('Send an API key: "Authorization: Bearer <key>"; or sign in with it at /sign-in.')
  throw new HttpProblem(
    'scope-missing',
    session === null
      ? `This needs a key with the scope "${scope}".`
      : `This is for whoever ${scope === 'admin' ? 'runs the place' : 'edits'}; ask them for a key that may.`,
  )
}

/** What a query says is heard or refused: a parameter that is not known is a mistake, and one that comes twice where it is no list. */
export function queryGuard(schema: unknown): Guard {
  const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {}
  const known = Object.keys(shape)
  return async (c, next) => {
    for (const [name, values] of Object.entries(c.req.queries())) {
      // Of a form whose answer is opened anew.
      if (name === formToken) continue
      const called = JSON.stringify(name.slice(0, 40))
      if (!known.includes(name))
        throw new HttpProblem(
          'invalid',
          `The query has a parameter that is not known here: ${called}. ${known.length === 0 ? 'None is.' : `Known: ${known.join(', ')}.`}`,
        )
      if (values.length > 1 && !(shape[name] instanceof z.ZodArray))
        throw new HttpProblem('invalid', `The query has the parameter ${called} more than once.`)
    }
    await next()
  }
}

export function sizeGuard(maxBytes: number): Guard {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new HttpProblem('too-large', `The body may have at most ${maxBytes} bytes.`, {
        // What is still arriving is not read.
        headers: { connection: 'close' },
      })
    },
  })
}

/** Bodies of another type, and compressed ones, are not looked at. */
export function mediaGuard(...types: readonly string[]): Guard {
  return async (c, next) => {
    if (!types.includes(bodyType(c)))
      throw new HttpProblem('unsupported-media-type', `Send the body as ${types.join(' or ')}.`, {
        headers: { accept: types.join(', ') },
      })
    const coding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
    if (coding !== 'identity')
      throw new HttpProblem('unsupported-media-type', 'Send the body as it is, without Content-Encoding.', {
        headers: { 'accept-encoding': 'identity' },
      })
    await next()
  }
}

export function rateLimited(seconds: number): HttpProblem {
  return new HttpProblem('rate-limited', `Try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  })
}

function keyRequired(detail: string): HttpProblem {
  return new HttpProblem('key-required', detail, {
    headers: { 'www-authenticate': 'Bearer realm="synoptic"' },
  })
}

function sentKey(header: string | undefined): string | null {
  if (header === undefined) return null
  const [scheme = '', value = ''] = header.trim().split(/\s+/u)
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return ''
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}

function addressOf(c: AppContext): string {
  return getConnInfo(c).remote.address ?? 'unknown'
}

/** `[::1]:8080` → `[::1]`, `localhost:8080` → `localhost` */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, '')
}

export function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

export type TokenBuckets = ReturnType<typeof tokenBuckets>

const most = 10_000

export function tokenBuckets({ perMinute, burst }: Rate, now: () => number) {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>()
  const perMs = perMinute / 60_000
  return {
    /** Takes a token; 0 when there was one, else the whole seconds until there is. */
    take(caller: string): number {
      const at = now()
      const known = buckets.get(caller)
      const tokens = known ? Math.min(burst, known.tokens + Math.max(0, at - known.at) * perMs) : burst
      const isFull = tokens >= 1
      buckets.delete(caller)
      buckets.set(caller, { tokens: isFull ? tokens - 1 : tokens, at })
      forgetOldest(buckets, most)
      return isFull ? 0 : Math.ceil((1 - tokens) / perMs / 1_000)
    },
  }
}

/** Of what is kept in the order in which it was used. */
export function forgetOldest(kept: Map<string, unknown>, largest: number): void {
  const [oldest] = kept.keys()
  if (kept.size > largest && oldest !== undefined) kept.delete(oldest)
}
