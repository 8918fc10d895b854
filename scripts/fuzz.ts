/**
 * `npm run fuzz`: looks for texts that cost more than the budget by what they repeat. Prints the dearest with how to make
 * them again; `npm run fuzz -- --help` tells the options and when it ends with 1.
 */
import { budget, type Cost, growthLimit, textCost, worst } from '../tests/bounds/cost.js'
import { fragments } from './fuzz/fragments.js'
import { readFuzzOptions } from './fuzz/options.js'
import { optionsOrEnd } from './typed.js'

const { seed, patterns, bytes, show, fragment: given } = optionsOrEnd(readFuzzOptions(process.argv.slice(2)))

type Tried = { readonly fragment: string; readonly once: Cost; readonly twice: Cost }

/** Small ones are measured in a few milliseconds and say nothing of growth. */
const dear = budget / 4

function measure(fragment: string): Tried {
  return { fragment, once: textCost(fragment, bytes), twice: textCost(fragment, 2 * bytes) }
}

function breaks({ once, twice }: Tried): boolean {
  const grows = worst(twice) > dear && worst(twice) > growthLimit * worst(once)
  return worst(once) > budget || worst(twice) > budget || grows
}

/** A pattern breaks the budget only when it does so twice. */
function tried(fragment: string): Tried {
  const first = measure(fragment)
  if (!breaks(first)) return first
  const second = measure(fragment)
  return worst(second.twice) < worst(first.twice) ? second : first
}

const shown = (cost: Cost): string =>
  Object.entries(cost)
    .map(([stage, ms]) => `${stage} ${ms.toFixed(1)}`)
    .join(', ')

function print(item: Tried): void {
  process.stdout.write(
    `${breaks(item) ? 'OVER ' : '     '}${bytes} bytes: ${shown(item.once)} ms/kB; ${2 * bytes}: ${shown(item.twice)} ms/kB\n` +
      `     npm run fuzz -- --bytes ${bytes} --fragment ${JSON.stringify(item.fragment)}\n`,
  )
}

// The first texts also pay for loading the models and for compiling what is run.
for (let time = 0; time < 3; time++) textCost('Anna Berg said that # people met in @. ', 4_000)

const all = given === null ? fragments(seed, patterns) : [given]
const found: Tried[] = []
for (const fragment of all) {
  const item = tried(fragment)
  found.push(item)
  if (breaks(item)) print(item)
}
const over = found.filter(breaks)
process.stdout.write(
  `${found.length} patterns, ${over.length} over the budget of ${budget} ms/kB; the dearest:\n`,
)
for (const item of found.sort((a, b) => worst(b.twice) - worst(a.twice)).slice(0, show)) print(item)
process.exitCode = over.length > 0 ? 1 : 0
