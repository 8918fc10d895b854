/** The style sheet keeps to the scale and the grid of type.css. */
import { expect, test } from 'vitest'
import { styleSheet } from '../../src/print/html/style/index.js'

/** Of a letter's size: style/type.css. */
const grid = 0.125

const rules = styleSheet.slice(styleSheet.lastIndexOf('@font-face'))
const declared = (property: string): string[] =>
  [...rules.matchAll(new RegExp(`(?<![\\w-])${property}:([^;}]*)`, 'gu'))].map(([, value = '']) => value)

test('every size of letters is one of the scale, or goes by the letters around it', () => {
  const sizes = [...declared('font'), ...declared('font-size')].filter((value) => !value.startsWith('clamp('))
  expect(sizes.length).toBeGreaterThan(50)
  // Pixels are the units of what is drawn.
  const odd = sizes.filter((value) => !/var\(--t[1-9]\)|^inherit|^0$|\dem\b|\d(?:pt|px|%)/u.test(value))
  expect(odd).toEqual([])
})

test('every space is a multiple of the grid', () => {
  const spaces = ['padding[a-z-]*', 'margin[a-z-]*', 'gap'].flatMap(declared)
  const lengths = spaces.flatMap((value) => [...value.matchAll(/(?<![\w.+-])(\d*\.?\d+)rem/gu)])
  expect(lengths.length).toBeGreaterThan(100)
  expect(lengths.map(([, size]) => Number(size)).filter((size) => size % grid !== 0)).toEqual([])
})
