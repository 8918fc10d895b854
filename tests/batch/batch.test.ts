/** The batch command on the built program: formats, bad entries, overview, queue. Killed: kills.release.test.ts. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseManifest } from '../../src/batch-manifest.js'
import { mendResults, progressLine } from '../../src/cli/batch/folder.js'
import { batch } from '../../src/cli/commands/batch.js'
import { Report } from '../../src/model/report.js'
import { ended, startWorker } from '../support/service.js'
import { batchFolder, distributed, event } from './events.js'

const own = batchFolder()

describe('manifest', () => {
  const wanted = [
    [
      'strike',
      null,
      [
        { source: 'a.html', outlet: null, publishedAt: null },
        { source: 'https://b.example/x', outlet: 'B', publishedAt: null },
      ],
    ],
    ['talks', 'The talks', [{ source: 'c.txt', outlet: null, publishedAt: null }]],
  ]
  test.each([
    [
      'events.csv',
      'event,source,outlet,title\nstrike,a.html,,\ntalks,c.txt,,The talks\nstrike,https://b.example/x,B,,,\n',
    ],
    [
      'events.jsonl',
      '{"id":"strike","sources":["a.html",{"source":"https://b.example/x","outlet":"B"}]}\n{"id":"talks","title":"The talks","sources":["c.txt"]}\n',
    ],
    [
      'events.yaml',
      '- id: strike\n  sources: [a.html, {source: "https://b.example/x", outlet: B}]\n- id: talks\n  title: The talks\n  sources: [c.txt]\n',
    ],
  ])('%s', async (file, text) => {
    const entries = await parseManifest(file, text)
    expect(
      entries.map((entry) => (entry.ok ? [entry.item.id, entry.item.title, entry.item.sources] : entry)),
    ).toEqual(wanted)
  })

  test.each([
    ['events.txt', 'a', /manifest is a .csv, .jsonl or .yaml/u],
    ['events.csv', 'name,url\na,b\n', /columns event and source/u],
    ['events.yaml', 'a: [', /not valid YAML/u],
    ['events.yaml', 'a: 1', /list of events/u],
    ['events.jsonl', '\n', /names no event/u],
  ])('%s that is none: %j', async (file, text, message) => {
    await expect(parseManifest(file, text)).rejects.toThrow(message)
  })

  test('a row that is broken costs itself alone', async () => {
    const rows = [
      '\uFEFFevent,source,outlet,title',
      'strike,a.html',
      'talks',
      '',
      'strike,b.html,B,The strike',
      ',c.html',
      'strike,d.html,D,,one cell too many',
      '"war, and peace",e.html',
    ]
    const entries = await parseManifest('a.csv', rows.join('\r\n'))
    expect(entries.map((entry) => (entry.ok ? entry.item : entry.message.slice(0, 15)))).toMatchObject([
      {
        id: 'strike',
        title: 'The strike',
        sources: [
          { source: 'a.html', outlet: null },
          { source: 'b.html', outlet: 'B' },
        ],
      },
      { id: 'war, and peace', title: null, sources: [{ source: 'e.html', outlet: null }] },
      'a.csv, line 3: ',
      'a.csv, line 6: ',
      'a.csv, line 7: ',
    ])
    await expect(parseManifest('a.csv', 'event,source\n"a,b')).rejects.toThrow(/not valid CSV/u)
  })

  test('a YAML list is read entry by entry, and a broken entry costs itself alone', async () => {
    const text = [
      '%YAML 1.2',
      '---',
      '# what was told in March',
      '',
      '- id: strike # the first',
      '  sources:',
      '  - a.html',
      '  - source: b.html',
      '    outlet: |',
      '      - B',
      '- sources: [c.html',
      '# and one more',
      '- title: "The talks',
      '    in Orla"',
      '  sources:',
      '    - d.html',
      '    -',
      '      source: e.html',
    ].join('\r\n')
    const entries = await parseManifest('a.yaml', text)
    expect(entries.map((entry) => (entry.ok ? entry.item : entry.message.slice(0, 26)))).toMatchObject([
      { id: 'strike', sources: [{ source: 'a.html' }, { source: 'b.html', outlet: '- B' }] },
      'a.yaml, entry 2, line 11: ',
      { id: 'event-0003', title: 'The talks in Orla', sources: [{ source: 'd.html' }, { source: 'e.html' }] },
    ])
    const indented = await parseManifest('a.yaml', '  - sources: [a.html]\n  - sources:\n    - b.html\n')
    expect(indented.map((entry) => (entry.ok ? entry.item.sources[0]?.source : entry))).toEqual([
      'a.html',
      'b.html',
    ])
  })

  test.each([
    ['a.csv', `event,source\n${'e,a.html\n'.repeat(100_001)}`, /at most 100000 rows or lines/u],
    ['a.jsonl', '{"sources":["a.html"]}\n'.repeat(100_001), /at most 100000 rows or lines/u],
    ['a.csv', `event,source\n"${'no end of the cell '.repeat(60_000)}`, /not valid CSV/u],
    ['a.jsonl', `{}\n${'no end of the line '.repeat(60_000)}`, /line 2 is too long/u],
    ['a.yaml', '- sources: [a.html]\n'.repeat(100_001), /at most 100000 rows or lines/u],
    ['a.yaml', `- sources:\n${'  - a.html\n'.repeat(10_000)}`, /entry at line 1 is too long/u],
    ['a.yaml', `[\n${'{sources: [a.html]},\n'.repeat(5_000)}`, /in brackets has at most 100000/u],
  ])('%s is refused when it is too much', async (file, text, message) => {
    await expect(parseManifest(file, text)).rejects.toThrow(message)
  })

  test('aliases that would multiply to gigabytes are refused', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `- &a${n} [${n === 0 ? 'x' : `*a${n - 1}, *a${n - 1}`}]`,
    )
    const inBrackets = `[\n${levels.map((level) => level.slice(2)).join(',\n')}\n]`
    await expect(parseManifest('a.yaml', inBrackets)).rejects.toThrow(/alias/iu)
    const entries = await parseManifest('a.yaml', `${levels.join('\n')}\n- sources: [a.html]`)
    expect(entries.map(({ ok }) => ok)).toEqual([...levels.map(() => false), true])
    await expect(parseManifest('a.yaml', '['.repeat(100_000))).rejects.toThrow(/not valid YAML/u)
  })

  test('an event of more sources than can be compared is a problem of its own entry', async () => {
    const rows = Array.from({ length: 501 }, (_, n) => `big,${n}.html\n`).join('')
    const entries = await parseManifest('a.csv', `event,source\n${rows}small,a.html\n`)
    expect(entries.map((entry) => (entry.ok ? entry.item.id : entry.message))).toEqual([
      'a.csv, line 2: more than 500 sources stand for one event; divide it.',
      'small',
    ])
  })

  test('standard input is no source of a batch, and costs its own entry alone', async () => {
    const entries = await parseManifest(
      'a.jsonl',
      '{"id":"x","sources":["a.txt","-"]}\n{"id":"y","sources":["a.txt"]}\n',
    )
    expect(entries.map(({ ok }) => ok)).toEqual([false, true])
    expect(entries[0]).toMatchObject({
      id: 'x',
      message: 'a.jsonl, line 1: a batch does not read standard input (-); save the text and name its file.',
    })
  })
})

test.each([
  [0, 40, 3, '[--------------------] 0 of 40 events'],
  [1, 40, 6, '[--------------------] 1 of 40 events, 10 a minute, 4 min left'],
  [20, 40, 60, '[##########----------] 20 of 40 events, 20 a minute, 60 s left'],
  [39, 40, 60, '[###################-] 39 of 40 events, 39 a minute, 2 s left'],
  [40, 40, 60, '[####################] 40 of 40 events, 40 a minute, 0 s left'],
  [2, 1_000, 240, '[--------------------] 2 of 1000 events, 30 an hour, 33 h 16 min left'],
])('the bar for %i of %i after %i s', (done, total, seconds, line) => {
  expect(progressLine(done, total, seconds)).toBe(line)
})

test('a bad entry is named, and the rest goes on', async () => {
  const lines = [
    JSON.stringify(event(0)),
    '{"sources":[]}',
    'no json',
    JSON.stringify({ sources: ['gone.txt'] }),
  ]
  await writeFile(path.join(own.folder, 'events.jsonl'), lines.join('\n'))
  const { code, stdout, stderr } = await own.run('events.jsonl')
  expect(code).toBe(2)
  expect(stderr).toMatch(/events\.jsonl, line 2.*\n.*line 3/u)
  expect(stdout).toContain('4 events: 1 complete, 0 with a lost source, 1 with nothing comparable, 2 failed.')
  expect((await own.results()).map(({ id, state }) => [id, state]).toSorted()).toEqual([
    ['event-0004', 'nothing-comparable'],
    ['strike-0', 'complete'],
  ])
  const page = await readFile(path.join(own.folder, 'out/index.html'), 'utf8')
  expect(page).toContain('href="strike-0/report.html"')
  expect(page).toContain('line 2')
  // The event that was compared stands first, and it alone counts.
  expect(page.indexOf('strike-0/report.html')).toBeLessThan(page.indexOf('event-0004'))
  expect(page).not.toContain('event-0004/report.html')
  for (const table of ['findings', 'quotes', 'cells', 'articles']) {
    const rows = (await readFile(path.join(own.folder, `out/${table}.csv`), 'utf8')).trimEnd().split('\r\n')
    expect(rows[0]).toMatch(/^event,/u)
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.slice(1).filter((row) => !row.startsWith('strike-0,'))).toEqual([])
  }
})

test('begun again it makes what was removed from the folder', async () => {
  await writeFile(
    path.join(own.folder, 'events.jsonl'),
    [0, 1].map((n) => JSON.stringify(event(n))).join('\n'),
  )
  await own.run('events.jsonl')
  await rm(path.join(own.folder, 'out/strike-0'), { recursive: true })
  const { code, stderr } = await own.run('events.jsonl')
  expect(code).toBe(0)
  expect(stderr).toContain('1 of 2 events were done')
  expect((await own.results()).map(({ id }) => id)).toHaveLength(3)
  expect(await readFile(path.join(own.folder, 'out/cells.csv'), 'utf8')).toContain('\nstrike-0,')
})

test('through the queue it gives the same as here', async () => {
  const ids = await own.mixedManifest()
  const all = async (): Promise<string[]> =>
    Promise.all(
      [...ids.map((id) => `${id}/report.json`), 'cells.csv'].map((file) =>
        readFile(path.join(own.folder, 'out', file), 'utf8'),
      ),
    )
  const outcomes = async (): Promise<object[]> =>
    (await own.results())
      .map((result) => ({ ...result, seconds: 0 }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect((await own.run('events.jsonl')).code).toBe(2)
  const [here, outcomesHere] = [await all(), await outcomes()]
  const saved = Report.parse(
    JSON.parse(await readFile(path.join(own.folder, 'out/saved/report.json'), 'utf8')),
  )
  expect(saved.issues[0]?.message).toMatch(/^saved: 1 of its files .* \(page\.css\)/u)
  expect(outcomesHere.find((result) => 'id' in result && result.id === 'missing')).toMatchObject({
    articles: 2,
  })
  for (const id of ['strike-0', 'noted']) {
    const report = await readFile(path.join(own.folder, 'out', id, 'report.json'), 'utf8')
    expect(Report.parse(JSON.parse(report)).generator.reader?.name).toBe('a desk editor')
  }
  expect(outcomesHere.find((result) => 'id' in result && result.id === 'spoiled')).toMatchObject({
    state: 'failed',
    reasons: [expect.stringContaining('event.json is not notes (synoptic-notes/1) at format')],
  })
  await rm(path.join(own.folder, 'out'), { recursive: true })
  await distributed(async (environment) => {
    const worker = startWorker(environment)
    worker.stderr?.resume()
    expect((await own.run('events.jsonl', ['--queue'], environment)).code).toBe(2)
    worker.kill('SIGTERM')
    expect(await ended(worker)).toBe(0)
  })
  expect(await outcomes()).toEqual(outcomesHere)
  expect(await all()).toEqual(here)
})

test('a folder that cannot be had, or holds something else, is a sentence', async () => {
  await writeFile(path.join(own.folder, 'events.jsonl'), JSON.stringify(event(0)))
  const terminal = {
    out: () => Promise.resolve(),
    warn: () => undefined,
    progress: () => undefined,
    width: 80,
    colour: false,
  }
  const into = (out: string) =>
    batch(
      [path.join(own.folder, 'events.jsonl')],
      {
        out: path.join(own.folder, out),
        queue: false,
        zone: 'UTC',
        allowPrivate: false,
        readerAnyway: false,
        quiet: true,
      },
      terminal,
    )
  await expect(into('events.jsonl')).rejects.toThrow(/The folder .+ cannot be made: .+ --out/u)
  await mkdir(path.join(own.folder, 'other'))
  for (const line of ['{"id":1}', 'no json']) {
    await writeFile(path.join(own.folder, 'other/results.jsonl'), `${line}\n`)
    await expect(into('other')).rejects.toThrow(/results\.jsonl, line 1: it is no result of a batch/u)
  }
})

test('a torn last line goes, and nothing else, whatever bytes stand before it', async () => {
  const file = path.join(own.folder, 'torn.jsonl')
  const whole = Buffer.from('{"id":"caf\xe9"}\n', 'latin1')
  for (const rest of ['', '{"id":"e5","ha']) {
    await writeFile(file, Buffer.concat([whole, Buffer.from(rest)]))
    await mendResults(file)
    expect(await readFile(file)).toEqual(whole)
  }
})

test('--queue without servers says what is needed', async () => {
  await writeFile(path.join(own.folder, 'events.jsonl'), JSON.stringify(event(0)))
  const { code, stderr } = await own.run('events.jsonl', ['--queue', '--allow-private'])
  expect(code).toBe(64)
  expect(stderr).toContain('REDIS_URL')
  expect(stderr).toContain('--allow-private has no effect with --queue')
})
