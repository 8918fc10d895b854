/** A limit that is met is told, and what was not looked at is unknown. */
import { expect, it } from 'vitest'
import { align } from '../../src/align/align.js'
import { metLimit, purse, spender } from '../../src/text/limits.js'
import { compareAll, readText } from '../support/event.js'
import { repeated } from './repeat.js'

const report = 'The council of Dorn met on Monday. Anna Berg said that the bridge would be closed in May.\n\n'

it('spends what a place has, and more as the text goes on', () => {
  const may = spender({ once: 10, each: 1 })
  expect([may(0, 6), may(0, 6), may(2, 6), may(2, 1), may(100, 10), may(100, 1)]).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ])
})

it('spends on two texts what they have together', () => {
  const may = purse({ once: 10, each: 1 }, 5)
  expect([may(12), may(4), may(3), may(1)]).toEqual([true, false, true, false])
})

it('tells that passages were not compared, and takes what they leave out for unknown', async () => {
  const alike = 'and the mayor closed the bridge '
  const one = await readText('one.txt', report + repeated(alike, 14_000))
  const other = await readText('other.txt', report + repeated(alike, 14_500))
  const { claims, issues } = align([one, other])
  const told = issues.filter(({ code }) => code === 'too-many-passages')
  expect(told.map(({ source }) => source).sort()).toEqual(['one.txt', 'other.txt'])
  const cells = claims.flatMap(({ cells: all }) => Object.values(all))
  expect(cells.filter(({ state }) => state === 'absent')).toEqual([])
  expect(cells).toContainEqual(expect.objectContaining({ state: 'unknown', reason: 'too-dense' }))
})

it('tells that quotations were not compared', async () => {
  const dense = 'the a Anna Berg told Jon Falk that # people died in @, he said. @: '
  const one = await readText('one.txt', report + repeated(dense, 6_000, 1))
  const other = await readText('other.txt', report + repeated(dense, 6_000, 10_000))
  const { issues } = align([one, other])
  const told = issues.filter(({ code }) => code === 'too-many-passages')
  expect(told.map(({ source }) => source).sort()).toEqual(['one.txt', 'other.txt'])
})

it('tells that figures were not compared', async () => {
  const dense = '# people died in @. '
  const one = await readText('one.txt', report.repeat(20) + repeated(dense, 6_000, 1))
  const other = await readText('other.txt', report.repeat(20) + repeated(dense, 6_000, 2_000))
  const { issues } = compareAll([one, other])
  const told = issues.filter(({ code }) => code === 'too-many-details')
  expect(told.map(({ source }) => source).sort()).toEqual(['one.txt', 'other.txt'])
  for (const { message } of told) expect(message).toContain('differences may be missing')
})

it('tells that cues and figures were left unread, and where', async () => {
  const dense = await readText('dense.txt', report + 'he said that '.repeat(300) + '€5 '.repeat(400))
  const codes = dense.issues.map(({ code }) => code)
  expect(codes).toEqual(['too-many-cues', 'too-many-quantities'])
  for (const { message, start = 0, end = 0 } of dense.issues) {
    expect(message).toMatch(/^dense\.txt: \d+ .* were not read/u)
    expect(start).toBeGreaterThanOrEqual(report.length)
    expect(end).toBeGreaterThan(start)
  }
  expect(dense.quantities.length).toBeGreaterThan(100)
})

it.each([
  ['names', '@, ', 'too-many-names'],
  ['names that are known', 'Anna. ', 'too-many-names'],
  ['statements', 'He ran. ', 'too-many-claims'],
])('tells that %s were left unread, and where', async (_what, fragment, code) => {
  const text = `${report.repeat(20)}${repeated(fragment, 8_000)}\n\nThe ferry to Lund was sold.`
  const article = await readText('dense.txt', text)
  const told = article.issues.filter((issue) => issue.code === code)
  expect(told.map(({ severity, source }) => [severity, source])).toEqual([['warning', 'dense.txt']])
  for (const { message, start = 0, end = 0 } of told) {
    expect(message).toMatch(
      /^dense\.txt: \d+ .* were not read, since they stand more densely than in any report/u,
    )
    expect(start).toBeGreaterThan(report.length)
    expect(end).toBeLessThanOrEqual(article.text.length)
  }
  // The beginning is read all the same.
  expect(article.entities.map(({ name }) => name)).toContain('Anna Berg')
  expect(article.claims.length).toBeGreaterThan(0)
})

it('takes the silence of such a text for unknown', async () => {
  const plain = await readText('plain.txt', report + 'The ferry to Lund was sold for 3 million euros.')
  const other = await readText('other.txt', report + 'The ferry to Lund was sold for 3 million euros.')
  const dense = await readText('dense.txt', report + 'he said that '.repeat(300))
  expect(metLimit(plain.issues)).toBe(false)
  const { claims } = compareAll([plain, other, dense])
  const cells = claims.flatMap(({ cells: all }) => all[dense.id] ?? [])
  expect(cells.filter(({ state }) => state === 'absent')).toEqual([])
  expect(cells).toContainEqual(expect.objectContaining({ state: 'unknown', reason: 'too-dense' }))
})
