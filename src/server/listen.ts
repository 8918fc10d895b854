/**
 * Listening: an app on an address until it is closed.
 * In: an app, host and port (0 takes a free one). Out: the address, and a close that waits for running requests.
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from './route.js'

export type Listening = {
  /** `http://127.0.0.1:8080`, without a slash at the end. */
  readonly url: string
  /** Accepts no more, lets running requests end within the time, then cuts them off. */
  close(graceMilliseconds: number): Promise<void>
}

/** Milliseconds. */
export type Patience = {
  /** For a request to arrive whole: an upload over a slow line fits, a dripping one does not hold a place for ever. */
  readonly requestMs: number
  readonly headersMs: number
  readonly keepAliveMs: number
  /** Between two looks for requests that are over their time. */
  readonly lookMs: number
}

const patience: Patience = { requestMs: 120_000, headersMs: 20_000, keepAliveMs: 5_000, lookMs: 5_000 }

export async function listen(
  app: App,
  host: string,
  port: number,
  { requestMs, headersMs, keepAliveMs, lookMs }: Patience = patience,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      requestTimeout: requestMs,
      headersTimeout: headersMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: lookMs,
      maxHeaderSize: 16_384,
    },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    url: addressOf(server.address()),
    async close(graceMilliseconds) {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
      server.closeIdleConnections()
      const timer = setTimeout(() => {
        server.closeAllConnections()
      }, graceMilliseconds)
      await closed
      clearTimeout(timer)
    },
  }
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
