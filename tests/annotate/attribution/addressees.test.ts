/** `X told the court: “…”`: who told is the source, over all paragraphs, and not who was told. */
import { expect, it } from 'vitest'
import { told } from './told.js'

it('gives a quotation of several paragraphs to who told the court, not to the court', () => {
  const lines = told(
    'Olga Petrenko, a teacher, told the court: “I saw him at the gate.',
    '“He was carrying two bags. He did not look at me.',
    '“That was the last time.”',
    'The case was adjourned.',
  )
  const [first = ''] = lines.filter((line) => line.includes('gate'))
  expect(first).toContain('Olga Petrenko, a teacher | told | “I saw him at the gate')
  expect(first).toContain('… “He was carrying two bags. He did not look at me. … “That was the last time.”')
  expect(lines.filter((line) => line.startsWith('the court'))).toEqual([])
})

it.each([
  ['She told the paper: “I saw him at the gate.”', 'She'],
  ['The mayor told Anna Berg: “You are late.”', 'The mayor'],
])('%s', (text, source) => {
  expect(told(text).map((line) => line.split(' | ')[0])).toEqual([source])
})
