/**
 * The order of test files: those that take longest first, so that no core is idle while the last one runs.
 *
 * In:    the files of a run. Out: the same files, the slow ones in front; the others by size, as Vitest has them.
 * Never: leaves a file out, or names one that is not there.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By measured time, longest first: files that start many processes, drive a browser or read whole samples. */
const slow = `
browser/report
pool/process-pool
cli/cli
browser/service
watch/watch
batch/batch
study/study
queue/bullmq-behaviour
browser/desk
browser/study
browser/take
browser/pdf
normalize/hostile
server/pages
browser/review
server/serve
reader/program
browser/filters
watch/command
bounds/limits
determinism/bundle
print/whole
server/upkeep
server/attacks
determinism/order
browser/fragments
print/html
pipeline/symmetry
server/watching
queue/bullmq-facts
browser/classroom
notes/notes
docs/documents
compare/invariants
pipeline/round-trip
queue/queue
`
  .trim()
  .split('\n')
  .map((name) => path.join(import.meta.dirname, `${name}.test.ts`))

const gone = slow.filter((file) => !existsSync(file))
if (gone.length > 0) throw new Error(`tests/longest-first.ts names files that are gone: ${gone.join(', ')}`)

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification): number =>
      slow.includes(moduleId) ? slow.indexOf(moduleId) : slow.length
    return rest.toSorted((a, b) => rank(a) - rank(b))
  }
}
