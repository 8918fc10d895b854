/**
 * The figures of `npm run eval` are those of the scorers that judge the program from outside through its command line.
 * Set SYNOPTIC_SCORERS to a folder with those scorers to hold every printed figure against theirs, digit by digit;
 * without it the packs are only run and looked at for sense.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attribution } from './packs/attribution.js'
import { basil } from './packs/basil.js'
import { ecbplus } from './packs/ecbplus.js'
import { eventSet } from './packs/events.js'
import { extraction } from './packs/extraction.js'
import type { PackResult } from './result.js'
import { writeSyntheticGold } from './synthetic-gold.js'

const scorers = process.env['SYNOPTIC_SCORERS']
const project = process.cwd()
let gold = ''
beforeAll(() => {
  gold = mkdtempSync(path.join(tmpdir(), 'synoptic-gold-'))
  writeSyntheticGold(gold)
})
afterAll(() => {
  rmSync(gold, { recursive: true })
})

/** One printed number of a scorer: the text before it, and what it should be. `%x` is a share in percent. */
type Claim = readonly [before: string, expected: string]

const packs: readonly (readonly [
  string,
  readonly string[],
  () => Promise<PackResult>,
  (result: Read) => Claim[],
])[] = [
  [
    'extraction',
    ['dev'],
    () => extraction(gold, 'dev', 99),
    ({ value, count }) => [
      ['F1 ', value('F1', 4)],
      [' P ', value('precision', 4)],
      [' R ', value('recall', 4)],
      ['empty ', count('empty')],
    ],
  ],
  [
    'attribution',
    ['dev'],
    () => attribution(gold, 'dev', 99),
    ({ percent, count }) => [
      ['content exact F1 ', percent('content exact F1')],
      ['char F1 ', percent('content char F1')],
      ['match>=0.3 F1 ', percent('match >= 0.3 F1')],
      ['source overlap ', percent('source overlap')],
      [' exact ', percent('source exact')],
      ['cue overlap ', percent('cue overlap')],
      ['direct quotes found ', percent('direct quotes found')],
      ['with right source ', percent('direct quotes with source')],
      ['false on unattributed ', `${count('of them taken')}/${count('unattributed quotes')}`],
      ['text changed ', count('text changed')],
    ],
  ],
  [
    'ecbplus',
    ['dev'],
    () => ecbplus(gold, 'dev', 99),
    ({ percent, count }) => [
      ['>=2 F1 ', percent('>= 2 F1')],
      ['>=1 F1 ', percent('>= 1 F1')],
      ['· ', `${count('pairs')} pairs`],
    ],
  ],
  [
    'basil',
    ['dev'],
    () => basil(gold, 'dev', 99),
    ({ percent, count }) => [
      ['one outlet only ', percent('told by one outlet only')],
      ['bias there ', percent('informational bias there')],
      ['against ', percent('informational bias overall')],
      ['s each · ', `${count('findings')}.0 findings`],
    ],
  ],
  ...(['text', 'html'] as const).map(
    (mode) =>
      [
        'events',
        ['court-ruling', mode],
        () => eventSet(path.join(gold, 'events'), 'court-ruling', mode),
        ({ percent, tally, count }: Read): Claim[] => [
          ['links F1 ', percent('links F1')],
          [
            'omissions P ',
            `${percent('omissions precision')} (${tally('omissions precision')}, ${count('omissions unlabelled')} unlabelled)`,
          ],
          ['core R ', percent('omissions recall, core facts')],
          ['quotes linked ', tally('quotes linked')],
          ['shortened ', `${tally('shortened found')} (shown right ${tally('shortened right')})`],
          ['paraphrased ', `${tally('paraphrased found')} (${tally('paraphrased right')})`],
          ['misattributed ', `${tally('misattributed found')} (${tally('misattributed right')})`],
          ['speaker right ', tally('speaker right')],
          ['conflicts ', tally('conflicts found')],
          ['typed ', `${tally('conflicts typed').split('/')[0] ?? ''}, P ${tally('conflicts right')}`],
          [
            'attribution dropped ',
            `${tally('attribution dropped found')} (shown right ${tally('attribution dropped right')})`,
          ],
          ['copy covered ', `${percent('shared copy covered')} (precision ${percent('shared copy right')})`],
        ],
      ] as const,
  ),
]

type Read = {
  readonly value: (name: string, digits: number) => string
  readonly percent: (name: string) => string
  readonly count: (name: string) => string
  readonly tally: (name: string) => string
}

function reader({ figures, counts }: PackResult): Read {
  const figure = (name: string): number => {
    const found = figures[name]
    if (found === undefined) throw new Error(`no figure ${name}`)
    return found.value
  }
  const of = (name: string): number => counts[`${name}, of`] ?? 0
  return {
    value: (name, digits) => figure(name).toFixed(digits),
    percent: (name) => (100 * figure(name)).toFixed(1),
    count: (name) => String(counts[name]),
    tally: (name) => `${Math.round(figure(name) * of(name))}/${of(name)}`,
  }
}

describe.each(packs)('%s %j', (name, args, start, claims) => {
  let result: Promise<PackResult> | null = null
  const run = (): Promise<PackResult> => (result ??= start())

  it('gives shares between 0 and 1, and counts', async () => {
    const { figures, counts } = await run()
    for (const { value } of Object.values(figures)) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }
    expect(Object.keys(counts).length).toBeGreaterThan(0)
  })

  it.skipIf(scorers === undefined)('agrees with the scorer, digit by digit', async () => {
    const line = execFileSync(process.execPath, [path.join(scorers ?? '', `${name}.mjs`), ...args], {
      encoding: 'utf8',
      env: { ...process.env, PROJECT: project, GOLD: gold },
    })
    for (const [before, expected] of claims(reader(await run()))) expect(line).toContain(before + expected)
  })
})
