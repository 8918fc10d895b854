/** The batch command, killed and begun again. */
import { spawn } from 'node:child_process'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseManifest } from '../../src/batch-manifest.js'
import { failed } from '../../src/cli/batch/event.js'
import { program, runNode, synoptic } from '../support/program.js'
import { ended, openTestService, startWorker } from '../support/service.js'
import { batchFolder, distributed, event } from './events.js'

const own = batchFolder()

test(
  'begun again after a kill, it does what is not done, and a changed entry anew',
  { timeout: 120_000 },
  async () => {
    const manifest = path.join(own.folder, 'events.jsonl')
    const all = Array.from({ length: 6 }, (_, index) => event(index % 2, `e${index}`))
    await writeFile(manifest, all.map((item) => JSON.stringify(item)).join('\n'))
    const child = spawn(
      process.execPath,
      [program, 'batch', 'events.jsonl', '--out', 'out', '--concurrency', '1'],
      {
        cwd: own.folder,
        stdio: 'ignore',
      },
    )
    await expect
      .poll(async () => (await own.results().catch(() => [])).length, { timeout: 60_000, interval: 10 })
      .toBeGreaterThan(0)
    child.kill('SIGKILL')
    await ended(child)
    const before = await own.results()
    expect(before.length).toBeLessThan(6)
    // One that failed before is tried again, and then there was a kill in the middle of a line.
    const last = (await parseManifest('events.jsonl', await readFile(manifest, 'utf8'))).at(-1)
    if (last?.ok !== true) throw new Error('the manifest is bad')
    const line = JSON.stringify(failed(last.item, 'Its process ended.'))
    await appendFile(path.join(own.folder, 'out/results.jsonl'), `${line}\n{"id":"e5","ha`)

    const { code, stderr } = await own.run('events.jsonl')
    expect(code).toBe(0)
    expect(stderr).toContain(
      `${before.length} of 6 events were done before; their results stand in out/results.jsonl`,
    )
    const after = await own.results()
    expect(
      after
        .filter(({ state }) => state === 'complete')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(all.map(({ id }) => id))
    expect(after.length).toBe(7)

    await writeFile(
      manifest,
      all.map((item, index) => JSON.stringify(index === 2 ? { ...item, title: 'New' } : item)).join('\n'),
    )
    // As where a person watches, with the bar.
    const watched = await runNode(
      [
        '--import',
        'data:text/javascript,process.stderr.isTTY=true',
        program,
        'batch',
        'events.jsonl',
        '--out',
        'out',
      ],
      { cwd: own.folder },
    )
    expect((await own.results()).slice(7).map(({ id, title }) => [id, title])).toEqual([['e2', 'New']])
    expect(watched.stderr).toContain('[--------------------] 0 of 1 events')
    expect(watched.stderr).toMatch(/\[#{20}\] 1 of 1 events, \d+ an? (?:minute|hour), 0 s left/u)
  },
)

test('killed again and again, it leaves the same bytes', { timeout: 240_000 }, async () => {
  const all = Array.from({ length: 6 }, (_, index) => event(index % 2, `e${index}`))
  await writeFile(path.join(own.folder, 'events.jsonl'), all.map((item) => JSON.stringify(item)).join('\n'))
  const args = ['batch', 'events.jsonl', '--concurrency', '2', '--now', '2026-01-01T00:00:00Z', '--out']
  expect((await synoptic([...args, 'whole'], { cwd: own.folder })).code).toBe(0)
  for (const done of [0, 1, 3]) {
    const child = spawn(process.execPath, [program, ...args, 'out'], { cwd: own.folder, stdio: 'ignore' })
    const finished = async (): Promise<number> => (await own.results().catch(() => [])).length
    if (done === 0)
      await expect
        .poll(() => readdir(path.join(own.folder, 'out')).catch(() => []), { timeout: 60_000, interval: 10 })
        .not.toEqual([])
    else await expect.poll(finished, { timeout: 60_000, interval: 10 }).toBeGreaterThanOrEqual(done)
    child.kill('SIGKILL')
    await ended(child)
  }
  expect((await synoptic([...args, 'out'], { cwd: own.folder })).code).toBe(0)
  const filesOf = async (name: string): Promise<ReadonlyMap<string, string>> => {
    const names = await readdir(path.join(own.folder, name), { recursive: true, withFileTypes: true })
    const files = names.filter((one) => one.isFile() && one.name !== 'results.jsonl')
    const paths = files.map((one) =>
      path.relative(path.join(own.folder, name), path.join(one.parentPath, one.name)),
    )
    return new Map(
      await Promise.all(
        paths
          .sort()
          .map(async (one) => [one, await readFile(path.join(own.folder, name, one), 'utf8')] as const),
      ),
    )
  }
  expect(await filesOf('out')).toEqual(await filesOf('whole'))
})

test('killed while it waits for the queue and begun again, it asks for nothing twice', async () => {
  const ids = await own.mixedManifest()
  await distributed(async (environment) => {
    const { store, close } = await openTestService(environment)
    const submitted = async (): Promise<string[]> =>
      (await store.list({ limit: 100, after: null })).items.map(({ id }) => id).toSorted()
    const child = spawn(process.execPath, [program, 'batch', 'events.jsonl', '--out', 'out', '--queue'], {
      cwd: own.folder,
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    })
    await expect.poll(async () => (await submitted()).length, { timeout: 30_000 }).toBe(5)
    const before = await submitted()
    child.kill('SIGKILL')
    await ended(child)
    const worker = startWorker(environment)
    worker.stderr?.resume()
    await own.run('events.jsonl', ['--queue'], environment)
    expect(await submitted()).toEqual(before)
    expect(new Set((await own.results()).map(({ id }) => id))).toEqual(new Set([...ids, 'spoiled']))
    worker.kill('SIGTERM')
    expect(await ended(worker)).toBe(0)
    await close()
  })
})
