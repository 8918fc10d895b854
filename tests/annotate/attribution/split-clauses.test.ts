/** A credit between subject and verb: both halves of the clause are told. */
import { expect, it } from 'vitest'
import { told } from './told.js'

it.each([
  [
    'The tremor, said seismologist Karim Haddad, was the strongest for a century.',
    'seismologist Karim Haddad | said | The tremor … was the strongest for a century',
  ],
  [
    'The strike, warned the union, could last into May.',
    'the union | warned | The strike … could last into May',
  ],
  [
    'The plan, argues economist Uwe Brandt of the Kiel institute, ignores the cost of steel.',
    'economist Uwe Brandt of the Kiel institute | argues | The plan … ignores the cost of steel',
  ],
  [
    'The paradox, says Carla Ruiz, historian at the library, is that she was “the most powerful woman of her era.”',
    'Carla Ruiz, historian at the library | says | The paradox … is that she was “the most powerful woman of her era.”',
  ],
  [
    'The bridge, according to engineer Pia Holm, will not last the winter.',
    'engineer Pia Holm | according to | The bridge … will not last the winter',
  ],
])('%s', (text, line) => {
  expect(told(text)).toContain(line)
})

it.each([
  'The treaty, signed by Brandt, was burned.',
  'The ship, said to be the oldest afloat, was sold.',
  'The car, recalled last year, was sold.',
  'The book, called The Long Night, was sold.',
])('a participle is no credit: %s', (text) => {
  expect(told(text).filter((line) => line.includes(' … was '))).toEqual([])
})
