/**
 * npm run eval -- --gold <folder> [--part <name>] [--pack <names>] [--limit <n>] [--json <file>]
 *
 * In:    a folder of gold packs (see tests/eval/README.md). Out: a table, and all figures with their conditions as JSON.
 * Never: writes gold text anywhere; a pack that is there but has no figures here is named as not run.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { conditions } from './conditions.js'
import { has, packsWith } from './gold.js'
import { asked } from './packs/asked.js'
import { attribution } from './packs/attribution.js'
import { basil } from './packs/basil.js'
import { ecbplus } from './packs/ecbplus.js'
import { eventSet } from './packs/events.js'
import { extraction } from './packs/extraction.js'
import { claimdiff, rte3InCompare } from './packs/contradictions.js'
import { naming } from './packs/naming.js'
import { msrp, nanco, rte3, sts } from './packs/sentence-pairs.js'
import type { PackResult, PackRun } from './result.js'
import { tableOf } from './table.js'

type Pack = {
  readonly name: string
  /** Folder below the gold folder; `probe` must stand in its part. */
  readonly folder: string
  readonly probe: string
  readonly run: PackRun
}

const packs: readonly Pack[] = [
  { name: 'extraction', folder: 'extraction', probe: 'pages.jsonl', run: extraction },
  { name: 'attribution', folder: 'attribution', probe: 'articles.jsonl', run: attribution },
  { name: 'ecbplus', folder: 'alignment/ecbplus', probe: 'docs.jsonl', run: ecbplus },
  { name: 'basil', folder: 'triples', probe: 'triples.jsonl', run: basil },
  { name: 'naming', folder: 'naming', probe: 'events.jsonl', run: naming },
  { name: 'msrp', folder: 'pairs', probe: 'msrp.jsonl', run: msrp },
  { name: 'sts', folder: 'pairs', probe: 'sts.jsonl', run: sts },
  { name: 'nanco', folder: 'alignment/nanco', probe: 'questions.jsonl', run: nanco },
  { name: 'rte3', folder: 'conflict/rte3', probe: 'pairs.jsonl', run: rte3 },
  { name: 'rte3-compare', folder: 'conflict/rte3', probe: 'pairs.jsonl', run: rte3InCompare },
  { name: 'asked', folder: 'real', probe: '', run: asked },
  { name: 'claimdiff', folder: 'conflict/claimdiff', probe: 'pairs.jsonl', run: claimdiff },
]

const usage =
  'usage: npm run eval -- --gold <folder of packs> [--part dev] [--pack extraction,events,…] [--limit <units a pack>] [--json <file>]\n'

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    part: { type: 'string', default: 'dev' },
    pack: { type: 'string' },
    limit: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

await main()

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const { gold } = values
  const limit = Number(values.limit)
  if (gold === undefined || !existsSync(gold) || !(limit >= 1)) {
    process.stderr.write(usage)
    process.exitCode = 64
    return
  }
  const results: PackResult[] = []
  const show = (result: PackResult): void => {
    results.push(result)
    process.stdout.write(tableOf([result]) + '\n')
  }
  const { wanted, missing } = choose(gold)
  for (const pack of wanted) show(await pack.run(gold, values.part, limit))
  if (isWanted('events'))
    for (const set of eventSets(gold))
      for (const mode of ['text', 'html'] as const) show(await eventSet(path.join(gold, 'events'), set, mode))
  const notRun = [...missing, ...unknownPacks(gold)]
  if (notRun.length > 0) process.stdout.write(`not run: ${notRun.join(', ')}\n`)
  if (values.json !== undefined) {
    const file = { schema: 'synoptic/eval@1', conditions: conditions(), results, notRun }
    writeFileSync(values.json, JSON.stringify(file, null, 2) + '\n')
  }
}

function isWanted(name: string): boolean {
  return values.pack === undefined || values.pack.split(',').includes(name)
}

/** Packs to run, and those asked for (or known) that the folder does not hold in this part. */
function choose(gold: string): { readonly wanted: readonly Pack[]; readonly missing: readonly string[] } {
  const asked = packs.filter(({ name }) => isWanted(name))
  const there = ({ folder, probe }: Pack): boolean => has(gold, folder, values.part, probe)
  return {
    wanted: asked.filter(there),
    missing: asked.filter((pack) => !there(pack)).map(({ name }) => `${name} (no part ${values.part})`),
  }
}

/** Every folder of `events/` that holds a gold.json. */
function eventSets(gold: string): readonly string[] {
  if (!has(gold, 'events')) return []
  return readdirSync(path.join(gold, 'events'))
    .filter((set) => has(gold, 'events', set, 'gold.json'))
    .sort()
}

function unknownPacks(gold: string): readonly string[] {
  if (values.pack !== undefined) return []
  const known = new Set(packs.map(({ folder }) => folder))
  return packsWith(gold, values.part)
    .filter((folder) => !known.has(folder))
    .map((folder) => `${folder} (no figures here yet)`)
}
