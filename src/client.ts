/** A client of the service, typed by its OpenAPI document. Opens nothing but the service; runs in browsers, too. */
import type { components, paths } from '../schemas/openapi.js'

export type { components, paths }
type Schemas = components['schemas']
export type Report = Schemas['Report']
export type Comparison = Schemas['Comparison']
export type ComparisonRequest = Schemas['ComparisonRequest']

type Method = 'get' | 'post' | 'put' | 'delete'
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: object }> ? P : never
}[keyof paths]
type Operation<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer O> ? O : never
type Given<O> = (O extends { parameters: { path: infer V } } ? { path: V } : { path?: never }) &
  (O extends { parameters: { query?: infer V } } ? { query?: V } : { query?: never }) &
  (O extends { requestBody: { content: { 'application/json': infer V } } }
    ? { body: V }
    : { body?: never }) & { signal?: AbortSignal }
type Json<R> = R extends { content: { 'application/json': infer V } } ? V : never
/** Of the answers that are no problem, what is JSON. */
type Answer<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 202)]> : never

export type Synoptic = {
  /** `call('get', '/api/comparisons/{id}', { path: { id } })`: what the service answers; its problems are thrown. */
  call<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    given: Given<Operation<M, P>>,
  ): Promise<Answer<Operation<M, P>>>
}

/** A problem that the service answered with (RFC 9457). */
export class SynopticProblem extends Error {
  override readonly name = 'SynopticProblem'
  readonly problem: Schemas['Problem'] | null

  constructor(problem: Schemas['Problem'] | null, status: number) {
    super(problem?.detail ?? `The service answered with status ${status}.`)
    this.problem = problem
  }
}

type Plain = {
  path?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | number | undefined>>
  body?: unknown
  signal?: AbortSignal
}

/** `key`: not needed on the service's own machine. `fetch`: another one than the platform's. */
export function createClient(
  address: string,
  { key, fetch = globalThis.fetch }: { readonly key?: string; readonly fetch?: typeof globalThis.fetch } = {},
): Synoptic {
  return {
    async call(method, path, given) {
      const { path: places = {}, query = {}, body, signal = null } = given as Plain
      const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
        encodeURIComponent(places[name] ?? ''),
      )
      const url = new URL(filled, address)
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) url.searchParams.set(name, String(value))
      const headers = new Headers({ accept: 'application/json' })
      if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
      if (body !== undefined) headers.set('content-type', 'application/json')
      const sent = body === undefined ? null : JSON.stringify(body)
      const response = await fetch(url, { method: method.toUpperCase(), headers, body: sent, signal })
      const text = await response.text()
      if (!response.ok) throw new SynopticProblem(problemIn(text), response.status)
      const answer: unknown = text === '' ? null : JSON.parse(text)
      return answer as Answer<Operation<typeof method, typeof path>>
    },
  }
}

/** Null: whoever stands between answered in words of its own, or in JSON that is no problem. */
function problemIn(text: string): Schemas['Problem'] | null {
  try {
    const value = JSON.parse(text) as Schemas['Problem'] | null
    return typeof value?.detail === 'string' ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

type Waiting = { readonly everyMs?: number; readonly signal?: AbortSignal }

/** The comparison once it is final: `complete`, `partial` or `failed`. */
export async function waitFor(
  client: Synoptic,
  id: string,
  { everyMs = 1_000, signal }: Waiting = {},
): Promise<Comparison> {
  for (;;) {
    signal?.throwIfAborted()
    const comparison = await client.call('get', '/api/comparisons/{id}', { path: { id } })
    if (comparison.state !== 'queued' && comparison.state !== 'running') return comparison
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** Sources to the Report on them; rejects with the service's reason where there is none. */
export async function compare(
  client: Synoptic,
  request: ComparisonRequest,
  waiting: Waiting = {},
): Promise<Report> {
  const { id } = await client.call('post', '/api/comparisons', { body: request })
  await waitFor(client, id, waiting)
  return client.call('get', '/api/comparisons/{id}/report.json', { path: { id } })
}
