import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.js'
import { expandSources } from '../../src/ingest/expand.js'
import { titleFromName } from '../../src/ingest/sources.js'
import { world, type Tree } from './world.js'

const event = (content: unknown): string => JSON.stringify(content)
const expand = (names: readonly string[], tree: Tree = {}) => expandSources(names, world(tree))

/** `name → kind location (outlet)` or `name ✗ code`. */
async function drawn(names: readonly string[], tree: Tree = {}): Promise<readonly string[]> {
  const { sources } = await expand(names, tree)
  return sources.map((source) =>
    source.problem === undefined
      ? `${source.name} → ${source.kind} ${source.location}${source.outlet === null ? '' : ` (${source.outlet})`}`
      : `${source.name} ✗ ${source.problem.code}`,
  )
}

describe('one argument', () => {
  it.each([
    ['https://a.example/x#top', 'https://a.example/x#top → url https://a.example/x'],
    ['-', '- → stdin -'],
    ['page.html', 'page.html → file page.html'],
    ['ftp://a.example/x', 'ftp://a.example/x ✗ refused-scheme'],
    ['file:///etc/passwd', 'file:///etc/passwd ✗ refused-scheme'],
    ['javascript:alert(1)', 'javascript:alert(1) ✗ refused-scheme'],
    ['https://me:pw@a.example/', 'https://me:pw@a.example/ ✗ refused-credentials'],
    ['http:a', 'http:a ✗ malformed-url'],
  ])('%s', async (name, line) => {
    expect(await drawn([name])).toEqual([line])
  })

  it('keeps order and repeated names', async () => {
    expect(await drawn(['b.txt', 'a.txt', 'b.txt'])).toEqual([
      'b.txt → file b.txt',
      'a.txt → file a.txt',
      'b.txt → file b.txt',
    ])
  })
})

describe('a folder', () => {
  const tree = {
    'harbour-strike_2026': {
      'b.html': 'b',
      'B.html': 'B',
      'a.txt': 'a',
      'é.html': 'é',
      '.hidden.html': '',
      'photo.jpg': '',
      'brief.pdf': '%PDF-1.4',
      files: { 'x.html': 'x' },
    },
    empty: { '.DS_Store': '', 'a.css': '' },
  }

  it('gives its direct pages by code unit', async () => {
    expect(await drawn(['harbour-strike_2026'], tree)).toEqual([
      'harbour-strike_2026/B.html → file harbour-strike_2026/B.html',
      'harbour-strike_2026/a.txt → file harbour-strike_2026/a.txt',
      'harbour-strike_2026/b.html → file harbour-strike_2026/b.html',
      'harbour-strike_2026/brief.pdf → file harbour-strike_2026/brief.pdf',
      'harbour-strike_2026/é.html → file harbour-strike_2026/é.html',
    ])
  })

  it('says what it passed over', async () => {
    const { issues } = await expand(['harbour-strike_2026'], tree)
    expect(issues).toMatchObject([{ code: 'members-passed-over', severity: 'info' }])
    expect(issues[0]?.message).toContain('photo.jpg')
  })

  it.each([
    [['harbour-strike_2026'], 'Harbour strike 2026'],
    [['harbour-strike_2026/'], 'Harbour strike 2026'],
    [['harbour-strike_2026', 'c.html'], null],
    [['c.html'], null],
  ])('%j has the title %s', async (names, title) => {
    expect((await expand(names, tree)).title).toBe(title)
  })

  it.each([
    ['moscow-talks/html', 'Moscow talks'],
    ['./moscow-talks/saved/pages/', 'Moscow talks'],
    ['/srv/moscow-talks/html', 'Moscow talks'],
    ['html', null],
    ['../html', null],
    ['2025-12', null],
    ['2025-12/html', null],
  ])('%s has a title of the event, not of its files', (folder, title) => {
    expect(titleFromName(folder)).toBe(title)
  })

  it('without pages is lost in its place', async () => {
    expect(await drawn(['a.html', 'empty', 'b.html'], tree)).toEqual([
      'a.html → file a.html',
      'empty ✗ empty-folder',
      'b.html → file b.html',
    ])
  })
})

