import { describe, expect, it } from 'vitest'
import { expandSources } from '../../src/ingest/expand.js'
import { ingest } from '../../src/ingest/ingest.js'
import { RawPage } from '../../src/model/raw-page.js'
import { sha256 } from '../../src/text/hash.js'
import { world, type Tree } from './world.js'

async function ingested(name: string, tree: Tree = {}): Promise<RawPage> {
  const deps = world(tree)
  const [source] = (await expandSources([name], deps)).sources
  if (source === undefined) throw new Error('no source')
  return RawPage.parse(JSON.parse(JSON.stringify(await ingest(source, deps.fetchers))))
}

describe('a source that can be read', () => {
  it('keeps its bytes and their hash through JSON', async () => {
    const bytes = Uint8Array.from([0x63, 0x61, 0x66, 0xe9])
    expect(await ingested('a.txt', { 'a.txt': bytes })).toMatchObject({
      state: 'read',
      mediaType: 'text',
      bytes: Buffer.from(bytes).toString('base64'),
      sha256: sha256(bytes),
      issues: [],
    })
  })

  it.each([
    ['a.html', 'no tags at all', 'html'],
    ['a.dat', '<!doctype html><p>x', 'html'],
    ['a.dat', 'Plain words.', 'text'],
  ])('%s with %j is %s', async (name, content, mediaType) => {
    expect(await ingested(name, { [name]: content })).toMatchObject({ mediaType })
  })
})

describe('a source that is lost', () => {
  it.each<[string, Tree, string, string]>([
    ['a.html', {}, 'not-found', 'a.html: no such file'],
    ['a.html', { 'a.html': ' \n' }, 'empty', 'a.html: it is empty'],
    ['a.html', { 'a.html': '%PDF-1.7' }, 'binary', 'a.html: it is a PDF document, not a web page or text'],
    ['a', { a: 'PK\u0003\u0004 word/' }, 'binary', 'a: it is a Word document'],
    [
      'a.txt',
      { 'a.txt': '<rss version="2.0"><item>' },
      'wrong-content-type',
      'a.txt: it is a feed or sitemap',
    ],
    ['story', { story: {} }, 'empty-folder', 'story: the folder holds no page'],
    [
      'story',
      { story: { 'event.json': '{' } },
      'malformed-event',
      'story: the event file is not valid JSON: line 1',
    ],
    ['ftp://a.example/', {}, 'refused-scheme', 'ftp://a.example/: only http and https addresses are fetched'],
    [
      'https://me:pw@a.example/',
      {},
      'refused-credentials',
      'https://…@a.example/: the address holds a user name',
    ],
  ])('%#: %s', async (name, tree, code, words) => {
    const page = await ingested(name, tree)
    expect(page).toMatchObject({
      state: 'lost',
      issues: [{ code, severity: 'error', stage: 'ingest', source: name }],
    })
    expect(page.issues[0]?.message).toContain(words)
    expect(page.issues[0]?.message).not.toContain('pw')
  })
})
