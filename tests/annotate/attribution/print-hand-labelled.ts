/** `npx tsx tests/annotate/attribution/print-hand-labelled.ts [--misses]`: the figures of the hand-labelled sentences. */
import { loadCases, score } from './hand-labelled.js'

for (const [what, { right, all, misses }] of score(loadCases())) {
  process.stdout.write(`${what}: ${right} of ${all}\n`)
  if (process.argv.includes('--misses')) for (const miss of misses) process.stdout.write(`  ${miss}\n`)
}
