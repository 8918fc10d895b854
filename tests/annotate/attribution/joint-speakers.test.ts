/** Who speaks together with the speaker. */
import { expect, it } from 'vitest'
import type { Entity } from '../../../src/model/annotation.js'
import { spokenWith } from '../../../src/annotate/attribution/speakers/speakers.js'
import { readParagraphs } from './told.js'

it.each([
  [
    'two behind the verb',
    '“We are pleased,” said Craig Zander and Nell Maron.',
    'Craig Zander',
    ['Nell Maron'],
  ],
  [
    'two before it, each a body',
    'The Union of Dockers and the Harbour Authority said that the talks would go on.',
    'Union of Dockers',
    ['Harbour Authority'],
  ],
  [
    'two with their places and titles',
    '“We are pleased,” Speaker Nell Maron of Dorn and Senator Craig Zander of Vell said in a statement.',
    'Nell Maron',
    ['Craig Zander'],
  ],
  [
    'nobody: one of a body',
    'Ann Lowe of the Harbour Authority said that the road was closed.',
    'Ann Lowe',
    [],
  ],
])('%s', (_name, told, speaker, others) => {
  const [quote] = readParagraphs(told).quotes
  expect(quote?.speaker?.name).toBe(speaker)
  expect((quote?.withSpeakers ?? []).map(({ name }) => name)).toEqual(others)
})

it.each([
  ['Ann Lowe, Tim Berg and Nora Quist', ['Tim Berg', 'Nora Quist']],
  ['Ann Lowe, Sen. Tim Berg, and Nora Quist', ['Tim Berg', 'Nora Quist']],
  ['Ann Lowe, who met Tim Berg and Nora Quist', []],
  ['Ann Lowe, Tim Berg', []],
])('joined in the source: %s', (source, others) => {
  const entities = ['Ann Lowe', 'Tim Berg', 'Nora Quist'].flatMap((name): Entity[] => {
    const start = source.indexOf(name)
    return start < 0
      ? []
      : [{ id: name, kind: 'person', name, mentions: [{ start, end: start + name.length }] }]
  })
  const speaker = { entity: 'Ann Lowe', name: 'Ann Lowe' }
  const found = spokenWith(source, [{ start: 0, end: source.length }], speaker, entities)
  expect(found.map(({ name }) => name)).toEqual(others)
})
