import { expect, it } from 'vitest'
import { coverage } from './coverage.js'

const words = (html: string): number =>
  [...html.matchAll(/<p>([^<]*)<\/p>/gu)].reduce((sum, [, text]) => sum + (text ?? '').split(' ').length, 0)

it('is the same each time, and a larger coverage begins like a smaller one', () => {
  expect(coverage(3)).toEqual(coverage(3))
  expect(coverage(5).slice(0, 3)).toEqual(coverage(3))
  expect(coverage(3, 8)).not.toEqual(coverage(3))
})

it('has reports of about 600 words that share facts in different words', () => {
  const pages = coverage(10)
  for (const { html } of pages) {
    expect(words(html)).toBeGreaterThan(480)
    expect(words(html)).toBeLessThan(720)
  }
  expect(new Set(pages.map(({ html }) => html)).size).toBe(10)
  const told = pages.filter(({ html }) => html.includes('Our records show two warnings in spring'))
  expect(told.length).toBeGreaterThan(2)
})
