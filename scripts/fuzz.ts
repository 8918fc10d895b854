/**
 * `npm run fuzz`: looks for texts that cost more than the budget by what they repeat. Prints the dearest with how to make
 * them again; `npm run fuzz -- --help` tells the options and when it ends with 1.
 */
import { Command, InvalidArgumentError } from 'commander'
import { budget, type Cost, growthLimit, textCost, worst } from '../tests/bounds/cost.js'
import { fragments } from './fuzz/fragments.js'

function whole(text: string): number {
  if (!/^\d{1,8}$/u.test(text)) throw new InvalidArgumentError('It should be a whole number.')
  return Number(text)
}

const options = new Command('npm run fuzz --')
  .description(
    'looks for texts that cost more than 100 ms a kB, or more by the kB when they are twice as long, in reading or in comparing two of them; ends with 1 when a pattern does so twice',
  )
  .option('--seed <number>', 'of the patterns that are drawn: the same seed, the same patterns', whole, 1)
  .option('--patterns <number>', 'how many are drawn', whole, 200)
  .option('--bytes <number>', 'size of a text; each is measured at this and at twice this', whole, 8_000)
  .option('--show <number>', 'how many of the dearest are printed at the end', whole, 10)
  .option('--fragment <text>', 'measures this one: # stands for a number and @ for a word, another each time')
  .parse()
  .opts<Record<'seed' | 'patterns' | 'bytes' | 'show', number> & { fragment?: string }>()
const { seed, patterns, show, fragment: given = null } = options
const bytes = Math.max(1_000, options.bytes)

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
