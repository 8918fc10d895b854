/**
 * npm run bench:study -- [events]: a study of so many events (1,000), copies of the two samples' reports under other ids.
 *
 * Out: seconds of processor time, memory at most, and the digest of all that was written: another digest is another result.
 */
import { createHash } from 'node:crypto'
import { noCodes } from '../../src/study/codes.js'
import { makeStudy } from '../../src/study/study.js'
import { compareSample, samples } from '../support/event.js'

const events = Number(process.argv[2] ?? 1_000)
const reports = await Promise.all(samples.map(async (name) => JSON.stringify(await compareSample(name))))
const sources = Array.from({ length: events }, (_, number) => ({
  event: `event-${String(number).padStart(5, '0')}`,
  folder: 'x',
  read: () =>
    Promise.resolve(
      (reports[number % reports.length] ?? '').replaceAll(
        /\ba-([0-9a-f]{8})[0-9a-f]{4}/gu,
        (__, kept: string) => `a-${kept}${String(number).padStart(4, '0')}`,
      ),
    ),
}))
const hash = createHash('sha256')
let bytes = 0
const append = (name: string, text: string): Promise<void> => {
  hash.update(name).update(text)
  bytes += text.length
  return Promise.resolve()
}
const before = process.cpuUsage()
const options = {
  version: 'bench',
  actors: [],
  variables: { names: [], of: () => undefined },
  audit: new Map(),
  codes: noCodes,
  leftOut: [],
}
const study = await makeStudy(sources, options, { append })
const { user, system } = process.cpuUsage(before)
const lines = [
  `events            ${study.events}, ${study.reports} reports, ${((reports.join('').length / 2 / 1e6) * events).toFixed(0)} MB`,
  `processor seconds ${((user + system) / 1e6).toFixed(1)}`,
  `memory at most    ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  `written           ${(bytes / 1e6).toFixed(0)} MB, ${hash.digest('hex').slice(0, 16)}`,
]
process.stdout.write(`${lines.join('\n')}\n`)
