/** Agreement of reviewers and the audit, on the built program. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ReviewerAgreement } from '../../src/model/reviewer-agreement.js'
import { AuditResult } from '../../src/model/audit.js'
import { Report } from '../../src/model/report.js'
import type { Review, Verdict } from '../../src/model/review.js'
import { writeJson } from '../../src/report/json.js'
import { withoutText } from '../../src/report/without-text.js'
import { ferryReport } from '../report/fixture.js'
import { synoptic } from '../support/in-process.js'
import type { Run } from '../support/program.js'

let folder: string
const run = (...args: string[]): Promise<Run> => synoptic(args, { cwd: folder })

const review = (reviewer: string, verdicts: readonly Verdict[]): Review => ({
  schema: 'synoptic/review@1',
  reviewer,
  report: { title: 'Strike', generator: 'synoptic 0.1.0', sources: [] },
  rulings: verdicts.map((verdict, index) => ({
    target: { kind: 'finding', finding: ferryReport.findings[index]?.id ?? `f-${index}` },
    verdict,
    correction: '',
    note: '',
    at: '2031-05-14T08:00:00Z',
    sentence: `Sentence ${index}`,
  })),
})

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-review-'))
  const save = (name: string, text: string) => writeFile(path.join(folder, name), text)
  await save('report.json', writeJson(Report, ferryReport))
  await save('bare.json', writeJson(Report, withoutText(ferryReport)))
  await save('a.json', JSON.stringify(review('Ada', ['accept', 'accept', 'dismiss', 'dismiss'])))
  await save('b.json', JSON.stringify(review('Bo', ['accept', 'dismiss', 'dismiss'])))
  await save('none.json', JSON.stringify(review('Cy', [])))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('agreement', () => {
  test('prints counts, alpha and what they disagree on; with the report by kind', async () => {
    const { code, stdout } = await run('agreement', 'a.json', 'b.json', '--report', 'report.json')
    expect(code).toBe(0)
    const text = stdout.replace(/\s+/g, ' ')
    // Units aa, ad, dd: De = 18/30, Do = 2/6; alpha = 1 - 0.333/0.6.
    expect(text).toContain(
      "All: 3 targets ruled on by two or more, 1 by one alone; 67 % of pairs alike, Krippendorff's alpha 0.44",
    )
    expect(text).toContain('conflict: 2 targets ruled on by two or more')
    expect(text).toContain('Sentence 1 (Ada: accept, Bo: dismiss)')
  })

  test('--json is synoptic/agreement@1; names that do not tell apart get their file', async () => {
    const { stdout } = await run('agreement', 'a.json', 'a.json', '--json')
    const found = ReviewerAgreement.parse(JSON.parse(stdout))
    expect(found.reviewers).toEqual(['Ada (a.json)', 'Ada (a.json)'])
    expect(found.rows[0]?.alpha).toBe(1)
  })

  test('1: nothing in common; 64: one review alone', async () => {
    expect((await run('agreement', 'a.json', 'none.json')).code).toBe(1)
    expect(await run('agreement', 'a.json')).toMatchObject({ code: 64, stdout: '' })
  })
})

describe('audit', () => {
  test('draws a sheet, and scores it when it is filled in', async () => {
    const drawn = await run('audit', 'report.json', '--sample', '12', '--out', 'audit')
    expect(drawn.code).toBe(0)
    const sheet = await readFile(path.join(folder, 'audit/audit-sheet.csv'), 'utf8')
    const filled = sheet.replaceAll(/,,\r\n/g, ',yes,\r\n')
    expect(filled).not.toBe(sheet)
    await writeFile(path.join(folder, 'filled.csv'), filled)
    const scored = await run('audit', '--score', 'filled.csv', '--key', 'audit/audit-key.json', '--json')
    expect(scored.code).toBe(0)
    const result = AuditResult.parse(JSON.parse(scored.stdout))
    expect(result).toMatchObject({ items: 12, answered: 12, open: 0, findings: { value: 1 } })
    const text = await run('audit', '--score', 'filled.csv', '--key', 'audit/audit-key.json')
    expect(text.stdout).toContain('12 of 12 items judged')
  })

  test.each([
    ['neither', [], /--sample <number> with reports, --score <file> with --key <file>, or --review/],
    ['no reports', ['--sample', '9'], /report\.json files to draw from/],
    ['a sample too small', ['report.json', '--sample', '2'], /must be at least \d+/],
    ['no texts', ['bare.json', '--sample', '20'], /needs the articles’ texts/],
    ['no key', ['--score', 'report.json'], /--key/],
    ['another file as a key', ['--score', 'a.json', '--key', 'a.json'], /is not the key of an audit/],
  ])('64: %s', async (_name, args, message) => {
    const { code, stderr } = await run('audit', ...args)
    expect(code).toBe(64)
    expect(stderr).toMatch(message)
  })
})
