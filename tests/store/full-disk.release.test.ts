/** The embedded store on a disk that is full, cannot be written, or whose writer is killed: a clear word, and nothing lost. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'libsql'
import { describe, expect, test } from 'vitest'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { json, startServer, twoTexts } from '../server/harness.js'
import { root } from '../support/event.js'
import { tightDisk, tightDisks } from '../support/tight-disk.js'

describe.each(tightDisks())('a disk that is full (%s)', (kind) => {
  test('costs no comparison: submissions are refused, work waits, and goes on when there is room', async () => {
    const disk = tightDisk(kind)
    const server = await startServer({ folder: disk.folder, working: false })
    try {
      const submit = () => server.post('/api/comparisons', twoTexts)
      const done = await json<{ id: string }>(await submit())
      const large = { sources: [{ text: 'A long story. '.repeat(5_000) }, ...twoTexts.sources] }
      const waiting = await json<{ id: string }>(await server.post('/api/comparisons', large))
      disk.fill()

      const refused = await submit()
      expect(refused.status).toBe(503)
      const problem = await json(refused)
      expect(problem).toMatchObject({ type: '/problems/unavailable' })
      expect(problem['detail']).toMatch(/is full, or takes no writes \(SQLITE_(?:FULL|IOERR)/u)
      expect((await server.request(`/api/comparisons/${done.id}`)).status, 'reading goes on').toBe(200)

      server.work()
      const causes = (): (string | null)[] =>
        server.notices.flatMap((notice) => (notice.kind === 'ran' ? [notice.cause] : []))
      await expect.poll(() => causes().length, { timeout: 20_000 }).toBeGreaterThan(6)
      expect(new Set(causes().map((cause) => cause?.slice(0, 6)))).toEqual(new Set(['SQLITE']))
      for (const { id } of [done, waiting])
        expect(await server.store.find(id)).toMatchObject({ state: 'queued', reasons: [] })

      disk.free()
      for (const { id } of [done, waiting]) expect(await server.finished(id)).toBe('complete')
      const { items } = await server.store.list({ limit: 10, after: null })
      expect(items.length, 'what was refused left nothing behind').toBe(2)
      expect((await submit()).status).toBe(202)
    } finally {
      disk.free()
      await server.close()
      disk.remove()
    }
  })
})

test('a writer killed in the middle loses nothing that it had confirmed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-killed-'))
  const module = path.join(root, 'dist/src/adapters/sql/sqlite.js')
  const writing = `
    const { sqliteStore } = await import(${JSON.stringify(module)})
    const store = await sqliteStore(${JSON.stringify(folder)})
    const rest = { title: null, callbackUrl: null, batch: null, idempotency: null, options: { zone: 'UTC', deadlineSeconds: 9 } }
    for (let number = 0; ; number++) {
      const sha256 = String(number).padStart(64, '0')
      const sources = [{ name: 'x', kind: 'stored', location: sha256, outlet: null }]
      const contents = [{ sha256, bytes: Buffer.alloc(50_000, number), mediaType: null }]
      await store.create({ id: 'c-' + number, sources, contents, ...rest }, 0)
      process.stdout.write(number + '\\n')
    }`
  try {
    let first = 0
    for (let kill = 0; kill < 3; kill++) {
      const child = spawn(process.execPath, [
        '--input-type=module',
        '-e',
        writing.replace('= 0; ;', `= ${first}; ;`),
      ])
      const confirmed: number[] = []
      for await (const line of createInterface(child.stdout)) {
        confirmed.push(Number(line))
        if (confirmed.length === 40 + kill * 17) child.kill('SIGKILL')
      }
      expect(confirmed.length).toBeGreaterThanOrEqual(40)
      const database = new Database(path.join(folder, 'synoptic.db'))
      expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
      database.close()
      // Its lock is given back by the system, so that the next one opens the folder at once.
      const store = await sqliteStore(folder)
      for (const number of confirmed) {
        expect((await store.sources(`c-${number}`)).length).toBe(1)
        const content = await store.content(String(number).padStart(64, '0'))
        expect(content?.bytes.length).toBe(50_000)
      }
      // One that was not confirmed is there whole, or not at all.
      first = (confirmed.at(-1) ?? 0) + 1
      const half = await store.find(`c-${first}`)
      expect((await store.sources(`c-${first}`)).length).toBe(half ? 1 : 0)
      expect((await store.content(String(first).padStart(64, '0'))) !== null).toBe(half !== null)
      if (half) first++
      await store.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a folder that cannot be written is said so, in a sentence', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-read-only-'))
  const serve = () =>
    spawnSync(process.execPath, [path.join(root, 'dist/src/cli/main.js'), 'serve', '--port', '0'], {
      env: { ...process.env, SYNOPTIC_DATA: folder },
      encoding: 'utf8',
    })
  await (await sqliteStore(folder)).close()
  // Root may write in spite of the mode, but not on a file system that is mounted read-only.
  const byRoot = process.getuid?.() === 0
  const lock = (): boolean =>
    byRoot
      ? spawnSync('mount', ['--bind', folder, folder]).status === 0 &&
        spawnSync('mount', ['-o', 'remount,bind,ro', folder]).status === 0
      : (chmodSync(folder, 0o555), true)
  const unlock = (): void => {
    if (byRoot) spawnSync('umount', [folder])
    else chmodSync(folder, 0o755)
  }
  expect(lock(), 'the folder could be made read-only').toBe(true)
  try {
    const { status, stderr } = serve()
    expect(stderr).toMatch(/^error: The data folder .+ cannot be written \(E\w+\): .+ Make room there/mu)
    expect(stderr).not.toContain('defect')
    expect(status).toBe(3)
  } finally {
    unlock()
    rmSync(folder, { recursive: true })
  }
})
