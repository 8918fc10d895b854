/** The statistics of a study, on numbers worked out by hand or known from the literature. */
import { describe, expect, test } from 'vitest'
import {
  corrected,
  differenceOf,
  falseDiscovery,
  rateInterval,
  rateOf,
  swapTest,
} from '../../src/study/intervals.js'

const events = (...pairs: readonly (readonly [cases: number, of: number])[]) =>
  pairs.map(([cases, of]) => ({ cases, of }))
const forty = Array.from({ length: 40 }, (_, index) => ({ cases: index % 4, of: 8 }))

test('a rate is the sum of cases over the sum of what could have been one, not the mean of events', () => {
  expect(rateOf(events([1, 1], [0, 9]))).toBe(0.1)
})

describe('the interval of a rate', () => {
  test('is Wilson’s at the number of observations that would vary as much, with Student’s t', () => {
    // Events alike but for their cases: without one, the rate of the rest is (60 − cases) ÷ 312.
    const { low, high } = rateInterval(forty)
    const varies = (39 / 40) * 10 * [0, 1, 2, 3].reduce((sum, cases) => sum + ((1.5 - cases) / 312) ** 2, 0)
    const [rate, t] = [0.1875, 2.0227]
    const square = t ** 2 / ((rate * (1 - rate)) / varies)
    const half = (t / (1 + square)) * Math.sqrt(varies + (square * varies) / (4 * rate * (1 - rate)))
    expect(low).toBeCloseTo((rate + square / 2) / (1 + square) - half, 4)
    expect(high).toBeCloseTo((rate + square / 2) / (1 + square) + half, 4)
  })

  test('is wider where the cases of an event come together than where each event has as many', () => {
    const together = forty.map((_, index) => ({ cases: index % 2 === 0 ? 3 : 0, of: 8 }))
    const spread = forty.map((_, index) => ({ cases: index % 2 === 0 ? 2 : 1, of: 8 }))
    const width = ({ low, high }: { low: number; high: number }) => high - low
    expect(width(rateInterval(together))).toBeGreaterThan(2 * width(rateInterval(spread)))
  })

  test('does not shrink to nothing where no event has a case', () => {
    const none = forty.map(() => ({ cases: 0, of: 8 }))
    const { low, high } = rateInterval(none)
    expect(low).toBe(0)
    // Wilson, 0 of 40, t of 39 degrees: 2.0227² / (40 + 2.0227²)
    expect(high).toBeCloseTo(0.0928, 4)
  })
})

describe('correction after Rogan and Gladen', () => {
  test('takes wrong cases off and adds what was missed', () => {
    const judged = { cases: { right: 80, of: 100 }, others: { right: 90, of: 100 } }
    const { rate, interval } = corrected(forty, judged)
    // .1875 × .8 + .8125 × .1
    expect(rate).toBeCloseTo(0.23125, 10)
    expect(interval.low).toBeLessThan(rate)
    expect(interval.high).toBeGreaterThan(rate)
  })

  test('equals the estimator with sensitivity and specificity', () => {
    const [p, right, clean] = [0.1875, 0.8, 0.9]
    const truth = p * right + (1 - p) * (1 - clean)
    const sensitivity = (p * right) / truth
    const specificity = ((1 - p) * clean) / (1 - truth)
    const judged = { cases: { right: 80, of: 100 }, others: { right: 90, of: 100 } }
    expect(corrected(forty, judged).rate).toBeCloseTo(
      (p + specificity - 1) / (sensitivity + specificity - 1),
      10,
    )
  })

  test('with few judged has a wider interval', () => {
    const width = (of: number) => {
      const side = { right: of * 0.8, of }
      const { low, high } = corrected(forty, { cases: side, others: side }).interval
      return high - low
    }
    expect(width(10)).toBeGreaterThan(1.5 * width(100))
  })
})

describe('two outlets', () => {
  const pairs = (a: number, b: number) =>
    forty.map((_, index) => ({ a: { cases: a + (index % 2), of: 8 }, b: { cases: b + (index % 2), of: 8 } }))

  test('differ by the difference of their rates', () => {
    const { rateA, rateB, difference, interval } = differenceOf(pairs(3, 1))
    expect([rateA, rateB, difference]).toEqual([3.5 / 8, 1.5 / 8, 0.25])
    expect(interval.low).toBeGreaterThan(0)
  })

  test('a plain difference is hardly ever reached by swapping them', () => {
    expect(swapTest(pairs(3, 1), 'a')).toBe(1 / 10_000)
  })

  test('two alike always reach theirs', () => {
    expect(swapTest(pairs(2, 2), 'a')).toBe(1)
  })
})

test('false discovery levels are those of Benjamini and Hochberg', () => {
  // p × number ÷ rank, never above that of a larger p.
  expect(falseDiscovery([0.01, 0.04, 0.03, 0.5])).toEqual([0.04, 0.16 / 3, 0.16 / 3, 0.5])
  expect(falseDiscovery([])).toEqual([])
})
