/**
 * What was typed after `npm run soak --`, checked.
 *
 * In: the arguments. Out: the options, or words to print with their exit code. Never: starts anything.
 */
import { parseArgs } from 'node:util'
import type { Typed } from '../typed.js'

/** Each a whole number: what it is without being given, and what it means. */
const numbers = {
  comparisons: [
    200,
    'comparisons that are disturbed: workers killed, servers restarted and emptied, sources failing',
  ],
  kills: [40, 'how often a worker is killed meanwhile'],
  drains: [40, 'how often one is told to stop, and another started'],
  emptied: [20, 'how often the queue is emptied'],
  queued: [1000, 'comparisons of 5 saved pages, queued at once, for each number of workers'],
  articles: [2000, 'articles read by one worker, for its memory'],
  honest: [60, 'comparisons on one server among which costly texts are submitted'],
  dense: [
    240,
    'fragments of tests/bounds, each over two pages of 64 kB, on one server and by the command line',
  ],
  pressed: [
    1000,
    'events of a batch, among other requests made to hold a server, embedded and on PostgreSQL and Redis',
  ],
  seed: [1, 'of what fails, and when'],
} as const
const others = {
  workers: ['1,2,4', 'numbers of worker processes for the queued comparisons, with commas'],
  minutes: [
    '240',
    'at most so many for each run of queued comparisons or articles; figures then tell what was done',
  ],
  out: ['soak.json', 'file for the figures'],
} as const

export type SoakOptions = Readonly<Record<keyof typeof numbers, number>> & {
  readonly workers: readonly number[]
  readonly minutes: number
  readonly out: string
}

const help = `npm run soak -- [options]: the long proofs of the service, on real Redis and PostgreSQL.

${Object.entries({ ...numbers, ...others })
  .map(([name, [value, meaning]]) => `  --${name.padEnd(12)} ${meaning} (${value})`)
  .join('\n')}
  --help         this text

A part is left out with 0. Ends with 1 when a comparison was lost, ended twice, or differs from that of an undisturbed
run, when a request sent again made another comparison, when a worker told to stop did not end in time, when an honest
comparison took more than twice its undisturbed time beside costly texts, or /healthz more than 250 ms without what server
and asker waited for a processor (the time by the clock is printed beside it), when a worker's processes went over 400 MB
or grew while it read, a server over 700 MB, or when a dense text ended the program or was cut without a reason; with 64
when an option is wrong.
`

export function readSoakOptions(args: readonly string[]): Typed<SoakOptions> {
  const presets = Object.entries({ ...numbers, ...others })
  let given: Readonly<Record<string, string | boolean | undefined>>
  try {
    given = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(presets.map(([name]) => [name, { type: 'string' } as const])),
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  if (given['help'] === true) return { state: 'help', words: help }
  const value = (name: keyof typeof numbers | keyof typeof others): string =>
    String(given[name] ?? { ...numbers, ...others }[name][0])

  const names = Object.keys(numbers) as (keyof typeof numbers)[]
  const broken = names.find((name) => !isWhole(value(name)))
  if (broken) return wrong(`--${broken} should be a whole number, not "${value(broken)}".`)
  const minutes = Number(value('minutes'))
  if (!(minutes > 0)) return wrong(`--minutes should be a number above 0, not "${value('minutes')}".`)
  const workers = value('workers').split(',')
  if (!workers.every((count) => isWhole(count) && Number(count) > 0))
    return wrong(`--workers should be whole numbers above 0 with commas between, not "${value('workers')}".`)
  const whole = Object.fromEntries(names.map((name) => [name, Number(value(name))]))
  return {
    state: 'run',
    options: {
      ...(whole as Record<keyof typeof numbers, number>),
      workers: workers.map(Number),
      minutes,
      out: value('out'),
    },
  }
}

function isWhole(text: string): boolean {
  return /^\d{1,9}$/u.test(text)
}

function wrong(message: string): Typed<SoakOptions> {
  return { state: 'wrong', words: `error: ${message}\n(npm run soak -- --help lists the options)\n` }
}
