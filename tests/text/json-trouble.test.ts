import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonTrouble } from '../../src/text/json-trouble.js'

it.each([
  ['{"a": 1,}', 1, 9, 'a name in double quotation marks'],
  ['{"a": 1\n "b": 2}', 2, 2, 'a comma or }'],
  ["{'a': 1}", 1, 2, 'a name in double quotation marks'],
  ['["a" "b"]', 1, 6, 'a comma or ]'],
  ['["a",]', 1, 6, 'a value'],
  ['{"a" 1}', 1, 6, 'a colon'],
  ['{\n  "a": "one\n', 2, 12, 'a closing quotation mark'],
  ['{"a": 1} x', 1, 10, 'the end of the file'],
  ['{"a": "\\x"}', 1, 8, 'a valid \\ escape'],
  ['{"a": tru}', 1, 7, 'a value'],
  ['', 1, 1, 'a value'],
  ['['.repeat(100_000), 1, 102, 'nesting of at most 100 levels'],
])('%# %s', (text, line, column, expected) => {
  expect(jsonTrouble(text)).toEqual({ line, column, expected })
})

it('agrees with JSON.parse on what is valid', () => {
  const piece = fc.constantFrom(...'{}[],:"\\0123.eE+-tfn \n'.split(''), '"a"', 'true', 'null', '\\u00e9')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.array(piece, { maxLength: 8 }).map((p) => p.join('')),
      ),
      (text) => {
        expect(jsonTrouble(text) === null).toBe(parses(text))
      },
    ),
    { numRuns: 2_000 },
  )
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
