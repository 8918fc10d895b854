/**
 * A client of the service: its API as functions whose addresses, parameters and answers are typed by the OpenAPI document.
 *
 * In:    the service's address, a key. Out: `client.GET('/api/comparisons/{id}', …)` and so on, and what takes several calls.
 * Never: opens anything but the service; runs in browsers, too.
 */
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { components, paths } from '../schemas/openapi.js'

export type { components, paths }
export type Synoptic = Client<paths>
type Schemas = components['schemas']
export type Report = Schemas['Report']
export type Comparison = Schemas['Comparison']
export type ComparisonRequest = Schemas['ComparisonRequest']

/** What the service answered, where that is a problem (RFC 9457). */
export class SynopticProblem extends Error {
  override readonly name = 'SynopticProblem'
  readonly problem: Schemas['Problem'] | undefined

  constructor(problem: Schemas['Problem'] | undefined) {
    super(problem?.detail ?? 'The service gave no answer that can be read.')
    this.problem = problem
  }
}

/** `key`: not needed on the service's own machine. */
export function createClient(
  baseUrl: string,
  { key, ...options }: { readonly key?: string } & Omit<ClientOptions, 'baseUrl'> = {},
): Synoptic {
  const client = createFetchClient<paths>({ ...options, baseUrl })
  if (key !== undefined)
    client.use({
      onRequest: ({ request }) => {
        request.headers.set('authorization', `Bearer ${key}`)
      },
    })
  return client
}

type Waiting = { readonly everyMs?: number; readonly signal?: AbortSignal }

/** The comparison once it is final: `complete`, `partial` or `failed`. */
export async function waitFor(
  client: Synoptic,
  id: string,
  { everyMs = 1_000, signal }: Waiting = {},
): Promise<Comparison> {
  for (;;) {
    const comparison = valueOf(
      await client.GET('/api/comparisons/{id}', { params: { path: { id } }, signal: signal ?? null }),
    )
    if (comparison.state !== 'queued' && comparison.state !== 'running') return comparison
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    signal?.throwIfAborted()
  }
}

/** Sources to the Report on them; rejects with the service's reason where there is none. */
export async function compare(
  client: Synoptic,
  request: ComparisonRequest,
  waiting: Waiting = {},
): Promise<Report> {
  const { id } = valueOf(await client.POST('/api/comparisons', { body: request }))
  await waitFor(client, id, waiting)
  return valueOf(await client.GET('/api/comparisons/{id}/report.json', { params: { path: { id } } }))
}

/** The answer, or the problem thrown. */
export function valueOf<T>({ data, error }: { readonly data?: T; readonly error?: unknown }): T {
  if (data !== undefined) return data
  const isProblem = typeof error === 'object' && error !== null && 'detail' in error
  throw new SynopticProblem(isProblem ? (error as Schemas['Problem']) : undefined)
}
