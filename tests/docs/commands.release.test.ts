/**
 * Every command that a document or a help page prints runs as printed, in a clone with the files it names: the first
 * document's through npx itself, all others through a program of that name that starts the same file without npm.
 */
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneWithFiles, commandsOf, readerDocuments } from '../support/commands.js'
import { root } from '../support/event.js'
import { synoptic } from '../support/program.js'

/** What is not run here, by its beginning, and why. */
const notRun: readonly (readonly [start: string, reason: string])[] = [
  [
    'npm ci ',
    'installs: tests/docs/fresh-copy.release.test.ts runs it in a fresh copy; npm test is this suite',
  ],
  ['docker ', 'needs Docker: tests/deploy/compose.test.ts holds image and compose file against the program'],
  ['echo "POSTGRES_PASSWORD', 'writes the secret for Docker'],
  ['curl -H "Authorization', 'speaks to what Docker started: tests/server asks the same of a server'],
  [
    'curl -',
    'speaks to a service that runs: tests/server/tasks.test.ts runs those of docs/tasks.md, tests/server asks the same',
  ],
  ['npm run build && npm run bench', 'measures for minutes: tests/bench/coverage.test.ts runs its parts'],
  ['npm run train:', 'trains for minutes on texts that are not in the repository'],
  ['npx tsx scripts/train-', 'trains for minutes on events that are not in the repository'],
  ['npm run eval', 'needs a folder of gold texts or many minutes: tests/eval runs its parts'],
  ['npx synoptic notes test', 'needs a model: tests/reader puts one that is made up to it'],
  ['npx synoptic compare event/ --reader', 'needs a model: tests/reader has one that is made up read'],
  [
    'npx synoptic find-statement "The talks lasted five hours." page.html story.txt --reader',
    'needs a model: tests/reader has one that is made up asked',
  ],
  [
    'REDIS_URL=',
    'needs Redis and PostgreSQL under these addresses: tests/batch starts workers against real ones',
  ],
]

/** Where another code than 0 is the right one. */
const codes: readonly (readonly [start: string, code: number])[] = [
  // Two addresses that nobody has; the files are compared.
  ['npx synoptic compare https://a.example/x', 2],
  ['npx synoptic keys remove', 3],
  // Ada coded another report than those of the batch.
  ['npx synoptic study reports --codebook', 2],
  // A feed that nobody has.
  ['npx synoptic watch', 1],
]

const isServer = (command: string): boolean => / synoptic serve\b/u.test(command)

let folder: string
let withQuickNpx: string
beforeAll(async () => {
  folder = await cloneWithFiles()
  const quick = path.join(folder, '.quick')
  await mkdir(quick)
  const start = `[ "$1" = synoptic ] || exit 127; shift; exec '${process.execPath}' node_modules/.bin/synoptic "$@"`
  await writeFile(path.join(quick, 'npx'), `#!/bin/sh\n${start}\n`, { mode: 0o755 })
  withQuickNpx = `${quick}${path.delimiter}${process.env['PATH'] ?? ''}`
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const documents = await readerDocuments()
const printed = await Promise.all(
  documents.map(async (name) => ({
    name,
    commands: commandsOf(await readFile(path.join(root, name), 'utf8')),
  })),
)
const help = await helpPages()

test('there is something to run', () => {
  expect(printed.flatMap(({ commands }) => commands).length).toBeGreaterThan(20)
})

test('what is not run is still printed somewhere', () => {
  const all = [...printed.flatMap(({ commands }) => commands), ...help.flatMap(({ commands }) => commands)]
  for (const [start] of [...notRun, ...codes])
    expect(
      all.some((command) => command.startsWith(start)),
      start,
    ).toBe(true)
})

test.each([...printed, ...help].filter(({ commands }) => commands.length > 0))(
  'the commands of $name',
  { timeout: 1_200_000 },
  async ({ name, commands }) => {
    for (const command of commands) {
      if (notRun.some(([start]) => command.startsWith(start))) continue
      const wanted = codes.find(([start]) => command.startsWith(start))?.[1] ?? 0
      const { code, output } = await outcome(command, name)
      // A shell that Ctrl-C ends has no code of its own; the server's last line says that it ended in order.
      if (isServer(command)) expect(output, command).toContain('"event":"stopped"')
      else expect(code, `${command}\n${output}`).toBe(wanted)
      if (command.endsWith('--out audit')) await fillIn('audit/audit-sheet.csv')
    }
  },
)

test('no document writes the program’s name where it is not on the path', async () => {
  for (const name of documents) {
    const text = await readFile(path.join(root, name), 'utf8')
    const bare = text.match(/(?:`|^)synoptic (?:[a-z]+|--?)[^`\n]*/gmu) ?? []
    expect(bare, name).toEqual([])
  }
})

type Outcome = { readonly code: number | null; readonly output: string }
const outcomes = new Map<string, Promise<Outcome>>()

/** A command that several pages print runs once, but for those that write where others read. */
function outcome(command: string, page: string): Promise<Outcome> {
  const start = (): Promise<Outcome> =>
    run(command, page === documents[0] ? process.env['PATH'] : withQuickNpx)
  if (/ --out | > /u.test(command)) return start()
  const known = outcomes.get(command) ?? start()
  outcomes.set(command, known)
  return known
}

/** A server is told to stop once it says that it listens. */
function run(command: string, PATH: string | undefined): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn('bash', ['-c', command], {
      cwd: folder,
      detached: true,
      env: {
        ...process.env,
        PATH,
        NO_COLOR: '1',
        SYNOPTIC_DATA: path.join(folder, '.data'),
        SYNOPTIC_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        const before = output.includes('http://')
        output += chunk
        // The whole group, as a terminal does for Ctrl-C.
        if (isServer(command) && !before && output.includes('http://') && child.pid !== undefined)
          process.kill(-child.pid, 'SIGINT')
      })
    child.once('close', (code) => {
      resolve({ code, output })
    })
  })
}

/** As a person would, with yes for every item. */
async function fillIn(name: string): Promise<void> {
  const file = path.join(folder, name)
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/,,\r\n/g, ',yes,\r\n'))
}

/** Each command's examples; a command that has none is a defect. */
async function helpPages(): Promise<{ readonly name: string; readonly commands: readonly string[] }[]> {
  const pages: { name: string; commands: string[] }[] = []
  const visit = async (args: readonly string[]): Promise<void> => {
    const { stdout } = await synoptic([...args, '--help'])
    const [usage = '', examples = ''] = stdout.split('\nExamples:\n')
    const commands = examples.split('\n').flatMap((line) => (line.startsWith('  ') ? [line.trim()] : []))
    pages.push({ name: ['synoptic', ...args, '--help'].join(' '), commands })
    const [, below = ''] = usage.split('\nCommands:\n')
    const names = [...below.matchAll(/^ {2}([a-z][a-z-]*)\b/gmu)].map(([, name = '']) => name)
    for (const name of names) if (name !== 'help') await visit([...args, name])
  }
  await visit([])
  return pages
}
