/**
 * npm run bench:extraction -- [folder of HTML files...]
 *
 * In:    saved pages: those of samples/ and tests/pages/, and of the folders given.
 * Out:   milliseconds a page of normalize and of jsdom with Readability alone, and their ratio.
 * Method: both on each page in turn, the first of the two changing from round to round; after one round over all pages to
 * warm up, the least of each page's times counts: what else runs on the machine only adds to them.
 */
import { isUtf8 } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import type { RawPage } from '../../src/model/raw-page.js'
import { normalize } from '../../src/normalize/normalize.js'
import { sha256 } from '../../src/text/hash.js'
import { root } from '../support/event.js'

const ROUNDS = 8
/** Pages below this size say little about extraction. Bytes. */
const MIN_BYTES = 2000

const samples = readdirSync(path.join(root, 'samples')).map((name) =>
  path.join(root, 'samples', name, 'pages'),
)
const goldens = readdirSync(path.join(root, 'tests/pages')).map((name) =>
  path.join(root, 'tests/pages', name),
)
const given = process.argv.slice(2)
const pages = (given.length > 0 ? given : [...samples, ...goldens]).filter(existsSync).flatMap(pagesIn)

for (const page of pages) await roundsOf(page, 1)
let [ours, alone] = [0, 0]
const ratios: number[] = []
for (const page of pages) {
  const rounds = await roundsOf(page, ROUNDS)
  const [own, other] = [
    Math.min(...rounds.map(([time]) => time)),
    Math.min(...rounds.map(([, time]) => time)),
  ]
  ours += own
  alone += other
  ratios.push(own / other)
}
const each = (sum: number): string => (sum / pages.length).toFixed(1)
process.stdout.write(
  `${pages.length} pages: normalize ${each(ours)} ms, jsdom + Readability ${each(alone)} ms a page; ` +
    `ratio of sums ${(ours / alone).toFixed(2)}, median of ratios ${median(ratios).toFixed(2)}\n`,
)

function pagesIn(folder: string): Buffer[] {
  return readdirSync(folder)
    .filter((name) => /\.html?$/u.test(name))
    .map((name) => readFileSync(path.join(folder, name)))
    .filter((bytes) => bytes.length >= MIN_BYTES)
}

/** Milliseconds of processor time of this process, which other programs disturb less than a clock. */
async function roundsOf(page: Buffer, count: number): Promise<readonly (readonly [number, number])[]> {
  const times: (readonly [number, number])[] = []
  for (let round = 0; round < count; round++) {
    const first = round % 2 === 0 ? timed(() => normalize(rawPage(page))) : timed(() => readAlone(page))
    await setImmediate()
    const second = round % 2 === 0 ? timed(() => readAlone(page)) : timed(() => normalize(rawPage(page)))
    await setImmediate()
    times.push(round % 2 === 0 ? [first, second] : [second, first])
  }
  return times
}

function timed(task: () => unknown): number {
  const before = process.cpuUsage()
  task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** jsdom looks for `<meta charset>` in the first kilobyte alone: bytes that are UTF-8 are handed over as text, as normalize reads them. */
function readAlone(page: Buffer): unknown {
  const { window } = new JSDOM(isUtf8(page) ? page.toString('utf8') : page, {
    virtualConsole: new VirtualConsole(),
  })
  return new Readability(window.document).parse()?.textContent
}

function rawPage(page: Buffer): RawPage {
  return {
    state: 'read',
    source: { name: 'page.html', kind: 'file', location: 'page.html', outlet: null },
    url: null,
    fetchedAt: null,
    issues: [],
    mediaType: 'html',
    charset: null,
    bytes: page.toString('base64'),
    sha256: sha256(page),
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}
