/** The program against samples/<event>/expected. After a wanted change: `npm run samples:refresh`, and read the diff. */
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, samples } from '../support/event.js'
import { expectedFiles } from '../support/expected.js'

describe.each(samples)('%s', (sample) => {
  const folder = path.join(root, 'samples', sample, 'expected')

  test('gives what is expected, file by file', async () => {
    const files = await expectedFiles(sample)
    for (const { name, content } of files) {
      const expected = await readFile(path.join(folder, name), 'utf8')
      expect(firstDifference(expected, content), name).toBeNull()
    }
    const there = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    )
    expect(there).toHaveLength(files.length)
  })
})

/** The first line that differs, both ways, or null. */
function firstDifference(expected: string, got: string): object | null {
  const want = expected.split('\n')
  const have = got.split('\n')
  for (let line = 0; line < Math.max(want.length, have.length); line++)
    if (want[line] !== have[line])
      return { line: line + 1, expected: want[line] ?? null, got: have[line] ?? null }
  return null
}
