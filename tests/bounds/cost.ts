/**
 * What a hostile text or page costs: processor time of its stages, by the kB that a sender has to send.
 *
 * In:    a fragment and a size. Out: milliseconds a kB, as on a machine that has nothing else to do.
 * Never: measures by the clock.
 */
import { annotate } from '../../src/annotate/annotate.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { normalize } from '../../src/normalize/normalize.js'
import { compareAll, textPage } from '../support/event.js'
import { htmlPage } from '../normalize/pages.js'
import { processorMs, slowness } from '../support/processor-time.js'
import { repeated } from './repeat.js'

/** What a kB may cost at most, milliseconds of processor time: for each stage. */
export const budget = 100
/**
 * What twice as much may cost, a kB, in times of the cost of a kB: n log n gives 1.1 from 5 kB to 10 kB, the square 2. The
 * rest is for what a measurement of some milliseconds is off.
 */
export const growthLimit = 1.8

/** Two reports of one event that do not share their words. */
const openings = [
  'Bridge closed\n\nThe council of Dorn met on Monday. Anna Berg said that the bridge would be closed in May.\n\n',
  'Dorn shuts its bridge\n\nFrom May on nobody may cross the river, Jon Falk told reporters after the vote.\n\n',
] as const

export type Cost = Readonly<Record<string, number>>

/**
 * Reading a text of `bytes`, and comparing two of them, each by its kB. A page may say that it is in English, whatever it
 * holds: the text is read as such.
 */
export function textCost(fragment: string, bytes: number): Cost {
  const before = slowness()
  const articles: AnnotatedArticle[] = []
  const read = openings.map((opening, index) =>
    processorMs(() => {
      const text = opening + repeated(fragment, bytes, 1 + index * 10_000)
      articles.push(
        annotate({ ...normalize(textPage(`${index}.txt`, text)), language: 'en' }, { zone: 'UTC' }),
      )
    }),
  )
  const compare = processorMs(() => compareAll(articles))
  return byKb({ read: Math.min(...read), compare: compare / openings.length }, bytes, before)
}

/** `before`: the slowness when the work began. */
export function byKb(ms: Cost, bytes: number, before: number): Cost {
  const part = (bytes / 1000) * Math.max(before, slowness())
  return Object.fromEntries(Object.entries(ms).map(([stage, value]) => [stage, value / part]))
}

/** The dearest stage. */
export const worst = (cost: Cost): number => Math.max(...Object.values(cost))

/** What runs beside a measurement only adds to it: the least of a few is the nearest to what the work costs. */
const mostTimes = 5

/** Measured again while it is over the limit; the least. */
export function leastCost(limit: number, measure: () => Cost): Cost {
  let least = measure()
  for (let time = 1; time < mostTimes && worst(least) > limit; time++) {
    const next = measure()
    if (worst(next) < worst(least)) least = next
  }
  return least
}

/** Making an article of a page of `bytes`; `…` in `place` is where the fragment is repeated. */
export function pageCost(place: string, fragment: string, bytes: number): Cost {
  const before = slowness()
  const html = place.replace('…', () => repeated(fragment, bytes))
  return byKb({ normalize: processorMs(() => normalize(htmlPage(html))) }, bytes, before)
}
