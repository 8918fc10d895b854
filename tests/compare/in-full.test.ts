/** Of a large event each report is held against some others in full, and against all in their rows. */
import { expect, it } from 'vitest'
import { inFull } from '../../src/compare/in-full.js'
import type { ArticleView } from '../../src/likeness/view.js'
import { alignment, article } from './event.js'
import { createContext, type Context } from '../../src/compare/context.js'

function event(reports: number): Context {
  const drawn = Array.from({ length: reports }, (_, at) =>
    article(`Outlet ${at}`, 'The harbour', '{c1:The council closed the bridge on Friday}.'),
  )
  return createContext(
    drawn.map((one) => one.article),
    alignment(drawn),
  )
}

/** With how many others each report is compared in full. */
function partners(context: Context): readonly number[] {
  const isInFull = inFull(context)
  return context.views.map((a) => context.views.filter((b) => a !== b && isInFull(a, b)).length)
}

it('compares up to 25 reports in full', () => {
  expect(new Set(partners(event(25)))).toEqual(new Set([24]))
})

it('compares each of more reports with 24 others in full, at the mean', () => {
  const counts = partners(event(120))
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  expect(mean).toBeGreaterThan(21)
  expect(mean).toBeLessThan(27)
  expect(Math.min(...counts)).toBeGreaterThan(5)
})

it('is the same both ways', () => {
  const large = event(40)
  const isInFull = inFull(large)
  const pairs = large.views.flatMap((a, at) =>
    large.views.slice(at + 1).map((b): [ArticleView, ArticleView] => [a, b]),
  )
  expect(pairs.every(([a, b]) => isInFull(a, b) === isInFull(b, a))).toBe(true)
})
