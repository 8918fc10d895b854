/** Interviews and transcripts: each turn is told word for word by whom its label names. */
import { expect, it } from 'vitest'
import { readParagraphs, told } from './told.js'

it('takes the turns of a transcript, and the paragraphs that open its quotation anew', () => {
  const paragraphs = [
    '"HOLM: Was it cold out there?',
    '"BRANDT: It was colder than anything I have known.',
    '"But the boat held. I would go again.',
    '"HOLM: Thank you for coming.',
  ]
  expect(told(...paragraphs).filter((line) => line.includes('| : |'))).toEqual([
    'HOLM | : | Was it cold out there?',
    'BRANDT | : | It was colder than anything I have known. … "But the boat held. I would go again.',
    'HOLM | : | Thank you for coming.',
  ])
  expect(readParagraphs(...paragraphs).quotes.find(({ parent }) => parent === undefined)?.kind).toBe('direct')
})

it('takes questions and answers, and guesses no speaker for them', () => {
  const { quotes, claims } = readParagraphs('Q: Was it cold?', 'A: It was. The captain wept.')
  expect(quotes.map(({ speaker, sourceClass }) => [speaker, sourceClass])).toEqual([
    [null, 'role'],
    [null, 'role'],
  ])
  expect(claims.map(({ voice }) => voice)).not.toContain('own')
})

it('knows whom a label in capitals names', () => {
  const { quotes } = readParagraphs(
    'Anna Holm met Bo Brandt on the quay.',
    'HOLM: Was it cold out there?',
    'BRANDT: It was colder than ever.',
  )
  expect(quotes.filter(({ cueLemma }) => cueLemma === ':').map(({ speaker }) => speaker?.name)).toEqual([
    'Anna Holm',
    'Bo Brandt',
  ])
})

it.each([
  ['a list of figures', ['Holm: 547 votes', 'Brandt: 321 votes', 'Holm: 12 letters by post']],
  ['labels that never come again', ['Weather: rain is expected', 'Traffic: the bridge is shut']],
  ['one labelled paragraph', ['Update: the bridge is open again.', 'Cars were seen on it at noon.']],
])('does not take %s for turns', (_name, paragraphs) => {
  expect(readParagraphs(...paragraphs).quotes.filter(({ kind }) => kind === 'direct')).toEqual([])
})
