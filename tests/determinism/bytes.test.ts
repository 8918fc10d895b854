/**
 * Same bytes in, same bytes out: a sample compared twice, the second time in another time zone and locale. Both samples,
 * and other versions of Node: bytes.release.test.ts.
 */
import { expect, test } from 'vitest'
import { synoptic } from '../support/program.js'
import { comparing, elsewhere } from './comparing.js'

test('the same bytes a second time, in Tokyo and Turkish', async () => {
  const args = comparing('moscow-talks')
  const [first, second] = await Promise.all([synoptic(args), synoptic(args, { env: elsewhere })])
  expect(first.stdout.length).toBeGreaterThan(10_000)
  expect(second.stdout === first.stdout).toBe(true)
})
