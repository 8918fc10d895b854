/** The package as somebody installs it: the README's program runs against it, and it holds what the documents name. */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
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
  const beside = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:css|js|xml)$/u.test(name),
  )
  expect(beside.length).toBeGreaterThan(10)
  for (const name of beside) expect(files).toContain(`dist/src/${name}`)
  expect(files).toContain('data/english/hedges.txt')
  expect(files).toContain('schemas/report.schema.json')
})
