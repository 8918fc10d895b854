/** Somebody who is signed in, as a browser is: the cookie goes with each request, and forms have their page's token. */
import type { TestServer } from './harness.js'

type Fields = Record<string, string> | string[][]

export type Somebody = {
  readonly status: number
  readonly location: string
  /** The Set-Cookie header, and the cookie alone. */
  readonly set: string
  readonly cookie: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** A form of a page of ours. */
  post(path: string, fields: Fields): Promise<Response>
  put(path: string, body: unknown): Promise<Response>
}

export const tokenIn = (page: string): string => /form-token=([\w-]+)/u.exec(page)?.[1] ?? ''

export async function signedIn(
  server: TestServer,
  key: string,
  headers: Record<string, string> = {},
  next = '/comparisons',
): Promise<Somebody> {
  const own = { 'sec-fetch-site': 'same-origin' }
  const sent = (fields: Fields, more: Record<string, string>): RequestInit => ({
    method: 'POST',
    headers: { ...own, ...more },
    body: new URLSearchParams(fields),
  })
  const answer = await server.request('/sign-in', sent({ key, next }, headers))
  const set = answer.headers.getSetCookie().at(-1) ?? ''
  const cookie = set.split(';')[0] ?? ''
  const get: Somebody['get'] = (path, more = {}) =>
    server.request(path, { headers: { accept: 'text/html', cookie, ...more } })
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    set,
    cookie,
    get,
    async post(path, fields) {
      const token = tokenIn(await (await get('/sign-in')).text())
      return server.request(`${path}?form-token=${token}`, sent(fields, { cookie, accept: 'text/html' }))
    },
    put: (path, body) =>
      server.request(path, {
        method: 'PUT',
        headers: { ...own, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}
