/** The set-up commands of the documents, in a fresh copy: they install, and the program runs. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../support/event.js'

const tracked = execFileSync('git', ['ls-files'], { cwd: root }).toString().trim().split('\n')

describe('the set-up commands, in a fresh copy', () => {
  let copy: string
  // What this machine's npm has is taken, and nothing is asked beside the packages: that is npm's own matter.
  const quick = { npm_config_prefer_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' }
  const inCopy = (command: string, env: Readonly<Record<string, string>> = {}): string =>
    execFileSync('bash', ['-c', command], {
      cwd: copy,
      env: { ...process.env, ...quick, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString()

  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'synoptic-fresh-'))
    for (const file of tracked) {
      await mkdir(path.join(copy, path.dirname(file)), { recursive: true })
      await cp(path.join(root, file), path.join(copy, file))
    }
  })
  afterAll(async () => {
    await rm(copy, { recursive: true, force: true })
  })

  test('the README’s first command makes a report', async () => {
    const readme = await readFile(path.join(root, 'README.md'), 'utf8')
    const command = 'npm ci && npx synoptic compare samples/moscow-talks'
    expect(readme).toContain(`\n${command}\nnpm ci && npm test\n`)
    const output = inCopy(command)
    const [folder = ''] = (await readdir(copy)).filter((name) => name.endsWith('-report'))
    expect(output).toContain(folder)
    expect(await readdir(path.join(copy, folder))).toContain('report.html')
  })

  test(
    'without install scripts and without a compiler, a build of one’s own gives the same program, database included',
    { timeout: 240_000 },
    async () => {
      await rm(path.join(copy, 'dist'), { recursive: true, force: true })
      // Nothing else is found: no compiler, no make, no Python. Listing keys opens the database of the service.
      const tools = await onlyPath(path.join(copy, '.tools'), ['node', 'npm', 'bash', 'sh', 'env'])
      const synopticIn = 'node dist/src/cli/main.js'
      const command = `npm ci --ignore-scripts && npm run build && ${synopticIn} keys list && ${synopticIn} --version`
      const output = inCopy(command, { PATH: tools, SYNOPTIC_DATA: '.data' })
      const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
        version: string
      }
      expect(output.trimEnd().split('\n').at(-1)).toBe(version)
      expect(existsSync(path.join(copy, '.data/synoptic.db'))).toBe(true)
    },
  )
})

/** A folder that holds these programs and no other, to stand alone in PATH. */
async function onlyPath(folder: string, programs: readonly string[]): Promise<string> {
  await mkdir(folder)
  for (const name of programs)
    await symlink(execFileSync('which', [name]).toString().trim(), path.join(folder, name))
  return folder
}
