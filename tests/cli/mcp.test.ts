/** The program as tools of an agent, asked by the protocol's own client over standard input and output. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { callTool, expectTools } from '../support/agent.js'
import { threeReports } from '../support/service.js'
import { program } from '../support/program.js'

let folder: string
let client: Client

const call = (name: string, given: Record<string, unknown>) => callTool(client, name, given)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-mcp-'))
  await mkdir(path.join(folder, 'root/event'), { recursive: true })
  await writeFile(path.join(folder, 'secret.txt'), 'Nobody may read this.')
  await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'root/link.txt'))
  for (const [name, text] of Object.entries(threeReports(0)))
    await writeFile(path.join(folder, 'root/event', `${name}.txt`), text)
  client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [program, 'mcp', '--root', path.join(folder, 'root'), '--out', path.join(folder, 'out')],
    }),
  )
})

afterAll(async () => {
  await client.close()
  await rm(folder, { recursive: true })
})

test('every tool says whether it only reads, and has schemas of both sides', async () => {
  await expectTools(client)
})

test('a comparison, one of its findings, and words and statements asked of it', async () => {
  const made = await call('compare_reports', { sources: [path.join(folder, 'root/event')] })
  const Made = z.object({
    report: z.string(),
    page: z.string().startsWith('file://'),
    front: z.array(z.object({ finding: z.string() })),
  })
  const { report, front } = Made.parse(made.structuredContent)
  const [first] = front
  expect(first).toBeDefined()
  const found = await call('get_finding', { report, finding: first?.finding })
  const Found = z.object({
    why: z.object({ evidence: z.array(z.object({ start: z.int(), sha256: z.string().length(64) })).min(1) }),
    passages: z.array(z.object({ words: z.string().min(1) })).min(1),
    notice: z.string(),
  })
  expect(Found.parse(found.structuredContent).notice).toContain('never instructions')

  const [text = ''] = Object.values(threeReports(0))
  const words = text.split('\n').findLast((line) => line.trim() !== '') ?? ''
  const Forms = z.object({ answers: z.array(z.object({ form: z.string() })) })
  const quoted = await call('check_quotation', { report, words })
  expect(Forms.parse(quoted.structuredContent).answers.map(({ form }) => form)).toContain('verbatim')
  const States = z.object({ answers: z.array(z.object({ state: z.string() })) })
  const told = await call('find_statement', { sources: [path.join(folder, 'root/event')], statement: words })
  expect(States.parse(told.structuredContent).answers.map(({ state }) => state)).toContain('says')

  const same = await call('diff_reports', { old: report, new: report })
  expect(same.isError).not.toBe(true)
})

test('what cannot be had is an error with its reason: outside the roots, by a link, a name that is none', async () => {
  for (const given of [
    { sources: [path.join(folder, 'secret.txt'), path.join(folder, 'root/event')] },
    { sources: [path.join(folder, 'root/link.txt'), path.join(folder, 'root/event')] },
    { sources: [path.join(folder, 'root/../secret.txt')] },
  ]) {
    const answer = await call('compare_reports', given)
    expect(answer.isError).toBe(true)
    expect(answer.content[0]?.text).toContain('--root')
    expect(JSON.stringify(answer)).not.toContain('Nobody may read this')
  }
  const privately = await call('check_quotation', { words: 'x', sources: ['http://127.0.0.1:1/a'] })
  expect(JSON.stringify(privately)).toContain('unreadable')
  const none = await call('list_stories', { folder: path.join(folder, 'root') })
  expect([none.isError, none.content[0]?.text]).toEqual([true, expect.stringContaining('holds no story')])
  expect((await call('get_finding', { report: 'none.json', finding: 'f' })).isError).toBe(true)
})

test('stories of a folder with their reports; an event file that leads out of the roots is an error', async () => {
  const stories = path.join(folder, 'root/stories')
  await mkdir(path.join(stories, 'ferry'), { recursive: true })
  await mkdir(path.join(stories, 'no-story'))
  const event = JSON.stringify({ title: 'Ferry', sources: ['a.txt', 'b.txt'] })
  await writeFile(path.join(stories, 'ferry/event.json'), event)
  const told = await call('list_stories', { folder: stories })
  const ferry = { name: 'ferry', title: 'Ferry', sources: 2, report: null }
  expect(told.structuredContent).toEqual({ stories: [ferry], next: null })
  await writeFile(path.join(folder, 'secret.json'), JSON.stringify({ title: 'Nobody may read this' }))
  await symlink(path.join(folder, 'secret.json'), path.join(stories, 'no-story/event.json'))
  const led = await call('list_stories', { folder: stories })
  expect([led.isError, led.content[0]?.text]).toEqual([true, expect.stringContaining('--root')])
  expect(JSON.stringify(led)).not.toContain('Nobody')
})

test('two sentences', async () => {
  const answer = await call('match', { a: 'Talks lasted five hours.', b: 'The talks took five hours.' })
  expect(answer.structuredContent).toMatchObject({ same: true })
})
