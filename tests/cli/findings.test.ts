/** What one asks of findings on the command line, on the built program: why one was made, against a reference, what changed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ReportDiff } from '../../src/model/diff.js'
import { Report } from '../../src/model/report.js'
import { Explanation } from '../../src/model/why.js'
import { synoptic } from '../support/in-process.js'
import type { Run } from '../support/program.js'

const courier = `Ferry drivers end strike in Orla

Ferry drivers in the port of Orla ended their strike on Friday after twelve days of talks in the harbour office.

“We will not strike again unless the company breaks this accord,” said Rosa Lindt, who chairs the drivers’ union.

The company lost 3 million crowns in the strike, the harbour office said.`

const post = `Orla ferries sail again

The ferries of Orla sail again: a strike of their drivers in the port of Orla ended on Friday after fourteen days of talks in the harbour office.

“We will not strike again,” said union chair Rosa Lindt.

The strike cost the company 3 million crowns, according to the harbour office.`

const postLater = post.replace('fourteen', 'twelve')

const transcript = `Remarks at the harbour office

Rosa Lindt: Thank you all. We will not strike again unless the company breaks this accord, and it knows that. Good night.`

let folder: string
const run = (args: readonly string[]): Promise<Run> => synoptic(args, { cwd: folder })
const compareTo = async (file: string, ...args: readonly string[]): Promise<Report> => {
  const { stdout } = await run(['compare', ...args, '--json', '--quiet', '--now', '2030-05-08'])
  await writeFile(path.join(folder, file), stdout)
  return Report.parse(JSON.parse(stdout))
}

let before: Report
let checked: Report

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-findings-'))
  for (const [name, text] of Object.entries({ courier, post, transcript }))
    await writeFile(path.join(folder, `${name}.txt`), text)
  before = await compareTo('old.json', 'courier.txt', 'post.txt')
  checked = await compareTo('checked.json', 'courier.txt', 'post.txt', '--reference', 'transcript.txt')
  await writeFile(path.join(folder, 'post.txt'), postLater)
  await compareTo('new.json', 'courier.txt', 'post.txt')
  await writeFile(path.join(folder, 'post.txt'), post)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const shortened = (report: Report) => report.findings.find(({ kind }) => kind === 'quote-shortened')

describe('--why', () => {
  test('tells rule, passages, links and how sure, of a fresh run and of a saved report alike', async () => {
    const id = shortened(before)?.id ?? ''
    const fresh = await run(['compare', 'courier.txt', 'post.txt', '--quiet', '--why', id])
    const saved = await run(['compare', 'old.json', '--why', id.slice(0, 8)])
    expect(saved).toEqual(fresh)
    expect(fresh.code).toBe(0)
    for (const part of ['What the rule asks', 'What it rests on', 'linked at', 'strike', 'How sure'])
      expect(fresh.stdout).toContain(part)
  })

  test('prints JSON that keeps to its schema', async () => {
    const id = before.findings.find(({ kind }) => kind === 'conflict')?.id ?? ''
    const { stdout } = await run(['compare', 'old.json', '--why', id, '--json'])
    const why = Explanation.parse(JSON.parse(stdout))
    expect(why.values.map(({ value }) => value).sort()).toEqual(['P12D', 'P14D'])
    expect(why.links.map(({ cell }) => cell.state)).toEqual(['present', 'present'])
  })

  test('lists the findings where the id names none', async () => {
    const { code, stdout, stderr } = await run(['compare', 'old.json', '--why', 'f-000000000000'])
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
    expect(stderr).toContain(before.findings[0]?.id)
  })
})

describe('--reference', () => {
  test('is the fullest version, has no outlet, and counts as no text', () => {
    const reference = checked.articles.at(-1)
    expect(reference).toMatchObject({ role: 'reference', outlet: { id: '', name: '' } })
    expect(checked.independence.groups.flat()).not.toContain(reference?.id)
    const column = checked.quotes.find(({ fullest }) => fullest.article === reference?.id)
    expect(column?.texts).toBe(2)
    const forms = Object.entries(column?.cells ?? {}).map(([id, cell]) =>
      id === reference?.id ? 'reference' : cell.state === 'present' ? cell.form : cell.state,
    )
    expect(forms.sort()).toEqual(['reference', 'shortened', 'shortened'])
    expect(checked.findings.some(({ articles }) => articles.includes(reference?.id ?? ''))).toBe(false)
  })

  test('both reports are held against it', () => {
    const sentences = checked.findings
      .filter(({ kind }) => kind === 'quote-shortened')
      .map(({ sentence }) => sentence)
    expect(sentences).toHaveLength(2)
    for (const sentence of sentences)
      expect(sentence).toMatch(/^How is Rosa Lindt \(union chair\) quoted\? “.*” \(the reference\); “/u)
  })

  test('changes no claim cell of the reports', () => {
    const cells = (report: Report) =>
      report.claims.map(({ id, cells: all }) => [
        id,
        ...before.articles.map((article) => JSON.stringify(all[article.id])),
      ])
    expect(cells(checked)).toEqual(cells(before))
  })

  test('that cannot be read is wrong usage', async () => {
    const { code, stderr } = await run(['compare', 'courier.txt', 'post.txt', '--reference', 'gone.txt'])
    expect(code).toBe(64)
    expect(stderr).toMatch(/--reference gone\.txt/u)
  })
})

describe('diff', () => {
  test('tells a changed article, findings that are gone, changed cells', async () => {
    const { code, stdout } = await run(['diff', 'old.json', 'new.json', '--json'])
    expect(code).toBe(0)
    const diff = ReportDiff.parse(JSON.parse(stdout))
    expect(diff.same).toBe(false)
    expect(diff.articles.changed.map((item) => [item.new.source, item.words])).toEqual([
      ['post.txt', { added: 1, removed: 1 }],
    ])
    expect(diff.findings.gone.map(({ kind }) => kind)).toContain('conflict')
    expect(diff.findings.appeared.map(({ kind }) => kind)).not.toContain('conflict')
    // The cut quotation rests on the same words, though the article and with it the id is another.
    expect(diff.findings.gone.map(({ kind }) => kind)).not.toContain('quote-shortened')
  })

  test('prints the same in words', async () => {
    const { stdout } = await run(['diff', 'old.json', 'new.json'])
    expect(stdout).toContain('Articles changed (1)')
    expect(stdout).toContain('1 word added, 1 gone')
    expect(stdout).toContain('Findings that are gone')
  })

  test('a cell that the pages cannot tell is not told here', async () => {
    const unsure = before.claims.map((column) => ({
      ...column,
      cells: Object.fromEntries(
        Object.entries(column.cells).map(([id, cell]) => [
          id,
          cell.state === 'present' ? { ...cell, perhaps: true } : cell,
        ]),
      ),
    }))
    await writeFile(path.join(folder, 'unsure.json'), JSON.stringify({ ...before, claims: unsure }))
    const { stdout } = await run(['diff', 'old.json', 'unsure.json'])
    expect(stdout).toMatch(/says this.* → cannot tell \(perhaps says this/u)
  })

  test('finds nothing between a report and itself', async () => {
    const { code, stdout } = await run(['diff', 'old.json', 'old.json'])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing changed')
  })

  test.each([
    ['not there', 'gone.json', /gone\.json cannot be read/u],
    ['no JSON', 'courier.txt', /it is not JSON: line 1/u],
    ['no report', 'other.json', /no report of Synoptic/u],
  ])('a file that is %s is wrong usage, and says why', async (_name, file, message) => {
    await writeFile(path.join(folder, 'other.json'), '{"a":1}')
    const { code, stdout, stderr } = await run(['diff', file, 'new.json'])
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
    expect(stderr).toMatch(message)
  })

  test('reads a report with fields and kinds that this version does not know', async () => {
    const later = {
      ...before,
      weather: 'fine',
      findings: before.findings.map((item) => ({ ...item, mood: 1 })),
    }
    const [first] = later.findings
    await writeFile(
      path.join(folder, 'later.json'),
      JSON.stringify({ ...later, findings: [...later.findings, { ...first, kind: 'new-kind' }] }),
    )
    const { code, stdout } = await run(['diff', 'old.json', 'later.json'])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing changed')
  })
})
