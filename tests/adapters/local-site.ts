/** A web site on the loopback address for the fetcher's tests. In: a handler. Out: its address, and what it was asked. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net'

export type Site = {
  /** Without a final slash: `http://127.0.0.1:40123`. */
  readonly address: string
  readonly asked: IncomingMessage[]
  close(): Promise<void>
}

export async function site(handler: RequestListener): Promise<Site> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    handler(request, response)
  })
  return { address: await listen(server), asked, close: () => closing(server) }
}

/** A server that speaks no HTTP of its own accord: for resets and half answers. */
export async function rawSite(
  onRequest: (socket: Socket, request: string) => void,
): Promise<Omit<Site, 'asked'>> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', (data) => {
      onRequest(socket, data.toString('latin1'))
    })
  })
  return {
    address: await listen(server),
    close: () => {
      for (const socket of sockets) socket.destroy()
      return closing(server)
    },
  }
}

export function listen(server: Server | TcpServer, scheme = 'http'): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      if (bound === null || typeof bound === 'string') reject(new Error('no port'))
      else resolve(`${scheme}://127.0.0.1:${bound.port}`)
    })
  })
}

export function closing(server: Server | TcpServer): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
  })
}
