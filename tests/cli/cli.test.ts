/** The contract of the command line: exit codes, streams, files; of the built program each code, a closed pipe, standard input. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { QuoteLine } from '../../src/model/quote-line.js'
import { InspectedArticle, MatchResult, Report } from '../../src/model/report.js'
import { root } from '../support/event.js'
import { synoptic } from '../support/in-process.js'
import { program, synoptic as built } from '../support/program.js'

const courier = `Ferry drivers end strike

Ferry drivers in the port of Orla ended their strike on Friday after twelve days.

“We did not get all we asked for, but we got enough to sail,” said Rosa Lindt, who chairs the drivers’ union.`

const post = `Orla ferries sail again

The ferries of Orla sail again: a strike of their drivers ended on Friday after twelve days.

“We got enough to sail,” said union chair Rosa Lindt.`

const festival = `Pumpkin festival draws record crowd

The pumpkin festival in the village of Tarn drew 3,400 visitors.`

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-cli-'))
  await writeFile(path.join(folder, 'courier.txt'), courier)
  await writeFile(path.join(folder, 'post.txt'), post)
  await writeFile(path.join(folder, 'festival.txt'), festival)
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const here = (): { cwd: string } => ({ cwd: folder })

describe('exit codes', () => {
  test('0: complete', async () => {
    const { code, stderr } = await built(['compare', 'courier.txt', 'post.txt', '--json'], here())
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test.each([
    ['one report', ['courier.txt'], /needs two readable reports/u],
    ['unrelated reports', ['courier.txt', 'festival.txt'], /may not be about the same event/u],
  ])('1: nothing comparable (%s), with a Report that says so', async (_name, sources, sentence) => {
    const { code, stdout } = await synoptic(['compare', ...sources, '--json'], here())
    expect(code).toBe(1)
    const report = Report.parse(JSON.parse(stdout))
    expect(report.issues.find((issue) => issue.code === 'nothing-comparable')?.message).toMatch(sentence)
  })

  test('2: report made, a source lost; the rest goes on and the loss is named', async () => {
    const { code, stdout, stderr } = await built(
      ['compare', 'courier.txt', 'gone.html', 'post.txt', '--json'],
      here(),
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/gone\.html/u)
    const report = Report.parse(JSON.parse(stdout))
    expect(report.complete).toBe(false)
    expect(report.articles.map(({ source, completeness }) => [source, completeness.state])).toEqual([
      ['courier.txt', 'complete'],
      ['gone.html', 'unreadable'],
      ['post.txt', 'complete'],
    ])
    const lost = report.articles[1]?.id ?? ''
    for (const column of [...report.claims, ...report.quotes])
      expect(column.cells[lost]?.state).toBe('unknown')
  })

  test.each([
    ['no command', []],
    ['no source', ['compare']],
    ['an unknown option', ['compare', 'courier.txt', '--jsno']],
    ['a folder without a name', ['compare', 'courier.txt', 'post.txt', '--out', '']],
    ['an unknown command', ['comprae', 'courier.txt']],
    ['a time that is none', ['inspect', 'courier.txt', '--now', 'yesterday']],
    ['a zone that is none', ['inspect', 'courier.txt', '--zone', 'Mars/Base']],
  ])('64: wrong usage (%s), nothing on standard output', async (_name, args) => {
    const { code, stdout, stderr } = await built(args, here())
    expect(code).toBe(64)
    expect(stdout).toBe('')
    expect(stderr).not.toBe('')
  })

  test('64: a wrong setting is named with what it should be', async () => {
    const env = { SYNOPTIC_TIMEOUT: 'soon' }
    const { code, stderr } = await synoptic(['inspect', 'courier.txt'], { cwd: folder, env })
    expect(code).toBe(64)
    expect(stderr).toContain('SYNOPTIC_TIMEOUT should be a number of seconds')
  })

  test.each([
    [
      ['compare', '--colour'],
      "error: unknown option '--colour'\n(npx synoptic compare --help says what it takes)\n",
    ],
    [
      ['keys', 'add'],
      "error: required option '--name <text>' not specified\n(npx synoptic keys add --help says what it takes)\n",
    ],
    [['bogus'], "error: unknown command 'bogus'\n(npx synoptic --help lists the commands)\n"],
    [
      ['batch', 'none.csv', '--out', 'reports'],
      'error: none.csv cannot be read: there is no such file or folder; check the spelling and the folder you are in.\n',
    ],
  ])('64: %j, with the way to what is right', async (args, told) => {
    const { code, stderr } = await synoptic(args, here())
    expect([code, stderr]).toEqual([64, told])
  })

  test('64: a question of a file whose words were taken apart by a comma, with its line', async () => {
    await writeFile(path.join(folder, 'asked.csv'), 'words,said_by\nWe will sign, and soon,Karl Moen\n')
    const { code, stderr } = await synoptic(['check-quotation', '--from', 'asked.csv', 'courier.txt'], here())
    expect([code, stderr]).toEqual([
      64,
      expect.stringContaining('asked.csv, line 2: this row has more cells'),
    ])
  })

  test('help names no default that says nothing', async () => {
    for (const command of ['compare', 'inspect', 'quotes', 'match', 'batch', 'export', 'audit']) {
      const { stdout } = await synoptic([command, '--help'], here())
      expect(stdout).not.toMatch(/default: (?:false|none|\[\])/u)
    }
  })

  test.each([['--help'], ['--version']])('0: %s', async (option) => {
    const { code, stdout } = await synoptic([option])
    expect(code).toBe(0)
    expect(stdout).not.toBe('')
  })
})

describe('compare', () => {
  test('writes the report into a folder named after the event, and says where', async () => {
    const { code, stdout } = await synoptic(['compare', 'courier.txt', 'post.txt'], here())
    expect(code).toBe(0)
    const [name = ''] = (await readdir(folder)).filter((entry) => entry.endsWith('-report'))
    expect(stdout).toContain(name)
    expect((await readdir(path.join(folder, name))).toSorted()).toEqual([
      'actors.csv',
      'articles.csv',
      'cells.csv',
      'codebook.md',
      'datapackage.json',
      'findings.csv',
      'quotes.csv',
      'report.html',
      'report.json',
      'report.md',
    ])
    Report.parse(JSON.parse(await readFile(path.join(folder, name, 'report.json'), 'utf8')))
  })

  test('replaces files of an earlier report only while saying so', async () => {
    const run = () => synoptic(['compare', 'courier.txt', 'post.txt', '--out', 'out'], here())
    expect((await run()).stderr).not.toContain('replaced')
    expect((await run()).stderr).toContain('replaced in out: report.html, report.json')
  })

  test('with --json writes no files', async () => {
    await synoptic(['compare', 'courier.txt', 'post.txt', '--json'], here())
    expect((await readdir(folder)).toSorted()).toEqual(['courier.txt', 'festival.txt', 'post.txt'])
  })

  test('reads standard input as a source', async () => {
    const { code, stdout } = await built(['compare', 'courier.txt', '-', '--json'], {
      cwd: folder,
      stdin: post,
    })
    expect(code).toBe(0)
    const report = Report.parse(JSON.parse(stdout))
    expect(report.articles[1]).toMatchObject({ source: '-', text: post })
  })

  test('--no-text leaves no text of an article behind but excerpts', async () => {
    const { stdout } = await synoptic(['compare', 'courier.txt', 'post.txt', '--json', '--no-text'], here())
    const report = Report.parse(JSON.parse(stdout))
    expect(report.articles.map(({ text }) => text)).toEqual(['', ''])
    expect(stdout).not.toContain(
      'We did not get all we asked for, but we got enough to sail,” said Rosa Lindt',
    )
  })

  test('--title names the event', async () => {
    const { stdout } = await synoptic(
      ['compare', 'courier.txt', 'post.txt', '--json', '--title', 'The Orla strike'],
      here(),
    )
    expect(Report.parse(JSON.parse(stdout)).event.title).toBe('The Orla strike')
  })

  test.each([
    ['below a file', 'courier.txt/inside', 'a file stands where a folder is needed'],
    ['in place of a file', 'courier.txt', 'a file of that name is in the way'],
    ['where the system takes none', '/proc/synoptic', 'no folder can be made there'],
  ])('a folder that cannot be made is a sentence of ours: %s', async (_name, out, reason) => {
    const { code, stderr } = await synoptic(['compare', 'courier.txt', 'post.txt', '--out', out], here())
    expect(code).toBe(64)
    expect(stderr).toBe(`error: The folder ${out} cannot be made: ${reason}. Give another one with --out.\n`)
  })

  test('one readable source: why there is nothing to compare, and what was read; no file', async () => {
    const { code, stdout, stderr } = await synoptic(['compare', 'courier.txt', 'gone.html'], here())
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/^Nothing to compare: .*1 of 2 could be compared/u)
    expect(stdout).toMatch(/courier\.txt\n +headline +Ferry drivers end strike/u)
    expect(stdout.match(/no such file/gu)).toHaveLength(1)
    expect(stdout).not.toContain('Cannot all be right')
    expect((await readdir(folder)).toSorted()).toEqual(['courier.txt', 'festival.txt', 'post.txt'])
    await synoptic(['compare', 'courier.txt', '--out', 'out'], here())
    expect((await readdir(path.join(folder, 'out'))).toSorted()).toEqual(['inspection.txt', 'report.json'])
    expect(await readFile(path.join(folder, 'out/inspection.txt'), 'utf8')).toContain('What was read:')
  })

  test('of a source that could not be had, nothing is listed but why', async () => {
    const { stdout } = await synoptic(['compare', 'gone.html', 'courier.txt'], here())
    expect(stdout).toMatch(
      /^gone\.html\n {2}completeness {2}unreadable \(fetch-failed\)\n {2}error +gone\.html: no such file; .*\n\n/mu,
    )
  })

  test('what could not be read is told once', async () => {
    const { code, stdout, stderr } = await synoptic(
      ['compare', 'courier.txt', 'gone.html', 'post.txt'],
      here(),
    )
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    expect(stdout.match(/no such file/gu)).toHaveLength(1)
  })

  test('in a working folder that was deleted it says what to do, and ends', async () => {
    const files = ['courier.txt', 'post.txt'].map((name) => path.join(folder, name))
    const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@"'
    const args = ['-c', script, process.execPath, program, 'compare', ...files, '--out', 'out']
    const child = execFile('sh', args, { cwd: folder, timeout: 120_000, killSignal: 'SIGKILL' })
    let told = ''
    child.stderr?.on('data', (chunk: string) => (told += chunk))
    const [code] = (await once(child, 'close')) as [number | null]
    expect([code, told]).toEqual([64, expect.stringMatching(/working folder was deleted.*--out/u)])
  })
})

describe('inspect', () => {
  test('prints one line a source, in input order, lost ones too', async () => {
    const { code, stdout } = await synoptic(
      ['inspect', 'post.txt', 'gone.txt', 'courier.txt', '--json'],
      here(),
    )
    expect(code).toBe(2)
    const lines = stdout.trimEnd().split('\n')
    const articles = lines.map((line) => InspectedArticle.parse(JSON.parse(line)))
    expect(articles.map(({ source, text }) => [source, text])).toEqual([
      ['post.txt', post],
      ['gone.txt', ''],
      ['courier.txt', courier],
    ])
    expect(articles[1]?.issues[0]?.message).toContain('gone.txt')
  })

  test('tells an error once', async () => {
    const { stdout, stderr } = await synoptic(['inspect', 'gone.txt'], here())
    expect(`${stdout}${stderr}`.match(/no such file/gu)).toHaveLength(1)
  })

  test('describes a page for people, and what was removed on request', async () => {
    const page = path.join(root, 'samples/moscow-talks/pages/continental-wire.html')
    const { stdout } = await synoptic(['inspect', page, '--removed'])
    expect(stdout).toContain('Continental Wire')
    // As many as versions and the page of a report count.
    const [, text = ''] = /, (\d+) words/u.exec((await synoptic(['versions', page, page])).stdout) ?? []
    expect(stdout).toContain(` ${text} words, `)
    expect(stdout).toMatch(/removed +[a-z-]+: /u)
  })
})

describe('quotes', () => {
  const words = 'We did not get all we asked for, but we got enough to sail,'

  test('a table for people', async () => {
    const { code, stdout } = await synoptic(['quotes', 'courier.txt', 'post.txt'], here())
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Speaker +Cue +Kind +Words +Outlet\n/u)
    expect(stdout).toMatch(/^Rosa Lindt +said +direct +“We did not/mu)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('JSON lines and CSV hold the same attributions', async () => {
    const json = await synoptic(['quotes', 'courier.txt', 'post.txt', '--json'], here())
    const lines = json.stdout.trimEnd().split('\n')
    const read = lines.map((line) => QuoteLine.parse(JSON.parse(line)))
    expect(read[0]).toMatchObject({ quote: { speaker: { name: 'Rosa Lindt' } }, words: [`“${words}”`] })
    const csv = await synoptic(['quotes', 'courier.txt', 'post.txt', '--csv'], here())
    expect(csv.stdout.trimEnd().split('\r\n')).toHaveLength(read.length + 1)
    expect(csv.stdout).toContain('Rosa Lindt')
  })

  test.each([
    ['1: nothing could be read', ['gone.txt'], 1],
    ['2: a source was lost', ['courier.txt', 'gone.txt'], 2],
    ['64: two forms at once', ['courier.txt', '--json', '--csv'], 64],
  ])('%s', async (_name, args, code) => {
    expect((await built(['quotes', ...args], here())).code).toBe(code)
  })
})

describe('match', () => {
  test('answers a pair a line', async () => {
    const pairs = [
      { a: 'The strike ended after twelve days.', b: 'The strike was over after twelve days.' },
      { a: 'The strike ended after twelve days.', b: 'Pumpkins grow in the village of Tarn.' },
    ]
    const stdin = pairs.map((pair) => JSON.stringify(pair)).join('\n')
    const { code, stdout } = await synoptic(['match', '--json'], { stdin })
    expect(code).toBe(0)
    const [same, other] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => MatchResult.parse(JSON.parse(line)))
    expect(same?.same).toBe(true)
    expect(other?.same).toBe(false)
  })

  test('a malformed line is named', async () => {
    const { code, stderr } = await synoptic(['match', '--json'], { stdin: '{"a":"x","b":"y"}\n{"a":1}\n' })
    expect(code).toBe(64)
    expect(stderr).toContain('line 2')
  })
})

test.runIf(existsSync('/dev/full'))('3: standard output takes no more, as on a full disk', async () => {
  const command = `"${process.execPath}" "${program}" inspect courier.txt > /dev/full`
  const told = await new Promise((resolve) => {
    execFile('bash', ['-c', command], { cwd: folder }, (error, _stdout, stderr) => {
      resolve({ code: error?.code, stderr })
    })
  })
  expect(told).toEqual({ code: 3, stderr: 'error: the disk is full\n' })
})

test('3: a file of the report cannot be written; no draft of it is left', async () => {
  await mkdir(path.join(folder, 'taken/report.json'), { recursive: true })
  const { code, stderr } = await synoptic(['compare', 'courier.txt', 'post.txt', '--out', 'taken'], here())
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: `error: ${path.join('taken', 'report.json')}: it is a folder.\n`,
  })
  expect(await readdir(path.join(folder, 'taken'))).toEqual(['report.html', 'report.json'])
})

test('a reader that closes the pipe early is a normal end', async () => {
  const command = `node ${program} compare courier.txt post.txt --json | head -c 10`
  const result = await new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile('bash', ['-o', 'pipefail', '-c', command], { cwd: folder }, (error, _stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr })
    })
  })
  expect(result).toEqual({ code: 0, stderr: '' })
})
