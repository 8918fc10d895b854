import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shorten, visible, visibleLine } from '../../src/print/safe-text.js'

it('shows that there was a control or an override, and drops embeddings', () => {
  expect(visible('a\u001b[31mb\u0007\u009bc')).toBe('a\ufffd[31mb\ufffd\ufffdc')
  expect(visible('five\u202e sruoh')).toBe('five\ufffd sruoh')
  expect(visible('\u2067x\u2069')).toBe('x')
  expect(visible('line\r\nline\ttab')).toBe('line\nline\ttab')
})

it('makes one line without anything that acts', () => {
  const acting = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff]/
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleLine(text)).not.toMatch(acting)
    }),
  )
})

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

it('shortens to the limit and splits no surrogate pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const short = shorten(text, limit)
      expect(short.length).toBeLessThanOrEqual(Math.max(limit, 1))
      expect(short).not.toMatch(loneSurrogate)
    }),
  )
  expect(shorten('one two three four five', 16)).toBe('one two three…')
})
