/** Other forms of a report and reviews, on the built program: one comparison, then what can be made of it. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Report } from '../../src/model/report.js'
import type { Review } from '../../src/model/review.js'
import { writeJson } from '../../src/report/json.js'
import { withoutText } from '../../src/report/without-text.js'
import { ferryReport } from '../report/fixture.js'
import { synoptic } from '../support/in-process.js'
import type { Run } from '../support/program.js'

let folder: string
const run = (...args: string[]): Promise<Run> => synoptic(args, { cwd: folder })
const read = (name: string): Promise<Buffer> => readFile(path.join(folder, name))

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-export-'))
  const save = (name: string, value: unknown) => writeFile(path.join(folder, name), JSON.stringify(value))
  await writeFile(path.join(folder, 'report.json'), writeJson(Report, ferryReport))
  await writeFile(path.join(folder, 'bare.json'), writeJson(Report, withoutText(ferryReport)))
  await writeFile(path.join(folder, 'broken.json'), '{"schema":')
  await save('other.json', { schema: 'synoptic/report@2' })
  await save('review.json', review)
  await writeFile(path.join(folder, 'a.txt'), 'Ferries stop\n\nThe ferries of Orla stopped on Friday.')
  await writeFile(
    path.join(folder, 'b.txt'),
    'Orla ferries stop\n\nThe ferries of Orla stopped on Friday, a union said.',
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const [first] = ferryReport.findings
const ruling = (finding: string): Review['rulings'][number] => ({
  target: { kind: 'finding', finding },
  verdict: 'dismiss',
  correction: '',
  note: 'two different fires',
  at: '2031-05-14T08:00:00Z',
  sentence: 'Reports differ on a fire at the pier.',
})
const review: Review = {
  schema: 'synoptic/review@1',
  reviewer: 'I. B.',
  report: {
    title: 'Strike',
    generator: 'synoptic 0.0.9',
    sources: ferryReport.articles.flatMap(({ sha256 }) => sha256 ?? []).sort(),
  },
  rulings: [ruling('f-gone00000000'), ruling(first?.id ?? '')],
}

describe('export', () => {
  test('writes the named forms and says where', async () => {
    const { code, stdout, stderr } = await run(
      'export',
      'report.json',
      '--to',
      'docx,jsonl,annotations,qdpx,csv',
      '--out',
      'out',
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const names = [
      'actors.csv',
      'actors.jsonl',
      'annotations.jsonld',
      'articles.csv',
      'articles.jsonl',
      'cells.csv',
      'cells.jsonl',
      'codebook.md',
      'datapackage.json',
      'findings.csv',
      'findings.jsonl',
      'project.qdpx',
      'quotes.csv',
      'quotes.jsonl',
      'report.docx',
    ]
    expect((await readdir(path.join(folder, 'out'))).toSorted()).toEqual(names)
    expect(stdout.trim().split('\n').toSorted()).toEqual(names.map((name) => path.join('out', name)))
    expect((await read('out/report.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  test('applies reviews', async () => {
    const { code } = await run(
      'export',
      'report.json',
      '--to',
      'json,md',
      '--review',
      'review.json',
      '--out',
      'reviewed',
    )
    expect(code).toBe(0)
    const report = Report.parse(JSON.parse(String(await read('reviewed/report.json'))))
    expect(report.findings[0]?.review?.[0]).toMatchObject({ reviewer: 'I. B.', verdict: 'dismiss' })
    expect(report.review?.stale.map(({ reason }) => reason)).toEqual(['not-made'])
    expect(String(await read('reviewed/report.md'))).toMatch(
      /## Judged wrong\n\n- \*\*Which is it\? “A ferry burned/,
    )
  })

  test.each([
    ['a file that is missing', ['export', 'none.json', '--to', 'docx'], /none\.json cannot be read/],
    ['a broken file', ['export', 'broken.json', '--to', 'docx'], /broken\.json: it is not JSON: line 1/],
    [
      'another version',
      ['export', 'other.json', '--to', 'docx'],
      /other\.json: it is a report of another version/,
    ],
    ['an unknown form', ['export', 'report.json', '--to', 'odt'], /one or more of html, json/],
    ['no form', ['export', 'report.json'], /--to/],
    ['a form that needs texts', ['export', 'bare.json', '--to', 'qdpx'], /needs the articles’ texts/],
    [
      'a report as a review',
      ['export', 'report.json', '--to', 'md', '--review', 'report.json'],
      /is not a review/,
    ],
    [
      'a review that is missing',
      ['compare', 'a.txt', 'b.txt', '--review', 'none.json'],
      /none\.json cannot be read/,
    ],
  ])('64: %s', async (_name, args, message) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

test('compare --also and --review: additions alone', async () => {
  const { code, stdout } = await run(
    'compare',
    'a.txt',
    'b.txt',
    '--out',
    'fresh',
    '--also',
    'docx',
    '--review',
    'review.json',
  )
  expect(code).toBe(0)
  expect(await readdir(path.join(folder, 'fresh'))).toEqual(
    expect.arrayContaining(['report.docx', 'report.html', 'report.json']),
  )
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    '0 verdicts applied, 0 differences judged wrong, 2 verdicts no longer apply',
  )
  const whole = await run('compare', 'a.txt', 'b.txt', '--full', '--review', 'review.json')
  expect(whole.stdout.replace(/\s+/g, ' ')).toContain('The ruling was given on other sources')
})

test('evidence and versions find the pages of an event file and of an .mhtml again', async () => {
  const saved =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\nDate: Fri, 13 Mar 2026 12:00:00 GMT\r\n\r\n'
  const page =
    '<html><h1>Ferries</h1><p>The ferries of Orla stopped on Friday, the mayor said, for a day.</p></html>'
  await mkdir(path.join(folder, 'event'))
  await writeFile(
    path.join(folder, 'event/saved.mhtml'),
    `${saved}--x\r\nContent-Type: text/html\r\nContent-Location: https://a.example/1\r\n\r\n${page}\r\n--x--`,
  )
  await copyFile(path.join(folder, 'a.txt'), path.join(folder, 'event/a.txt'))
  await writeFile(path.join(folder, 'event/event.json'), '{"sources":["a.txt","saved.mhtml"]}')
  await run('compare', 'event/event.json', '--out', 'of-event')
  const { code, stdout, stderr } = await run('evidence', 'of-event/report.json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('2 of 2 pages')
  expect((await run('versions', 'of-event/report.json')).stdout.match(/Nothing changed/g)).toHaveLength(2)
})
