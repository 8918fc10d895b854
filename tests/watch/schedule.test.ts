/** When an address is asked again. */
import { expect, test } from 'vitest'
import type { Answer } from '../../src/ports/fetcher.js'
import { newFeed } from '../../src/watch/poll.js'
import {
  afterFailure,
  afterSuccess,
  isDue,
  longestMs,
  nextLook,
  nextTry,
  usualPace,
  validatorsOf,
  wantedPause,
} from '../../src/watch/schedule.js'
import { day, hour, minute, start as now } from './world.js'

const answer: Answer = {
  etag: null,
  lastModified: null,
  cacheControl: null,
  retryAfter: null,
  redirected: false,
}
const feed = newFeed('https://a.example/feed', null, null, now)
const pauseOf = ({ dueAt }: { readonly dueAt: number | null }): number => (dueAt ?? NaN) - now

test.each([
  [{ retryAfter: '120' }, 2 * minute],
  [{ retryAfter: new Date(now + hour).toUTCString() }, hour],
  [{ retryAfter: new Date(now - hour).toUTCString() }, 0],
  [{ retryAfter: '999999999' }, day],
  [{ cacheControl: 'public, max-age=3600' }, hour],
  [{ cacheControl: 'private,max-age="60"', retryAfter: 'soon' }, minute],
  [{ cacheControl: 's-maxage=60' }, 0],
  [{ cacheControl: 'max-age=-5' }, 0],
  [{}, 0],
])('what a server wants to be waited: %j', (fields, wanted) => {
  expect(wantedPause({ ...answer, ...fields }, now)).toBe(wanted)
})

test('a feed that is well is asked at its pace or as its server says; one that fails half as often each time, and for so long', () => {
  const within = (pause: number, least: number): void => {
    expect(pause).toBeGreaterThanOrEqual(least)
    expect(pause).toBeLessThanOrEqual(least * 1.1 + 1)
  }
  within(pauseOf(afterSuccess(feed, answer, usualPace, now)), 15 * minute)
  within(pauseOf(afterSuccess(feed, { ...answer, cacheControl: 'max-age=7200' }, usualPace, now)), 2 * hour)
  let failing = feed
  for (const least of [30 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 16 * hour, longestMs, longestMs]) {
    failing = afterFailure(failing, 'no', null, usualPace, now)
    within(pauseOf(failing), least)
  }
  expect(failing.failing).toEqual({ why: 'no', since: now, times: 8 })
  expect(afterSuccess(failing, null, usualPace, now).failing).toBeNull()
  // The same for the same address and time, another for another.
  expect(afterSuccess(feed, answer, usualPace, now)).toEqual(afterSuccess(feed, answer, usualPace, now))
  expect(
    pauseOf(afterSuccess({ ...feed, address: 'https://b.example/feed' }, answer, usualPace, now)),
  ).not.toBe(pauseOf(afterSuccess(feed, answer, usualPace, now)))
})

test('validators are kept of the address that answered, never over a redirect', () => {
  expect(validatorsOf({ ...answer, etag: '"1"' })).toEqual({ etag: '"1"', lastModified: null })
  expect(validatorsOf({ ...answer, etag: '"1"', redirected: true })).toBeNull()
  expect(validatorsOf({ ...answer, etag: 'x'.repeat(5_000) })).toBeNull()
  expect(validatorsOf(answer)).toBeNull()
})

test('an article is looked at again five times, and looks that were missed are not made up for', () => {
  const found = { address: 'https://a.example/1', foundAt: now }
  let [at, looks] = [now, 0]
  const times: number[] = []
  for (;;) {
    const next = nextLook({ ...found, looks }, usualPace, null, at)
    if (next.dueAt === null) break
    times.push(next.dueAt - now)
    at = next.dueAt
    looks = next.looks + 1
  }
  expect(times).toHaveLength(5)
  usualPace.looksMs.forEach((ms, i) => {
    expect(times[i]).toBeGreaterThanOrEqual(ms)
    expect(times[i]).toBeLessThanOrEqual(ms * 1.1)
  })
  expect(nextLook({ ...found, looks: 0 }, usualPace, null, now + 2 * day)).toMatchObject({ looks: 4 })
  expect(nextLook({ ...found, looks: 0 }, usualPace, null, now + 9 * day)).toEqual({ looks: 5, dueAt: null })
})

test('tries end, and a time that lies too far ahead is not believed', () => {
  expect(nextTry('https://a.example/1', 1, null, now)).toBeGreaterThanOrEqual(now + 10 * minute)
  expect(nextTry('https://a.example/1', 8, null, now)).toBeNull()
  expect([isDue(now, now), isDue(now + day, now), isDue(now + 400 * day, now), isDue(null, now)]).toEqual([
    true,
    false,
    true,
    false,
  ])
})
