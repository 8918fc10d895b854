/**
 * What was typed after `npm run soak --`, checked.
 *
 * In: the arguments. Out: the options, or words to print with their exit code. Never: starts anything.
 */
import { parseArgs } from 'node:util'
import type { Typed } from '../typed.js'

export type SoakOptions = {
  readonly comparisons: number
  readonly kills: number
  readonly drains: number
  readonly emptied: number
  readonly queued: number
  readonly articles: number
  readonly honest: number
  readonly dense: number
  readonly workers: readonly number[]
  readonly minutes: number
  readonly seed: number
  readonly out: string
}

const meanings = {
  comparisons: [
    '200',
    'comparisons that are disturbed: workers killed, servers restarted and emptied, sources failing',
  ],
  kills: ['40', 'how often a worker is killed meanwhile'],
  drains: ['40', 'how often one is told to stop, and another started'],
  emptied: ['20', 'how often the queue is emptied'],
  queued: ['1000', 'comparisons of 5 saved pages, queued at once, for each number of workers'],
  articles: ['2000', 'articles read by one worker, for its memory'],
  honest: ['60', 'comparisons on one server among which costly texts are submitted'],
  dense: [
    '240',
    'fragments of tests/bounds, each over two pages of 64 kB, on one server and by the command line',
  ],
  workers: ['1,2,4', 'numbers of worker processes for the queued comparisons, with commas'],
  minutes: [
    '240',
    'at most so many for each run of queued comparisons or articles; figures then tell what was done',
  ],
  seed: ['1', 'of what fails, and when'],
  out: ['soak.json', 'file for the figures'],
} as const

type Name = keyof typeof meanings

export const help = `npm run soak -- [options]: the long proofs of the service, on real Redis and PostgreSQL.

${Object.entries(meanings)
  .map(([name, [value, meaning]]) => `  --${name.padEnd(12)} ${meaning} (${value})`)
  .join('\n')}
  --help         this text

A part is left out with 0. Ends with 1 when a comparison was lost, ended twice, or differs from that of an undisturbed
run, when a request sent again made another comparison, when a worker told to stop did not end in time, when an honest
comparison took more than twice its undisturbed time beside costly texts, or /healthz more than 250 ms by the clock (a
machine that has much else to do may fail that undisturbed, too: both are printed), when a worker's processes went over
400 MB or grew while it read, or when a dense text ended the program or was cut without a reason; with 64 when an option
is wrong.
`

export function readSoakOptions(args: readonly string[]): Typed<SoakOptions> {
  const string = (name: Name) => ({ type: 'string', default: meanings[name][0] }) as const
  let values
  try {
    values = parseArgs({
      args: [...args],
      options: {
        comparisons: string('comparisons'),
        kills: string('kills'),
        drains: string('drains'),
        emptied: string('emptied'),
        queued: string('queued'),
        articles: string('articles'),
        honest: string('honest'),
        dense: string('dense'),
        workers: string('workers'),
        minutes: string('minutes'),
        seed: string('seed'),
        out: string('out'),
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  if (values.help) return { state: 'help', words: help }

  const broken = (
    ['comparisons', 'kills', 'drains', 'emptied', 'queued', 'articles', 'honest', 'dense', 'seed'] as const
  ).filter((name) => !isWhole(values[name]))
  const [name] = broken
  if (name !== undefined) return wrong(`--${name} should be a whole number, not "${values[name]}".`)
  const minutes = Number(values.minutes)
  if (!(minutes > 0)) return wrong(`--minutes should be a number above 0, not "${values.minutes}".`)
  const workers = values.workers.split(',')
  if (!workers.every((count) => isWhole(count) && Number(count) > 0))
    return wrong(`--workers should be whole numbers above 0 with commas between, not "${values.workers}".`)
  const { comparisons, kills, drains, emptied, queued, articles, honest, dense, seed, out } = values
  return {
    state: 'run',
    options: {
      comparisons: Number(comparisons),
      kills: Number(kills),
      drains: Number(drains),
      emptied: Number(emptied),
      queued: Number(queued),
      articles: Number(articles),
      honest: Number(honest),
      dense: Number(dense),
      workers: workers.map(Number),
      minutes,
      seed: Number(seed),
      out,
    },
  }
}

function isWhole(text: string): boolean {
  return /^\d{1,9}$/u.test(text)
}

function wrong(message: string): Typed<SoakOptions> {
  return { state: 'wrong', words: `error: ${message}\n(npm run soak -- --help lists the options)\n` }
}
