/** What HTTP asks of every answer: the media type that Accept likes best, headers of safety, the address by which it was asked. */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { parseAccept } from 'hono/utils/accept'
import type { AppContext, AppEnv } from './deps.js'

/** Which of the offered media types (best first) an Accept header likes best (RFC 9110, 12.5.1), or null. A missing header takes the first. */
export function negotiate<T extends string>(header: string | undefined, offers: readonly T[]): T | null {
  if (header === undefined || header.trim() === '') return offers[0] ?? null
  const ranges = parseAccept(header.slice(0, 2_000).toLowerCase()).filter(({ params }) =>
    Number.isFinite(Number(params['q'] ?? 1)),
  )
  // The most specific range that fits decides.
  const quality = (offer: string): number =>
    [offer, offer.replace(/\/.*/u, '/*'), '*/*'].flatMap(
      (type) => ranges.find((one) => one.type === type) ?? [],
    )[0]?.q ?? 0
  const [best] = offers.toSorted((a, b) => quality(b) - quality(a))
  return best !== undefined && quality(best) > 0 ? best : null
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

/** Whether a page of this server sent it, a page of another, or none: browsers say so. */
export function senderOf(c: AppContext): 'own' | 'other' | 'none' {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site === 'none' || (site === undefined && origin === undefined)) return 'none'
  const isOwn =
    site === undefined ? URL.parse(origin ?? '')?.host === c.req.header('host') : site === 'same-origin'
  return isOwn ? 'own' : 'other'
}

/** Of the body, without its parameters. */
export function bodyType(c: AppContext): string {
  return (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** TLS ends at the proxy in front, which says so. Whoever else says so gets a cookie that only https sends. */
export function isHttps(c: AppContext): boolean {
  return c.req.header('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase() === 'https'
}

/** As whoever asks reaches the service: `https://desk.example:8443`. */
export function originOf(c: AppContext): string {
  return `${isHttps(c) ? 'https' : 'http'}://${new URL(c.req.url).host}`
}
