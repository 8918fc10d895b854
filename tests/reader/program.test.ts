/** The second reader from the command line, over a server that speaks the protocol, and by way of files. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findStatement } from '../../src/index.js'
import { FoundStatement } from '../../src/model/asked.js'
import { Notes } from '../../src/model/notes.js'
import { Report } from '../../src/model/report.js'
import type { ChatBody } from '../../src/ports/reader.js'
import { site, type Site } from '../adapters/local-site.js'
import { root } from '../support/event.js'
import { synoptic } from '../support/in-process.js'

const texts = {
  'harbour.txt':
    'Bridge in Velden closed\n\nEngineers closed the harbour bridge in Velden on Monday. The repair of the bridge will cost 12 million crowns.\n',
  'courier.txt':
    'Velden bridge shut for repairs\n\nThe harbour bridge in Velden was closed on Tuesday. The repair of the bridge will cost 15 million crowns.\n',
}
const key = 'sk-nobody-may-see-this'
let folder = ''
/** Another model, from what it is shown. */
let answers: ((lines: readonly string[]) => readonly object[]) | null = null
let server: Site

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-reader-'))
  for (const [name, text] of Object.entries(texts)) await writeFile(path.join(folder, name), text)
  server = await site((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const content = answerTo(JSON.parse(text) as ChatBody)
      response.end(JSON.stringify({ choices: [{ message: { content } }] }))
    })
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** The cost, from both. */
function answerTo({ messages, response_format: { json_schema } }: ChatBody): string {
  if (json_schema.name === 'pairs') {
    const pairs = (messages[1]?.content ?? '').split('\n\n').map((lines) => lines.split('\n'))
    const verdicts = pairs.map(([pair, , sentence = '']) => ({
      pair,
      verdict: /bridge.+closed|closed.+bridge/u.test(sentence) ? 'same' : 'different',
    }))
    return JSON.stringify({ verdicts: pairs.some(([, a = '']) => a.startsWith('A1 A way')) ? verdicts : [] })
  }
  const lines = (messages[1]?.content ?? '').split('\n')
  if (answers) return JSON.stringify({ differences: answers(lines) })
  const found = lines.flatMap((line) => {
    const [, sentence, words] = /^([A-Z]\d+) (The repair of .+)$/u.exec(line) ?? []
    return sentence === undefined ? [] : [{ sentence, words, by: null }]
  })
  const question = 'How much will the repair of the bridge cost?'
  return JSON.stringify({
    differences: [{ question, kind: 'value', answers: found, silent: [], later: [], weight: 3 }],
  })
}

const run = (...args: readonly string[]) =>
  synoptic(args, {
    cwd: folder,
    env: { SYNOPTIC_READER_KEY: key, XDG_STATE_HOME: path.join(folder, 'state') },
  })
const reader = () => ['--reader', server.address, '--reader-model', 'stub'] as const
const sources = ['harbour.txt', 'courier.txt'] as const
const reportIn = async (name: string): Promise<Report> =>
  Report.parse(JSON.parse(await readFile(path.join(folder, name, 'report.json'), 'utf8')))

test('what the model notes stands in the report, and its notes give the same bytes without it', async () => {
  const first = await run('compare', ...sources, ...reader(), '--out', 'read')
  expect(first, first.stderr).toMatchObject({ code: 0 })
  const report = await reportIn('read')
  expect(
    report.findings.some(({ notes, question }) => notes !== undefined && question?.startsWith('How much')),
  ).toBe(true)
  expect(report.generator.reader).toMatchObject({ name: 'stub', prompts: 'synoptic-reader/1' })
  await run('compare', ...sources, '--notes', 'read/notes.json', '--out', 'again')
  for (const name of ['report.json', 'report.html', 'findings.csv'])
    expect(await readFile(path.join(folder, 'again', name), 'utf8')).toBe(
      await readFile(path.join(folder, 'read', name), 'utf8'),
    )
  const before = server.asked.length
  await run('compare', ...sources, ...reader(), '--out', 'read')
  expect(server.asked).toHaveLength(before)
})

test('a reader of the settings is asked nothing with --no-reader', async () => {
  const before = server.asked.length
  const env = { SYNOPTIC_READER_URL: server.address, SYNOPTIC_READER_MODEL: 'stub' }
  const alone = await synoptic(['compare', ...sources, '--no-reader', '--out', 'alone'], { cwd: folder, env })
  expect(alone, alone.stderr).toMatchObject({ code: 0 })
  expect(server.asked).toHaveLength(before)
  expect((await reportIn('alone')).notes).toBeUndefined()
})

test('a statement is asked for, and the model judges what comes nearest; without one the program answers alone', async () => {
  const ask = async (...more: readonly string[]) => {
    const wanted = 'A way across the harbour is no longer open.'
    const { code, stdout, stderr } = await run('find-statement', wanted, ...sources, '--json', ...more)
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => FoundStatement.parse(JSON.parse(line)))
    return { code, stderr, found }
  }
  const judged = await ask(...reader())
  expect(judged.found.map(({ state, second }) => [state, second?.reader.name])).toEqual([
    ['says', 'stub'],
    ['says', 'stub'],
  ])
  expect(judged.found[0]?.evidence[0]?.text).toBe('Engineers closed the harbour bridge in Velden on Monday.')
  const alone = await ask()
  expect(alone.found.map(({ second }) => second)).toEqual([undefined, undefined])
  const lost = await ask('--reader', 'http://127.0.0.1:9', '--reader-model', 'stub')
  expect([lost.code, lost.found]).toEqual([0, alone.found])
  expect(lost.stderr).toContain('the answers are the program’s alone')
})

