/**
 * Connections go to public addresses only. Never trusts a name twice: the connection uses the very addresses that were checked (no DNS rebinding).
 *
 * undici calls `lookup` for names alone, so literals are checked before connecting. Each redirect to another host is checked again.
 */
import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { isPublicAddress } from '../../text/public-address.js'

export class RefusedAddress extends Error {
  /** What was asked for, such as `127.0.0.1` or `db.example`: never what a private name server said of a name. */
  readonly address: string
  constructor(address: string) {
    super(`refused address ${address}`)
    this.address = address
  }
}

/** Asks for all addresses of a name. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[] | undefined) => void,
) => void

export type GuardOptions = {
  readonly allowPrivate: boolean
  readonly timeoutMs: number
  readonly resolve?: Resolve
  /** What counts as public; `isPublicAddress` unless a test stands in for the internet. */
  readonly isPublic?: (address: string) => boolean
}

function guardedConnector(options: GuardOptions): buildConnector.connector {
  const resolve = options.resolve ?? systemLookup
  const isPublic = options.isPublic ?? isPublicAddress
  const connect = buildConnector({
    timeout: options.timeoutMs,
    ...(options.allowPrivate ? {} : { lookup: guardedLookup(resolve, isPublic) }),
  })
  return (target, done) => {
    if (!options.allowPrivate && isIP(target.hostname) !== 0 && !isPublic(target.hostname))
      done(new RefusedAddress(target.hostname), null)
    else connect(target, done)
  }
}

/** `timeoutMs`: longest wait for the head of an answer and for each piece. A connection a request: one that is kept may be closed when it is used again. */
export function guardedAgent({ timeoutMs, ...guard }: GuardOptions): Agent {
  return new Agent({
    connect: guardedConnector({ ...guard, timeoutMs: Math.min(timeoutMs, 10_000) }),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    pipelining: 0,
    maxHeaderSize: 65_536,
  })
}

/** A name is refused when any of its addresses is private: a mixed answer is how rebinding starts. */
function guardedLookup(resolve: Resolve, isPublic: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0]
      if (error !== null || addresses === undefined || first === undefined) {
        done(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 4)
        return
      }
      const refused = addresses.find(({ address }) => !isPublic(address))
      if (refused !== undefined) done(new RefusedAddress(hostname), '', 4)
      else if (options.all === true) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}
