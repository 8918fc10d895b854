/**
 * The import rule itself is tested: a rule that matches nothing would pass for ever. Offending files are written into a
 * copy of the source tree, each against one rule, and the rule must speak of that file. That the source keeps it is looked at
 * by `npm run check:imports`.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
let copy: string

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'synoptic-imports-'))
  for (const part of ['src', 'tsconfig.json', 'package.json', '.dependency-cruiser.cjs'])
    await cp(path.join(root, part), path.join(copy, part), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
})

afterAll(async () => {
  await rm(copy, { recursive: true, force: true })
})

async function cruise(): Promise<string> {
  const run = promisify(execFile)(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--max-depth',
      '2',
      ...offences.map(([file]) => file),
    ],
    { cwd: copy },
  )
  return run.then(
    ({ stdout }) => stdout,
    (error: unknown) => String((error as { stdout: unknown }).stdout),
  )
}

const offences = [
  [
    'src/model/bad.ts',
    `export { plainText } from '../text/plain-text.js'`,
    'model-imports-only-its-own-layer',
  ],
  [
    'src/align/bad.ts',
    `export { annotate } from '../annotate/annotate.js'`,
    'align-imports-only-its-own-layer',
  ],
  [
    'src/report/bad.ts',
    `export type { Lens } from '../compare/lens.js'`,
    'report-imports-only-its-own-layer',
  ],
  [
    'src/english/bad.ts',
    `export { annotate } from '../annotate/annotate.js'`,
    'english-imports-only-its-own-layer',
  ],
  ['src/cli/bad.ts', `export { fileFetcher } from '../adapters/file-fetcher.js'`, 'only-wire-names-adapters'],
  ['src/cli/worse.ts', `export { align } from '../align/align.js'`, 'edges-import-no-stage-but-report'],
  ['src/text/bad.ts', `import './partner.js'\nexport const bad = 1`, 'no-cycles'],
] as const

describe('the rule', () => {
  let output: string

  beforeAll(async () => {
    for (const [file, content] of offences) await writeFile(path.join(copy, file), content)
    await writeFile(path.join(copy, 'src/text/partner.ts'), `export { bad } from './bad.js'`)
    output = await cruise()
  })

  test.each(offences)('speaks of %s: %s', (file, _content, rule) => {
    expect(output).toContain(`error ${rule}: ${file}`)
  })

  test('speaks of nothing else', () => {
    const added = [...offences.map(([file]) => file), 'src/text/partner.ts']
    const spoken = output.split('\n').filter((line) => /^\s*(?:error|warn) /u.test(line))
    expect(spoken.length).toBeGreaterThan(0)
    expect(spoken.filter((line) => !added.some((file) => line.includes(`: ${file} `)))).toEqual([])
  })
})
