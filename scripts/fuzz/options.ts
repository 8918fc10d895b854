/**
 * What was typed after `npm run fuzz --`, checked.
 *
 * In: the arguments. Out: the options, or words to print with their exit code. Never: measures anything.
 */
import { parseArgs } from 'node:util'
import type { Typed } from '../typed.js'

export type FuzzOptions = {
  readonly seed: number
  readonly patterns: number
  readonly bytes: number
  readonly show: number
  /** The one fragment to be measured, or null for drawn ones. */
  readonly fragment: string | null
}

export const help = `npm run fuzz -- [options]: looks for texts that cost more than 100 ms a kB, or more by the kB when they are
twice as long, in reading or in comparing two of them.

  --seed      of the patterns that are drawn: the same seed, the same patterns (1)
  --patterns  how many are drawn (200)
  --bytes     size of a text; each is measured at this and at twice this (8000)
  --show      how many of the dearest are printed at the end (10)
  --fragment  measures this one: # stands for a number and @ for a word, another each time
  --help      this text

  npm run fuzz
  npm run fuzz -- --seed 7 --patterns 500 --bytes 16000
  npm run fuzz -- --bytes 32000 --fragment "he said that @ "

Ends with 1 when a pattern breaks the budget twice, with 64 when an option is wrong.
`

export function readFuzzOptions(args: readonly string[]): Typed<FuzzOptions> {
  let values
  try {
    values = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: '1' },
        patterns: { type: 'string', default: '200' },
        bytes: { type: 'string', default: '8000' },
        show: { type: 'string', default: '10' },
        fragment: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  if (values.help) return { state: 'help', words: help }
  const numbers = { seed: values.seed, patterns: values.patterns, bytes: values.bytes, show: values.show }
  for (const [name, value] of Object.entries(numbers))
    if (!/^\d{1,8}$/u.test(value)) return wrong(`--${name} is a whole number, not ${value}`)
  if (values.fragment === '') return wrong('--fragment is empty')
  return {
    state: 'run',
    options: {
      seed: Number(values.seed),
      patterns: Number(values.patterns),
      bytes: Math.max(1_000, Number(values.bytes)),
      show: Number(values.show),
      fragment: values.fragment ?? null,
    },
  }
}

function wrong(reason: string): Typed<FuzzOptions> {
  return { state: 'wrong', words: `${reason}. See npm run fuzz -- --help.\n` }
}
