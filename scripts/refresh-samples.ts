/**
 * Rewrites samples/<event>/expected: `npm run samples:refresh`. The diff is what gets reviewed.
 * Each folder holds what a reader sees of the event; tests/pipeline/samples.test.ts holds the program against it.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectedFiles } from '../tests/support/expected.js'
import { root, samples } from '../tests/support/event.js'

for (const sample of samples) {
  const folder = path.join(root, 'samples', sample, 'expected')
  await rm(folder, { recursive: true, force: true })
  for (const { name, content } of await expectedFiles(sample)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}