describe('an event file', () => {
  const pages = { 'one.html': '1', 'two.html': '2' }
  const story = (content: unknown): Tree => ({
    story: { 'event.json': event(content), pages, 'other.html': 'o' },
  })
  const good = story({
    title: ' The strike ',
    sources: ['pages/one.html', { source: './pages/two.html', outlet: 'The Two' }, 'https://a.example/x'],
  })

  it('in a folder is the event', async () => {
    expect(await drawn(['story'], good)).toEqual([
      'story/pages/one.html → file story/pages/one.html',
      'story/./pages/two.html → file story/pages/two.html (The Two)',
      'story/https://a.example/x → url https://a.example/x',
    ])
    expect((await expand(['story'], good)).title).toBe('The strike')
  })

  it('named itself gives argument + / + member', async () => {
    expect((await drawn(['story/event.json'], good))[0]).toBe(
      'story/event.json/pages/one.html → file story/pages/one.html',
    )
  })

  it('is read back by the names of its members, as a saved report has them', async () => {
    const names = [
      'story/event.json/./pages/two.html',
      'story/https://a.example/x',
      'story/event.json/gone.html',
      'www.a.example/https://b.example/x',
    ]
    expect(await drawn(names, good)).toEqual([
      'story/event.json/./pages/two.html → file story/pages/two.html (The Two)',
      'story/https://a.example/x → url https://a.example/x',
      'story/event.json/gone.html → file story/event.json/gone.html',
      'www.a.example/https://b.example/x → file www.a.example/https://b.example/x',
    ])
  })

  it('without a title has none: the headlines give one', async () => {
    const untitled = story({ sources: ['other.html'] })
    expect((await expand(['story'], untitled)).title).toBeNull()
    expect((await expand(['story/event.json'], untitled)).title).toBeNull()
  })

  it.each(['../secret.txt', '/etc/passwd', 'pages/../../x', '.', '..'])('may not name %s', async (source) => {
    expect(await drawn(['story'], story({ sources: ['other.html', source] }))).toEqual([
      'story/other.html → file story/other.html',
      `story/${source} ✗ outside-folder`,
    ])
  })

  it('may not reach outside by a symbolic link', async () => {
    const link = path.resolve('story/other.html')
    const deps = world(story({ sources: ['other.html'] }), { [link]: '/etc/passwd' })
    const { sources } = await expandSources(['story'], deps)
    const pages = await Promise.all(sources.map((source) => ingest(source, deps.fetchers)))
    expect(pages).toMatchObject([{ state: 'lost', issues: [{ code: 'outside-folder' }] }])
  })

  it('names a file of notes in its own folder', async () => {
    const noted = (notes: string) => ({ story: { 'event.json': event({ notes, sources: ['a.html'] }) } })
    expect((await expand(['story'], noted('notes.json'))).notes).toEqual({
      name: 'story/notes.json',
      location: 'story/notes.json',
      within: 'story',
    })
    expect(await drawn(['story'], noted('../notes.json'))).toEqual(['story ✗ malformed-event'])
  })

  it('may not name another event file, standard input of somebody else, or strange schemes', async () => {
    expect(
      await drawn(
        ['story'],
        story({ sources: ['sub/event.json', '-', 'ftp://a.example', 'https://me@a.example'] }),
      ),
    ).toEqual([
      'story/sub/event.json ✗ nested-event',
      'story/- → file story/-',
      'story/ftp://a.example ✗ refused-scheme',
      'story/https://me@a.example ✗ refused-credentials',
    ])
  })

  it.each([
    ['', 'the event file is empty'],
    ['{"sources": ["a"],}', 'not valid JSON: line 1, column 19: expected a name in double quotation marks'],
    ['{\n  "sources": [\n    "a"\n    "b"\n  ]\n}', 'line 4, column 5: expected a comma or ]'],
    ['[]', 'the whole file should be an object'],
    ['{}', 'sources should be a list'],
    ['{"sources": []}', 'sources is an empty list'],
    ['{"sources": "a"}', 'sources should be a list'],
    ['{"sources": ["a", 7]}', 'sources[1] should be a path or address'],
    ['{"sources": [{"outlet": "A"}]}', 'sources[0] should be a path or address'],
    ['{"sources": ["a"], "name": "x"}', 'the whole file has unknown name "name"'],
    ['{"sources": ["a"], "title": 5}', 'title should be a text'],
    ['{"sources": [{"source": "a", "publishedAt": "yesterday"}]}', 'the time as 2025-12-03'],
    [JSON.stringify({ sources: Array(501).fill('a') }), 'sources has more than 500 entries'],
  ])('%# malformed: %.40s', async (content, words) => {
    const { sources } = await expand(['story', 'x.html'], { story: { 'event.json': content } })
    expect(sources).toMatchObject([
      { name: 'story', problem: { code: 'malformed-event' } },
      { name: 'x.html' },
    ])
    expect(sources[0]?.problem?.message).toContain(words)
  })

  it('with a byte order mark is read', async () => {
    expect(await drawn(['story'], { story: { 'event.json': '\uFEFF{"sources":["a.html"]}' } })).toEqual([
      'story/a.html → file story/a.html',
    ])
  })

  it.each([
    ['a day', '2025-12-03', '2025-12-03'],
    ['a time without seconds', '2025-12-03T08:05+02:00', '2025-12-03T08:05:00+02:00'],
    ['a time without offset', '2025-12-03T08:05:30', '2025-12-03T08:05:30'],
    ['nothing', '', null],
  ])('takes %s as the time of publication', async (_name, publishedAt, kept) => {
    const { sources } = await expand(
      ['story'],
      story({ sources: [{ source: 'a.txt', publishedAt, outlet: '' }] }),
    )
    expect(sources).toMatchObject([{ name: 'story/a.txt', outlet: null, publishedAt: kept }])
  })

  it.each([{ title: '' }, { title: '  ' }, { title: null }, {}])(
    'leaves the title to the headlines: %j',
    async (part) => {
      const { title, sources } = await expand(['story'], story({ ...part, sources: ['a.txt'] }))
      expect(title).toBeNull()
      expect(sources).toHaveLength(1)
    },
  )

  it('opens no page while expanding', async () => {
    const deps = world(good)
    await expandSources(['story', 'https://b.example/', 'story/other.html'], deps)
    expect(deps.opened).toEqual(['story/event.json'])
  })
})
