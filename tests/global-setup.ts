/**
 * Before the tests of a run: a built program, and servers for those that ask (support/broker.ts),
 * and a folder for what is made once for all (support/once-a-run.ts).
 *
 * Brings dist/ up to the sources, since tests and the pool's processes run the built JavaScript. Types are checked
 * apart (`npm run check`), so that a test run pays a third of what `npm run build` costs, and nothing where dist/ is up to date.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { TestProject } from 'vitest/node'
import { openBroker } from './support/broker.js'
import { openFolderOfRun } from './support/once-a-run.js'

const run = (script: string): void => {
  execFileSync('npm', ['run', '--silent', script], { stdio: 'inherit' })
}

/** What tsconfig.build.json compiles. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /(?<!\.d)\.ts$/u.test(file))
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await bringUpToDate()
  const broker = await openBroker()
  provide('servers', broker.address)
  const removeFolder = openFolderOfRun()
  return async () => {
    removeFolder()
    await broker.close()
  }
}

async function bringUpToDate(): Promise<void> {
  if (spawnSync(process.execPath, builtFrom).status === 0) return
  await buildAnew()
  execFileSync(process.execPath, [...builtFrom, '--keep'])
}

const builtFrom = ['scripts/built-from.mjs']

async function buildAnew(): Promise<void> {
  if (!existsSync('dist/.tsbuildinfo')) {
    run('build')
    return
  }
  await build({
    entryPoints: ['src', 'workers'].flatMap(sources),
    outdir: 'dist',
    outbase: '.',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
  run('build:client')
  run('build:files')
  run('build:bundle')
}
