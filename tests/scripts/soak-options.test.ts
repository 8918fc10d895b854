/** What `npm run soak` makes of its arguments: help and trouble in words, never a stack trace, and nothing started. */
import { expect, test } from 'vitest'
import { readSoakOptions } from '../../scripts/soak/options.js'

test('without arguments it runs everything, as the help says', () => {
  const typed = readSoakOptions([])
  if (typed.state !== 'run') throw new Error(typed.words)
  const { options } = typed
  expect(options).toEqual({
    comparisons: 200,
    kills: 40,
    drains: 40,
    emptied: 20,
    queued: 1_000,
    articles: 2_000,
    honest: 60,
    dense: 240,
    pressed: 1_000,
    workers: [1, 2, 4],
    minutes: 240,
    seed: 1,
    out: 'soak.json',
  })
  const help = readSoakOptions(['--help'])
  if (help.state !== 'help') throw new Error('no help')
  for (const [name, value] of Object.entries(options))
    expect(help.words).toMatch(new RegExp(`--${name} .*\\(${String(value)}\\)`, 'u'))
})

test('what is given is taken, a part is left out with 0', () => {
  const args = '--comparisons 0 --queued=60 --workers 1,3 --minutes 0.5 --out a.json'.split(' ')
  expect(readSoakOptions(args)).toMatchObject({
    state: 'run',
    options: { comparisons: 0, queued: 60, articles: 2_000, workers: [1, 3], minutes: 0.5, out: 'a.json' },
  })
})

test.each([
  [['--comparison', '3'], "Unknown option '--comparison'"],
  [['twice'], 'twice'],
  [['--queued'], '--queued'],
  [['--queued', 'many'], '--queued should be a whole number, not "many".'],
  [['--seed', '1.5'], '--seed should be a whole number'],
  [['--minutes', '0'], '--minutes should be a number above 0'],
  [['--workers', '1,,2'], '--workers should be whole numbers above 0'],
])('%j is refused in words', (args, words) => {
  const typed = readSoakOptions(args)
  if (typed.state !== 'wrong') throw new Error('it was taken')
  expect(typed.words).toContain(`error: `)
  expect(typed.words).toContain(words)
  expect(typed.words).toContain('--help')
})
