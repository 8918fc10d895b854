import { expect, it } from 'vitest'
import { shortenAtClause } from '../../src/text/trimmed.js'

it.each([
  ['The crews left, and the ferry lay idle', 60, 'The crews left, and the ferry lay idle'],
  ['The crews left the ship at noon, and the ferry lay idle', 40, 'The crews left the ship at noon…'],
  ['Now, the crews that had waited since noon left', 30, 'Now, the crews…'],
])('%s, to %i characters', (text, limit, shown) => {
  expect(shortenAtClause(text, limit)).toBe(shown)
})
