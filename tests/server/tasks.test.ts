/** The lines of docs/tasks.md run as printed, but for the service's address. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/event.js'
import { ferryA, ferryB, ferryPage, startServer, twoTexts, type TestServer } from './harness.js'

const run = promisify(execFile)
let server: TestServer
let folder: string
let text: string
const page = (words: string): string => {
  const [headline = '', ...paragraphs] = words.split('\n\n')
  return ferryPage(headline, ...paragraphs)
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-tasks-'))
  const pages = {
    'https://a.example/x': page(ferryA),
    'https://b.example/y': page(ferryB),
    'https://c.example/z': page(`${ferryA}\n\nThe harbour master saw it come in.`),
  }
  server = await startServer({ pages })
  server.work()
  text = await readFile(path.join(root, 'docs/tasks.md'), 'utf8')
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const blocks = (language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)].flatMap(([, name, lines = '']) =>
    name === language
      ? [lines.replaceAll('http://127.0.0.1:8080', server.url).replaceAll('localhost:8080', server.url)]
      : [],
  )

test('in Python', async () => {
  await writeFile(path.join(folder, 'tasks.py'), `${blocks('python').join('')}print(comparison["state"])\n`)
  const { stdout } = await run('python3', ['tasks.py'], { cwd: folder })
  expect(stdout).toBe('complete\n')
})

test('in TypeScript', async () => {
  const client = path.join(root, 'src/client.ts')
  const lines = blocks('ts').join('').replace("'synoptic/client'", `'${client}'`)
  const file = path.join(folder, 'tasks.mts')
  await writeFile(file, `${lines}console.log(state, reasons.length, answers.length, page.next)\n`)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file], { cwd: root })
  expect(stdout.trim().split('\n').at(-1)).toBe('complete 0 3 null')
})

test('on a shell', async () => {
  await writeFile(path.join(folder, 'events.json'), JSON.stringify({ events: [twoTexts] }))
  const made = async (at: string, body: object) =>
    ((await (await server.post(at, body)).json()) as { id: string }).id
  const [id, batch] = [
    await made('/api/comparisons', twoTexts),
    await made('/api/batches', { events: [twoTexts] }),
  ]
  await server.finished(id)
  const env = { ...process.env, ID: id, BATCH: batch }
  const commands = blocks('').flatMap((block) => block.replaceAll('\\\n', '').trim().split('\n'))
  expect(commands.length).toBeGreaterThan(8)
  for (const command of commands) {
    const lines = command.replace('curl -s', 'curl --fail -s').replace(/ \| jq .*/u, '')
    await run('sh', ['-c', lines], { cwd: folder, env, maxBuffer: 2 ** 24 })
  }
})
