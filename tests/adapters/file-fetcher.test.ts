import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDisk, fileFetcher, streamFetcher } from '../../src/adapters/file-fetcher.js'
import type { FetchOutcome } from '../../src/ports/fetcher.js'

const limits = { maxBytes: 1_000 }
let folder = ''
const at = (name: string) => path.join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-files-'))
  writeFileSync(at('page.HTML'), '<p>a')
  writeFileSync(at('note.md'), 'a')
  writeFileSync(at('unnamed'), 'a')
  writeFileSync(at('exact.txt'), 'a'.repeat(1_000))
  writeFileSync(at('large.txt'), 'a'.repeat(1_001))
  mkdirSync(at('sub'))
  symlinkSync('nowhere', at('broken'))
  symlinkSync('circle', at('circle'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const fetch = (name: string) => fileFetcher(limits).fetch(at(name))

describe('a file', () => {
  it.each([
    ['page.HTML', 'text/html'],
    ['note.md', 'text/plain'],
    ['unnamed', null],
    ['exact.txt', 'text/plain'],
  ])('%s has media type %s', async (name, mediaType) => {
    expect(await fetch(name)).toMatchObject({ state: 'read', mediaType, url: null, fetchedAt: null })
  })

  it.each([
    ['large.txt', 'too-large', 'larger than the limit of 1 kB'],
    ['sub', 'is-folder', 'this is a folder'],
    ['broken', 'not-found', 'no such file'],
    ['circle', 'unreadable-file', 'symbolic links go round in a circle'],
    ['note.md/deeper', 'not-found', 'no such file'],
    ['a'.repeat(300), 'unreadable-file', 'longer than the system allows'],
    ['nul\u0000', 'unreadable-file', 'a character no path may hold'],
  ])('%# %s: %s', async (name, code, words) => {
    const outcome = await fetch(name)
    expect(outcome).toMatchObject({ state: 'failed', code, transient: false })
    expect(outcome).toHaveProperty('message', expect.stringContaining(words))
  })

  it('a pipe that nobody writes to is refused at once', async () => {
    execFileSync('mkfifo', [at('pipe')])
    expect(await fetch('pipe')).toMatchObject({ state: 'failed', code: 'not-regular' })
  })

  it('a member of a folder may not lead out of it by a link, whatever it is named, and may lead within', async () => {
    const member = (name: string): Promise<FetchOutcome> => fileFetcher(limits).fetch(at(name), at('story'))
    mkdirSync(at('story/deep'), { recursive: true })
    writeFileSync(at('story/deep/own.html'), '<p>own')
    symlinkSync('deep/own.html', at('story/inside.html'))
    symlinkSync('../note.md', at('story/outside.html'))
    symlinkSync('..', at('story/up'))
    symlinkSync(at('story'), at('door'))
    for (const name of ['story/deep/own.html', 'story/inside.html', 'door/inside.html'])
      expect(await member(name), name).toMatchObject({ state: 'read' })
    for (const name of ['story/outside.html', 'story/up/note.md', 'note.md'])
      expect(await member(name), name).toMatchObject({ state: 'failed', code: 'outside-folder' })
    expect(await fetch('story/outside.html'), 'a file that was named itself').toMatchObject({ state: 'read' })
  })

  it('a path that leads elsewhere by the time it is looked at again is refused', async () => {
    mkdirSync(at('race'))
    writeFileSync(at('race/a.html'), '<p>own')
    writeFileSync(at('race/b.html'), '<p>own')
    const secret = at('note.md')
    const swap = (): void => {
      rmSync(at('race/a.html'))
      symlinkSync(secret, at('race/a.html'))
      rmSync(at('race/a.html'))
      linkSync(at('race/b.html'), at('race/a.html'))
    }
    const timer = setInterval(swap, 0)
    for (let round = 0; round < 300; round++) {
      const outcome = await fileFetcher(limits).fetch(at('race/a.html'), at('race'))
      if (outcome.state === 'read') expect(Buffer.from(outcome.bytes).toString()).toBe('<p>own')
    }
    clearInterval(timer)
  })

  it('a socket is refused', async () => {
    const server = createServer().listen(at('socket'))
    await once(server, 'listening')
    expect(await fetch('socket')).toMatchObject({ state: 'failed', code: 'not-regular' })
    server.close()
  })

  it('a device is refused', async () => {
    expect(await fileFetcher(limits).fetch('/dev/zero')).toMatchObject({ code: 'not-regular' })
  })

  it.skipIf(process.getuid?.() === 0)('without permission', async () => {
    writeFileSync(at('locked.txt'), 'a')
    chmodSync(at('locked.txt'), 0)
    expect(await fetch('locked.txt')).toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('permission denied') as string,
    })
  })

  it('a web address without its scheme gets the hint', async () => {
    expect(await fileFetcher(limits).fetch('www.news.example/a')).toMatchObject({
      message: expect.stringContaining('start it with https://') as string,
    })
  })
})

describe('a stream', () => {
  it('is read to its end, once', async () => {
    const fetcher = streamFetcher(Readable.from([Buffer.from('a'), Buffer.from('b')]), limits)
    for (const outcome of [await fetcher.fetch('-'), await fetcher.fetch('-')])
      expect(outcome.state === 'read' && Buffer.from(outcome.bytes).toString()).toBe('ab')
  })

  it('is left at the limit', async () => {
    function* endless() {
      for (;;) yield Buffer.alloc(100, 'a')
    }
    expect(await streamFetcher(Readable.from(endless()), limits).fetch('-')).toMatchObject({
      code: 'too-large',
    })
  })
})

describe('localDisk', () => {
  it('tells files, folders and nothing apart; subfolders are no members', async () => {
    const disk = localDisk()
    expect(await disk.look(at('unnamed'))).toEqual({ kind: 'file' })
    expect(await disk.look(at('nothing'))).toEqual({ kind: 'missing' })
    expect(await disk.look(at('unnamed/x'))).toEqual({ kind: 'missing' })
    const seen = await disk.look(folder)
    expect(seen.kind === 'folder' && [...seen.members].sort()).toEqual(
      expect.arrayContaining(['broken', 'page.HTML', 'unnamed']),
    )
    expect(seen.kind === 'folder' && seen.members).not.toContain('sub')
  })
})
