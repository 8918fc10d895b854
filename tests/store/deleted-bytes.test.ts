/** What is deleted from the embedded store is not left in its files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { json, startServer } from '../server/harness.js'

const WORD = 'Zebulonka'
const texts = {
  sources: ['two', 'three'].map((number) => ({
    name: `${number}.txt`,
    text: `Quay shut\n\nThe quay was shut after ${number} workers were hurt there, the engineer ${WORD} said on Monday.\n\n${'It will open again in spring. '.repeat(400)}`,
  })),
}

test.each(['a comparison', 'an article'] as const)('%s', async (what) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-deleted-'))
  const server = await startServer({ folder })
  const found = (): string[] =>
    readdirSync(folder).filter((file) => readFileSync(path.join(folder, file)).includes(WORD))
  try {
    const { id } = await json<{ id: string }>(await server.post('/api/comparisons', texts))
    await server.finished(id)
    expect(found()).not.toEqual([])
    const hashes = (await server.store.sources(id)).map(({ source }) => source.location)
    const doomed =
      what === 'a comparison' ? [`/api/comparisons/${id}`] : hashes.map((hash) => `/api/articles/${hash}`)
    for (const address of doomed)
      expect((await server.request(address, { method: 'DELETE' })).ok, address).toBe(true)
    expect(found()).toEqual([])
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
})
