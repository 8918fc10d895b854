/**
 * Whole comparisons on event sets with planted differences.
 * In: `events/<set>` (or any folder of sets), as text or as HTML pages. Out: links of the same fact, omissions,
 * quotations, conflicts, dropped attribution, shared copy, each as right ones of all.
 */
import path from 'node:path'
import { f1, share } from '../metrics.js'
import { compareFiles, timed } from '../reading.js'
import { plain, type Figure, type PackResult } from '../result.js'
import {
  conflicts,
  droppedAttribution,
  links,
  omissions,
  placeQuotes,
  quotations,
  sharedCopy,
} from './events-figures.js'
import { Placing, readEventGold } from './events-gold.js'
import { EventView } from './events-view.js'

export async function eventSet(sets: string, set: string, mode: 'text' | 'html'): Promise<PackResult> {
  const folder = path.join(sets, set)
  const gold = readEventGold(folder)
  const files = gold.outlets.map((outlet) => path.join(folder, outlet[mode]))
  const [report, seconds] = await timed(() => compareFiles(files))
  const placing = new Placing(folder, gold, report.articles)
  const view = new EventView(report, gold, placing)
  const { unlabelled, ...omitted } = omissions(view)
  const tallies = {
    ...links(view),
    ...omitted,
    ...quotations(view, placeQuotes(gold, placing)),
    ...conflicts(view, gold, placing),
    ...droppedAttribution(view, gold),
    ...sharedCopy(view, report, gold, placing),
  }
  const figures: Record<string, Figure> = {}
  const counts: Record<string, number> = {}
  for (const [name, [right, of]] of Object.entries(tallies)) {
    figures[name] = plain(share(right, of))
    counts[`${name}, of`] = of
  }
  const value = (name: string): number => figures[name]?.value ?? 0
  return {
    pack: `events/${set}`,
    part: mode,
    figures: {
      'links F1': plain(f1(value('links precision'), value('links recall'))),
      ...figures,
    },
    counts: {
      ...counts,
      'omissions unlabelled': unlabelled[0],
      findings: report.findings.length,
      'spans lost': placing.lost,
    },
    seconds,
  }
}
