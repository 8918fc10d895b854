/** `synoptic watch` as a user runs it: its folder, its exit codes, its webhook, and a kill of the process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { site, type Site } from '../adapters/local-site.js'
import { newsroom } from '../stories/newsroom.js'
import { synoptic } from '../support/in-process.js'
import { program } from '../support/program.js'

const reports = ['ferry-courier', 'ferry-radio', 'ferry-gazette']
const opened: Site[] = []
const folders: string[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

async function press(
  onArticle: (count: number) => void = () => undefined,
  named: readonly string[] = reports,
): Promise<Site & { readonly told: Promise<string>[] }> {
  let articles = 0
  const told: Promise<string>[] = []
  const server = await site((request: IncomingMessage, response) => {
    const name = (request.url ?? '').slice(1)
    const [headline = '', ...paragraphs] = (newsroom[name] ?? '').split('\n\n')
    if (name === 'feed')
      response.end(
        `<rss version="2.0"><channel>${named.map((one) => `<item><link>/${one}</link></item>`).join('')}</channel></rss>`,
      )
    else if (name === 'hook') {
      told.push(text(request))
      response.writeHead(204).end()
    } else if (headline === '') response.writeHead(404).end()
    else {
      onArticle(++articles)
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(
        `<html lang="en"><title>${headline}</title><article><h1>${headline}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></html>`,
      )
    }
  })
  opened.push(server)
  return { ...server, told }
}

async function folderOf(opml: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-watch-'))
  folders.push(folder)
  await writeFile(path.join(folder, 'feeds.opml'), `<opml><body>${opml}</body></opml>`)
  return folder
}

const env = { SYNOPTIC_HOST_DELAY: '0' }

test('one round leaves event files for batch, a report, a feed, and tells of it; the next has nothing to do', async () => {
  const server = await press()
  const cwd = await folderOf(`<outline xmlUrl="${server.address}/feed"/>`)
  const args = [
    'watch',
    'feeds.opml',
    '--out',
    'stories',
    '--once',
    '--allow-private',
    '--webhook',
    `${server.address}/hook`,
  ]
  const first = await synoptic(args, { cwd, env })
  expect(first.code, first.stderr).toBe(0)
  expect(first.stdout).toContain(`ok       ${server.address}/feed (rss)`)
  expect(first.stdout).toContain('1 feed asked, 3 new articles, 0 newer versions, 1 comparison.')
  const [story = ''] = (await readdir(path.join(cwd, 'stories'))).filter((name) => name.startsWith('s-'))
  expect(await readdir(path.join(cwd, 'stories', story))).toEqual(
    expect.arrayContaining(['event.json', 'report.html', 'report.json', '1.html', '3.html']),
  )
  expect(await readFile(path.join(cwd, 'stories/feed.atom'), 'utf8')).toContain(`href="${story}/report.html"`)
  expect(JSON.parse((await server.told[0]) ?? '')).toMatchObject({ story, texts: 3 })
  expect((await synoptic(['batch', 'stories/events.jsonl', '--out', 'reports'], { cwd })).stdout).toContain(
    '1 event: 1 complete',
  )

  const second = await synoptic([...args, '--json'], { cwd, env })
  expect(second.code, second.stderr).toBe(0)
  expect(JSON.parse(second.stdout)).toMatchObject({
    schema: 'synoptic/watch@1',
    round: { asked: 0, kept: 0, compared: [] },
  })
  expect(server.told).toHaveLength(1)
})

test('a process that is killed while it fetches is begun again, and nothing is lost or there twice', async () => {
  let kill = (): void => undefined
  const server = await press((count) => {
    if (count === 2) kill()
  })
  const cwd = await folderOf(`<outline xmlUrl="${server.address}/feed"/>`)
  const args = ['watch', 'feeds.opml', '--out', 'stories', '--allow-private']
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  kill = () => child.kill('SIGKILL')
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  kill = () => undefined
  const after = await synoptic([...args, '--once'], { cwd, env })
  expect(after.code, after.stderr).toBe(0)
  const rows = (await readFile(path.join(cwd, 'stories/stories.csv'), 'utf8')).trim().split('\r\n').slice(1)
  expect(rows).toHaveLength(3)
  for (const name of reports)
    expect(server.asked.filter(({ url }) => url === `/${name}`).length).toBeLessThanOrEqual(2)
})

test('without --once it says what could not be read, goes on, and ends when it is told to', async () => {
  const server = await press(undefined, [...reports, 'gone'])
  const cwd = await folderOf(`<outline xmlUrl="${server.address}/feed"/>`)
  const args = ['watch', 'feeds.opml', '--out', 'stories', '--allow-private']
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = text(child.stderr)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  expect(line.toString()).toContain('3 new articles, 1 not read')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(child.exitCode, 'it waits for the next round').toBeNull()
  child.kill('SIGTERM')
  const [code] = (await once(child, 'close')) as [number]
  expect([code, await said]).toEqual([0, expect.stringContaining(`warning: ${server.address}/gone: `)])
})

test('a feed that fails is said and costs the exit code; without a list, or without any feed that works, too', async () => {
  const server = await press()
  const cwd = await folderOf(
    `<outline xmlUrl="${server.address}/feed"/><outline xmlUrl="${server.address}/none"/>`,
  )
  const args = (...more: readonly string[]): string[] => [
    'watch',
    ...more,
    '--once',
    '--allow-private',
    '--reports',
    '9',
  ]
  const partly = await synoptic(args('feeds.opml', '--out', 'a'), { cwd, env })
  expect(partly.code).toBe(2)
  expect(partly.stdout).toMatch(
    /failing {2}http:\/\/127\.0\.0\.1:\d+\/none: since 20.*1 time: the site has no page at this address/u,
  )
  expect((await synoptic(args(`${server.address}/none`, '--out', 'b'), { cwd, env })).code).toBe(1)
  const usage = await synoptic(args('gone.opml', '--out', 'c'), { cwd, env })
  expect([usage.code, usage.stderr]).toEqual([64, expect.stringContaining('gone.opml: no such file')])
})
