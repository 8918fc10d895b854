import { describe, expect, it } from 'vitest'
import { RefusedAddress } from '../../src/adapters/http/address-guard.js'
import { errorFailure } from '../../src/adapters/http/failures.js'
import { httpFetcher } from '../../src/adapters/http/http-fetcher.js'
import { site } from './local-site.js'

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code })
const thrown = (cause: Error): Error => new TypeError('fetch failed', { cause })

describe('errorFailure names the cause of', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'tls-error', false, 'certificate has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-error', false, 'signed by the site itself'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-error', false, 'cannot be traced'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-error', false, 'belongs to another host name'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-error', false, 'no secure connection'],
    ['ECONNREFUSED', 'unreachable', true, 'connection refused'],
    ['EHOSTUNREACH', 'unreachable', true, 'no way to the site (EHOSTUNREACH)'],
    ['ECONNRESET', 'connection-lost', true, 'broke the connection off'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true, 'did not answer in time'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout', true, 'did not answer in time'],
    ['Z_DATA_ERROR', 'bad-response', true, 'damaged compression'],
    ['HPE_INVALID_CONSTANT', 'bad-response', false, 'not valid HTTP'],
    ['E_NEVER_SEEN', 'network-error', true, 'connection failed (E_NEVER_SEEN)'],
  ])('%s', (code, kind, transient, words) => {
    const failure = errorFailure(thrown(coded(code)))
    expect(failure).toMatchObject({ state: 'failed', code: kind, transient })
    expect(failure.message).toContain(words)
  })

  it('a connection tried over several addresses', () => {
    const several = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')])
    expect(errorFailure(thrown(several))).toMatchObject({ code: 'unreachable' })
  })

  it('a refused address, however deep', () => {
    const deep = thrown(new AggregateError([thrown(new RefusedAddress('10.0.0.1'))]))
    expect(errorFailure(deep)).toMatchObject({ code: 'refused-private', transient: false })
  })

  it('something that is no error, or its own cause', () => {
    expect(errorFailure('odd')).toMatchObject({ code: 'network-error' })
    const circle = new Error('a')
    circle.cause = circle
    expect(errorFailure(circle)).toMatchObject({ code: 'network-error' })
  })
})

it('https on a port that speaks http', async () => {
  const server = await site((_request, response) => response.end())
  const limits = {
    timeoutMs: 2_000,
    maxBytes: 1_000,
    maxRedirects: 1,
    hostDelayMs: 0,
    allowPrivate: true,
    userAgent: 'synoptic/test',
  }
  const outcome = await httpFetcher(limits, () => new Date(0)).fetch(
    server.address.replace('http:', 'https:'),
  )
  await server.close()
  expect(outcome).toMatchObject({ state: 'failed', code: 'tls-error' })
})
