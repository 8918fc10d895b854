/** A site on loopback whose first path segment says how it fails. */
import { createServer, type Server } from 'node:http'

export const failures = [
  'missing',
  'gone',
  'forbidden',
  'broken',
  'reset',
  'silent',
  'half',
  'loop',
  'picture',
  'huge',
  'empty',
] as const

export function failingSite(): Server {
  return createServer((request, response) => {
    const [, kind] = (request.url ?? '').split('/')
    const html = { 'content-type': 'text/html' }
    switch (kind as (typeof failures)[number] | undefined) {
      case 'missing':
        return response.writeHead(404, html).end('<p>not here</p>')
      case 'gone':
        return response.writeHead(410, html).end()
      case 'forbidden':
        return response.writeHead(403, html).end('<p>no</p>')
      case 'broken':
        return response.writeHead(500, html).end('<p>oops</p>')
      case 'reset':
        return request.socket.destroy()
      case 'half':
        response.writeHead(200, { ...html, 'content-length': '5000' }).write('<p>half')
        return setTimeout(() => request.socket.destroy(), 50)
      case 'loop':
        return response.writeHead(302, { location: request.url ?? '/' }).end()
      case 'picture':
        return response.writeHead(200, { 'content-type': 'image/png' }).end('png')
      case 'huge':
        return response.writeHead(200, html).end('<p>much</p>'.repeat(100_000))
      case 'empty':
        return response.writeHead(200, html).end()
      case 'silent':
      case undefined:
        return undefined
    }
  })
}
