/** `npx tsx tests/annotate/attribution/print-hand-labelled.ts [--misses]`: the figures of the hand-labelled sentences. */
import { labelFiles, loadCases, score } from './hand-labelled.js'

for (const file of labelFiles) {
  process.stdout.write(`${file}\n`)
  for (const [what, { right, all, misses }] of score(loadCases(file))) {
    process.stdout.write(`  ${what}: ${right} of ${all}\n`)
    if (process.argv.includes('--misses')) for (const miss of misses) process.stdout.write(`    ${miss}\n`)
  }
}
