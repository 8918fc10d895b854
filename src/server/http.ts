/** What HTTP asks of every answer: the media type that Accept likes best, headers of safety, the address by which it was asked. */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppContext, AppEnv } from './deps.js'

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

/** For data: nothing in it may run or load, whatever a browser takes it for. Pages have policies of their own. */
const secure = secureHeaders({
  overwrite: false,
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
})

export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await secure(c, next)
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache')
}

/** TLS ends at the proxy in front, which says so. Whoever else says so gets a cookie that only https sends. */
export function isHttps(c: AppContext): boolean {
  return c.req.header('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase() === 'https'
}

/** As whoever asks reaches the service: `https://desk.example:8443`. */
export function originOf(c: AppContext): string {
  return `${isHttps(c) ? 'https' : 'http'}://${new URL(c.req.url).host}`
}
