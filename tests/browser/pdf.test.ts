/** The page on paper, by a real Chromium: the text of the report, nothing run, nothing asked of anybody, nothing left behind. */
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPaper } from '../../src/adapters/chromium.js'
import { renderHtml } from '../../src/print/html/page.js'
import { frontOf } from '../../src/print/blocks.js'
import { json, startServer, twoTexts, type TestServer } from '../server/harness.js'
import { compareSample } from '../support/event.js'
import { synoptic } from '../support/in-process.js'
import { chromiumPath, launchTimeout } from './chromium.js'

let program: string
let server: TestServer
/** What others print on this machine meanwhile stands elsewhere. */
let own: string
const elsewhere = process.env['TMPDIR']
const printIn = (folder: string | undefined): void => {
  if (folder === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = folder
}
beforeAll(async () => {
  own = await mkdtemp(path.join(tmpdir(), 'synoptic-pdf-'))
  await chmod(own, 0o755)
  printIn(own)
  program = chromiumPath()
  server = await startServer()
}, launchTimeout)
afterAll(async () => {
  await server.close()
  printIn(elsewhere)
  await rm(own, { recursive: true })
})

type Pdf = {
  readonly numPages: number
  getPage(at: number): Promise<{ getTextContent(): Promise<{ items: readonly { str?: string }[] }> }>
}
type Reading = { getDocument: (given: { data: Uint8Array; verbosity: 0 }) => { promise: Promise<Pdf> } }
/** Not looked for until it is used. */
const reading = 'pdfjs-dist/legacy/build/pdf.mjs'

async function read(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  // What it adds to the globals jsdom, were it loaded later in this process, would look for in each of its windows.
  await import('jsdom')
  const { getDocument } = (await import(reading)) as Reading
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  let text = ''
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    text += items.map(({ str = '' }) => str).join('') + ' '
  }
  return { text: bare(text), pages: pdf.numPages }
}

/** Lines are broken anew on paper. */
const bare = (text: string): string => text.replace(/\s+/gu, '')

async function printed(html: string, paper = chromiumPaper(program)): Promise<Uint8Array> {
  const done = await paper.print(html)
  if (done.state === 'none') throw new Error(done.reason)
  return done.bytes
}

test('a report: its findings, its outlets, the same bytes twice', async () => {
  const report = await compareSample('moscow-talks')
  const html = renderHtml(report)
  const first = await printed(html)
  const { text, pages } = await read(first)
  expect(pages).toBeLessThan(12)
  for (const { question } of frontOf(report.findings)) expect(text).toContain(bare(question ?? ''))
  for (const { outlet } of report.articles) expect(text).toContain(bare(outlet.name))
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await printed(html)))).toBe(0)
})

test('no request leaves, no script runs, no file of the machine is shown', async () => {
  const seen: string[] = []
  const listener = createServer((request, response) => {
    seen.push(request.url ?? '')
    response.end('<p>LEAKED</p>')
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-secret-'))
  try {
    const secret = path.join(folder, 'secret.txt')
    await writeFile(secret, 'SECRETWORDS')
    const at = `http://127.0.0.1:${port}`
    const hostile = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${at}/a.css">
      <link rel="preconnect" href="${at}">
      <style>@font-face{font-family:f;src:url(${at}/f.woff2)}body{background:url(${at}/b.png);font-family:f}</style>
      <p>Before <img src="${at}/i.png"><img src="http://localhost:${port}/j.png"></p>
      <iframe src="${at}/frame"></iframe><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object>
      <script>document.body.append('SCRIPTED');fetch('${at}/x')</script><p onclick="1">After</p>`
    const { text } = await read(await printed(hostile))
    expect(text).toContain('Before')
    expect(text).toContain('After')
    expect(text).not.toMatch(/LEAKED|SCRIPTED|SECRETWORDS/u)
    await chromiumPaper(program).print(`<meta http-equiv="refresh" content="0;url=${at}/moved"><p>Gone`)
    expect(seen).toEqual([])
  } finally {
    listener.close()
    await rm(folder, { recursive: true })
  }
})

test('what takes too long or too much is ended whole, and nothing is left behind', async () => {
  const limits = { timeMs: 60_000, memory: 2_000_000_000, pdfBytes: 100_000_000 }
  for (const [given, words] of [
    [{ timeMs: 1 }, 'took longer'],
    [{ memory: 1 }, 'of memory'],
    [{ pdfBytes: 100 }, 'too large'],
  ] as const) {
    const done = await chromiumPaper(program, { ...limits, ...given }).print('<p>Words</p>'.repeat(2_000))
    expect(done).toMatchObject({ state: 'none', reason: expect.stringContaining(words) as string })
  }
  await nothingIsLeft()
})

test('what is no Chromium, and a disk where no folder can be made, are said; the next page is printed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-no-chromium-'))
  try {
    await chmod(folder, 0o755)
    const other = path.join(folder, 'chromium')
    // Answers every question with words that are no JSON.
    await writeFile(other, '#!/bin/sh\nprintf "no\\0" >&4\nsleep 60\n', { mode: 0o755 })
    expect(await chromiumPaper(other).print('<p>Words</p>')).toMatchObject({
      state: 'none',
      reason: expect.stringContaining('said what is no answer') as string,
    })
    const paper = chromiumPaper(program)
    printIn(path.join(folder, 'none'))
    const refused = paper.print('<p>Words</p>')
    expect(await refused).toMatchObject({
      state: 'none',
      reason: expect.stringContaining('could not be started') as string,
    })
    printIn(own)
    expect((await read(await printed('<p>Words</p>', paper))).text).toContain('Words')
  } finally {
    printIn(own)
    await rm(folder, { recursive: true })
  }
  await nothingIsLeft()
})

/** Helpers that Chromium starts for its crashes end a moment after it. */
const nothingIsLeft = (): Promise<void> => expect.poll(left, { timeout: 30_000 }).toEqual([])

/** Folders, and processes that were given one. */
async function left(): Promise<readonly string[]> {
  const folders = (await readdir(own)).filter((name) => name.startsWith('synoptic-print-'))
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))
  // One that has ended meanwhile has no words.
  const words = processes.map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''))
  return [
    ...folders,
    ...(await Promise.all(words)).filter((line) => line.includes(path.join(own, 'synoptic-print-'))),
  ]
}

test('of the service and on the command line; where there is no Chromium both say what to do', async () => {
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  await server.finished(id)
  const at = `/api/comparisons/${id}/report.pdf`
  Object.assign(server.deps, { paper: chromiumPaper(program) })
  const answer = await server.request(at)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const { text } = await read(new Uint8Array(await answer.arrayBuffer()))
  expect(text).toContain('214')
  Object.assign(server.deps, { paper: chromiumPaper('/none/chromium') })
  const none = await server.request(at)
  expect([none.status, await none.text()]).toEqual([501, expect.stringContaining('print it')])

  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-pdf-'))
  try {
    await writeFile(path.join(folder, 'report.json'), (await server.store.report(id)) ?? '')
    const to = ['export', path.join(folder, 'report.json'), '--to', 'pdf']
    const made = await synoptic(to, { env: { SYNOPTIC_CHROMIUM: program } })
    expect([made.code, made.stdout.trim()]).toEqual([0, path.join(folder, 'report.pdf')])
    const refused = await synoptic(to, { env: { SYNOPTIC_CHROMIUM: '/none/chromium' } })
    expect([refused.code, refused.stderr]).toEqual([64, expect.stringContaining('print it')])
  } finally {
    await rm(folder, { recursive: true })
  }
})
