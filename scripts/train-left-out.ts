/**
 * Learns how likely a report tells after all what a sentence of another one tells, from events that readers read completely:
 * data/left-out.json. Options and what is printed: matcher/held-out.ts.
 */
import { align } from '../src/align/align.js'
import { createContext } from '../src/compare/context.js'
import { passagesOf } from '../src/compare/left-out/passages.js'
import { tracesIn } from '../src/compare/left-out/traces.js'
import { toldFeatures, toldNames } from '../src/compare/left-out/told-after-all.js'
import { learnHeldOut, type Row } from './matcher/held-out.js'
import { statementsOf, type ReadEvent } from './matcher/real-events.js'

learnHeldOut({
  script: 'scripts/train-left-out.ts',
  file: 'left-out.json',
  names: toldNames,
  penalty: 3,
  rowsOf,
})

/** Each sentence of each report against each other report, with whether the other tells it by what was marked. */
function rowsOf(event: ReadEvent): Row[] {
  const context = createContext(event.articles, align(event.articles))
  return context.views.flatMap((teller) =>
    context.views
      .filter((other) => other !== teller)
      .flatMap((other) =>
        tracesIn(context, passagesOf(teller), other).map(({ untold, traces }): Row => {
          const made = statementsOf(event, teller.id, untold.passage.sentence)
          const told = event.statements.some(
            (one) => made.has(one.id) && (one.at.get(other.id)?.length ?? 0) > 0,
          )
          return { x: toldFeatures(traces), y: told ? 1 : 0 }
        }),
      ),
  )
}
