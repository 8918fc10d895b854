/** The secret of webhooks is the same for all who may sign, and stands nowhere. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { keyFile, webhookSecret } from '../../src/cli/service-process.js'
import type { Store } from '../../src/ports/store.js'

const parent = mkdtempSync(path.join(tmpdir(), 'synoptic-secret-'))
const dataFolder = path.join(parent, 'data')
const embedded = { databaseUrl: null, dataFolder }
const made = { webhookSecret: null }
let store: Store
beforeAll(async () => {
  store = await sqliteStore(dataFolder)
})
afterAll(async () => {
  await store.close()
  rmSync(parent, { recursive: true })
})

test('what was configured is taken', async () => {
  expect(await webhookSecret({ webhookSecret: 'one of our own choice' }, embedded, store)).toBe(
    'one of our own choice',
  )
})

test('embedded, it is the same at each start, and no file of the data folder holds it', async () => {
  const secrets = await Promise.all([1, 2, 3].map(() => webhookSecret(made, embedded, store)))
  expect(secrets[0]).toMatch(/^whsec_[\w-]{43}$/u)
  expect(new Set(secrets).size).toBe(1)
  for (const name of readdirSync(dataFolder))
    expect(readFileSync(path.join(dataFolder, name)).includes(secrets[0]?.slice(6) ?? ''), name).toBe(false)
  expect(statSync(path.join(dataFolder, keyFile)).mode & 0o777).toBe(0o600)
  const copied = { ...embedded, dataFolder: path.join(parent, 'elsewhere') }
  expect(await webhookSecret(made, copied, store), 'the database alone does not give it').not.toBe(secrets[0])
})

test('with PostgreSQL its password is the other half, and no folder is needed', async () => {
  const nowhere = path.join(parent, 'none')
  const on = (databaseUrl: string) => webhookSecret(made, { databaseUrl, dataFolder: nowhere }, store)
  const [one, two] = [await on('postgres://me:long@a/x'), await on('postgres://me:long@b/x')]
  expect(one).toBe(two)
  expect(await on('postgres://me:other@a/x')).not.toBe(one)
  expect(readdirSync(parent)).not.toContain('none')
  expect(await on('postgres://me@a/x')).toMatch(/^whsec_/u)
  expect(readdirSync(nowhere)).toEqual([keyFile])
})

test('an empty key file is none: another key is made', async () => {
  const folder = path.join(parent, 'emptied')
  const first = await webhookSecret(made, { ...embedded, dataFolder: folder }, store)
  truncateSync(path.join(folder, keyFile))
  const second = await webhookSecret(made, { ...embedded, dataFolder: folder }, store)
  expect(second).not.toBe(first)
  expect(readFileSync(path.join(folder, keyFile), 'utf8')).toHaveLength(43)
  expect(readdirSync(folder)).toEqual([keyFile])
})
