/** The package as somebody installs it: the README's program runs against it, and it holds what the documents name. */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { compareSample, root } from '../support/event.js'

const run = promisify(execFile)

test('the README’s program prints the findings in front', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8')
  const [, program = ''] = /```js\n([\s\S]*?)```/u.exec(readme) ?? []
  expect(program).toContain("from 'synoptic'")
  // Inside the checkout, so that the package finds itself by its name.
  const folder = await mkdtemp(path.join(root, 'dist/readme-'))
  try {
    const file = path.join(folder, 'program.mjs')
    await writeFile(file, program)
    const { stdout } = await run(process.execPath, [file], { cwd: root })
    const { front = [], findings } = await compareSample('moscow-talks')
    expect(front.length).toBeGreaterThan(0)
    expect(stdout.trim().split('\n')).toEqual(
      front.map((id) => findings.find((finding) => finding.id === id)?.sentence),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** What is imported may start nothing: neither a process, nor a thread, nor anything that keeps the program running. */
const importing = `
import processes from 'node:child_process'
import threads from 'node:worker_threads'
import { syncBuiltinESMExports } from 'node:module'
const started = () => { throw new Error('importing started something') }
for (const name of ['spawn', 'spawnSync', 'fork', 'exec', 'execSync', 'execFile', 'execFileSync']) processes[name] = started
threads.Worker = started
syncBuiltinESMExports()
const program = await import('synoptic')
const client = await import('synoptic/client')
// What the loader still closes is closed by then.
await new Promise((done) => setTimeout(done, 200))
console.log(process.getActiveResourcesInfo().filter((name) => !/TTY|Pipe|FS/.test(name)).length)
console.log(['compare', 'read', 'checkQuotation', 'findStatement'].map((name) => typeof program[name]).join(), typeof client.createClient)
`

describe('packed and installed elsewhere', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'synoptic-installed-'))
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
    const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
    })
    const tarball = stdout.trim().split('\n').at(-1) ?? ''
    await writeFile(path.join(folder, 'package.json'), '{"type":"module"}')
    await run('npm', ['install', ...quiet, path.join(folder, tarball)], { cwd: folder })
    await writeFile(path.join(folder, 'importing.js'), importing)
    const readme = await readFile(path.join(root, 'README.md'), 'utf8')
    const [, program = ''] = /```js\n([\s\S]*?)```/u.exec(readme) ?? []
    const sample = path.join(folder, 'node_modules/synoptic/samples/moscow-talks')
    await writeFile(path.join(folder, 'readme.js'), program.replace('samples/moscow-talks', sample))
    const types =
      "import { compare, read, checkQuotation, type Report } from 'synoptic'\nimport { createClient } from 'synoptic/client'\n" +
      "export const report: Promise<Report> = compare('a')\nexport const [texts, answers] = [read('a'), checkQuotation('w', 'a')]\n" +
      "export const answer = createClient('http://127.0.0.1').call('get', '/api/comparisons/{id}', { path: { id: 'c' } })\n"
    await writeFile(path.join(folder, 'types.ts'), types)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('its types are complete', async () => {
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck']
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [tsc, ...options, 'types.ts'], { cwd: folder })
  })

  test.each([20, 22, 24])('under Node %i: importing starts nothing, three lines compare', async (node) => {
    const where = await run('npx', ['--yes', '-p', `node@${node}`, 'node', '-p', 'process.execPath'])
    const under = (file: string) => run(where.stdout.trim(), [file], { cwd: folder })
    expect((await run(where.stdout.trim(), ['--version'])).stdout).toMatch(new RegExp(`^v${node}\\.`, 'u'))
    expect((await under('importing.js')).stdout).toBe('0\nfunction,function,function,function function\n')
    const { front = [] } = await compareSample('moscow-talks')
    expect((await under('readme.js')).stdout.trim().split('\n').length).toBe(front.length)
  })
})

test('it ships the program, the workers, the data and the schemas', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    maxBuffer: 2 ** 24,
  })
  const [packed] = z
    .array(z.object({ files: z.array(z.object({ path: z.string() })) }))
    .parse(JSON.parse(stdout))
  const files = new Set(packed?.files.map((file) => file.path))
  for (const name of ['fetch', 'read', 'compare', 'all']) expect(files).toContain(`dist/workers/${name}.js`)
  expect(files).toContain('dist/src/index.js')
  for (const name of ['cli', 'pool']) expect(files).toContain(`dist/bundle/${name}.cjs`)
  expect([...files].filter((name) => name.endsWith('.code'))).toEqual([])
  expect(files).toContain('dist/src/print/report-client.js')
  expect(files).toContain('dist/src/print/desk-client.js')
  const beside = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:css|js|xml)$/u.test(name),
  )
  expect(beside.length).toBeGreaterThan(10)
  for (const name of beside) expect(files).toContain(`dist/src/${name}`)
  expect(files).toContain('data/english/hedges.txt')
  expect(files).toContain('schemas/report.schema.json')
  for (const name of ['dist/src/client.js', 'dist/schemas/openapi.d.ts']) expect(files).toContain(name)
  expect(files).not.toContain('schemas/openapi.d.ts')
})
