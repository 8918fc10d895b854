/** One process compares one event after the other: what came before changes nothing. Modules are loaded anew for each case. */
import { expect, it, vi } from 'vitest'
import { alignment, article } from './event.js'

const storm = [
  article('Ant', 'News', '{c1:The attack in Aldmoor wrecked nine boats}.', [['number', '9', 'boat', 'nine']]),
  article('Bee', 'News', '{c1:The attack in Aldmoor wrecked seven boats}.', [
    ['number', '7', 'boat', 'seven'],
  ]),
]
const tellsOfWreck = article('Cat', 'News', '{c1:A wreck closed the road to the port}.')
const tellsOfCollision = article('Dog', 'News', 'The collision came at night. Nobody was on the quay.')

/** How close the second search comes to the wreck, in a process that compared `before` first. */
async function closeness(...before: readonly (typeof storm)[]): Promise<number> {
  vi.resetModules()
  const { compare } = await import('../../src/compare/compare.js')
  const { viewsOf } = await import('../../src/likeness/view.js')
  const { closest, sourcedNeedleIn } = await import('../../src/likeness/second-search.js')
  for (const drawn of before)
    compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    )
  const [teller, other] = viewsOf([tellsOfWreck.article, tellsOfCollision.article])
  const cell = Object.values(alignment([tellsOfWreck]).claims[0]?.cells ?? {})[0]
  const mention = cell?.state === 'present' ? cell.mentions[0] : undefined
  if (!teller || !other || !mention) throw new Error('nothing drawn')
  return closest(other, [sourcedNeedleIn(teller, mention)])?.score ?? 0
}

it('the second search finds the same after another event', async () => {
  const alone = await closeness()
  expect(alone).toBeGreaterThan(0)
  expect(await closeness(storm)).toBe(alone)
})
