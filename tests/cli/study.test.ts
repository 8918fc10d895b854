/** A study on the built program: batches to a folder, and what is refused in words. */
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Report } from '../../src/model/report.js'
import { Study } from '../../src/model/study.js'
import { writeJson } from '../../src/report/json.js'
import { ferryReport } from '../report/fixture.js'
import { synoptic } from '../support/in-process.js'
import type { Run } from '../support/program.js'

let folder: string
const run = (...args: string[]): Promise<Run> => synoptic(['study', ...args], { cwd: folder })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-study-'))
  for (const batch of ['one', 'two']) {
    await mkdir(path.join(folder, batch, 'strike'), { recursive: true })
    await writeFile(path.join(folder, batch, 'strike', 'report.json'), writeJson(Report, ferryReport))
  }
  await mkdir(path.join(folder, 'empty', 'event', 'report.json'), { recursive: true })
  await mkdir(path.join(folder, 'looped', 'event'), { recursive: true })
  await symlink('report.json', path.join(folder, 'looped', 'event', 'report.json'))
  await writeFile(path.join(folder, 'nameless.csv'), 'name,country\nTide Radio,NO\n')
  await writeFile(path.join(folder, 'twice.csv'), 'outlet,country\nTide Radio,NO\ntide radio,SE\n')
  await writeFile(path.join(folder, 'comma.csv'), 'outlet,country\nVarrick Courier,NO\nTide, Radio,SE\n')
  await writeFile(path.join(folder, 'short.csv'), 'outlet,country\nTide Radio\n')
  await writeFile(path.join(folder, 'outlets.csv'), 'outlet,constructor\nTide Radio,=1+1\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('two batches with one event are one study of one event, written whole', async () => {
  const { code, stdout, stderr } = await run(
    'one',
    'two',
    '--out',
    'made',
    '--outlets',
    'outlets.csv',
    '--json',
    '--quiet',
  )
  expect(code).toBe(2)
  expect(stderr).toContain('two/strike is left out: it has the same reports as one/strike.')
  expect(Study.parse(JSON.parse(stdout))).toMatchObject({ events: 1, leftOut: [{ event: 'two/strike' }] })
  const names = await readdir(path.join(folder, 'made'))
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  expect(names).toContain('index.html')
  const outlets = await readFile(path.join(folder, 'made/outlets.csv'), 'utf8')
  expect(outlets.split('\r\n')[0]).toBe('outlet,events,reports,outlet_constructor')
  // No formula, and nothing for those that the file does not name.
  expect(outlets).toContain("Tide Radio,1,1,'=1+1\r\n")
  expect(outlets).toContain('Varrick Courier,1,1,\r\n')
})

test.each([
  ['a folder without reports', ['empty'], /holds no reports/u],
  ['a report that may not be looked at', ['looped'], /report\.json cannot be read: its symbolic links/u],
  ['no folder', ['gone'], /is no folder/u],
  ['outlets without their column', ['one', '--outlets', 'nameless.csv'], /should name the column outlet/u],
  ['an outlet twice', ['one', '--outlets', 'twice.csv'], /names an outlet twice/u],
  ['an outlet with a comma', ['one', '--outlets', 'comma.csv'], /comma\.csv, line 3: .*more cells/u],
  ['an outlet without a cell', ['one', '--outlets', 'short.csv'], /short\.csv, line 2: .*fewer cells/u],
  ['an actor twice', ['one', '--actor', 'Mara Holt', '--actor', 'mara holt=Holt'], /names Mara Holt twice/u],
  ['an actor without a name', ['one', '--actor', '=Holt'], /needs a name/u],
  ['codings without a codebook', ['one', '--codings', 'ada.qdpx'], /go with --codebook/u],
])('%s is refused, and nothing is written', async (_name, args, words) => {
  const { code, stderr } = await run(...args, '--out', 'refused')
  expect(code).toBe(64)
  expect(stderr).toMatch(words)
  expect(await readdir(folder)).not.toContain('refused')
})
