import type { LookupAddress } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../src/text/public-address.js'
import { httpFetcher } from '../../src/adapters/http/http-fetcher.js'
import { site } from './local-site.js'

const limits = {
  timeoutMs: 2_000,
  maxBytes: 100_000,
  maxRedirects: 5,
  hostDelayMs: 0,
  allowPrivate: false,
  userAgent: 'synoptic/test',
}
const now = () => new Date('2026-01-02T03:04:05Z')

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::1'])(
    '%s is public',
    (ip) => {
      expect(isPublicAddress(ip)).toBe(true)
    },
  )

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback, end of range', '127.255.255.254'],
    ['this host', '0.0.0.0'],
    ['private 10', '10.1.2.3'],
    ['private 172.16', '172.31.255.1'],
    ['private 192.168', '192.168.1.1'],
    ['link-local, cloud metadata', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['metadata of another cloud', '100.100.100.200'],
    ['Azure host service', '168.63.129.16'],
    ['IETF protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 loopback', '::1'],
    ['IPv6 unspecified', '::'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped public address', '::ffff:8.8.8.8'],
    ['IPv4-compatible loopback', '::7f00:1'],
    ['IPv6 unique local', 'fd00:ec2::254'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 site-local', 'fec0::1'],
    ['NAT64 of loopback', '64:ff9b::7f00:1'],
    ['6to4 of loopback', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['not an address', 'localhost'],
    ['nothing', ''],
  ])('%s is not public: %s', (_what, ip) => {
    expect(isPublicAddress(ip)).toBe(false)
  })
})

describe('the fetcher refuses', () => {
  it.each([
    'http://127.0.0.1:{port}/',
    'http://127.1:{port}/',
    'http://2130706433:{port}/',
    'http://0x7f000001:{port}/',
    'http://0x7f.0.0.1:{port}/',
    'http://0177.0.0.1:{port}/',
    'http://0:{port}/',
    'http://127.0.0.1.:{port}/',
    'http://①②⑦.⓪.⓪.①:{port}/',
    'http://[::1]:{port}/',
    'http://[::ffff:127.0.0.1]:{port}/',
    'http://[::ffff:7f00:1]:{port}/',
    'http://[::127.0.0.1]:{port}/',
    'http://[0:0:0:0:0:0:0:1]:{port}/',
    'http://localhost:{port}/',
    'http://LOCALHOST:{port}/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/latest/meta-data/',
    'http://192.168.0.1/',
    'https://10.0.0.1/',
  ])('%s', async (pattern) => {
    const server = await site((_request, response) => response.end('secret'))
    const port = new URL(server.address).port
    const outcome = await httpFetcher(limits, now).fetch(pattern.replace('{port}', port))
    await server.close()
    expect(outcome).toMatchObject({ state: 'failed', code: 'refused-private', transient: false })
    expect(outcome).toHaveProperty('message', expect.stringContaining('only public addresses are fetched'))
    expect(server.asked).toHaveLength(0)
  })

  const answers = (addresses: readonly LookupAddress[], calls: string[] = []) => ({
    ...limits,
    resolve: (
      hostname: string,
      _options: unknown,
      done: (error: null, addresses: LookupAddress[]) => void,
    ) => {
      calls.push(hostname)
      done(null, [...addresses])
    },
  })

  it('a name with one private address among its public ones', async () => {
    const fetcher = httpFetcher(
      answers([
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.5', family: 4 },
      ]),
      now,
    )
    expect(await fetcher.fetch('http://mixed.example/')).toMatchObject({
      code: 'refused-private',
      message: expect.stringMatching(/^mixed\.example is on this machine (?!.*10\.0)/u) as string,
    })
  })

  it('a name that resolves to an IPv4-mapped loopback address', async () => {
    const fetcher = httpFetcher(answers([{ address: '::ffff:127.0.0.1', family: 6 }]), now)
    expect(await fetcher.fetch('http://mapped.example/')).toMatchObject({ code: 'refused-private' })
  })

  it('a redirect to a private address, and names it', async () => {
    const server = await site((_request, response) => {
      response.writeHead(302, { location: 'http://10.0.0.1/admin' }).end()
    })
    const standIn = (address: string) => address === '127.0.0.1'
    const outcome = await httpFetcher({ ...limits, isPublic: standIn }, now).fetch(server.address)
    await server.close()
    expect(outcome).toMatchObject({ code: 'refused-private' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('redirects to http://10.0.0.1/admin'))
  })

  it('a redirect to a name with a private address', async () => {
    const server = await site((_request, response) => {
      response.writeHead(307, { location: 'http://localhost:8081/' }).end()
    })
    const standIn = (address: string) => address === '127.0.0.1'
    const fetcher = httpFetcher(
      { ...answers([{ address: '192.168.0.7', family: 4 }]), isPublic: standIn },
      now,
    )
    const outcome = await fetcher.fetch(server.address)
    await server.close()
    expect(outcome).toMatchObject({ code: 'refused-private' })
  })

  it('nothing to a name whose answer changes: it connects to the very address it checked', async () => {
    const server = await site((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('hello')
    })
    let calls = 0
    const fetcher = httpFetcher(
      {
        ...limits,
        isPublic: (address) => address === '127.0.0.1',
        resolve: (_hostname, _options, done) => {
          calls += 1
          done(null, [{ address: calls === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }])
        },
      },
      now,
    )
    const outcome = await fetcher.fetch(`http://rebinding.example:${new URL(server.address).port}/`)
    await server.close()
    expect(outcome).toMatchObject({ state: 'read' })
    expect(calls).toBe(1)
  })
})

describe('with private addresses allowed', () => {
  it('loopback is fetched', async () => {
    const server = await site((_request, response) => {
      response.setHeader('content-type', 'text/plain')
      response.end('hello')
    })
    const outcome = await httpFetcher({ ...limits, allowPrivate: true }, now).fetch(server.address)
    await server.close()
    expect(outcome).toMatchObject({ state: 'read' })
  })
})
