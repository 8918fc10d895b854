/** The command on the built program: lists, folders, event files that `batch` compares, rulings that are kept. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { synoptic } from '../support/in-process.js'
import type { Run } from '../support/program.js'
import { newsroom, storyNames } from './newsroom.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-stories-'))
  for (const [name, text] of Object.entries(newsroom)) await writeFile(path.join(folder, `${name}.txt`), text)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const names = Object.keys(newsroom).map((name) => `${name}.txt`)
const inFolder = (...args: readonly string[]): Promise<Run> => synoptic(['cluster', ...args], { cwd: folder })

type Line = { readonly source: string; readonly story: string }
const linesOf = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

test('a folder of reports becomes a line each, and the same lines again', async () => {
  const { code, stdout } = await inFolder('.', '--json')
  expect(code).toBe(0)
  const lines = linesOf(stdout)
  expect(lines.map(({ source }) => source)).toEqual(names.map((name) => `./${name}`).sort())
  const stories = new Map(lines.map(({ source, story }) => [storyNames(path.basename(source)), story]))
  for (const { source, story } of lines) expect(stories.get(storyNames(path.basename(source)))).toBe(story)
  expect(new Set(stories.values()).size).toBe(4)
  expect((await inFolder('.', '--json')).stdout).toBe(stdout)
})

test('bad rows of a list are said, and lose nothing else', async () => {
  const rows = [
    'source,outlet,publishedAt',
    'ferry-courier.txt,The Courier,2025-03-04',
    ',Nobody,',
    'ferry-radio.txt,Radio,soon',
    'ferry-radio.txt,Radio,',
    'gone.txt,,',
    'tram-courier.txt,"=HYPERLINK(""x"")",',
  ]
  await writeFile(path.join(folder, 'list.csv'), rows.join('\n'))
  const { code, stdout, stderr } = await inFolder('list.csv', '--json', '--out', 'out')
  expect(code).toBe(2)
  expect(linesOf(stdout).map(({ source }) => source)).toEqual([
    'ferry-courier.txt',
    'ferry-radio.txt',
    'gone.txt',
    'tram-courier.txt',
  ])
  for (const said of [
    'line 3: it names no',
    'line 4: soon is no day',
    'line 5: ferry-radio.txt stands in',
    'gone.txt: ',
  ])
    expect(stderr).toContain(said)
  expect(await readFile(path.join(folder, 'out/stories.csv'), 'utf8')).toContain(`'=HYPERLINK`)
})

test('event files go through batch as they are', async () => {
  expect((await inFolder('.', '--out', 'out')).code).toBe(0)
  const { code, stdout } = await synoptic(['batch', 'out/events.jsonl', '--out', 'reports'], { cwd: folder })
  expect(stdout).toContain('4 events: 4 complete')
  expect(code).toBe(0)
})

test('what a person ruled holds, and stands in the file afterwards', async () => {
  await inFolder('.', '--out', 'out')
  const file = path.join(folder, 'out/decisions.csv')
  const before = await readFile(file, 'utf8')
  expect(before.split('\r\n')[0]).toBe('source,with,program,chance,ruling')
  const ruled = [
    './tram-radio.txt,./council-radio.txt,,,together',
    './ferry-later.txt,./ferry-courier.txt,,,apart',
    './ferry-later.txt,./ferry-radio.txt,,,perhaps',
  ]
  await writeFile(file, [...before.trimEnd().split('\r\n'), ...ruled].join('\n'))
  const { stdout, stderr } = await inFolder('.', '--out', 'out', '--json')
  const story = new Map(linesOf(stdout).map((line) => [path.basename(line.source, '.txt'), line.story]))
  expect(story.get('tram-radio')).toBe(story.get('council-radio'))
  expect(story.get('ferry-later')).not.toBe(story.get('ferry-courier'))
  expect(stderr).toContain('a ruling is together or apart')
  const after = await readFile(file, 'utf8')
  for (const row of ruled) expect(after).toContain(`${row}\r\n`)
  expect((await inFolder('.', '--out', 'out', '--json')).stdout).toBe(stdout)
})

test('without a place for the answer, without a list and with nothing to read it says so', async () => {
  expect((await inFolder('.')).code).toBe(64)
  const missing = await inFolder('missing.csv', '--json')
  expect(missing.code).toBe(64)
  expect(missing.stderr).toContain('missing.csv cannot be read')
  await writeFile(path.join(folder, 'list.csv'), 'address\nx\n')
  expect((await inFolder('list.csv', '--json')).stderr).toContain('should name the column source')
  const nothing = await inFolder('no-folder', '--json')
  expect(nothing.code).toBe(1)
  expect(await readdir(folder)).not.toContain('out')
})
