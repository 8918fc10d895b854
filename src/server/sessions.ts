/**
 * Signed in by a key: a cookie holds 256 random bits, of which the store keeps the hash.
 *
 * Never: takes over what a cookie held before, or believes it after its key is gone.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { ApiKey } from '../model/api-key.js'
import { sha256 } from '../text/hash.js'
import type { AppContext, Caller, ServerDeps } from './deps.js'
import { isHttps, bodyType, senderOf } from './http.js'

const cookie = 'synoptic'
/** Browsers of one person at once. */
const mostSessions = 20

type Signed = { readonly key: ApiKey; readonly session: NonNullable<Caller['session']> }

export async function signedIn(c: AppContext, { store, now }: ServerDeps): Promise<Signed | null> {
  const value = sentCookie(c)
  if (value === undefined) return null
  const found = await store.desk.session(sha256(value), now())
  return found && { key: found.key, session: { hash: found.session.hash, token: tokenOf(found.key) } }
}

/** With a new value, whatever the browser sent: what somebody else put there is worth nothing. */
export async function signIn(
  c: AppContext,
  key: ApiKey,
  { store, now, settings }: ServerDeps,
): Promise<void> {
  await signOut(c, store)
  const value = randomBytes(32).toString('base64url')
  const createdAt = now()
  const endsAt = createdAt + settings.sessionMs
  await store.desk.addSession({ hash: sha256(value), key: key.id, createdAt, endsAt }, mostSessions)
  setCookie(c, cookie, value, {
    ...kind(c),
    httpOnly: true,
    // Not Strict: the bookmark's window is opened from another site.
    sameSite: 'Lax',
    maxAge: Math.floor(settings.sessionMs / 1_000),
  })
}

export async function signOut(c: AppContext, store: ServerDeps['store']): Promise<void> {
  const value = sentCookie(c)
  if (value === undefined) return
  await store.desk.endSession(sha256(value))
  deleteCookie(c, cookie, kind(c))
}

/** Over https under a name that no other host, and no page without https, can set. */
function kind(c: AppContext) {
  return isHttps(c) ? ({ prefix: 'host', secure: true, path: '/' } as const) : ({ path: '/' } as const)
}

function sentCookie(c: AppContext): string | undefined {
  const value = isHttps(c) ? getCookie(c, cookie, 'host') : getCookie(c, cookie)
  return value !== undefined && /^[\w-]{43}$/u.test(value) ? value : undefined
}

/** Of whoever is signed in: a form that is open when the session ends is sent once they have signed in again. */
function tokenOf({ hash }: ApiKey): string {
  return createHash('sha256').update(`form\u0000${hash}`).digest('base64url')
}

/** The name of the token in the address that a form is sent to. */
export const formToken = 'form-token'

/** Sent by a page of ours: the browser says so, and the address of a form has the token of who is signed in; for JSON, PUT and DELETE the browser's word will do. */
export function isOwnForm(c: AppContext, token: string): boolean {
  if (senderOf(c) !== 'own') return false
  if (bodyType(c) === 'application/json' || c.req.method !== 'POST') return true
  const sent = Buffer.from(c.req.query(formToken) ?? '')
  const wanted = Buffer.from(token)
  return sent.length === wanted.length && timingSafeEqual(sent, wanted)
}

/** Each form of a page with the token of whoever is signed in. */
export function withToken(page: string, { session }: Caller): string {
  if (session === null) return page
  const named = `${formToken}=${session.token}`
  return page.replace(/<form\b[^>]*\bmethod="post"[^>]*>|<button\b[^>]*\bformaction="[^>]*>/gu, (tag) =>
    tag.replace(
      /(action=")([^"?]*)(\?[^"]*)?/u,
      (_, before: string, address: string, query: string | undefined) =>
        `${before}${address}${query === undefined ? '?' : `${query}&amp;`}${named}`,
    ),
  )
}
