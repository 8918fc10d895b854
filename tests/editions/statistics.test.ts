/** Agreement and intervals against published worked examples. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { agreementShare, alphaInterval, alphaNominal, wilson } from '../../src/editions/statistics.js'

/** Coders as lines, units as columns, `.` for a missing code. */
function units(...coders: readonly string[]): string[][] {
  const rows = coders.map((line) => line.split(' '))
  return (rows[0] ?? []).map((_code, index) =>
    rows.flatMap((row) => row[index] ?? '.').filter((code) => code !== '.'),
  )
}

describe('Krippendorff’s alpha, nominal: the examples of Krippendorff (2011)', () => {
  test.each([
    ['A: two coders, two codes', units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 0.095],
    ['B: two coders, five codes', units('a a b b d c c c e d d a', 'b a b b b c c c e d d d'), 0.692],
    [
      'C: four coders, missing codes',
      units(
        '1 2 3 3 2 1 4 1 2 . . .',
        '1 2 3 3 2 2 4 1 2 5 . 3',
        '. 3 3 3 2 3 4 2 2 5 1 .',
        '1 2 3 3 2 4 4 1 2 5 1 .',
      ),
      0.743,
    ],
  ])('%s', (_name, coded, alpha) => {
    expect(alphaNominal(coded)).toBeCloseTo(alpha, 3)
  })

  it('is 1 where all agree, and not defined where there is nothing to tell apart', () => {
    expect(alphaNominal(units('a b a', 'a b a'))).toBe(1)
    expect(alphaNominal(units('a a a', 'a a a'))).toBeNull()
    expect(alphaNominal(units('a . a', '. b .'))).toBeNull()
    expect(alphaNominal([])).toBeNull()
  })

  it('has an interval around it that is the same in every run', () => {
    const coded = units('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
    const interval = alphaInterval(coded)
    expect(interval).toEqual(alphaInterval(coded))
    expect(interval?.low).toBeLessThan(0.692)
    expect(interval?.high).toBeGreaterThan(0.692)
    expect(agreementShare(coded)).toBeCloseTo(9 / 12, 9)
  })

  it('is 1 or less, whatever is coded', () => {
    const code = fc.constantFrom('accept', 'correct', 'dismiss')
    fc.assert(
      fc.property(fc.array(fc.array(code, { maxLength: 4 }), { maxLength: 30 }), (coded) => {
        const alpha = alphaNominal(coded)
        return alpha === null || (alpha <= 1 && alpha >= -1)
      }),
    )
  })
})

test.each([
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [8, 10, 0.4902, 0.9433],
  [50, 100, 0.4038, 0.5962],
])('Wilson’s interval of %i in %i', (right, of, low, high) => {
  const interval = wilson(right / of, of)
  expect(interval?.low).toBeCloseTo(low, 4)
  expect(interval?.high).toBeCloseTo(high, 4)
  expect(wilson(0, 0)).toBeNull()
})
