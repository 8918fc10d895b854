/** A folder with the texts of two events, for one test each, and the batch command in it. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { BatchResult } from '../../src/model/batch-result.js'
import { synoptic } from '../support/in-process.js'
import { threeReports, type Environment } from '../support/service.js'
import { newDatabase, serverOfRun } from '../support/servers-of-run.js'

export const event = (number: number, id = `strike-${number}`) => ({
  id,
  sources: [
    `${number}-courier.txt`,
    `${number}-post.txt`,
    { source: `${number}-radio.txt`, outlet: 'Radio' },
  ],
})

export function batchFolder() {
  const own = {
    folder: '',
    async results(): Promise<BatchResult[]> {
      const text = await readFile(path.join(own.folder, 'out/results.jsonl'), 'utf8')
      return text
        .trimEnd()
        .split('\n')
        .map((line) => BatchResult.parse(JSON.parse(line)))
    },
    run: (manifest: string, options: readonly string[] = [], env: Environment = {}) =>
      synoptic(['batch', manifest, '--out', 'out', ...options], { cwd: own.folder, env }),
    mixedManifest: () => mixedManifest(own.folder),
  }
  beforeEach(async () => {
    own.folder = await mkdtemp(path.join(tmpdir(), 'synoptic-batch-'))
    for (const number of [0, 1])
      for (const [name, text] of Object.entries(threeReports(number)))
        await writeFile(path.join(own.folder, `${number}-${name}`), text)
  })
  afterEach(() => rm(own.folder, { recursive: true, force: true }))
  return own
}

/** Beside whole events: a file that is not there, a folder of the same texts under other names, an event file that is none, notes. */
async function mixedManifest(folder: string): Promise<string[]> {
  await mkdir(path.join(folder, 'saved'))
  for (const [name, text] of Object.entries({ ...threeReports(1), '.hidden': '', 'page.css': '' }))
    await writeFile(path.join(folder, 'saved', name), text)
  await mkdir(path.join(folder, 'broken'))
  await writeFile(path.join(folder, 'broken/event.json'), '{"sources": ')
  await mkdir(path.join(folder, 'noted'))
  for (const [name, text] of Object.entries(threeReports(0)))
    await writeFile(path.join(folder, 'noted', name), text)
  const words = threeReports(0)['post.txt']?.split('\n')[0] ?? ''
  const notes = JSON.stringify({
    format: 'synoptic-notes/1',
    reader: { kind: 'person', name: 'a desk editor' },
    differences: [
      {
        kind: 'omission',
        question: words,
        answers: [{ source: 'post.txt', words }],
        silent: ['radio.txt'],
        weight: 3,
      },
    ],
  })
  for (const name of ['notes.json', 'noted/notes.json']) await writeFile(path.join(folder, name), notes)
  await writeFile(
    path.join(folder, 'noted/event.json'),
    JSON.stringify({ notes: 'notes.json', sources: Object.keys(threeReports(0)) }),
  )
  const spoiled = { ...event(1, 'spoiled'), notes: 'noted/event.json' }
  const items = [
    { ...event(0), notes: 'notes.json' },
    { id: 'noted', sources: ['noted'] },
    { id: 'missing', sources: ['gone.txt', path.join(folder, '1-courier.txt'), '1-post.txt'] },
    { id: 'saved', sources: ['saved'] },
    { id: 'broken', sources: ['broken', '1-courier.txt', '1-post.txt'] },
  ]
  const lines = [...items, spoiled].map((item) => JSON.stringify(item))
  await writeFile(path.join(folder, 'events.jsonl'), lines.join('\n'))
  return items.map(({ id }) => id)
}

let serial = 0

/** A queue and a store of the test's own. */
export async function distributed(act: (environment: Environment) => Promise<void>): Promise<void> {
  const [redis, database] = await Promise.all([serverOfRun('redis'), newDatabase()])
  const environment = {
    REDIS_URL: redis.url,
    DATABASE_URL: database.url,
    SYNOPTIC_QUEUE_PREFIX: `batch-${process.pid}-${serial++}`,
  }
  try {
    await act(environment)
  } finally {
    await database.drop()
  }
}
