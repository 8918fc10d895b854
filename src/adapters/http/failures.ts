/** Why a page did not come, in a sentence that names the cause and what to do. */
import type { FetchOutcome } from '../../ports/fetcher.js'
import { RefusedAddress } from './address-guard.js'

export type Failed = Extract<FetchOutcome, { state: 'failed' }>

export function failed(code: string, message: string, transient = false): Failed {
  return { state: 'failed', code, message, transient }
}

const saveIt = 'save the page in a browser and give the file.'

export const refusedPort: Failed = failed(
  'refused-port',
  'this port never serves web pages, so it is not asked; check the address.',
)

function refusedAddress(address: string): Failed {
  return failed(
    'refused-private',
    `${address} is on this machine or in a private network, and only public addresses are fetched; if you trust the address, allow it with --allow-private (serve and worker: SYNOPTIC_ALLOW_PRIVATE=true).`,
  )
}

/** For statuses that are neither success nor a redirect that can be followed. */
export function statusFailure(status: number): Failed {
  const known = statuses[status]
  if (known !== undefined) return failed(known[0], `${known[1]} (HTTP ${status}); ${known[2]}`, known[3])
  if (status >= 500)
    return failed('server-error', `the site reports an error of its own (HTTP ${status}); ${later}`, true)
  if (status >= 400) return failed('http-error', `the site refuses the request (HTTP ${status}); ${saveIt}`)
  return failed('http-error', `the site answers without a page (HTTP ${status}); ${saveIt}`)
}

const later = `try again later, or ${saveIt}`
const refuses: readonly [string, string, string, boolean] = [
  'refused-by-site',
  'the site refuses automated readers',
  saveIt,
  false,
]
const statuses: Readonly<Record<number, readonly [string, string, string, boolean]>> = {
  401: refuses,
  402: ['refused-by-site', 'the site wants payment for this page', saveIt, false],
  403: refuses,
  404: ['not-found', 'the site has no page at this address', 'check the address in a browser.', false],
  406: refuses,
  407: ['refused-by-site', 'a proxy on the way wants a password', saveIt, false],
  408: ['timeout', 'the site gave up waiting', later, true],
  410: ['gone', 'the site has removed this page', 'look for a saved copy, such as in a web archive.', false],
  425: ['rate-limited', 'the site asks to come later', later, true],
  429: ['rate-limited', 'the site has had too many requests', later, true],
  451: ['refused-by-site', 'the site withholds this page for legal reasons', saveIt, false],
}

/** For what `fetch` or its body threw; unknown errors keep their code so that a report of trouble can name it. */
export function errorFailure(error: unknown): Failed {
  const causes = chain(error)
  const refused = causes.find((cause) => cause instanceof RefusedAddress)
  if (refused !== undefined) return refusedAddress(refused.address)
  for (const cause of causes) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    const known = networkFailure(code)
    if (known !== null) return known
    // undici gives the parser's code only for some of its errors.
    if (cause.name === 'HTTPParserError') return notHttp
  }
  const last = causes.at(-1)
  const code = last !== undefined && 'code' in last ? String(last.code) : (last?.name ?? 'unknown')
  return failed('network-error', `the connection failed (${code}); ${later}`, true)
}

const notHttp = failed('bad-response', 'the answer is not valid HTTP; check the address.')

/** The error, its causes, and the members of aggregates, outermost first. */
function chain(error: unknown): Error[] {
  const found: Error[] = []
  const waiting: unknown[] = [error]
  while (waiting.length > 0 && found.length < 20) {
    const next = waiting.shift()
    if (!(next instanceof Error) || found.includes(next)) continue
    found.push(next)
    waiting.push(next.cause)
    if (next instanceof AggregateError) waiting.push(...(next.errors as unknown[]))
  }
  return found
}

export function isReset(error: Error): boolean {
  return chain(error).some((cause) => 'code' in cause && resets.has(String(cause.code)))
}

const resets = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'])
const timeouts = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])
const unreachable = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN'])
const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is signed by the site itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'cannot be traced to a known authority',
  UNABLE_TO_GET_ISSUER_CERT: 'cannot be traced to a known authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'cannot be traced to a known authority',
  CERT_REVOKED: 'has been revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'belongs to another host name',
}

function networkFailure(code: string): Failed | null {
  if (code === 'ENOTFOUND')
    return failed('unknown-host', `no site of this name is known to the name service; check the address.`)
  if (code === 'EAI_AGAIN' || code === 'EAI_FAIL')
    return failed('unknown-host', `the name service gave no answer; check the network and ${later}`, true)
  if (code === 'ECONNREFUSED')
    return failed('unreachable', `the site accepts no connection (connection refused); ${later}`, true)
  if (unreachable.has(code))
    return failed(
      'unreachable',
      `there is no way to the site (${code}); check the network and ${later}`,
      true,
    )
  if (resets.has(code))
    return failed('connection-lost', `the site broke the connection off (${code}); ${later}`, true)
  if (timeouts.has(code)) return failed('timeout', `the site did not answer in time; ${later}`, true)
  const certificate = certificates[code]
  if (certificate !== undefined)
    return failed(
      'tls-error',
      `the site's certificate ${certificate}, so the page may not be the site's own; ${saveIt}`,
    )
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
    return failed('tls-error', `no secure connection could be made (${code}); ${saveIt}`)
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
    return failed('bad-response', `the site's answer has oversized headers; ${saveIt}`)
  if (code.startsWith('HPE_') || code.startsWith('UND_ERR_REQ') || code === 'UND_ERR_INVALID_ARG')
    return notHttp
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR_'))
    return failed('bad-response', `the page arrived with damaged compression (${code}); ${later}`, true)
  return null
}
