/** One thread compares one event after the other: what came before changes nothing. Modules are loaded anew for each case. */
import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { root } from '../support/event.js'
import { alignment, article, type Drawn } from './event.js'

const storm = [
  article('Ant', 'News', '{c1:The attack in Aldmoor wrecked nine boats}.', [['number', '9', 'boat', 'nine']]),
  article('Bee', 'News', '{c1:The attack in Aldmoor wrecked seven boats}.', [
    ['number', '7', 'boat', 'seven'],
  ]),
]
const tellsOfWreck = article('Cat', 'News', '{c1:A wreck closed the road to the port}.')
const tellsOfCollision = article('Dog', 'News', 'The collision came at night. Nobody was on the quay.')

/** What the thread does: the events before, then the search. */
const work = `(async () => {
  const { parentPort, workerData: { built, before, pair, mention } } = require('node:worker_threads')
  const { compare } = await import(built + '/compare/compare.js')
  const { viewsOf } = await import(built + '/likeness/view.js')
  const { closest, sourcedNeedleIn } = await import(built + '/likeness/second-search.js')
  for (const { articles, alignment } of before) compare(articles, alignment)
  const [teller, other] = viewsOf(pair)
  parentPort.postMessage(closest(other, [sourcedNeedleIn(teller, mention)])?.score ?? 0)
})()`

/** How close the second search comes to the wreck, in a thread that compared `before` first. */
async function closeness(...before: readonly (readonly Drawn[])[]): Promise<unknown> {
  const cell = Object.values(alignment([tellsOfWreck]).claims[0]?.cells ?? {})[0]
  const mention = cell?.state === 'present' ? cell.mentions[0] : undefined
  if (!mention) throw new Error('nothing drawn')
  const workerData = {
    built: path.join(root, 'dist/src'),
    before: before.map((drawn) => ({
      articles: drawn.map((item) => item.article),
      alignment: alignment(drawn),
    })),
    pair: [tellsOfWreck.article, tellsOfCollision.article],
    mention,
  }
  const [score] = (await once(new Worker(work, { eval: true, workerData }), 'message')) as unknown[]
  return score
}

it('the second search finds the same after another event', async () => {
  const alone = await closeness()
  expect(alone).toBeGreaterThan(0)
  expect(await closeness(storm)).toBe(alone)
})