test('the same in the package', async () => {
  const names = sources.map((name) => path.join(folder, name))
  const wanted = 'A way across the harbour is no longer open.'
  const at = { url: server.address, model: 'other-stub' }
  const found = await findStatement(wanted, names, { reader: at })
  expect(found.map(({ state }) => state)).toEqual(['says', 'says'])
  const lost = findStatement(wanted, names, { reader: { ...at, url: 'http://127.0.0.1:9' } })
  await expect(lost).rejects.toThrow('The second reader judged nothing')
})

test('a reader that fails leaves the report as without, says so, and never says the key', async () => {
  const lost = await run(
    'compare',
    ...sources,
    '--reader',
    'http://127.0.0.1:9',
    '--reader-model',
    'stub',
    '--out',
    'lost',
  )
  expect(lost.code).toBe(0)
  expect(lost.stderr).toContain('The second reader gave no notes')
  await run('compare', ...sources, '--out', 'plain')
  const [report, plain] = [await reportIn('lost'), await reportIn('plain')]
  expect(report.issues.map(({ code }) => code)).toContain('reader-failed')
  expect({ ...report, issues: [] }).toEqual({ ...plain, issues: [] })
  for (const text of [lost.stderr, lost.stdout, JSON.stringify(report)]) expect(text).not.toContain(key)
})

test('requests in a file, answers in a file: notes, bad lines named, and what of them is not so', async () => {
  const { stdout } = await run('notes', 'requests', ...sources, '--title', 'Velden')
  const asked = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { custom_id: string; body: ChatBody })
  const answers = asked.map(({ custom_id, body }) =>
    JSON.stringify({
      custom_id,
      response: { status_code: 200, body: { choices: [{ message: { content: answerTo(body) } }] } },
    }),
  )
  const other = JSON.stringify({ custom_id: 'other.1', response: null, error: {} })
  await writeFile(path.join(folder, 'requests.jsonl'), stdout)
  await writeFile(path.join(folder, 'answers.jsonl'), ['no JSON', other, ...answers].join('\n'))
  const read = await run('notes', 'read', 'answers.jsonl')
  expect(read.code).toBe(2)
  expect(read.stderr).toContain('answers.jsonl, line 1: it is no JSON.')
  expect(read.stderr).toContain('line 2: nothing of the name other.1 was asked.')
  const notes = Notes.parse(JSON.parse(read.stdout))
  expect(notes.differences[0]?.answers).toHaveLength(2)

  await writeFile(path.join(folder, 'good.json'), read.stdout)
  expect(await run('notes', 'check', 'good.json', ...sources)).toMatchObject({ code: 0 })
  await writeFile(path.join(folder, 'bad.json'), read.stdout.replaceAll('12 million', '13 million'))
  const checked = await run('notes', 'check', 'bad.json', ...sources)
  expect(checked.code).toBe(1)
  expect(checked.stdout).toContain('words does not hold, not in the text')
})

test('a model is put to events with known answers; one that falls short is used only when that is said', async () => {
  type Sides = Readonly<Record<string, string>>
  const planted = JSON.parse(await readFile(path.join(root, 'data/reader-test/expected.json'), 'utf8')) as {
    readonly events: readonly { readonly planted: readonly Sides[] }[]
  }
  const tested = () => run('notes', 'test', ...reader())
  const idle = await tested()
  expect(idle.code, idle.stderr).toBe(1)
  expect(idle.stdout).toContain('0 of 20 planted differences found')
  const refused = await run('compare', ...sources, ...reader(), '--out', 'short')
  expect(refused.code).toBe(64)
  expect(refused.stderr).toContain('fell short')
  await run('compare', ...sources, ...reader(), '--reader-anyway', '--out', 'short')
  expect((await reportIn('short')).notes?.reader.test).toContain('falls short')

  // One that knows the answers.
  answers = (lines) =>
    planted.events
      .flatMap((event) => event.planted)
      .flatMap((sides) => {
        const found = Object.entries(sides).flatMap(([file, words]) => {
          const [, sentence] =
            /^([A-Z]+\d+) /u.exec(lines.find((line) => file !== 'silent' && line.includes(words)) ?? '') ?? []
          return sentence === undefined ? [] : [{ sentence, words, by: null }]
        })
        const letters = Object.keys(sides).includes('silent') ? ['C'] : []
        return found.length === 0
          ? []
          : [
              {
                question: 'How is it told?',
                kind: 'value',
                answers: found,
                silent: letters,
                later: [],
                weight: 3,
              },
            ]
      })
  const knowing = await tested()
  expect(knowing, knowing.stdout).toMatchObject({ code: 0 })
  expect(knowing.stdout).toContain('20 of 20 planted differences found, 0 wrong, 0 of')
})

test('a reader without a model, and an address with a password, are wrong usage', async () => {
  for (const wrong of [
    ['--reader', server.address],
    ['--reader', `http://a:${key}@b.example`, '--reader-model', 'm'],
  ]) {
    const { code, stderr } = await run('compare', ...sources, ...wrong)
    expect(code).toBe(64)
    expect(stderr).not.toContain(key)
  }
})
