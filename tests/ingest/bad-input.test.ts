/**
 * The built program against everything that goes wrong with sources, all in one comparison: each lost source keeps its
 * place with a sentence that names source and cause, the good ones are compared, and nothing hangs.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import { site, type Site } from '../adapters/local-site.js'
import { synoptic } from '../support/in-process.js'

const article = (name: string) => `<!doctype html><html lang="en"><title>Harbour fire, ${name}</title>
<article><h1>Harbour fire put out after four hours</h1>
<p>Firefighters put out a fire in the grain warehouse of Port Maren on Tuesday, the harbour master said.</p>
<p>“The crews worked through the night without a break,” said harbour master Adela Marrow.</p>
<p>Forty workers left the site by boat, and nobody was hurt, according to the ${name} ambulance service.</p>
</article></html>`

const html = { 'content-type': 'text/html; charset=utf-8' }
const bomb = gzipSync(Buffer.alloc(50_000_000, 'a '))
const answers: Readonly<Record<string, RequestListener>> = {
  '/good': (_request, response) => response.writeHead(200, html).end(article('Maren')),
  '/404': (_request, response) => response.writeHead(404, html).end(article('x')),
  '/403': (_request, response) => response.writeHead(403, html).end('<p>Denied'),
  '/500': (_request, response) => response.writeHead(500, html).end(),
  '/pdf': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
  '/lying-pdf': (_request, response) => response.writeHead(200, html).end('%PDF-1.7 binary'),
  '/large': (_request, response) => response.writeHead(200, html).end(Buffer.alloc(50_000_000, 'a ')),
  '/bomb': (_request, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb),
  '/loop': (_request, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/silent': () => undefined,
  '/drip': (_request, response) => {
    response.writeHead(200, html)
    const timer = setInterval(() => response.write('<p>a'), 100)
    response.on('close', () => {
      clearInterval(timer)
    })
  },
  '/nothing': (_request, response) => response.writeHead(200, html).end(' \n'),
}

let server: Site
let folder = ''
beforeAll(async () => {
  server = await site((request, response) => {
    answers[request.url ?? '']?.(request, response)
  })
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bad-'))
  const file = (name: string, content: string | Uint8Array): void => {
    writeFileSync(path.join(folder, name), content)
  }
  file('good.html', article('Port'))
  file('empty.html', '')
  file('binary.txt', Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7919) % 256)))
  file('no-article.html', '<!doctype html><title>x</title><nav><a href="/">Home</a></nav>')
  file('deep.html', `<!doctype html><title>Deep</title>${'<div>'.repeat(50_000)}text`)
  file('photo.png', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'))
  mkdirSync(path.join(folder, 'empty'))
  mkdirSync(path.join(folder, 'event'))
  file('event/event.json', '{"sources": ["../good.html",]}')
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const environment = {
  ...process.env,
  SYNOPTIC_TIMEOUT: '2',
  SYNOPTIC_MAX_BYTES: '2000000',
  SYNOPTIC_HOST_DELAY: '0',
  SYNOPTIC_READ_TIMEOUT: '30',
}

function run(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/src/cli/main.js', ...args], { env: environment })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('close', (code) => {
      resolve({ code, out, err })
    })
  })
}

/** Source (after `@` the site's address, else the folder), and words of the sentence on it. */
const lost: readonly (readonly [source: string, words: string])[] = [
  ['@/404', 'no page at this address (HTTP 404)'],
  ['@/403', 'refuses automated readers (HTTP 403); save the page in a browser'],
  ['@/500', 'HTTP 500'],
  ['@/pdf', 'it is of the type application/pdf, no web page or text'],
  ['@/lying-pdf', 'it is a PDF document, not a web page'],
  ['@/large', 'larger than the limit of 2 MB'],
  ['@/bomb', 'larger than the limit of 2 MB'],
  ['@/loop', 'go round in a circle'],
  ['@/silent', 'did not answer within 2 s'],
  ['@/drip', 'still arriving after 2 s'],
  ['@/nothing', 'it is empty'],
  ['http://127.0.0.1:9/', 'never serves web pages'],
  ['ftp://a.example/x', 'only http and https'],
  ['http://me:pw@a.example/', 'user name or password'],
  ['empty.html', 'it is empty'],
  ['binary.txt', 'binary file of unknown kind'],
  ['photo.png', 'it is a PNG image'],
  ['missing.html', 'no such file'],
  ['empty', 'the folder holds no page'],
  ['event', 'not valid JSON: line 1, column 29: expected a value'],
]

describe('compare', () => {
  it('goes on with what it can read', async () => {
    const place = (source: string): string =>
      source.startsWith('@')
        ? server.address + source.slice(1)
        : source.includes('://')
          ? source
          : path.join(folder, source)
    const names = [
      place('@/good'),
      ...lost.map(([source]) => place(source)),
      place('good.html'),
      place('no-article.html'),
      place('deep.html'),
    ]
    const { code, out, err } = await run(['compare', ...names, '--json', '--allow-private'])
    const report = Report.parse(JSON.parse(out))
    expect(code).toBe(2)
    expect(report.complete).toBe(false)
    expect(report.articles.map((read) => read.source)).toEqual(names)
    for (const [index, [source, words]] of lost.entries()) {
      const read = report.articles[index + 1]
      expect(read?.completeness.state, source).toBe('unreadable')
      expect(read?.text, source).toBe('')
      const messages = (read?.issues ?? []).map((issue) => issue.message).join('\n')
      expect(messages, source).toContain(words)
      expect(messages, source).toContain(source.replace(/^@/u, '').replace('me:pw@', '…@'))
      expect(err, source).toContain(words)
    }
    for (const good of [names[0], place('good.html')])
      expect(report.articles.find((read) => read.source === good)?.completeness.state).toBe('complete')
    const lostIds = new Set(
      report.articles.filter((read) => read.completeness.state === 'unreadable').map(({ id }) => id),
    )
    for (const column of [...report.claims, ...report.quotes])
      for (const id of lostIds) expect(column.cells[id]?.state).toBe('unknown')
  })

  it('private addresses are refused without the option, by redirect too', async () => {
    const { code, stdout } = await synoptic(['inspect', `${server.address}/good`, '--json'])
    const [line] = stdout.split('\n')
    expect(code).not.toBe(0)
    expect(line).toContain('only public addresses are fetched')
  })
})
