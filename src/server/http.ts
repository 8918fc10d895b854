/** What HTTP asks of every answer: the media type that Accept likes best, the methods a path takes, headers of safety. */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './deps.js'

/**
 * Content negotiation (RFC 9110, 12.5.1): which of the offered media types an Accept header likes best.
 * In: the header and the offers, best first. Out: one of them, or null. A missing header takes the first.
 */
export function negotiate<T extends string>(header: string | undefined, offers: readonly T[]): T | null {
  if (header === undefined || header.trim() === '') return offers[0] ?? null
  const ranges = header.slice(0, 2_000).split(',').map(rangeOf)
  const rated = offers.map((offer) => ({ offer, quality: qualityOf(offer, ranges) }))
  const best = Math.max(...rated.map(({ quality }) => quality))
  return best > 0 ? (rated.find(({ quality }) => quality === best)?.offer ?? null) : null
}

type Range = { readonly type: string; readonly quality: number }

function rangeOf(part: string): Range {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  const quality = q === undefined ? 1 : Number(q.slice(2))
  return { type, quality: Number.isFinite(quality) ? Math.min(1, Math.max(0, quality)) : 0 }
}

/** The most specific range that fits decides. */
function qualityOf(offer: string, ranges: readonly Range[]): number {
  const [main = ''] = offer.split('/')
  for (const type of [offer, `${main}/*`, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === type)
    if (range) return range.quality
  }
  return 0
}

/** Which methods a path takes, so that a wrong one is told apart from a wrong address. */
type Routes = readonly { readonly method: string; readonly path: string }[]

export function methodsOf(routes: Routes): (path: string) => readonly string[] {
  const known = routes.filter(({ method }) => method !== 'ALL')
  const patterns = [...new Set(known.map(({ path }) => path))].map((path) => ({
    segments: path.split('/'),
    methods: known.filter((route) => route.path === path).map(({ method }) => method),
  }))
  return (path) => {
    const segments = path.split('/')
    const methods = new Set(
      patterns.filter((pattern) => fits(pattern.segments, segments)).flatMap((pattern) => pattern.methods),
    )
    if (methods.has('GET')) methods.add('HEAD')
    return [...methods].sort()
  }
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((segment, index) => segment.startsWith(':') || segment === path[index])
  )
}

/** For data: nothing in it may run or load, whatever a browser takes it for. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value)
  if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', dataPolicy)
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache')
}
