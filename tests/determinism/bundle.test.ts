/**
 * The bundle that the program starts from, in another time zone and locale, gives what its modules give here. The same bytes,
 * with kept code that does not fit, on other versions of Node: bytes.release.test.ts.
 */
import { expect, test } from 'vitest'
import { compareSample } from '../support/event.js'
import { synoptic } from '../support/program.js'
import { comparing, elsewhere, parts } from './comparing.js'

test('bundle and modules find the same, in Tokyo and Turkish, too', async () => {
  const { stdout } = await synoptic(comparing('moscow-talks'), { env: elsewhere })
  expect(stdout.length).toBeGreaterThan(10_000)
  const { quotes, claims, findings, facts } = await compareSample('moscow-talks')
  const rounded = JSON.parse(
    JSON.stringify({ quotes, claims, findings, facts }, (_key, item: unknown) =>
      typeof item === 'number' ? Math.round(item * 1e4) / 1e4 : item,
    ),
  ) as unknown
  expect(parts(stdout)).toEqual(rounded)
})
