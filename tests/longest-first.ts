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
browser/service
cli/cli
watch/watch
batch/batch
study/study
determinism/bundle
pipeline/symmetry
browser/study
browser/desk
normalize/hostile
server/pages
browser/take
browser/pdf
reader/program
pipeline/round-trip
server/serve
server/attacks
watch/command
determinism/order
print/html
print/whole
browser/classroom
server/openapi
bounds/limits
queue/bullmq-behaviour
compare/invariants
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
