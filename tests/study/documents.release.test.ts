/** The R and Python of docs/study.md run on the study that its commands make; both languages are installed first. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/event.js'
import { plantedOutlets } from './planted.js'

const program = path.join(root, 'dist/src/cli/main.js')
const sample = path.join(root, 'samples/town-fires')
let folder: string
let text: string

const inFolder = (command: string, args: readonly string[], input?: string): string =>
  execFileSync(command, args, { cwd: folder, input, stdio: ['pipe', 'pipe', 'inherit'] }).toString()

beforeAll(async () => {
  execFileSync(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'r-base-core', 'python3-pandas'],
    {
      stdio: 'ignore',
    },
  )
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-study-'))
  text = await readFile(path.join(root, 'docs/study.md'), 'utf8')
  inFolder('node', [program, 'batch', path.join(sample, 'events.csv'), '--out', 'fires', '--quiet'])
  inFolder('node', [
    program,
    'study',
    'fires',
    '--out',
    'fires-study',
    '--outlets',
    path.join(sample, 'outlets.csv'),
    '--quiet',
  ])
}, 600_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

function block(language: string): string {
  const [, found] = new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, 'u').exec(text) ?? []
  if (found === undefined) throw new Error(`docs/study.md has no ${language}`)
  return found
}

test('R reads the tables, and finds what was planted', () => {
  const output = inFolder('Rscript', ['-'], block('r'))
  const shares = new Map(
    plantedOutlets.map(({ name }) => [
      name,
      Number(new RegExp(`${name}\\s+([\\d.]+)`, 'u').exec(output)?.[1]),
    ]),
  )
  const most = Math.max(...shares.values())
  expect(shares.get('Coast Courier')).toBe(most)
})

test('pandas reads the tables, and finds what was planted', () => {
  const output = inFolder('/usr/bin/python3', ['-'], block('python'))
  const shares = new Map(
    plantedOutlets.map(({ name }) => [
      name,
      Number(new RegExp(`${name}\\s+([\\d.]+)`, 'u').exec(output)?.[1]),
    ]),
  )
  expect(shares.get('Harbour Ledger')).toBe(Math.max(...shares.values()))
})

test('types in the data package are those of the tables', () => {
  const script = `
import json, pandas as pd
pack = json.load(open("fires-study/datapackage.json"))
for one in pack["resources"]:
    table = pd.read_csv("fires-study/" + one["path"])
    for field in one["schema"]["fields"]:
        column = table[field["name"]].dropna()
        if field["type"] in ("integer", "number"): pd.to_numeric(column)
        if field["type"] == "boolean": assert set(column.astype(str).str.lower()) <= {"true", "false"}, field
        allowed = field.get("constraints", {}).get("enum")
        if allowed: assert set(column) <= set(allowed), field
print("as described")
`
  expect(inFolder('/usr/bin/python3', ['-'], script)).toBe('as described\n')
})
