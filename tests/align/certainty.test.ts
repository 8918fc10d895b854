/** The certainty of a cell is that of the firmest mention in it: p plain, h hedged, a allegation, ha both. */
import { describe, expect, it } from 'vitest'
import { certaintyOf } from '../../src/align/certainty.js'

describe('certainty of a cell', () => {
  it.each([
    ['p', 'plain'],
    ['h', 'hedged'],
    ['a', 'allegation'],
    ['ha ha', 'allegation'],
    ['a h', 'hedged'],
    ['a p', 'plain'],
    ['h p h', 'plain'],
  ])('%s: %s', (drawn, certainty) => {
    const mentions = drawn.split(' ').map((letters) => ({
      hedged: letters.includes('h'),
      ...(letters.includes('a') ? { allegation: true } : {}),
    }))
    expect(certaintyOf(mentions)).toBe(certainty)
  })
})
